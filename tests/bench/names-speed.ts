import { openLexicon } from '../../src/lexicon/index.ts';
import {
  ahocorasick,
  dragoman,
  type Engine,
  flashtext,
  type Hits,
  lexiconOf,
  limit,
  mapOfNgrams,
  monyone,
  naive,
  regExp,
} from './names-engines.ts';
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

/** Each engine against ours on the same text, in turns; the figure is the median of the ratios of neighbours in time. Nanoseconds a unit. */
export function benchSpeed({ size, length, rounds }: SpeedOptions, print: (line: string) => void): number {
  let perUnit = 0;
  const names = makeNames(size);
  const text = makeText(names, length);
  const started = performance.now();
  const bytes = lexiconOf(names);
  const built = performance.now() - started;
  const opening = performance.now();
  const lexicon = openLexicon(bytes);
  const opened = performance.now() - opening;
  print(
    `\n${size} names: built in ${(built / 1000).toFixed(1)} s, ${(bytes.length / 2 ** 20).toFixed(2)} MiB, opened in ${opened.toFixed(2)} ms`,
  );

  const { scan, hits: run } = dragoman(lexicon);
  const ours = run(text);
  if (size <= (naive.most ?? 0)) {
    const part = text.slice(0, text.lastIndexOf('. ', 20_000) + 1);
    if (!same(run(part), naive.build(names).hits(part))) throw new Error(`hits differ from the naive oracle at ${size} names`);
    print(`  hits equal the naive oracle's (${part.length} units)`);
  }
  const others: Engine[] = [limit, mapOfNgrams, flashtext, monyone, ahocorasick, regExp].filter(
    (engine) => size <= (engine.most ?? Number.POSITIVE_INFINITY),
  );
  for (const engine of others) {
    const other = engine.build(names);
    // The alternation is slow enough that a tenth of the text tells its speed.
    const share = engine === regExp ? text.slice(0, Math.ceil(length / 20)) : text;
    const hits = other.hits(share);
    if (engine !== limit) {
      const expected = engine.leftmostLongest ? leftmostLongest(run(share)) : ours;
      if (engine.namesOnly) print(`  ${engine.name}: ${hits.length} names, ${expected.length} expected`);
      else if (!same(hits, expected)) throw new Error(`hits of ${engine.name} differ at ${size} names`);
    }
    const ratios: number[] = [];
    const times: number[] = [];
    for (let round = 0; round < rounds; round++) {
      const a = performance.now();
      scan(share);
      const b = performance.now();
      other.scan(share);
      const c = performance.now();
      ratios.push((c - b) / (b - a));
      times.push((b - a) / share.length);
    }
    if (engine === limit) perUnit = median(times) * 1e6;
    print(`  ${engine.name.padEnd(24)} takes ${median(ratios).toFixed(2)} × our time`);
  }
  const half = text.slice(0, text.length >> 1);
  const linear = [];
  for (let round = 0; round < rounds; round++) {
    const a = performance.now();
    scan(half);
    const b = performance.now();
    scan(text);
    linear.push((performance.now() - b) / (b - a));
  }
  print(`  ${ours.length} hits, ${perUnit.toFixed(1)} ns a unit, twice the text takes ${median(linear).toFixed(2)} × the time`);
  return perUnit;
}
