import type { Article, Entity, Post, Source } from '../model/entity.ts';
import type { EntityId } from '../model/ids.ts';
import type { Basis, Indicator, Observation } from '../model/indicator.ts';
import type { ContextValue, RecordKind, Records, SearchLine } from '../model/records.ts';
import { seriesKey } from './derive.ts';
import { openPack } from './pack-file.ts';
import { openList, openTable, type Table } from './table.ts';

/** Opens `records.bin` and decodes nothing but its version and date; each record is decoded when it is asked for. @throws PackError */
export function openRecordsPack(bytes: Uint8Array): Records {
  const section = openPack('records', bytes);
  const { version, date } = openList<{ version: string; date: string }>(section('abou')).at(0);
  const entities = openTable<Entity>(section('enti'));
  const indicators = openTable<Indicator>(section('indi'));
  const observations = openTable<Observation>(section('obse'));
  const articles = openTable<Article>(section('arti'));
  const sources = openTable<Source>(section('sour'));
  const posts = openTable<Post>(section('post'));
  const bases = openTable<Basis>(section('basi'));
  const redirects = openTable<EntityId>(section('redi'));
  const observationsOf = openTable<readonly string[]>(section('obof'));
  const series = openTable<readonly string[]>(section('seri'));
  const refs = openTable<readonly string[]>(section('refs'));
  const context = openTable<ContextValue>(section('cont'));
  const search = openList<SearchLine>(section('sear'));

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
    const publisher = entity(article.outlet)?.label.en;
    return {
      slug: id,
      title: article.title ?? article.line,
      url: article.url,
      ...(publisher && { publisher }),
      ...(article.date && { published: article.date }),
    };
  };
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
    observationsOf: (id) => observationsOf.get(id) ?? [],
    series: (indicator, geo, partner) => series.get(seriesKey(indicator, geo, partner)) ?? [],
    articlesOf: (id) => refs.get(id) ?? [],
    context: (name, key, year) => context.get(`${name} ${key} ${year}`),
    searchLines: () => Array.from({ length: search.size }, (_, i) => search.at(i)),
  };
}
