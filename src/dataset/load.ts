import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { z } from 'zod';
import type { Article, Entity, Post, Source } from '../model/entity.ts';
import { type EntityId, parseEntityId } from '../model/ids.ts';
import type { Basis, Indicator, Observation } from '../model/indicator.ts';
import type { DatedEvent, Sense } from '../model/knowledge.ts';
import { DatasetError, type Problem, problem, sortProblems } from './problem.ts';
import { readPublished } from './published.ts';
import { type Place, type Placed, readCsv, readYaml, readYamlList, type Sink } from './read-file.ts';
import * as source from './source.ts';

type About = z.output<typeof source.aboutSchema>;
type ContextRow = z.output<typeof source.contextRow>;
export const CONTEXT_SERIES = ['gdp', 'population', 'fx'] as const;
type ContextSeries = (typeof CONTEXT_SERIES)[number];

/** The whole dataset as written, without what packing adds (CLDR names). Sorted by file, then by line. */
export interface Dataset {
  readonly about: About;
  readonly entities: readonly Entity[];
  readonly indicators: readonly Indicator[];
  readonly posts: readonly Post[];
  readonly bases: readonly Basis[];
  readonly cues: Partial<Record<Sense, Record<string, readonly string[]>>>;
  readonly sources: readonly Source[];
  readonly events: readonly DatedEvent[];
  /** Retired id → the one that took its place. */
  readonly redirects: Readonly<Record<EntityId, EntityId>>;
  readonly observations: readonly Observation[];
  /** With the observations that each prints, as the observations say. */
  readonly articles: readonly Article[];
  readonly context: Readonly<Record<ContextSeries, readonly ContextRow[]>>;
  /** Ids that a release carried. */
  readonly published: readonly string[];
}

/** Kinds of record that have a place of their own. */
export type PlaceKind =
  | 'about'
  | 'entity'
  | 'indicator'
  | 'post'
  | 'basis'
  | 'cues'
  | 'source'
  | 'event'
  | 'redirects'
  | 'observation'
  | 'article'
  | 'published'
  | ContextSeries;

export interface Reading {
  readonly dataset: Dataset;
  /** What is broken in the files themselves; records with a slip are left out of `dataset`. */
  readonly problems: readonly Problem[];
  /** Ids and slugs of those records, and names of files that could not be read at all: who names them makes no second slip. */
  readonly broken: ReadonlySet<string>;
  /** All places of records with that id: more than one where an id was given twice. */
  places(kind: PlaceKind, id: string): readonly Place[];
}

/** Names in a folder with this ending, sorted; none where there is no folder. Hidden files are nobody's records. */
function names(dir: string, ending: string): string[] {
  if (!existsSync(dir)) return [];
  return readdirSync(dir)
    .filter((name) => name.endsWith(ending) && !name.startsWith('.'))
    .sort();
}

function readEntities(dir: string, sink: Sink): Placed<Entity>[] {
  const found: Placed<Entity>[] = [];
  for (const type of names(join(dir, 'entities'), '')) {
    for (const name of names(join(dir, 'entities', type), '.yaml')) {
      const file = `entities/${type}/${name}`;
      const id = `${type}/${name.slice(0, -5)}`;
      if (!parseEntityId(id))
        sink.problems.push(problem(file, undefined, '', 'has a path that is no id: entities/<type>/<slug>.yaml'));
      const entity = readYaml(dir, file, source.entitySchema, sink);
      if (!entity) {
        sink.broken.add(id);
        continue;
      }
      if (entity.value.id !== id)
        sink.problems.push(problem(file, entity.place.line(['id']), 'id', `differs from its path: write ${id} or move the file`));
      found.push(entity);
    }
  }
  return found;
}

function readObservations(dir: string, indicators: readonly Placed<Indicator>[], sink: Sink): Placed<Observation>[] {
  const units = new Map(indicators.map(({ value }) => [value.slug, value.unit]));
  return names(join(dir, 'observations'), '.csv').flatMap((name) => {
    const file = `observations/${name}`;
    const indicator = name.slice(0, -4);
    const unit = units.get(indicator);
    if (unit === undefined && !sink.broken.has(indicator) && !sink.broken.has('indicators.yaml'))
      sink.problems.push(
        problem(file, undefined, '', `names the unknown indicator ${indicator}: add it to indicators.yaml or rename the file`),
      );
    return readCsv(dir, file, source.OBSERVATION_COLUMNS, source.observationRow, sink).map(({ value, place }) => ({
      value: { ...value, indicator, unit: value.unit ?? unit ?? '' },
      place,
    }));
  });
}

