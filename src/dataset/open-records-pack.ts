import type { Article, Entity, Post, Source } from '../model/entity.ts';
import type { EntityId } from '../model/ids.ts';
import type { Basis, Indicator, Observation } from '../model/indicator.ts';
import type { ContextValue, RecordKind, Records } from '../model/records.ts';
import { seriesKey, seriesLookups } from './derive.ts';
import { idsOf } from './numbers.ts';
import { openPack } from './pack-file.ts';
import * as packed from './packed-records.ts';
import { articleLine, entityLine, indicatorLine, sourceLine } from './search-lines.ts';
import { type List, openIndex, openList, openTable, type Table } from './table.ts';

/** Opens `records.bin` and decodes nothing but its version and date; each record is decoded when it is asked for. @throws PackError */
export function openRecordsPack(bytes: Uint8Array): Records {
  const section = openPack('records', bytes);
  const { version, date } = openList<{ version: string; date: string }>(section('abou')).at(0);
  const withSlug = <T>(stored: Omit<T, 'slug'>, slug: string) => ({ slug, ...stored }) as T;
  const indicators = openTable<Indicator>(section('indi'), withSlug);
  const posts = openTable<Post>(section('post'), withSlug);
  const bases = openTable<Basis>(section('basi'), withSlug);
  const sources = openTable<Source>(section('sour'), withSlug);
  const of = idsOf({
    entities: () => entities,
    indicators: () => indicators,
    bases: () => bases,
    observations: () => observations,
    articles: () => articles,
    sources: () => sources,
  });
  const entities: Table<Entity> = openTable(section('enti'), (stored: packed.PackedEntity, id) =>
    packed.unpackEntity(stored, id as EntityId, of),
  );
  const observations: Table<Observation> = openTable(section('obse'), (stored: packed.PackedObservation, id) =>
    packed.unpackObservation(stored, id, of),
  );
  const articles: Table<Article> = openTable(section('arti'), (stored: packed.PackedArticle, id) =>
    packed.unpackArticle(stored, id, of),
  );
  const redirects = openTable<EntityId>(section('redi'));
  const observationsOf = openTable<readonly number[]>(section('obof'));
  const refs = openTable<readonly number[]>(section('refs'));
  const context = openTable<ContextValue>(
    section('cont'),
    ([value, unit, year, source]: [number, string, number, packed.Ref]) => ({
      value,
      unit,
      year,
      source: of.source(source),
    }),
  );
  const series = openList<readonly number[]>(section('seri'));
  const findSeries = openIndex(section('ser_'), series.size, (i) => {
    const { indicator, geo, partner } = observations.at(series.at(i)[0]!);
    return seriesKey(indicator, geo, partner);
  });

  const entity = (id: EntityId) => entities.get(id) ?? entities.get(redirects.get(id) ?? '');
  const tables: Record<RecordKind, Table<unknown>> = {
    entity: entities,
    indicator: indicators,
    observation: observations,
    article: articles,
    source: sources,
    post: posts,
    basis: bases,
  };
  /** Facts may rest on an article of the dataset: then it is the source. */
  const sourceOfArticle = (id: string): Source | undefined => {
    const article = articles.get(id);
    if (!article) return undefined;
    const { title, line, url, outlet, date: published } = article;
    const publisher = entity(outlet)?.label.en;
    return { slug: id, title: title ?? line, url, ...(publisher && { publisher }), ...(published && { published }) };
  };
  const lines = <T, L>(records: List<T>, line: (record: T) => L) =>
    Array.from({ length: records.size }, (_, i) => line(records.at(i)));
  return {
    version,
    date,
    entity,
    indicator: indicators.get,
    observation: observations.get,
    article: articles.get,
    source: (slug) => sources.get(slug) ?? sourceOfArticle(slug),
    post: posts.get,
    basis: bases.get,
    ids: (kind) => Array.from({ length: tables[kind].size }, (_, i) => tables[kind].key(i)),
    observationsOf: (id) => (observationsOf.get(id) ?? []).map(observations.key),
    series(indicator, geo, partner) {
      const { symmetric } = indicators.get(indicator) ?? {};
      const place = seriesLookups(indicator, geo, partner, symmetric)
        .map(findSeries)
        .find((found) => found >= 0);
      return place === undefined ? [] : series.at(place).map(observations.key);
    },
    articlesOf(id) {
      // Numbers of articles run from the newest; an observation names its own.
      const places =
        refs.get(id) ??
        observations
          .get(id)
          ?.articles.map(articles.find)
          .filter((place) => place >= 0) ??
        [];
      return [...places].sort((a, b) => a - b).map(articles.key);
    },
    context: (name, key, year) => context.get(`${name} ${key} ${year}`),
    searchLines: () => [
      ...lines(entities, entityLine),
      ...lines(indicators, indicatorLine),
      ...lines(articles, articleLine),
      ...lines(sources, sourceLine),
    ],
  };
}
