import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

/** A small sound dataset: real countries, everything else invented. */
export const SAMPLE = resolve(import.meta.dirname, '../../fixtures/dataset-sample');

/** One change to a copy of the sample: text replaced, a file written, or (null) removed. */
export type Edit = { readonly file: string } & (
  | { readonly from: string; readonly to: string }
  | { readonly content: string | Uint8Array | null }
);

/** Runs `use` with a changed copy of the sample, which is gone afterwards. */
export function withSample<T>(edits: readonly Edit[], use: (dir: string) => T): T {
  const dir = mkdtempSync(join(tmpdir(), 'dataset-'));
  try {
    cpSync(SAMPLE, dir, { recursive: true });
    for (const edit of edits) {
      const path = join(dir, edit.file);
      if ('content' in edit) {
        if (edit.content === null) rmSync(path);
        else writeFileSync(path, edit.content);
        continue;
      }
      const text = readFileSync(path, 'utf8');
      if (!text.includes(edit.from)) throw new Error(`${edit.file} has no "${edit.from}"`);
      writeFileSync(path, text.replace(edit.from, edit.to));
    }
    return use(dir);
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}
