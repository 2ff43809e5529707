import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import type { SeenRequest, Traffic } from './browser.ts';

/** One page: HTML text alone, or with headers. A function is asked at each request. */
interface Page {
  readonly body: string | Uint8Array;
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
}
export type Answer = string | Page | ((request: SeenRequest) => string | Page | Promise<string | Page>);

/** Keys are host and path as an address writes them, without scheme, port and query: `courier.example/trade.html`. */
export type Pages = Readonly<Record<string, Answer>>;

export interface Server extends Traffic {
  readonly port: number;
  /** Every request so far, those without an answer too. */
  requests(): readonly SeenRequest[];
  /** Forgets the requests so far. */
  forget(): void;
  /** Adds or replaces pages. */
  put(pages: Pages): void;
  close(): Promise<void>;
}

const TYPES: Readonly<Record<string, string>> = {
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  json: 'application/json',
  svg: 'image/svg+xml',
  png: 'image/png',
  xml: 'application/xml',
  pdf: 'application/pdf',
};

async function readBody(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString('utf8');
}

/**
 * Serves pages under many host names on 127.0.0.1. Speaks plain HTTP by `Host` header and as a proxy (absolute addresses), so one server
 * can stand for the whole web; encrypted connections are noted and refused.
 */
export async function serve(pages: Pages = {}): Promise<Server> {
  let table: Pages = { ...pages };
  let seen: SeenRequest[] = [];
  const sockets = new Set<Socket>();

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', `http://${request.headers.host ?? '127.0.0.1'}`);
    const host = url.hostname.toLowerCase();
    const path = url.pathname + url.search;
    const one = { method: request.method ?? 'GET', host, path, headers: request.headers, body: await readBody(request) };
    seen.push(one);
    const found = table[host + url.pathname];
    const made = typeof found === 'function' ? await found(one) : found;
    if (made === undefined) {
      response.writeHead(404, { 'content-type': 'text/plain' }).end(`Nothing at ${host}${url.pathname}`);
      return;
    }
    const page: Page = typeof made === 'string' ? { body: made } : made;
    const type = TYPES[/\.(\w+)$/.exec(url.pathname)?.[1] ?? ''] ?? 'text/html; charset=utf-8';
    response.writeHead(page.status ?? 200, { 'content-type': type, 'cache-control': 'no-store', ...page.headers });
    response.end(page.body);
  }

  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      response.writeHead(500, { 'content-type': 'text/plain' }).end(String(error));
    });
  });
  server.on('connect', (request: IncomingMessage, socket: Socket) => {
    const host = (request.url ?? '').replace(/:\d+$/, '').toLowerCase();
    seen.push({ method: 'CONNECT', host, path: '', headers: request.headers, body: '' });
    socket.on('error', () => {});
    socket.end('HTTP/1.1 502 Refused\r\n\r\n');
  });
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });
  await new Promise<void>((done, fail) => {
    server.on('error', fail);
    server.listen(0, '127.0.0.1', done);
  });

  return {
    port: (server.address() as AddressInfo).port,
    requests: () => seen,
    forget: () => {
      seen = [];
    },
    put: (more) => {
      table = { ...table, ...more };
    },
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        for (const socket of sockets) socket.destroy();
      }),
  };
}
