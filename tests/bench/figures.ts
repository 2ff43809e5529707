import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fuzzFigures } from './figures-fuzz.ts';
import { measureSpeed } from './figures-speed.ts';

/**
 * `npm run bench:figures`: runs the benchmark of figures that lies in the folder DRAGOMAN_EVAL names, and holds the result
 * against the bars. Arguments are passed on (`--errors 8 --source seeds`); with `--source` only the bars of that suite are looked at.
 */
interface Score {
  readonly vuF1: number | null;
  readonly F1: number;
  readonly approxRecall: number | null;
  readonly byLang: Readonly<Record<string, Score>>;
  readonly byKind: Readonly<Record<string, Score>>;
}
interface Result {
  readonly sources: Readonly<Record<string, Readonly<Record<string, Score>>>>;
  /** Measured where no single suite was asked for. */
  readonly speed: object | null;
}
interface Bar {
  readonly what: string;
  readonly suite: string;
  readonly least: number;
  readonly read: (score: Score) => number | null | undefined;
}

const lang = (code: string) => (score: Score) => score.byLang[code]?.vuF1;
const overlap = (kind: string) => (score: Score) => score.byKind[kind]?.F1;
const all = (score: Score) => score.vuF1;
const BARS: readonly Bar[] = [
  { what: 'seeds', suite: 'seeds', least: 97, read: all },
  { what: 'approximation recall', suite: 'seeds', least: 90, read: (score) => score.approxRecall },
  { what: 'ms-money en', suite: 'ms-money', least: 93, read: lang('en') },
  ...['fr', 'de', 'es', 'tr', 'it', 'pt', 'nl'].map((code) => ({
    what: `ms-money ${code}`,
    suite: 'ms-money',
    least: 80,
    read: lang(code),
  })),
  { what: 'cldr-money', suite: 'cldr-money', least: 92, read: all },
  { what: 'cldr-percent', suite: 'cldr-percent', least: 97, read: all },
  { what: 'ms-dimension en', suite: 'ms-dimension', least: 90, read: lang('en') },
  { what: 'ms-period en', suite: 'ms-period', least: 80, read: lang('en') },
  { what: 'duckling-period ru', suite: 'duckling-period', least: 75, read: lang('ru') },
  { what: 'quantulum en', suite: 'quantulum', least: 80, read: all },
  { what: 'kaznerd money (overlap)', suite: 'kaznerd', least: 85, read: overlap('money') },
  { what: 'kaznerd percent (overlap)', suite: 'kaznerd', least: 95, read: overlap('percent') },
];
const LEAST_CHARS_PER_S = 4_000_000;
const LEAST_TIMES_WINK = 8;
const MOST_P95_MS = 2;
/** Time for twice the text: linear is 2, quadratic 4. */
const MOST_DOUBLING = 2.5;
/** Longer texts may cost a little more: their tokens leave the processor's cache. */
const MOST_GROWTH = 1.5;

function fail(message: string, status: number): never {
  console.error(message);
  process.exit(status);
}

const home = process.env.DRAGOMAN_EVAL;
if (!home) fail('Set DRAGOMAN_EVAL to the folder that holds figures/bench.mjs, then run npm run bench:figures again.', 2);
const bench = resolve(home, 'figures/bench.mjs');
if (!existsSync(bench)) fail(`DRAGOMAN_EVAL names ${resolve(home)}, but there is no figures/bench.mjs in it.`, 2);

const scratch = mkdtempSync(join(tmpdir(), 'figures-'));
const json = join(scratch, 'result.json');
const adapter = resolve(import.meta.dirname, 'figures-adapter.mjs');
const split = process.argv.includes('--split') ? [] : ['--split', 'dev'];
const run = spawnSync(process.execPath, ['--import', 'tsx', bench, adapter, ...split, ...process.argv.slice(2), '--json', json], {
  stdio: 'inherit',
  cwd: resolve(import.meta.dirname, '../..'),
});
if (run.status !== 0) fail(`The benchmark ended with status ${run.status}.`, run.status ?? 1);
const result: Result = JSON.parse(readFileSync(json, 'utf8'));
rmSync(scratch, { recursive: true });

let below = 0;
function line(what: string, least: string, measured: string, good: boolean): void {
  if (!good) below++;
  console.log(`${what.padEnd(28)} ${least.padStart(14)} ${measured.padStart(14)}  ${good ? 'ok' : 'BELOW'}`);
}
console.log(`\n${'bar'.padEnd(28)} ${'asked'.padStart(14)} ${'measured'.padStart(14)}`);
for (const bar of BARS) {
  const splits = Object.values(result.sources[bar.suite] ?? {});
  for (const score of splits) {
    const value = bar.read(score);
    if (typeof value === 'number') line(bar.what, `>= ${bar.least}`, (100 * value).toFixed(1), 100 * value >= bar.least);
  }
}
if (result.speed) {
  const articles = readFileSync(resolve(home, 'figures/seeds.gold.jsonl'), 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((row) => (JSON.parse(row) as { text: string }).text);
  const { charsPerS, p95MsPerArticle, timesWink, winkQuartiles, timesFullWink, timesReadDoc, timesRegExp, growth } =
    measureSpeed(articles);
  const million = (n: number) => `${(n / 1e6).toFixed(1)} M`;
  line('characters a second', `>= ${million(LEAST_CHARS_PER_S)}`, million(charsPerS), charsPerS >= LEAST_CHARS_PER_S);
  line('wink-nlp takes', `>= ${LEAST_TIMES_WINK} x`, `${timesWink.toFixed(1)} x`, timesWink >= LEAST_TIMES_WINK);
  line('  middle half of the rounds', '', winkQuartiles.map((n) => n.toFixed(1)).join(' to '), true);
  line('  with all of its pipes', '', `${timesFullWink.toFixed(1)} x`, true);
  line('  its readDoc alone', '', `${timesReadDoc.toFixed(1)} x`, true);
  line('a regular expression takes', '', `${(1 / timesRegExp).toFixed(2)} x`, true);
  line('p95 an article', `<= ${MOST_P95_MS} ms`, `${p95MsPerArticle.toFixed(2)} ms`, p95MsPerArticle <= MOST_P95_MS);
  const { strings, exceptions, brokenSpans, worstDoubling } = fuzzFigures();
  line(`${strings} strings: exceptions`, '0', String(exceptions), exceptions === 0);
  line('  broken spans', '0', String(brokenSpans), brokenSpans === 0);
  line('  twice the text, the worst', `< ${MOST_DOUBLING} x`, `${worstDoubling.toFixed(2)} x`, worstDoubling < MOST_DOUBLING);
  line('time for 8 times the text', `<= ${MOST_GROWTH * 8} x`, `${(growth * 8).toFixed(1)} x`, growth <= MOST_GROWTH);
}
process.exitCode = below > 0 ? 1 : 0;
