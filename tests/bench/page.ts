import { browserOf } from '../reliability/row.ts';
import { adds, off } from './page/adds.ts';
import { edits } from './page/edits.ts';
import { gaps } from './page/gaps.ts';
import { giants } from './page/giants.ts';
import { hits } from './page/hits.ts';
import { buildExtension, type Lab, openLab } from './page/lab.ts';
import { makeSheet, type Sheet } from './page/rows.ts';
import { scroll } from './page/scroll.ts';
import { hidden, storm } from './page/storm.ts';
import { wraps } from './page/wraps.ts';

/**
 * What we cost a page: `npm run bench:page -- [name …]`, all by default. Builds the extension with every host granted, drives it, takes
 * turns with and without us, prints each figure against its bar and keeps it for `npm run report`. Exit status 1 when a bar is missed.
 * Heavy pages come from the folder that DRAGOMAN_EVAL names, else they are made.
 */
const IN_FIREFOX: Readonly<Record<string, (sheet: Sheet) => Promise<void>>> = { edits };
const IN_CHROMIUM: Readonly<Record<string, (lab: Lab, sheet: Sheet) => Promise<void>>> = {
  adds,
  off,
  wraps,
  scroll,
  gaps,
  hits,
  giants,
  storm,
  hidden,
};

const wanted = process.argv.slice(2);
const names = [...Object.keys(IN_FIREFOX), ...Object.keys(IN_CHROMIUM)];
const unknown = wanted.filter((name) => !names.includes(name));
if (unknown.length) {
  console.error(`No bench is named ${unknown.join(', ')}: take some of ${names.join(', ')}.`);
  process.exit(2);
}
const isWanted = (name: string) => !wanted.length || wanted.includes(name);
let failed = false;
let lab: Lab | undefined;
const sheet = makeSheet(() => browserOf(lab!.browser));
/** One that breaks off takes no other with it. */
const run = (name: string, bench: () => Promise<void>) =>
  bench().catch((error: unknown) => {
    failed = true;
    console.error(`${name} could not be measured: ${error instanceof Error ? error.message : error}`);
  });

// Firefox first: no other browser runs beside it.
for (const [name, bench] of Object.entries(IN_FIREFOX)) if (isWanted(name)) await run(name, () => bench(sheet));
try {
  for (const [name, bench] of Object.entries(IN_CHROMIUM)) {
    if (!isWanted(name)) continue;
    lab ??= await openLab(buildExtension('chrome'));
    const opened = lab;
    await run(name, () => bench(opened, sheet));
  }
} finally {
  await lab?.close();
}
process.exitCode = sheet.missed || failed ? 1 : 0;
