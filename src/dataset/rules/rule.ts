import type { Entity } from '../../model/entity.ts';
import type { EntityId } from '../../model/ids.ts';
import type { Indicator } from '../../model/indicator.ts';
import type { Dataset, PlaceKind, Reading } from '../load.ts';
import { type Problem, problem } from '../problem.ts';

/** What a rule looks things up in. */
export interface Ground {
  readonly dataset: Dataset;
  readonly entities: ReadonlyMap<EntityId, Entity>;
  readonly indicators: ReadonlyMap<string, Indicator>;
  /** Is it a source's slug or an article's id? */
  knowsSource(slug: string): boolean;
}
/** Reports a slip in one record; `path` leads to the field. The message is "what is the matter: how to mend it". */
export type Report = (kind: PlaceKind, id: string, path: readonly PropertyKey[], message: string) => void;
export type Rule = (ground: Ground, report: Report) => void;

export function makeGround(dataset: Dataset): Ground {
  const sources = new Set([...dataset.sources.map(({ slug }) => slug), ...dataset.articles.map(({ id }) => id)]);
  return {
    dataset,
    entities: new Map(dataset.entities.map((entity) => [entity.id, entity])),
    indicators: new Map(dataset.indicators.map((indicator) => [indicator.slug, indicator])),
    knowsSource: (slug) => sources.has(slug),
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
