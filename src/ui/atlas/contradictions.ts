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
}

/** Values nearer than this are roundings of each other: "about 530" and 529.4. */
const ROUNDING = 0.01;

/** Widest spread first, as the ratio of highest to lowest. */
export function contradictions(kit: Kit): readonly Contradiction[] {
  const groups = new Map<string, Observation[]>();
  for (const o of allObservations(kit)) {
    if (!o.period || !isActual(o) || o.rank === 'deprecated') continue;
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
    if (high - low <= Math.abs(high) * ROUNDING) continue;
    found.push({
      indicator,
      geo,
      ...(partner ? { partner } : {}),
      period: period!,
      unit,
      values: values.sort((a, b) => a.value - b.value),
      low,
      high,
    });
  }
  const spread = (c: Contradiction) => (c.low > 0 ? c.high / c.low : Number.POSITIVE_INFINITY);
  return found.sort((a, b) => spread(b) - spread(a));
}
