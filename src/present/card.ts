import type { Annotation } from '../model/annotation.ts';
import type { CardContent, ClaimCard, RelatedArticle } from '../model/card-content.ts';
import type { DocumentFacts } from '../model/document.ts';
import type { EntityId, Language } from '../model/ids.ts';
import type { Knowledge } from '../model/knowledge.ts';
import type { Records } from '../model/records.ts';
import { relatedArticles, type Shared } from '../resolve/related.ts';
import { entityBody } from './entity-card.ts';
import { figureBody } from './figure-card.ts';
import { type Lines, makeLines, ROUTES } from './lines.ts';
import { pairOf } from './pair.ts';

export interface CardContext {
  readonly facts: DocumentFacts;
  readonly knowledge: Knowledge;
  readonly records: Records;
  readonly language: Language;
  /** Of the same block: related articles are ranked by them, and two entities of one sentence may have a series together. */
  readonly annotations?: readonly Annotation[];
}

/** The whole content of a card, labelled in the reader's language; sentences are made by whoever draws it. */
export function cardContent(annotation: Annotation, context: CardContext): CardContent {
  const { facts, records, language } = context;
  const lines = makeLines(records, language);
  const base = {
    annotation: annotation.id,
    printed: annotation.surface,
    related: related(annotation, context, lines),
    dataset: { version: records.version, date: records.date, olderThanArticle: !!facts.date && facts.date > records.date },
  };
  if (annotation.kind === 'entity') {
    const entity = records.entity(annotation.entity);
    if (!entity)
      throw new RangeError(`The dataset has no entity ${annotation.entity}: names and records come from different versions.`);
    const pair = pairOf(annotation, context.annotations ?? [], records, lines);
    const body = entityBody(annotation, entity, facts.date, records, lines);
    return { ...base, ...body, ...(pair && { pair }), atlas: ROUTES.entity(entity.id) };
  }
  if (annotation.kind === 'figure') {
    const { reading } = annotation;
    const atlas = reading ? ROUTES.pair(reading.indicator, reading.geo, reading.partner) : '#/';
    return { ...base, ...figureBody(annotation, ownOf(facts, context.knowledge), records, lines), atlas };
  }
  const side = ({ post, object, period, value, unit }: typeof annotation.says) => ({
    ...(post && { post: lines.post(post) }),
    ...(object && { object: lines.entity(object) }),
    ...(period && { period }),
    ...(value !== undefined && { value }),
    ...(unit && { unit }),
  });
  const claim: ClaimCard = {
    ...base,
    kind: 'claim',
    claim: annotation.claim,
    ...(annotation.about && { about: lines.entity(annotation.about) }),
    says: side(annotation.says),
    others: annotation.others.map((o) => ({ ...side(o), sources: o.sources })),
    atlas: annotation.about ? ROUTES.entity(annotation.about) : '#/',
  };
  return claim;
}

/** The page's own record and the copies of its story, as far as its address tells. */
function ownOf(facts: DocumentFacts, knowledge: Knowledge): ReadonlySet<string> {
  const own = facts.url ? knowledge.articleByUrl(facts.url) : undefined;
  if (!own) return new Set();
  const copies = own.sameStory
    ? own.observations.flatMap((id) => knowledge.articlesOf(id)).filter((a) => a.sameStory === own.sameStory)
    : [];
  return new Set([own.id, ...copies.map((a) => a.id)]);
}

function related(annotation: Annotation, { facts, knowledge, annotations = [] }: CardContext, lines: Lines): RelatedArticle[] {
  const observationsOf = (a: Annotation) =>
    a.kind === 'figure' && a.reading
      ? knowledge.observations(a.reading.indicator, a.reading.geo, a.reading.partner).map((o) => o.id)
      : [];
  const entities: EntityId[] = annotations.flatMap((a) => (a.kind === 'entity' ? [a.entity] : []));
  const shared: Shared = {
    focus:
      annotation.kind === 'entity'
        ? [annotation.entity]
        : annotation.kind === 'figure'
          ? observationsOf(annotation)
          : annotation.about
            ? [annotation.about]
            : [],
    entities,
    observations: annotations.flatMap(observationsOf),
  };
  return relatedArticles(facts, shared, knowledge).map(({ article: a, copies }) => ({
    id: a.id,
    url: a.url,
    outlet: lines.entity(a.outlet).label,
    ...(a.title && { title: a.title }),
    line: a.line,
    ...(a.date && { date: a.date }),
    lang: a.lang,
    copies,
  }));
}
