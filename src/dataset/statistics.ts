import type { Relation } from '../model/entity.ts';
import { typeOf } from '../model/ids.ts';
import type { Observation } from '../model/indicator.ts';
import { dayNumber, formatPeriod, parsePeriod } from '../model/period.ts';
import { seriesKeysOf } from './derive.ts';
import type { Dataset } from './load.ts';

/** How much of something there is, the most first. */
export type Tally = readonly (readonly [key: string, count: number])[];
/** Actual values of one indicator, pair and period that rounding does not explain. */
interface Contradiction {
  readonly indicator: string;
  readonly pair: readonly string[];
  readonly period: string;
  /** Largest over smallest, less one. */
  readonly spread: number;
  /** Independent voices over all values. */
  readonly voices: number;
  readonly values: readonly { readonly id: string; readonly value: number; readonly basis: string; readonly voices: number }[];
}
interface Stale {
  readonly id: string;
  /** ISO date that makes it so. */
  readonly since: string;
  readonly why: 'role-not-seen-since' | 'not-verified-since' | 'series-ends';
}
export interface Statistics {
  readonly version: string;
  readonly date: string;
  readonly counts: Readonly<Record<string, number>>;
  readonly coverage: Readonly<Record<string, Tally>>;
  /** Best evidenced first. */
  readonly contradictions: readonly Contradiction[];
  /** Observations that one voice reports. */
  readonly singleSource: readonly string[];
  readonly stale: readonly Stale[];
}

const FUTURE = new Set(['target', 'plan', 'forecast']);
/** Values nearer than this are one value, rounded: news prints two or three digits, and 1.0 stands for all up to 1.05. */
const ROUNDING = 0.05;
/** A role that no source showed for this long may have ended; so may a series. In days before the dataset's day. */
const ROLE_DAYS = 365;
const VERIFIED_DAYS = 2 * 365;
const SERIES_DAYS = 2 * 365;
/** Years in which the dataset means to know who was in office. */
const OFFICE = { start: '2016-01-01', end: '2027-01-01' };

function tally(keys: Iterable<string>): Tally {
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
}

/** Who reports a value, copies of one story counted once. */
function voicesOf(observation: Observation, stories: ReadonlyMap<string, string>): Set<string> {
  return new Set([...observation.articles.map((id) => stories.get(id) ?? id), ...observation.sources]);
}

function contradictionsOf(
  { observations }: Dataset,
  keyOf: (o: Observation) => string,
  stories: ReadonlyMap<string, string>,
): Contradiction[] {
  const groups = new Map<string, Observation[]>();
  for (const o of observations) {
    if (!o.period || o.rank === 'deprecated' || FUTURE.has(o.status) || o.status === 'misprint') continue;
    const key = `${keyOf(o)} ${formatPeriod(parsePeriod(o.period)!)} ${o.unit}`;
    groups.set(key, [...(groups.get(key) ?? []), o]);
  }
  return [...groups.values()]
    .flatMap((group) => {
      const values = group.map(({ value }) => value);
      const spread = Math.max(...values) / Math.min(...values) - 1;
      if (!(spread > ROUNDING)) return [];
      const [{ indicator, geo, partner, period }] = group as [Observation];
      return {
        indicator,
        pair: partner ? [geo, partner] : [geo],
        period: period!,
        spread,
        voices: new Set(group.flatMap((o) => [...voicesOf(o, stories)])).size,
        values: group.map((o) => ({ id: o.id, value: o.value, basis: o.basis, voices: voicesOf(o, stories).size })),
      };
    })
    .sort((a, b) => b.voices - a.voices || b.values.length - a.values.length || b.spread - a.spread);
}

