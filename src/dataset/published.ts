import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Ids that a release carried, one a line; no file means that nothing was released. Observations and articles have no slash in their ids. */
export function readPublished(dir: string): string[] {
  const path = join(dir, 'published.txt');
  if (!existsSync(path)) return [];
  return readFileSync(path, 'utf8')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}
