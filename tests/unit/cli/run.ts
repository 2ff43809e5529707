import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { resolve } from 'node:path';

const ROOT = resolve(import.meta.dirname, '../../..');

/** Starts a command of src/cli as npm's scripts do. */
export function start(command: string, args: readonly string[]): ChildProcessWithoutNullStreams {
  const tsx = resolve(ROOT, 'node_modules/tsx/dist/cli.mjs');
  return spawn(process.execPath, [tsx, resolve(ROOT, `src/cli/${command}.ts`), ...args], { cwd: ROOT });
}

/** Runs a command to its end with this text on standard input. */
export function run(
  command: string,
  args: readonly string[],
  input = '',
): Promise<{ status: number | null; out: string; err: string }> {
  return new Promise((done, fail) => {
    const child = start(command, args);
    let out = '';
    let err = '';
    child.stdout.setEncoding('utf8').on('data', (text) => (out += text));
    child.stderr.setEncoding('utf8').on('data', (text) => (err += text));
    child.on('error', fail);
    child.on('close', (status) => done({ status, out, err }));
    // A command that ends early closes its end.
    child.stdin.on('error', () => {});
    child.stdin.end(input);
  });
}