function readArticles(dir: string, observations: readonly Placed<Observation>[], sink: Sink): Placed<Article>[] {
  const printed = new Map<string, string[]>();
  for (const { value } of observations) {
    for (const article of value.articles) printed.set(article, [...(printed.get(article) ?? []), value.id]);
  }
  return names(join(dir, 'articles'), '.csv').flatMap((name) =>
    readCsv(dir, `articles/${name}`, source.ARTICLE_COLUMNS, source.articleRow, sink).map(({ value, place }) => {
      const year = value.date?.slice(0, 4) ?? 'undated';
      if (`${year}.csv` !== name)
        sink.problems.push(
          problem(place.file, place.line(), value.id, `stands in the file of another year: move it to articles/${year}.csv`),
        );
      return { value: { ...value, observations: printed.get(value.id) ?? [] }, place };
    }),
  );
}

/** Reads every file and gathers all problems; throws only where there is no dataset at all. */
export function readDataset(dir: string): Reading {
  if (!existsSync(join(dir, 'dataset.yaml')))
    throw new DatasetError(dir, [
      problem('dataset.yaml', undefined, '', `is not in ${dir}: give the folder of a dataset (assets/dataset)`),
    ]);
  const sink: Sink = { problems: [], broken: new Set() };
  const about = readYaml(dir, 'dataset.yaml', source.aboutSchema, sink);
  const entities = readEntities(dir, sink);
  const indicators = readYamlList(dir, 'indicators.yaml', source.indicatorSchema, sink);
  const posts = readYamlList(dir, 'posts.yaml', source.postSchema, sink);
  const bases = readYamlList(dir, 'bases.yaml', source.basisSchema, sink);
  const cues = readYaml(dir, 'cues.yaml', source.cuesSchema, sink);
  const sources = readYamlList(dir, 'sources.yaml', source.sourceSchema, sink);
  const events = readYamlList(dir, 'events.yaml', source.eventSchema, sink);
  const redirects = readYaml(dir, 'redirects.yaml', source.redirectsSchema, sink);
  const observations = readObservations(dir, indicators, sink);
  const articles = readArticles(dir, observations, sink);
  const context = Object.fromEntries(
    CONTEXT_SERIES.map((series) => [
      series,
      readCsv(dir, `context/${series}.csv`, source.CONTEXT_COLUMNS, source.contextRow, sink),
    ]),
  ) as Record<ContextSeries, Placed<ContextRow>[]>;

  const places = new Map<string, Place[]>();
  const keep = <T>(kind: PlaceKind, placed: readonly Placed<T>[], id: (value: T) => string) =>
    placed.map(({ value, place }) => {
      const key = `${kind} ${id(value)}`;
      places.set(key, [...(places.get(key) ?? []), place]);
      return value;
    });
  if (about) keep('about', [about], () => '');
  if (cues) keep('cues', [cues], () => '');
  if (redirects) keep('redirects', [redirects], () => '');
  const bySlug = (value: { slug: string }) => value.slug;
  const byId = (value: { id: string }) => value.id;
  const contextOf = (series: ContextSeries) => keep(series, context[series], (row) => `${row.key} ${row.year}`);
  const dataset: Dataset = {
    about: about?.value ?? { version: '', date: '', title: '', licence: '', corrections: '' },
    entities: keep('entity', entities, byId),
    indicators: keep('indicator', indicators, bySlug),
    posts: keep('post', posts, bySlug),
    bases: keep('basis', bases, bySlug),
    cues: cues?.value ?? {},
    sources: keep('source', sources, bySlug),
    events: keep('event', events, byId),
    redirects: redirects?.value ?? {},
    observations: keep('observation', observations, byId),
    articles: keep('article', articles, byId),
    context: { gdp: contextOf('gdp'), population: contextOf('population'), fx: contextOf('fx') },
    published: readPublished(dir),
  };
  return {
    dataset,
    problems: sortProblems(sink.problems),
    broken: sink.broken,
    places: (kind, id) => places.get(`${kind} ${id}`) ?? [],
  };
}

/** The dataset in a folder, sound in form (`check` judges the rest). @throws DatasetError with every problem, its file, line and cure. */
export function loadDataset(dir: string): Dataset {
  const { dataset, problems } = readDataset(dir);
  if (problems.length > 0) throw new DatasetError(dir, problems);
  return dataset;
}
