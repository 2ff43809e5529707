import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from '../../../src/drive/browser.ts';
import { buildOf } from '../support.ts';

/** A copy of the test build whose scripts begin with a few lines of ours: a fault that no browser can be talked into. */
export function editedBuild(name: Browser['name'], lines: string, wanted: RegExp): { dir: string; remove(): void } {
  const dir = mkdtempSync(join(tmpdir(), 'dragoman-edited-'));
  cpSync(buildOf(name, 'test'), dir, { recursive: true });
  for (const file of readdirSync(dir, { recursive: true }) as string[]) {
    if (!file.endsWith('.js') || !wanted.test(file)) continue;
    writeFileSync(join(dir, file), `${lines}\n${readFileSync(join(dir, file), 'utf8')}`);
  }
  return { dir, remove: () => rmSync(dir, { recursive: true, force: true }) };
}
