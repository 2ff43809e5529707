import type { Entity } from '../../model/entity.ts';
import type { EntityId } from '../../model/ids.ts';
import type { Indicator } from '../../model/indicator.ts';
import type { Dataset, PlaceKind, Reading } from '../load.ts';
import { type Problem, problem } from '../problem.ts';

/** Kinds of record that others name. A source is a source's slug or an article's id. */
type Named = 'entity' | 'post' | 'basis' | 'article' | 'observation' | 'source';

/** What a rule looks things up in. */
export interface Ground {
  readonly dataset: Dataset;
  readonly entities: ReadonlyMap<EntityId, Entity>;
  readonly indicators: ReadonlyMap<string, Indicator>;
  /** Is a record with this id there, or one that could not be read? That one was reported already. */
  has(kind: Named, id: string): boolean;
}
/** Reports a slip in one record; `path` leads to the field. The message is "what is the matter: how to mend it". */
export type Report = (kind: PlaceKind, id: string, path: readonly PropertyKey[], message: string) => void;
export type Rule = (ground: Ground, report: Report) => void;

/** Where records of a kind stand: when one of these files cannot be read, nothing is known to be missing. */
const HOMES: Record<Exclude<Named, 'entity'>, RegExp> = {
  post: /^posts\./,
  basis: /^bases\./,
  article: /^articles\//,
  observation: /^observations\//,
  source: /^(sources\.|articles\/)/,
};

export function makeGround({ dataset, broken }: Reading): Ground {
  const articles = dataset.articles.map(({ id }) => id);
  const ids: Record<Named, ReadonlySet<string>> = {
    entity: new Set(dataset.entities.map(({ id }) => id)),
    post: new Set(dataset.posts.map(({ slug }) => slug)),
    basis: new Set(['unknown', ...dataset.bases.map(({ slug }) => slug)]),
    article: new Set(articles),
    observation: new Set(dataset.observations.map(({ id }) => id)),
    source: new Set([...dataset.sources.map(({ slug }) => slug), ...articles]),
  };
  const lost = [...broken].filter((name) => /\.(yaml|csv)$/.test(name));
  return {
    dataset,
    entities: new Map(dataset.entities.map((entity) => [entity.id, entity])),
    indicators: new Map(dataset.indicators.map((indicator) => [indicator.slug, indicator])),
    // A broken entity has a file and an id; its id alone says which one it is.
    has: (kind, id) => ids[kind].has(id) || broken.has(id) || (kind !== 'entity' && lost.some((file) => HOMES[kind].test(file))),
  };
}

/** Reports land at the last record with that id, which is the one that came second where an id is given twice. */
export function makeReport(reading: Reading, problems: Problem[]): Report {
  return (kind, id, path, message) => {
    const place = reading.places(kind, id).at(-1);
    const where = [path.map(String).join('.'), id].filter(Boolean).join(' of ');
    problems.push(problem(place?.file ?? `${kind}.txt`, place?.line(path), where, message));
  };
}
