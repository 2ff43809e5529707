import { z } from 'zod';
import { NAME_KINDS, PREDICATES } from '../model/entity.ts';
import { COMPARATORS, DIMENSIONS, OBSERVATION_STATUSES } from '../model/indicator.ts';
import { SENSES } from '../model/knowledge.ts';
import { evidence } from './evidence.ts';
import {
  CAPS,
  date,
  entityId,
  entityType,
  https,
  isoDay,
  lang,
  localText,
  period,
  slug,
  text,
  wordsByLanguage,
} from './fields.ts';

/**
 * The files of the dataset, as people edit them (docs/dataset.md shows each with an example). Every object is strict: a key that is not
 * named here is refused, so a slip of the pen never passes as a missing field.
 */

const sources = z.array(slug);

/** Evidence is kept as bits of a number by the engine, one bit a piece. */
const evidenceList = z.array(evidence).max(30, 'has more than 30 pieces of evidence: keep the telling ones');

/** Strength is `strong` and letter case is folded unless said; abbreviations keep their letter case. */
const nameSchema = z
  .strictObject({
    text: text(CAPS.name),
    lang,
    kind: z.enum(NAME_KINDS, `is no kind of name: one of ${NAME_KINDS.join(', ')}`),
    strength: z.enum(['strong', 'weak'], 'must be strong or weak').default('strong'),
    case: z.enum(['exact', 'fold'], 'must be exact or fold').optional(),
    from: date.optional(),
    to: date.optional(),
    needs: evidenceList.optional(),
    rejects: evidenceList.optional(),
    usedBy: text(CAPS.label).optional(),
  })
  .transform((name) => ({ ...name, case: name.case ?? (name.kind === 'abbreviation' ? ('exact' as const) : ('fold' as const)) }));

const relationSchema = z.strictObject({
  predicate: z.enum(PREDICATES, `is no relation: one of ${PREDICATES.join(', ')}`),
  object: entityId,
  post: slug.optional(),
  from: date.optional(),
  to: date.optional(),
  asOf: date.optional(),
  sources,
  disputed: z.boolean().optional(),
});

export const entitySchema = z.strictObject({
  id: entityId,
  label: localText(CAPS.label),
  line: localText(CAPS.line),
  names: z.array(nameSchema).min(1, 'needs at least one name'),
  sameAs: z.record(z.string(), text(CAPS.label)).optional(),
  website: https.optional(),
  status: z.enum(['active', 'proposed', 'former', 'under-construction']).optional(),
  relations: z.array(relationSchema).default([]),
  sources: sources.min(1, 'needs at least one source'),
  /** `qid` says which two independent sources the Wikidata number rests on. */
  verified: z.strictObject({ how: text(CAPS.note), on: isoDay, qid: text(CAPS.note).optional() }),
  domains: z.array(z.string().regex(/^[a-z0-9-]+(\.[a-z0-9-]+)+$/, 'is no domain: ASCII, lower case, no https://')).optional(),
  ownership: z.strictObject({ text: text(CAPS.note), stateOwned: z.boolean(), sources }).optional(),
  wide: z.boolean().optional(),
  disputed: z.strictObject({ text: localText(CAPS.scope), sources }).optional(),
  stops: z.array(entityId).optional(),
  corrections: text(CAPS.note).optional(),
});

export const aboutSchema = z.strictObject({
  version: z.string().regex(/^\d{4}-\d{2}-\d{2}\.\d+$/, 'is no version: write 2026-11-22.1 (day, and a number within the day)'),
  date: isoDay,
  title: text(CAPS.label),
  licence: text(CAPS.note),
  /** Where a person or outlet asks for a correction. */
  corrections: text(CAPS.note),
});

export const indicatorSchema = z.strictObject({
  slug,
  label: localText(CAPS.label),
  scope: localText(CAPS.scope),
  unit: text(40),
  plausible: z
    .strictObject({ min: z.number(), max: z.number() })
    .refine((r) => r.min < r.max, 'has a min that is not below its max'),
  requires: z.array(z.enum(DIMENSIONS, `is no dimension: one of ${DIMENSIONS.join(', ')}`)),
  geoTypes: z.array(entityType).min(1, 'needs at least one type'),
  partnerTypes: z.array(entityType).optional(),
  symmetric: z.boolean().optional(),
  direction: z.enum(['from-geo', 'to-geo'], 'must be from-geo or to-geo').optional(),
  target: slug.optional(),
  nature: z.enum(['flow', 'stock', 'event', 'target'], 'must be flow, stock, event or target'),
  words: wordsByLanguage,
  notWith: wordsByLanguage.optional(),
});

