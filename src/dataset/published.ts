import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Dataset } from './load.ts';
import { writeWhole } from './write-file.ts';

/** Ids that a release carried, one a line; no file means that nothing was released. Observations and articles have no slash in their ids. */
export function readPublished(dir: string): string[] {
  const path = join(dir, 'published.txt');
  if (!existsSync(path)) return [];
  return readFileSync(path, 'utf8')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

/** Adds the ids of all entities, observations and articles; says how many were new. */
export function publishIds(dir: string, { entities, observations, articles, published }: Dataset): number {
  const all = new Set([...published, ...[...entities, ...observations, ...articles].map(({ id }) => id)]);
  writeWhole(join(dir, 'published.txt'), `${[...all].sort().join('\n')}\n`);
  return all.size - published.length;
}
