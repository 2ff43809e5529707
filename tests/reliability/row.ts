import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** Parts of the report on reliability, in its order. */
export const PARTS = ['speed', 'behaviour', 'faults', 'hostile'] as const;

/** One promise, what was tried to break it, and what came of it in one browser. */
export interface Row {
  /** Lower case with hyphens; the same promise has the same id in both browsers. */
  readonly id: string;
  readonly part: (typeof PARTS)[number];
  /** The promise, as a short sentence. */
  readonly what: string;
  /** How often and with what: "200 hovers, 100 navigations". */
  readonly tried: string;
  /** What was measured, with its unit: "p99 0.8 ms". */
  readonly figure: string;
  /** What is asked: "p99 < 2 ms". */
  readonly bar: string;
  readonly met: boolean;
  /** Name and major version: "Chromium 156"; "Node 20" for what needs no browser. */
  readonly browser: string;
  /** Why the bar is missed, or what a reader must know of the method. */
  readonly note?: string;
}

/** A row with the day on which it was measured. */
export interface KeptRow extends Row {
  /** ISO day. */
  readonly date: string;
}

const directory = resolve(import.meta.dirname, '../../.output/reliability');

/** Keeps the row for `npm run report`, over an older one of the same id and browser. Gives it back, so that a test can hold it to its bar. */
export function record(row: Row): Row {
  mkdirSync(directory, { recursive: true });
  const kept: KeptRow = { ...row, date: new Date().toISOString().slice(0, 10) };
  const name = `${row.id}.${row.browser.toLowerCase().replaceAll(/[^a-z0-9]+/gu, '-')}.json`;
  writeFileSync(join(directory, name), `${JSON.stringify(kept, null, 2)}\n`);
  return row;
}

/** All rows kept so far, by part, id and browser. */
export function keptRows(): KeptRow[] {
  let names: string[];
  try {
    names = readdirSync(directory);
  } catch {
    return [];
  }
  const rows = names.map((name) => JSON.parse(readFileSync(join(directory, name), 'utf8')) as KeptRow);
  const order = (row: KeptRow) => `${PARTS.indexOf(row.part)} ${row.id} ${row.browser}`;
  return rows.sort((a, b) => (order(a) < order(b) ? -1 : 1));
}

/** "Chromium 156" from a driven browser. */
export const browserOf = ({ name, version }: { name: 'chromium' | 'firefox'; version: string }): string =>
  `${name === 'chromium' ? 'Chromium' : 'Firefox'} ${version.match(/\d+/u)?.[0] ?? version}`;
