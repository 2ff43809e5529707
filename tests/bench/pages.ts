import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { gunzipSync } from 'node:zlib';

/**
 * Marks on real pages that are not about the region: at most one in a thousand words, and no exception anywhere. Pages come from the folder
 * that DRAGOMAN_EVAL names; nothing of their text is printed unless `--show` asks for the marked words with what stands around them.
 */
const folder = process.env.DRAGOMAN_EVAL;
if (!folder) {
  console.error('Set DRAGOMAN_EVAL to the folder of the evaluation material and run npm run bench:pages again.');
  process.exit(2);
}
const show = process.argv.includes('--show');
const MOST = 1;
/** Countries whose news the dataset is about: what is marked there is not counted as off-topic. */
const REGION = new Set([
  'country/kz',
  'country/az',
  'country/ge',
  'country/tr',
  'country/uz',
  'country/kg',
  'country/tj',
  'country/tm',
  'country/am',
]);

interface Annotation {
  readonly kind: string;
  readonly start: number;
  readonly end: number;
  readonly marked: boolean;
  readonly entity?: string;
  readonly reading?: { readonly indicator: string } | null;
}
interface Page {
  readonly text: string;
  readonly annotations: readonly Annotation[];
}

const manifest = JSON.parse(readFileSync(join(folder, 'pages/manifest.json'), 'utf8')) as {
  file: string;
  url: string;
  words: number;
}[];
const scratch = mkdtempSync(join(tmpdir(), 'dragoman-pages-'));
let failed = 0;
let offTopicWords = 0;
let offTopicMarks = 0;
let offTopicReadings = 0;
try {
  for (const { file, words } of manifest) {
    const path = join(scratch, basename(file, '.gz'));
    writeFileSync(path, gunzipSync(readFileSync(join(folder, 'pages', file))));
    const run = spawnSync(
      process.execPath,
      ['--import', 'tsx', resolve(import.meta.dirname, '../../src/cli/annotate.ts'), path],
      {
        encoding: 'utf8',
        maxBuffer: 1 << 28,
      },
    );
    if (run.status !== 0) {
      failed++;
      console.log(`${basename(path).padEnd(56)} failed: ${run.stderr.trim().split('\n').at(-1)}`);
      continue;
    }
    const page = JSON.parse(run.stdout) as Page;
    const entities = page.annotations.filter(({ kind, marked }) => kind === 'entity' && marked);
    const readings = page.annotations.filter(({ kind, reading }) => kind === 'figure' && reading);
    const marks = page.annotations.filter(({ marked }) => marked).length;
    const about = entities.filter(({ entity }) => REGION.has(entity!)).length;
    // About the region: its countries are named again and again.
    const isOffTopic = (about / words) * 1000 < 3;
    if (isOffTopic) {
      offTopicWords += words;
      offTopicMarks += marks;
      offTopicReadings += readings.length;
    }
    const rate = (marks / words) * 1000;
    console.log(
      `${basename(path).padEnd(56)} ${String(words).padStart(6)} words ${String(marks).padStart(4)} marks ${rate.toFixed(2).padStart(6)} in 1,000 ${readings.length} readings ${isOffTopic ? '' : '(about the region)'}`,
    );
    if (show)
      for (const { start, end, entity } of page.annotations.filter(({ marked }) => marked))
        console.log(
          `      ${entity ?? 'figure'}: …${page.text.slice(Math.max(0, start - 40), start)}[${page.text.slice(start, end)}]${page.text.slice(end, end + 40)}…`.replaceAll(
            '\n',
            ' ',
          ),
        );
  }
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
const rate = (offTopicMarks / offTopicWords) * 1000;
console.log(
  `off-topic pages: ${offTopicMarks} marks in ${offTopicWords} words, ${rate.toFixed(2)} in 1,000 (bar ${MOST}), ${offTopicReadings} readings (bar 0); ${failed} of ${manifest.length} pages failed (bar 0)`,
);
process.exitCode = failed || rate > MOST || offTopicReadings ? 1 : 0;
