import type { Article, Entity } from '../model/entity.ts';
import type { EntityId } from '../model/ids.ts';
import { typeOf } from '../model/ids.ts';
import type { Indicator, Observation } from '../model/indicator.ts';
import { parsePeriod } from '../model/period.ts';

/** What both packs and the checks work out from the dataset. Pure. */

const UP = new Set(['located-in', 'part-of', 'capital-of']);

/** The countries an entity belongs to, `located-in`, `part-of` and `capital-of` followed up; a country belongs to itself. */
export function countriesOf(entities: ReadonlyMap<EntityId, Entity>, id: EntityId, seen = new Set<EntityId>()): EntityId[] {
  if (seen.has(id)) return [];
  seen.add(id);
  if (typeOf(id) === 'country') return [id];
  const up = entities.get(id)?.relations.filter(({ predicate }) => UP.has(predicate)) ?? [];
  return [...new Set(up.flatMap(({ object }) => countriesOf(entities, object, seen)))];
}

/** Under which keys an observation is found: its pair, in both orders where the indicator is symmetric. */
export function seriesKey(indicator: string, geo: string, partner?: string): string {
  return partner ? `${indicator} ${geo} ${partner}` : `${indicator} ${geo}`;
}
export function seriesKeysOf({ indicator, geo, partner }: Observation, indicators: ReadonlyMap<string, Indicator>): string[] {
  const key = seriesKey(indicator, geo, partner);
  return partner && indicators.get(indicator)?.symmetric ? [...new Set([key, seriesKey(indicator, partner, geo)])] : [key];
}

/**
 * Observations by their series, as places in the list: pairs of a symmetric indicator once, whichever comes first. The key is that of the
 * first observation.
 */
export function seriesGroups(
  observations: readonly Observation[],
  indicators: ReadonlyMap<string, Indicator>,
): [key: string, places: number[]][] {
  const groups = new Map<string, number[]>();
  const series: [string, number[]][] = [];
  observations.forEach((observation, place) => {
    const keys = seriesKeysOf(observation, indicators);
    let places = groups.get(keys[0]!);
    if (!places) {
      places = [];
      series.push([keys[0]!, places]);
      for (const key of keys) groups.set(key, places);
    }
    places.push(place);
  });
  return series;
}

/** Keys under which a pair's series may stand. */
export function seriesLookups(
  indicator: string,
  geo: string,
  partner: string | undefined,
  symmetric: boolean | undefined,
): string[] {
  const key = seriesKey(indicator, geo, partner);
  return symmetric && partner ? [key, seriesKey(indicator, partner, geo)] : [key];
}

/** Wikidata numbers that two sources do not confirm are kept in the files only. */
export function confirmedSameAs(sameAs: Entity['sameAs']): Entity['sameAs'] {
  const kept = Object.entries(sameAs ?? {}).filter(([key]) => !key.endsWith('-unverified'));
  return kept.length > 0 ? Object.fromEntries(kept) : undefined;
}

/** Newest first: by the period's start, then its end, then by id; those without a period last. */
export function newestFirst(a: Observation, b: Observation): number {
  const [x, y] = [a, b]
    .map(({ period }) => (period ? parsePeriod(period) : undefined))
    .map((p) => [p?.start ?? '', p?.end ?? '']);
  return order(y![0]!, x![0]!) || order(y![1]!, x![1]!) || order(a.id, b.id);
}
/** Newest first; those without a date last. */
export function newestArticleFirst(a: Article, b: Article): number {
  return order(b.date ?? '', a.date ?? '') || order(a.id, b.id);
}
const order = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** Collects values under keys, in order of coming. */
export function group<T>(pairs: Iterable<readonly [key: string, value: T]>): [key: string, values: T[]][] {
  const groups = new Map<string, T[]>();
  for (const [key, value] of pairs) {
    const values = groups.get(key);
    if (!values) groups.set(key, [value]);
    else if (!values.includes(value)) values.push(value);
  }
  return [...groups];
}

/** Where the chain of redirects ends; undefined in a circle. */
export function redirectEnd(redirects: Readonly<Record<string, EntityId>>, from: EntityId): EntityId | undefined {
  let id = from;
  for (let steps = 0; steps <= Object.keys(redirects).length; steps++) {
    const next = redirects[id];
    if (!next) return id;
    id = next;
  }
  return undefined;
}
