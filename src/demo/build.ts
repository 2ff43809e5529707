import { spawn } from 'node:child_process';
import { resolve } from 'node:path';

const ROOT = resolve(import.meta.dirname, '../..');

/**
 * Builds the extension with all sites granted, so that the demo needs no permission prompt; `openCard` lets the driver see whether a card is up.
 * Resolves with the directory; throws with the builder's own words when it fails.
 */
export async function buildExtension(openCard: boolean): Promise<string> {
  const env: NodeJS.ProcessEnv = { ...process.env, DRAGOMAN_HOSTS: 'all' };
  if (openCard) env.DRAGOMAN_OPEN_CARD = '1';
  const child = spawn(process.execPath, [resolve(ROOT, 'node_modules/wxt/bin/wxt.mjs'), 'build'], { cwd: ROOT, env });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (part: string) => {
      said += part;
    });
  }
  const code = await new Promise<number | null>((done, fail) => {
    child.on('error', fail);
    child.on('close', done);
  });
  if (code !== 0) throw new Error(`The build failed:\n${said.trim()}`);
  return resolve(ROOT, '.output/chrome-mv3-test');
}
