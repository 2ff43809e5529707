import type { Article, Entity, Post, Source } from './entity.ts';
import type { EntityId } from './ids.ts';
import type { Basis, Indicator, Observation } from './indicator.ts';

export type RecordKind = 'entity' | 'indicator' | 'observation' | 'article' | 'source' | 'post' | 'basis';

/** A line of the atlas's search index. */
export interface SearchLine {
  readonly kind: 'entity' | 'indicator' | 'article' | 'source';
  readonly id: string;
  readonly label: string;
  /** All names, labels and own lines that should find it. */
  readonly texts: readonly string[];
}

/** A number that puts others in context: GDP, population, exchange rate of a year. */
export interface ContextValue {
  readonly value: number;
  readonly unit: string;
  readonly year: number;
  readonly source: string;
}

/** The opened records pack: whole records for card and atlas, each decoded when it is asked for. */
export interface Records {
  readonly version: string;
  /** ISO day of the dataset. */
  readonly date: string;
  /** Follows redirects of retired ids. */
  entity(id: EntityId): Entity | undefined;
  indicator(slug: string): Indicator | undefined;
  observation(id: string): Observation | undefined;
  article(id: string): Article | undefined;
  source(slug: string): Source | undefined;
  post(slug: string): Post | undefined;
  basis(slug: string): Basis | undefined;
  ids(kind: RecordKind): readonly string[];
  /** Observations with the entity as geo or partner, newest period first. */
  observationsOf(entity: EntityId): readonly string[];
  /** Observations of one indicator and pair (either order when symmetric). */
  series(indicator: string, geo: EntityId, partner?: EntityId): readonly string[];
  /** Articles that name the entity or print the observation, newest first. */
  articlesOf(id: string): readonly string[];
  /** `gdp` (current US$), `population`, `fx` (units per US$, yearly mean; key is the ISO 4217 code in lower case). Keys of the first two are entity ids. */
  context(series: 'gdp' | 'population' | 'fx', key: string, year: number): ContextValue | undefined;
  searchLines(): readonly SearchLine[];
}
