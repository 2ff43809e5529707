import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { PackError } from '../dataset/pack-error.ts';
import type { BuildProgress } from '../lexicon/index.ts';
import { packDataset } from './pack.ts';
import { CACHE_DIR } from './paths.ts';

const SRC = resolve(import.meta.dirname, '..');
/** Code that decides what the bytes of a pack are, beside the dataset itself. */
const MAKERS = ['dataset', 'lexicon', 'model'].map((folder) => join(SRC, folder));
/** Packs of this many states of the dataset are kept. */
const KEPT = 4;

function filesOf(dir: string): string[] {
  return readdirSync(dir, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

/** A name for what the packs are built from: every file of the dataset, and the code that packs it. */
function hashOf(dir: string): string {
  const hash = createHash('sha256');
  for (const folder of [dir, ...MAKERS]) {
    for (const file of filesOf(folder))
      hash
        .update(`${relative(folder, file)}\0`)
        .update(readFileSync(file))
        .update('\0');
  }
  return hash.digest('hex').slice(0, 20);
}

function dropOld(keep: string): void {
  const states = readdirSync(CACHE_DIR)
    .filter((name) => /^[0-9a-f]{20}$/.test(name) && name !== keep)
    .map((name) => ({
      path: join(CACHE_DIR, name),
      at: statSync(join(CACHE_DIR, name), { throwIfNoEntry: false })?.mtimeMs ?? 0,
    }))
    .sort((a, b) => b.at - a.at);
  for (const { path } of states.slice(KEPT - 1)) rmSync(path, { recursive: true, force: true });
}

/** Says on a terminal how far packing is, in one line that is written over. */
function tell(at: BuildProgress): void {
  if (!process.stderr.isTTY) return;
  const done = at.step === 'reading' ? `${at.entries} names` : `${Math.round(100 * at.share)} %`;
  process.stderr.write(`\r\x1b[Kpacking the dataset: ${at.step}, ${done}`);
  if (at.step === 'writing') process.stderr.write('\r\x1b[K');
}

/**
 * Opens a pack of the dataset in a folder, packing first where the folder changed since the last time; a damaged copy is made anew.
 * @throws DatasetError when the dataset's files are broken
 */
export function openCached<T>(dir: string, pack: 'names' | 'records', open: (bytes: Uint8Array) => T): T {
  // A folder without a dataset is told by the loader, with its cure.
  if (!existsSync(join(dir, 'dataset.yaml'))) packDataset(dir, CACHE_DIR);
  const state = hashOf(dir);
  const path = join(CACHE_DIR, state, `${pack}.bin`);
  if (existsSync(path)) {
    try {
      return open(readFileSync(path));
    } catch (error) {
      if (!(error instanceof PackError)) throw error;
    }
  }
  packDataset(dir, join(CACHE_DIR, state), tell);
  dropOld(state);
  return open(readFileSync(path));
}
