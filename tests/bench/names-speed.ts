import { openLexicon } from '../../src/lexicon/index.ts';
import { builtInChild } from './names-build.ts';
import {
  ahocorasick,
  dragoman,
  flashtext,
  type Hits,
  lexiconOf,
  limit,
  mapOfNgrams,
  monyone,
  naive,
  regExp,
} from './names-engines.ts';
import { hardTexts } from './names-hard.ts';
import { makeNames, makeText } from './names-made.ts';

export interface SpeedOptions {
  /** Names: one size a process, as a page has one index; engines share optimised code between several. */
  readonly size: number;
  /** UTF-16 units of text. */
  readonly length: number;
  readonly rounds: number;
}

const median = (values: readonly number[]) => [...values].sort((a, b) => a - b)[values.length >> 1]!;
const sorted = (hits: Hits) => [...hits].sort((a, b) => a[0] - b[0] || b[1] - a[1] || a[2] - b[2]);

function leftmostLongest(hits: Hits): Hits {
  let end = -1;
  return sorted(hits).filter(([from, to]) => from >= end && (end = to) >= 0);
}

function same(a: Hits, b: Hits): boolean {
  return JSON.stringify(sorted(a)) === JSON.stringify(sorted(b));
}

/** The middle of the ratios, and the interval that holds their median at 95 % (order statistics of the sign test). */
function middle(ratios: readonly number[]): { readonly median: number; readonly text: string } {
  const inOrder = [...ratios].sort((a, b) => a - b);
  const half = 0.98 * Math.sqrt(inOrder.length);
  const at = (place: number) => inOrder[Math.max(0, Math.min(inOrder.length - 1, Math.round(place)))]!;
  const centre = (inOrder.length - 1) / 2;
  const value = at(centre);
  return { median: value, text: `${value.toFixed(2)} (${at(centre - half).toFixed(2)}–${at(centre + half).toFixed(2)})` };
}

/** Milliseconds for which each side runs before it is timed: a compiler on a busy machine needs some of them. */
const WARM_MS = 400;

function warm(run: () => unknown): void {
  const until = performance.now() + WARM_MS;
  do run();
  while (performance.now() < until);
}

/** Milliseconds of processor time that the process takes: what else runs on the machine does not count. */
function timed(run: () => unknown): number {
  const started = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(started);
  return (user + system) / 1000;
}

/** How many times longer `other` takes than `ours`: both in turns, each first in every second round. Milliseconds of ours besides. */
function compare(ours: () => unknown, other: () => unknown, rounds: number) {
  warm(other);
  warm(ours);
  const ratios: number[] = [];
  const times: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const first = round % 2 ? timed(other) : timed(ours);
    const second = round % 2 ? timed(ours) : timed(other);
    const [own, others] = round % 2 ? [second, first] : [first, second];
    ratios.push(others / own);
    times.push(own);
  }
  return { ...middle(ratios), own: median(times) };
}

/** What is asked of us: how many times longer each engine takes than ours at 10,000 names, and how near the limit we come at 100,000. */
const BARS: Readonly<Record<number, Readonly<Record<string, number>>>> = {
  10000: { [mapOfNgrams.name]: 3, [flashtext.name]: 4, [monyone.name]: 5, [regExp.name]: 25 },
  100000: { [limit.name]: 0.2 },
};
const againstBar = (value: number, bar: number | undefined) =>
  bar === undefined ? '' : `   bar ${bar}: ${value >= bar ? 'met' : 'MISSED'}`;

/** Rounds for an engine that takes thousands of times as long. */
const FEW_ROUNDS = 9;

/**
 * Each engine against ours on the same text, in turns; the figure is the median of the ratios of neighbours in time. All must find the same
 * names; each is given the folding that it needs, and none is asked for more than it gives by itself. Nanoseconds a unit.
 */
export function benchSpeed({ size, length, rounds }: SpeedOptions, bench: string, print: (line: string) => void): number {
  const names = makeNames(size);
  const text = makeText(names, length);
  const { bytes, told } = builtInChild(names, bench);
  // The code of opening is run once over other bytes, as the background runs it at every start.
  openLexicon(lexiconOf(names.slice(0, 10)));
  const opening = performance.now();
  const lexicon = openLexicon(bytes);
  const opened = performance.now() - opening;
  print(`\n${size} names, ${(bytes.length / 2 ** 20).toFixed(2)} MiB, views opened in ${opened.toFixed(2)} ms after the read`);
  print(`  ${told}`);

  const { scan, hits: run } = dragoman(lexicon);
  const ours = run(text);
  if (size <= (naive.most ?? 0)) {
    const part = text.slice(0, text.lastIndexOf('. ', 20_000) + 1);
    if (!same(run(part), naive.build(names).hits(part))) throw new Error(`hits differ from the naive oracle at ${size} names`);
    print(`  hits equal the naive oracle's (${part.length} units)`);
  }
  let perUnit = 0;
  for (const engine of [limit, mapOfNgrams, flashtext, monyone, ahocorasick, regExp]) {
    if (size > (engine.most ?? Number.POSITIVE_INFINITY)) continue;
    const other = engine.build(names);
    // The alternation is slow enough that a small part of the text tells its speed.
    const share = engine === regExp ? text.slice(0, Math.ceil(length / 20)) : text;
    const hits = other.hits(share);
    if (engine !== limit) {
      const expected = engine.leftmostLongest ? leftmostLongest(run(share)) : share === text ? ours : run(share);
      if (engine.namesOnly) {
        if (hits.length !== expected.length) throw new Error(`${engine.name} finds ${hits.length} names, not ${expected.length}`);
      } else if (!same(hits, expected)) throw new Error(`hits of ${engine.name} differ at ${size} names`);
    }
    const result = compare(
      () => scan(share),
      () => other.scan(share),
      engine === regExp ? Math.min(rounds, FEW_ROUNDS) : rounds,
    );
    if (engine === limit) perUnit = (result.own / share.length) * 1e6;
    print(`  ${engine.name.padEnd(24)} takes ${result.text} × our time${againstBar(result.median, BARS[size]?.[engine.name])}`);
  }
  print(`  ${ours.length} hits, ${perUnit.toFixed(2)} ns a unit`);
  const twice = [{ what: 'news', text }, ...hardTexts(names[0]!, length / 2)].map(({ what, text }) => {
    const half = text.slice(0, text.length >> 1);
    const result = compare(
      () => scan(half),
      () => scan(text),
      Math.min(rounds, 25),
    );
    return `${what} ${result.median.toFixed(2)}${result.median < 2.5 ? '' : ' MISSED'}`;
  });
  print(`  twice the text takes × the time (bar 2.5): ${twice.join(', ')}`);
  return perUnit;
}
