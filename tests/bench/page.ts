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
 * What we cost a page: `npm run bench:page -- [name …]`, all by default. Builds the extension with every host granted, drives it in Chromium, takes
 * turns with and without us, prints each figure against its bar and keeps it for `npm run report`. Exit status 1 when a bar is missed.
 * Heavy pages come from the folder that DRAGOMAN_EVAL names, else they are made.
 */
const BENCHES: Readonly<Record<string, (lab: Lab, sheet: Sheet) => Promise<void>>> = {
  adds,
  off,
  wraps,
  scroll,
  gaps,
  hits,
  edits: (_, sheet) => edits(sheet),
  giants,
  storm,
  hidden,
};

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !(name in BENCHES));
if (unknown.length) {
  console.error(`No bench is named ${unknown.join(', ')}: take some of ${Object.keys(BENCHES).join(', ')}.`);
  process.exit(2);
}
const lab = await openLab(buildExtension('chrome'));
/** One that breaks off takes no other with it. */
let failed = false;
const sheet = makeSheet(browserOf(lab.browser));
try {
  for (const [name, bench] of Object.entries(BENCHES)) {
    if (wanted.length && !wanted.includes(name)) continue;
    await bench(lab, sheet).catch((error: unknown) => {
      failed = true;
      console.error(`${name} could not be measured: ${error instanceof Error ? error.message : error}`);
    });
  }
} finally {
  await lab.close();
}
process.exitCode = sheet.missed || failed ? 1 : 0;
