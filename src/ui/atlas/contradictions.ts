import type { Observation } from '../../model/indicator.ts';
import { allObservations, isActual, type Kit, pairKey } from './kit.ts';

/** Values that differ for the same indicator, places and period. */
export interface Contradiction {
  readonly indicator: string;
  readonly geo: Observation['geo'];
  readonly partner?: Observation['partner'];
  readonly period: string;
  readonly unit: string;
  readonly values: readonly Observation[];
  readonly low: number;
  readonly high: number;
  /** Independent voices over all values: copies of one story count once. */
  readonly voices: number;
}

/** Values nearer than this are one value, rounded: news prints two or three digits, and 1.0 stands for all up to 1.05. */
const ROUNDING = 0.05;

/** Best evidenced first: most independent voices, then most values, then the widest spread. */
export function contradictions(kit: Kit): readonly Contradiction[] {
  const groups = new Map<string, Observation[]>();
  for (const o of allObservations(kit)) {
    if (!o.period || !isActual(o) || o.status === 'derived' || o.rank === 'deprecated') continue;
    const key = `${pairKey(kit, o)} ${o.period} ${o.unit}`;
    const group = groups.get(key);
    if (group) group.push(o);
    else groups.set(key, [o]);
  }
  const found: Contradiction[] = [];
  for (const values of groups.values()) {
    const low = Math.min(...values.map((o) => o.value));
    const high = Math.max(...values.map((o) => o.value));
    const { indicator, geo, partner, period, unit } = values[0]!;
    if (high - low <= Math.abs(low) * ROUNDING) continue;
    found.push({
      indicator,
      geo,
      ...(partner ? { partner } : {}),
      period: period!,
      unit,
      values: values.sort((a, b) => a.value - b.value),
      low,
      high,
      voices: new Set(values.flatMap((o) => voicesOf(kit, o))).size,
    });
  }
  const spread = (c: Contradiction) => (c.low > 0 ? c.high / c.low : Number.POSITIVE_INFINITY);
  return found.sort((a, b) => b.voices - a.voices || b.values.length - a.values.length || spread(b) - spread(a));
}

/** Who reports a value, by story and source. */
function voicesOf({ records }: Kit, { articles, sources }: Observation): readonly string[] {
  return [...articles.map((id) => records.article(id)?.sameStory ?? id), ...sources];
}