function staleOf(dataset: Dataset, keyOf: (o: Observation) => string): Stale[] {
  const today = dayNumber(dataset.about.date);
  const older = (date: string, days: number) => today - dayNumber(parsePeriod(date)!.start!) > days;
  const stale: Stale[] = [];
  for (const { id, relations, verified } of dataset.entities) {
    if (older(verified.on, VERIFIED_DAYS)) stale.push({ id, since: verified.on, why: 'not-verified-since' });
    for (const { predicate, to, asOf, from } of relations) {
      const seen = asOf ?? from;
      if (predicate === 'holds-role' && !to && seen && older(seen, ROLE_DAYS))
        stale.push({ id, since: seen, why: 'role-not-seen-since' });
    }
  }
  const ends = new Map<string, string>();
  for (const o of dataset.observations) {
    const end = o.period && !FUTURE.has(o.status) ? parsePeriod(o.period)?.end : undefined;
    const key = keyOf(o);
    if (end && end > (ends.get(key) ?? '')) ends.set(key, end);
  }
  for (const [id, since] of ends) if (older(since, SERIES_DAYS)) stale.push({ id, since, why: 'series-ends' });
  return stale.sort((a, b) => (a.since < b.since ? -1 : a.since > b.since ? 1 : a.id < b.id ? -1 : 1));
}

const inOffice = ({ predicate, from, to, asOf }: Relation) =>
  predicate === 'holds-role' &&
  (from ?? asOf ?? to ?? '') < OFFICE.end &&
  (to === undefined || parsePeriod(to)!.start! > OFFICE.start);

/** What the dataset covers, and where it is thin. Pure; the dataset's own day is today. */
export function statisticsOf(dataset: Dataset): Statistics {
  const { entities, indicators, observations, articles, sources, posts, context } = dataset;
  const stories = new Map(articles.map(({ id, sameStory }) => [id, sameStory ?? id]));
  const bySlug = new Map(indicators.map((indicator) => [indicator.slug, indicator]));
  const keyOf = (o: Observation) => seriesKeysOf(o, bySlug).sort()[0]!;
  const actual = observations.filter(({ status }) => !FUTURE.has(status) && status !== 'misprint');
  const outlets = entities.filter(({ id }) => typeOf(id) === 'outlet');
  const kinds = ['gdp', 'population', 'fx'] as const;
  return {
    version: dataset.about.version,
    date: dataset.about.date,
    counts: {
      entities: entities.length,
      names: entities.reduce((sum, { names }) => sum + names.length, 0),
      'people in office 2016–2026': entities.filter(({ id, relations }) => typeOf(id) === 'person' && relations.some(inOffice))
        .length,
      relations: entities.reduce((sum, { relations }) => sum + relations.length, 0),
      posts: posts.length,
      indicators: indicators.length,
      observations: observations.length,
      'actual values, counter named': actual.filter(({ basis }) => basis !== 'unknown').length,
      'actual values, counter not named': actual.filter(({ basis }) => basis === 'unknown').length,
      'targets, plans, forecasts': observations.filter(({ status }) => FUTURE.has(status)).length,
      misprints: observations.filter(({ status }) => status === 'misprint').length,
      'context values': kinds.reduce((sum, series) => sum + context[series].length, 0),
      articles: articles.length,
      'articles with title and day': articles.filter(({ title, date }) => title && date?.length === 10).length,
      stories: new Set(stories.values()).size,
      outlets: outlets.length,
      'outlets with ownership note': outlets.filter(({ ownership }) => ownership).length,
      sources: sources.length,
    },
    coverage: {
      'entities by type': tally(entities.map(({ id }) => typeOf(id))),
      'names by language': tally(entities.flatMap(({ names }) => names.map(({ lang }) => lang))),
      'entities by language of a name': tally(
        entities.flatMap(({ names }) => [...new Set(names.map(({ lang }) => lang.split('-')[0]!))]),
      ),
      'articles by language': tally(articles.map(({ lang }) => lang)),
      'articles by year': tally(articles.map(({ date }) => date?.slice(0, 4) ?? 'undated')),
      'articles by outlet': tally(articles.map(({ outlet }) => outlet)),
      'observations by indicator': tally(observations.map(({ indicator }) => indicator)),
      'observations by year': tally(
        observations.map(
          ({ period }) => (period && (parsePeriod(period)?.start ?? parsePeriod(period)?.end)?.slice(0, 4)) || 'no period',
        ),
      ),
      'observations by basis': tally(observations.map(({ basis }) => basis)),
      'observations by status': tally(observations.map(({ status }) => status)),
    },
    contradictions: contradictionsOf(dataset, keyOf, stories),
    singleSource: observations.filter((o) => voicesOf(o, stories).size === 1).map(({ id }) => id),
    stale: staleOf(dataset, keyOf),
  };
}
