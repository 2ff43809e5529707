import type { Labelled, Series, SourceLink, ValueLine } from '../model/card-content.ts';
import type { EntityId, Language } from '../model/ids.ts';
import type { Observation } from '../model/indicator.ts';
import { parsePeriod } from '../model/period.ts';
import type { Records } from '../model/records.ts';
import { type EntityBody, entityBody } from './entity-card.ts';
import { seriesOf } from './figure-card.ts';
import { type Lines, makeLines, ROUTES } from './lines.ts';

/** An article as a page of the atlas lists it; `title` is absent where it is not known, then `line` stands in its place. */
export interface ArticleLine {
  readonly id: string;
  readonly route: string;
  readonly url: string;
  readonly title?: string;
  readonly line: string;
  readonly outlet: Labelled;
  readonly date?: string;
  readonly lang: string;
}
/** All values of one indicator for one pair (or one place). */
export interface PairLine {
  readonly route: string;
  readonly indicator: Labelled;
  readonly geo: Labelled;
  readonly partner?: Labelled;
  readonly values: number;
  /** Newest actual value. */
  readonly latest?: ValueLine;
}
export interface EntityPage extends Omit<EntityBody, 'why' | 'latest' | 'kind'> {
  readonly pairs: readonly PairLine[];
  readonly articles: readonly ArticleLine[];
}
export interface IndicatorPage {
  readonly indicator: Labelled;
  readonly scope: string;
  readonly unit: string;
  readonly pairs: readonly PairLine[];
}
export interface PairPage {
  readonly indicator: Labelled;
  readonly scope: string;
  readonly unit: string;
  readonly geo: Labelled;
  readonly partner?: Labelled;
  /** Lines of actual values, one a counting body. */
  readonly series: readonly Series[];
  /** Everything reported, newest first: actual values, targets and forecasts, misprints marked as such. */
  readonly values: readonly ValueLine[];
}
export interface ArticlePage extends ArticleLine {
  readonly entities: readonly Labelled[];
  readonly values: readonly (ValueLine & { readonly pair: PairLine })[];
  /** Other articles of the same story. */
  readonly copies: readonly ArticleLine[];
}
export interface SourcePage extends SourceLink {
  readonly accessed?: string;
  readonly licence?: string;
  readonly values: readonly (ValueLine & { readonly pair: PairLine })[];
}

export interface Atlas {
  entity(id: EntityId): EntityPage | undefined;
  indicator(slug: string): IndicatorPage | undefined;
  pair(slug: string, geo: EntityId, partner?: EntityId): PairPage | undefined;
  article(id: string): ArticlePage | undefined;
  source(slug: string): SourcePage | undefined;
}

/** The pages of the atlas as data, in one language. Each is undefined where the dataset has no such record. */
export function makeAtlas(records: Records, language: Language): Atlas {
  const lines = makeLines(records, language);
  const observation = (id: string) => records.observation(id) ?? [];
  const articleLine = (id: string): ArticleLine | undefined => {
    const a = records.article(id);
    if (!a) return undefined;
    const { url, title, line, date, lang } = a;
    return {
      id: a.id,
      route: ROUTES.article(a.id),
      url,
      ...(title && { title }),
      line,
      outlet: lines.entity(a.outlet),
      ...(date && { date }),
      lang,
    };
  };
  const withPair = (o: Observation) => ({ ...lines.value(o), pair: pairLine([o], lines) });
  return {
    entity(id) {
      const entity = records.entity(id);
      if (!entity) return undefined;
      const type = entity.id.slice(0, entity.id.indexOf('/')) as EntityBody['type'];
      const body = entityBody({ type, via: 'official', evidence: [] }, entity, undefined, records, lines);
      const { why: _, latest: __, kind: ___, ...rest } = body;
      return {
        ...rest,
        pairs: pairsOf(records.observationsOf(entity.id).flatMap(observation), records, lines),
        articles: records.articlesOf(entity.id).flatMap((a) => articleLine(a) ?? []),
      };
    },
    indicator(slug) {
      const indicator = records.indicator(slug);
      if (!indicator) return undefined;
      const all = records
        .ids('observation')
        .flatMap(observation)
        .filter((o) => o.indicator === slug);
      const { unit, scope } = indicator;
      return { indicator: lines.indicator(slug), scope: lines.text(scope), unit, pairs: pairsOf(all, records, lines) };
    },
    pair(slug, geo, partner) {
      const indicator = records.indicator(slug);
      const all = records.series(slug, geo, partner).flatMap(observation);
      if (!indicator || all.length === 0) return undefined;
      return {
        indicator: lines.indicator(slug),
        scope: lines.text(indicator.scope),
        unit: indicator.unit,
        geo: lines.entity(geo),
        ...(partner && { partner: lines.entity(partner) }),
        series: seriesOf(all, lines),
        values: [...all].sort(newestFirst).map(lines.value),
      };
    },
    article(id) {
      const line = articleLine(id);
      const article = records.article(id);
      if (!line || !article) return undefined;
      const copies = article.sameStory
        ? records.ids('article').filter((other) => other !== id && records.article(other)?.sameStory === article.sameStory)
        : [];
      return {
        ...line,
        entities: article.entities.map(lines.entity),
        values: article.observations.flatMap(observation).map(withPair),
        copies: copies.flatMap((other) => articleLine(other) ?? []),
      };
    },
    source(slug) {
      const source = records.source(slug);
      const [link] = lines.sources([slug]);
      if (!source || !link) return undefined;
      const { accessed, licence } = source;
      const all = records
        .ids('observation')
        .flatMap(observation)
        .filter((o) => o.sources.includes(slug));
      return { ...link, ...(accessed && { accessed }), ...(licence && { licence }), values: all.map(withPair) };
    },
  };
}

const ACTUAL: readonly Observation['status'][] = ['official', 'reported', 'preliminary', 'derived'];
const startOf = (o: Observation) => (o.period && parsePeriod(o.period)?.start) || '';
export const newestFirst = (a: Observation, b: Observation) =>
  startOf(b).localeCompare(startOf(a)) || (b.period ?? '').localeCompare(a.period ?? '') || a.id.localeCompare(b.id);

/** Observations of one indicator and pair in one line; the order of a symmetric pair is that of the first one. */
export function pairLine(all: readonly Observation[], lines: Lines): PairLine {
  const [first] = all;
  const { indicator, geo, partner } = first!;
  const latest = [...all].filter((o) => ACTUAL.includes(o.status) && o.rank !== 'deprecated').sort(newestFirst)[0];
  return {
    route: ROUTES.pair(indicator, geo, partner),
    indicator: lines.indicator(indicator),
    geo: lines.entity(geo),
    ...(partner && { partner: lines.entity(partner) }),
    values: all.length,
    ...(latest && { latest: lines.value(latest) }),
  };
}

/** The key under which observations of one indicator and pair meet. */
export function pairKey({ indicator, geo, partner }: Observation, records: Records): string {
  const places = [geo, partner ?? ''];
  return [indicator, ...(records.indicator(indicator)?.symmetric ? places.sort() : places)].join(' ');
}

function pairsOf(all: readonly Observation[], records: Records, lines: Lines): PairLine[] {
  const groups = new Map<string, Observation[]>();
  for (const o of all) {
    const key = pairKey(o, records);
    groups.set(key, [...(groups.get(key) ?? []), o]);
  }
  return [...groups.values()]
    .map((group) => pairLine(group, lines))
    .sort((a, b) => b.values - a.values || a.route.localeCompare(b.route));
}
