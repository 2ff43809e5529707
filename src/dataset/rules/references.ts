import { typeOf } from '../../model/ids.ts';
import type { PlaceKind } from '../load.ts';
import type { Rule } from './rule.ts';

type Path = readonly PropertyKey[];

/** Everything that is named is there: entities, sources, posts, bases, articles, indicators. */
export const checkReferences: Rule = ({ dataset, indicators, has }, report) => {
  const entity = (kind: PlaceKind, id: string, path: Path, ref: string | undefined) => {
    if (ref && !has('entity', ref)) report(kind, id, path, `names ${ref}, which is not there: add it, or mend the id`);
  };
  const sources = (kind: PlaceKind, id: string, path: Path, slugs: readonly string[]) => {
    slugs.forEach((slug, i) => {
      if (!has('source', slug))
        report(kind, id, [...path, i], `names the unknown source ${slug}: add it to sources.yaml, or mend the slug`);
    });
  };
  const some = (kind: PlaceKind, id: string, path: Path, slugs: readonly string[]) => {
    if (slugs.length === 0) report(kind, id, path, 'has no source: name one that a reader can open');
    sources(kind, id, path, slugs);
  };

  for (const { id, sources: own, relations, ownership, disputed, stops = [], names } of dataset.entities) {
    sources('entity', id, ['sources'], own);
    relations.forEach((relation, i) => {
      entity('entity', id, ['relations', i, 'object'], relation.object);
      some('entity', id, ['relations', i, 'sources'], relation.sources);
      const holds = relation.predicate === 'holds-role';
      if (holds !== (relation.post !== undefined))
        report(
          'entity',
          id,
          ['relations', i, 'post'],
          `${holds ? 'is missing' : 'belongs to holds-role only'}: ${holds ? 'name the post' : 'remove it'}`,
        );
      if (relation.post && !has('post', relation.post))
        report(
          'entity',
          id,
          ['relations', i, 'post'],
          `names the unknown post ${relation.post}: add it to posts.yaml, or mend the slug`,
        );
    });
    stops.forEach((stop, i) => {
      entity('entity', id, ['stops', i], stop);
    });
    if (ownership?.stateOwned) some('entity', id, ['ownership', 'sources'], ownership.sources);
    else if (ownership) sources('entity', id, ['ownership', 'sources'], ownership.sources);
    if (disputed) some('entity', id, ['disputed', 'sources'], disputed.sources);
    names.forEach((name, i) => {
      for (const list of ['needs', 'rejects'] as const) {
        name[list]?.forEach((evidence, j) => {
          const path = ['names', i, list, j];
          if (evidence.is === 'entity' || evidence.is === 'country') entity('entity', id, path, evidence.id);
          if (evidence.is === 'country' && typeOf(evidence.id) !== 'country')
            report('entity', id, path, `names ${evidence.id}, which is no country: write entity instead`);
          if (evidence.is === 'outlet')
            entity('entity', id, path, evidence.text.includes('/') ? evidence.text : `country/${evidence.text}`);
        });
      }
    });
  }
  for (const { slug, entity: counter } of dataset.bases) entity('basis', slug, ['entity'], counter);
  for (const { slug, target } of dataset.indicators) {
    if (target && indicators.get(target)?.nature !== 'target')
      report(
        'indicator',
        slug,
        ['target'],
        `names ${target}, which is no indicator of nature target: mend the slug or that nature`,
      );
  }
  for (const event of dataset.events) {
    entity('event', event.id, ['entity'], event.entity);
    entity('event', event.id, ['place'], event.place);
    sources('event', event.id, ['sources'], event.sources);
  }
  for (const o of dataset.observations) {
    entity('observation', o.id, ['geo'], o.geo);
    entity('observation', o.id, ['partner'], o.partner);
    if (o.assertedBy?.includes('/')) entity('observation', o.id, ['assertedBy'], o.assertedBy);
    if (!has('basis', o.basis))
      report('observation', o.id, ['basis'], `names the unknown basis ${o.basis}: add it to bases.yaml, or write unknown`);
    if (o.articles.length + o.sources.length === 0)
      report('observation', o.id, ['sources'], 'has no source: name an article or a source that prints it');
    sources('observation', o.id, ['sources'], o.sources);
    for (const article of o.articles)
      if (!has('article', article))
        report('observation', o.id, ['articles'], `names the unknown article ${article}: add it to articles/, or mend the id`);
  }
  for (const article of dataset.articles) {
    entity('article', article.id, ['outlet'], article.outlet);
    if (typeOf(article.outlet) !== 'outlet')
      report('article', article.id, ['outlet'], `is a ${typeOf(article.outlet)}: name an outlet`);
    for (const id of article.entities) entity('article', article.id, ['entities'], id);
  }
  for (const series of ['gdp', 'population', 'fx'] as const) {
    const seen = new Set<string>();
    for (const { key, year, source } of dataset.context[series]) {
      const id = `${key} ${year}`;
      if (seen.has(id)) report(series, id, [], 'is given twice: keep one');
      seen.add(id);
      if (series !== 'fx') entity(series, id, ['key'], key);
      if (series === 'fx' && key.length !== 3)
        report(series, id, ['key'], `is ${key}: write a currency code in lower case, such as kzt`);
      sources(series, id, ['source'], [source]);
    }
  }
};
