import type { ValueLine } from '../model/card-content.ts';
import type { Language } from '../model/ids.ts';
import type { Observation } from '../model/indicator.ts';
import type { Records } from '../model/records.ts';
import { equal } from '../resolve/compare.ts';
import { stepOf } from '../resolve/units.ts';
import { type PairLine, pairKey, pairLine } from './atlas.ts';
import { makeLines } from './lines.ts';

/** Values of the same thing and period that cannot all be right as they stand. */
export interface Contradiction {
  readonly pair: PairLine;
  readonly period: string;
  /** Highest over lowest value, less one: 0.57 is 57 % apart. */
  readonly spread: number;
  /** Voices: copies of one story count once. */
  readonly voices: number;
  readonly values: readonly ValueLine[];
}

const ACTUAL: readonly Observation['status'][] = ['official', 'reported', 'preliminary', 'derived'];

/** All contradictions of the dataset, those with the most voices first, then the widest apart. */
export function contradictionsOf(records: Records, language: Language): Contradiction[] {
  const lines = makeLines(records, language);
  const groups = new Map<string, Observation[]>();
  for (const id of records.ids('observation')) {
    const o = records.observation(id);
    if (!o?.period || !ACTUAL.includes(o.status) || o.rank === 'deprecated' || o.value <= 0) continue;
    const key = `${pairKey(o, records)} ${o.period}`;
    groups.set(key, [...(groups.get(key) ?? []), o]);
  }
  return [...groups.values()]
    .flatMap((all): Contradiction[] => {
      const sorted = [...all].sort((a, b) => a.value - b.value);
      const [low, high] = [sorted[0]!, sorted.at(-1)!];
      const printed = { low: low.value, high: low.value, step: stepOf(low.value) };
      if (all.length < 2 || equal(printed, high.value, high.comparator)) return [];
      return [
        {
          pair: pairLine(all, lines),
          period: low.period!,
          spread: high.value / low.value - 1,
          voices: new Set(all.flatMap((o) => voicesOf(o, records))).size,
          values: sorted.map(lines.value),
        },
      ];
    })
    .sort((a, b) => b.voices - a.voices || b.spread - a.spread);
}

const voicesOf = (o: Observation, records: Records) => [
  ...o.articles.map((id) => records.article(id)?.sameStory ?? id),
  ...o.sources.map((slug) => `source ${slug}`),
];