export const postSchema = z.strictObject({ slug, label: localText(CAPS.label), singleSeat: z.boolean(), words: wordsByLanguage });
export const basisSchema = z.strictObject({
  slug,
  label: localText(CAPS.label),
  entity: entityId.optional(),
  words: wordsByLanguage.default({}),
});
export const sourceSchema = z.strictObject({
  slug,
  title: text(CAPS.title),
  url: https,
  publisher: text(CAPS.label).optional(),
  published: date.optional(),
  accessed: isoDay.optional(),
  licence: text(CAPS.label).optional(),
});
export const eventSchema = z.strictObject({
  id: slug,
  entity: entityId,
  sense: z.enum(SENSES, 'is no sense (docs/terms.md)'),
  period,
  place: entityId.optional(),
  sources: sources.min(1, 'needs at least one source'),
});
/** A file with nothing but comments. */
const nothingIsEmpty = <T extends z.ZodType>(schema: T) => z.preprocess((v) => v ?? {}, schema);
/** `cues.yaml`: words by language under each sense. */
export const cuesSchema = nothingIsEmpty(z.partialRecord(z.enum(SENSES, 'is no sense (docs/terms.md)'), wordsByLanguage));
/** `redirects.yaml`: a retired id and the one that took its place. */
export const redirectsSchema = nothingIsEmpty(z.record(entityId, entityId));

/** CSV: every cell is text; an empty one is absent. Lists are written with `|`. */
const cell = <T extends z.ZodType>(schema: T) => z.preprocess((v) => (v === '' ? undefined : v), schema);
const list = <T extends z.ZodType>(item: T) =>
  z.preprocess((v) => (typeof v === 'string' && v !== '' ? v.split('|').map((s) => s.trim()) : []), z.array(item));
const number = z
  .string('must be a number')
  .regex(/^-?\d+(\.\d+)?$/, 'is no plain number: digits and a point, without separators or units')
  .transform(Number);

export const OBSERVATION_COLUMNS = [
  'id',
  'geo',
  'partner',
  'period',
  'value',
  'unit',
  'comparator',
  'status',
  'basis',
  'assertedBy',
  'articles',
  'sources',
  'published',
  'rank',
  'correctionOf',
  'suspected',
  'note',
] as const;
/** `observations/<indicator>.csv`; the indicator is the file's name, an empty unit is the indicator's. */
export const observationRow = z.strictObject({
  id: slug,
  geo: entityId,
  partner: cell(entityId.optional()),
  period: cell(period.optional()),
  value: number,
  unit: cell(text(40).optional()),
  comparator: cell(z.enum(COMPARATORS, `must be one of ${COMPARATORS.join(', ')}`).default('exact')),
  status: z.enum(OBSERVATION_STATUSES, `must be one of ${OBSERVATION_STATUSES.join(', ')}`),
  basis: slug,
  assertedBy: cell(text(CAPS.label).optional()),
  articles: list(slug),
  sources: list(slug),
  published: cell(date.optional()),
  rank: cell(z.enum(['preferred', 'normal', 'deprecated'], 'must be preferred, normal or deprecated').default('normal')),
  correctionOf: cell(slug.optional()),
  suspected: z.enum(['', 'yes'], 'must be yes or empty').transform((v) => (v === 'yes' ? true : undefined)),
  note: cell(text(CAPS.note).optional()),
});

export const ARTICLE_COLUMNS = ['id', 'url', 'outlet', 'title', 'date', 'lang', 'line', 'entities', 'sameStory'] as const;
/** `articles/<year>.csv` and `articles/undated.csv`; which observations it prints is said by the observations. */
export const articleRow = z.strictObject({
  id: slug,
  url: https,
  outlet: entityId,
  title: cell(text(CAPS.title).optional()),
  date: cell(date.optional()),
  lang,
  line: text(CAPS.line),
  entities: list(entityId),
  sameStory: cell(slug.optional()),
});

export const CONTEXT_COLUMNS = ['key', 'year', 'value', 'unit', 'source'] as const;
/** `context/{gdp,population,fx}.csv`; the key is an entity id, for `fx` an ISO 4217 code in lower case. */
export const contextRow = z.strictObject({
  key: z.string().regex(/^([a-z]{3}|[a-z]+\/[a-z0-9-]+)$/, 'is neither an entity id nor a currency code in lower case'),
  year: z
    .string()
    .regex(/^(19|20)\d{2}$/, 'is no year')
    .transform(Number),
  value: number,
  unit: text(40),
  source: slug,
});
