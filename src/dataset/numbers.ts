import type { Article, Relation } from '../model/entity.ts';
import type { EntityId } from '../model/ids.ts';
import type { Indicator, Observation } from '../model/indicator.ts';
import { newestArticleFirst, newestFirst } from './derive.ts';
import type { Dataset } from './load.ts';
import type { Ids, Numbers, Ref } from './packed-records.ts';
import type { Table } from './table.ts';

/** What both packs are written from: records in the order of their numbers. */
export interface Ordered {
  /** Its sources ordered: first those that deciding may cite. */
  readonly dataset: Dataset;
  /** How many sources deciding may cite: those of offices, dated events and observations. */
  readonly citable: number;
  /** Newest first. */
  readonly observations: readonly Observation[];
  /** Newest first. */
  readonly articles: readonly Article[];
  readonly indicators: ReadonlyMap<string, Indicator>;
  readonly numbers: Numbers;
}

export const isOffice = ({ predicate }: Relation): boolean => predicate === 'holds-role';

export function inOrder(given: Dataset): Ordered {
  const cited = new Set([
    ...given.entities.flatMap(({ relations }) => relations.filter(isOffice).flatMap(({ sources }) => sources)),
    ...given.events.flatMap(({ sources }) => sources),
    ...given.observations.flatMap(({ sources }) => sources),
  ]);
  const citable = given.sources.filter(({ slug }) => cited.has(slug));
  const dataset = { ...given, sources: [...citable, ...given.sources.filter(({ slug }) => !cited.has(slug))] };
  const observations = [...dataset.observations].sort(newestFirst);
  const articles = [...dataset.articles].sort(newestArticleFirst);
  const number = (ids: readonly string[]) => {
    const places = new Map(ids.map((id, i) => [id, i]));
    return (id: string): Ref => places.get(id) ?? id;
  };
  const article = number(articles.map(({ id }) => id));
  const source = number(dataset.sources.map(({ slug }) => slug));
  const articleAsSource = (id: string): Ref => {
    const place = article(id);
    return typeof place === 'number' ? -1 - place : place;
  };
  return {
    dataset,
    citable: citable.length,
    observations,
    articles,
    indicators: new Map(dataset.indicators.map((indicator) => [indicator.slug, indicator])),
    numbers: {
      entity: number(dataset.entities.map(({ id }) => id)),
      indicator: number(dataset.indicators.map(({ slug }) => slug)),
      basis: number(dataset.bases.map(({ slug }) => slug)),
      observation: number(observations.map(({ id }) => id)),
      article,
      source: (slug) => (typeof source(slug) === 'number' ? source(slug) : articleAsSource(slug)),
    },
  };
}

type Keys = Pick<Table<unknown>, 'key'>;

/** Ids of an opened pack by their numbers. The tables are asked when a record is decoded, so they may be opened after. */
export function idsOf(tables: {
  readonly entities: () => Keys;
  readonly indicators: () => Keys;
  readonly bases: () => Keys;
  readonly observations: () => Keys;
  readonly articles: () => Keys;
  readonly sources: () => Keys;
}): Ids {
  const id = (keys: () => Keys) => (ref: Ref) => (typeof ref === 'string' ? ref : keys().key(ref));
  const article = id(tables.articles);
  const source = id(tables.sources);
  return {
    entity: id(tables.entities) as (ref: Ref) => EntityId,
    indicator: id(tables.indicators),
    basis: id(tables.bases),
    observation: id(tables.observations),
    article,
    source: (ref) => (typeof ref === 'number' && ref < 0 ? article(-1 - ref) : source(ref)),
  };
}
