import { connect, type Socket } from 'node:net';
import { DriveError } from './browser.ts';

/**
 * Firefox's own remote protocol: JSON messages over TCP, each preceded by its length in bytes and a colon.
 * The browser greets first; a command is `[0, id, name, params]`, its answer `[1, id, error, result]`.
 */
export interface Marionette {
  /** Throws `DriveError` with Firefox's words when the command fails. */
  send<T = unknown>(name: string, params?: Readonly<Record<string, unknown>>): Promise<T>;
  close(): void;
}

interface RemoteError {
  readonly error: string;
  readonly message: string;
}

/** Opens the connection; rejects where nobody listens on the port of 127.0.0.1 yet. */
export async function connectMarionette(port: number): Promise<Marionette> {
  const socket: Socket = await new Promise((done, fail) => {
    const opened = connect(port, '127.0.0.1', () => done(opened));
    opened.once('error', fail);
  });
  const waiting = new Map<number, { done: (value: never) => void; fail: (error: Error) => void; name: string }>();
  let lastId = 0;
  let bytes = Buffer.alloc(0);
  let greet: () => void;
  const greeting = new Promise<void>((done) => {
    greet = done;
  });

  function take(message: unknown): void {
    if (!Array.isArray(message)) {
      greet();
      return;
    }
    const [, id, error, result] = message as [number, number, RemoteError | null, { value?: unknown } | null];
    const asked = waiting.get(id);
    waiting.delete(id);
    if (error) asked?.fail(new DriveError(`${asked.name}: ${error.error}: ${error.message}`));
    else asked?.done((result && 'value' in result ? result.value : result) as never);
  }
  socket.on('data', (part: Buffer) => {
    bytes = Buffer.concat([bytes, part]);
    for (;;) {
      const colon = bytes.indexOf(':');
      if (colon < 0) return;
      const end = colon + 1 + Number(bytes.subarray(0, colon).toString('latin1'));
      if (bytes.length < end) return;
      const text = bytes.subarray(colon + 1, end).toString('utf8');
      bytes = bytes.subarray(end);
      take(JSON.parse(text));
    }
  });
  const gone = () => {
    for (const asked of waiting.values()) asked.fail(new DriveError(`${asked.name}: Firefox closed the connection`));
    waiting.clear();
  };
  socket.on('close', gone);
  socket.on('error', gone);
  await greeting;

  return {
    send: (name, params = {}) =>
      new Promise((done, fail) => {
        const id = ++lastId;
        waiting.set(id, { done, fail, name });
        const text = JSON.stringify([0, id, name, params]);
        socket.write(`${Buffer.byteLength(text)}:${text}`);
      }),
    close: () => socket.destroy(),
  };
}
