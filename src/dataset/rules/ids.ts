import type { EntityId } from '../../model/ids.ts';
import { redirectEnd } from '../derive.ts';
import type { PlaceKind } from '../load.ts';
import type { Rule } from './rule.ts';

/** An id is given once, is never reused, and lives on by a redirect when it is retired. */
export const checkIds: Rule = ({ dataset, entities, has }, report) => {
  const once = (kind: PlaceKind, ids: readonly string[]) => {
    const seen = new Set<string>();
    for (const id of ids) {
      if (seen.has(id)) report(kind, id, [], 'is given twice: give each record an id of its own');
      seen.add(id);
    }
  };
  once(
    'entity',
    dataset.entities.map(({ id }) => id),
  );
  once(
    'indicator',
    dataset.indicators.map(({ slug }) => slug),
  );
  once(
    'post',
    dataset.posts.map(({ slug }) => slug),
  );
  once(
    'basis',
    dataset.bases.map(({ slug }) => slug),
  );
  once(
    'event',
    dataset.events.map(({ id }) => id),
  );
  once(
    'observation',
    dataset.observations.map(({ id }) => id),
  );
  once(
    'article',
    dataset.articles.map(({ id }) => id),
  );
  once(
    'source',
    dataset.sources.map(({ slug }) => slug),
  );
  const articles = new Set(dataset.articles.map(({ id }) => id));
  for (const { slug } of dataset.sources)
    if (articles.has(slug)) report('source', slug, ['slug'], 'is the id of an article too: name one of them otherwise');

  for (const from of Object.keys(dataset.redirects) as EntityId[]) {
    if (entities.has(from)) report('redirects', '', [from], `is in use: remove the redirect or the entity`);
    const end = redirectEnd(dataset.redirects, from);
    if (end === undefined) report('redirects', '', [from], 'leads in a circle: point it at an entity');
    else if (!has('entity', end)) report('redirects', '', [from], `leads to ${end}, which is not there: point it at an entity`);
  }

  for (const id of dataset.published) {
    const kept = id.includes('/') ? has('entity', id) || id in dataset.redirects : has('observation', id) || has('article', id);
    if (kept) continue;
    const cure = id.includes('/')
      ? 'bring it back, or point it at its successor in redirects.yaml'
      : 'bring it back (rank deprecated retires a value)';
    report('published', id, [], `was released and is gone: ${cure}`);
  }
};
