import { type Article, type Entity, NAME_KINDS, type Name, PREDICATES, type Relation } from '../model/entity.ts';
import type { EntityId } from '../model/ids.ts';
import { COMPARATORS, OBSERVATION_STATUSES, type Observation } from '../model/indicator.ts';

/**
 * Records as the packs hold them: an id is the number of its record in the pack, a word of a closed list is its place there, and what
 * most records lack stands in an object at the end. The record's own id is its key in the table.
 */
export interface Numbers {
  entity(id: EntityId): Ref;
  indicator(slug: string): Ref;
  basis(slug: string): Ref;
  observation(id: string): Ref;
  article(id: string): Ref;
  /** A source's number, or for an article its number below zero: -1 is the first. */
  source(slug: string): Ref;
}
/** A number, or the id itself where no record has it: an unchecked dataset is packed as it is. */
export type Ref = number | string;
/** The way back. */
export type Ids = { readonly [K in keyof Numbers]: (ref: Ref) => Parameters<Numbers[K]>[0] };

const RANKS = ['normal', 'preferred', 'deprecated'] as const;

/** The object at the end, where it holds anything. */
const rest = <T extends object>(object: T): [T] | [] =>
  Object.values(object).some((value) => value !== undefined) ? [object] : [];

export type PackedName = readonly [
  text: string,
  lang: string,
  kindWeakExact: number,
  rest?: Pick<Name, 'from' | 'to' | 'needs' | 'rejects' | 'usedBy'>,
];
export function packName({ text, lang, kind, strength, case: letters, ...more }: Name): PackedName {
  const bits = NAME_KINDS.indexOf(kind) * 4 + (strength === 'weak' ? 2 : 0) + (letters === 'exact' ? 1 : 0);
  return [text, lang, bits, ...rest(more)];
}
export function unpackName([text, lang, bits, more]: PackedName): Name {
  return {
    text,
    lang,
    kind: NAME_KINDS[bits >> 2]!,
    strength: bits & 2 ? 'weak' : 'strong',
    case: bits & 1 ? 'exact' : 'fold',
    ...more,
  };
}

export type PackedRelation = readonly [
  predicate: number,
  object: Ref,
  sources: readonly Ref[],
  rest?: Omit<Relation, 'predicate' | 'object' | 'sources'>,
];
export function packRelation({ predicate, object, sources, ...more }: Relation, to: Numbers): PackedRelation {
  return [PREDICATES.indexOf(predicate), to.entity(object), sources.map(to.source), ...rest(more)];
}
export function unpackRelation([predicate, object, sources, more]: PackedRelation, of: Ids): Relation {
  return { predicate: PREDICATES[predicate]!, object: of.entity(object), sources: sources.map(of.source), ...more };
}

type Lists = 'id' | 'names' | 'relations' | 'sources' | 'stops';
export type PackedEntity = readonly [
  names: readonly PackedName[],
  relations: readonly PackedRelation[],
  sources: readonly Ref[],
  rest: Omit<Entity, Lists>,
  stops?: readonly Ref[],
];
export function packEntity({ id: _, names, relations, sources, stops, ...more }: Entity, to: Numbers): PackedEntity {
  return [
    names.map(packName),
    relations.map((relation) => packRelation(relation, to)),
    sources.map(to.source),
    more,
    ...(stops ? ([stops.map(to.entity)] as const) : ([] as const)),
  ];
}
export function unpackEntity([names, relations, sources, more, stops]: PackedEntity, id: EntityId, of: Ids): Entity {
  return {
    id,
    ...more,
    names: names.map(unpackName),
    relations: relations.map((relation) => unpackRelation(relation, of)),
    sources: sources.map(of.source),
    ...(stops && { stops: stops.map(of.entity) }),
  };
}

export type PackedObservation = readonly [
  indicator: Ref,
  geo: Ref,
  /** Empty: none. */
  partner: Ref,
  /** Empty: none. */
  period: string,
  value: number,
  unit: string,
  statusComparatorRank: number,
  /** Empty: nobody says. */
  basis: Ref,
  articles: readonly Ref[],
  sources: readonly Ref[],
  rest?: Pick<Observation, 'assertedBy' | 'published' | 'suspected' | 'note'> & { readonly correctionOf?: Ref },
];
export function packObservation(o: Observation, to: Numbers): PackedObservation {
  const { assertedBy, published, suspected, note } = o;
  const bits = (OBSERVATION_STATUSES.indexOf(o.status) * 4 + COMPARATORS.indexOf(o.comparator)) * 4 + RANKS.indexOf(o.rank);
  const correctionOf = o.correctionOf === undefined ? undefined : to.observation(o.correctionOf);
  return [
    to.indicator(o.indicator),
    to.entity(o.geo),
    o.partner ? to.entity(o.partner) : '',
    o.period ?? '',
    o.value,
    o.unit,
    bits,
    o.basis === 'unknown' ? '' : to.basis(o.basis),
    o.articles.map(to.article),
    o.sources.map(to.source),
    ...rest({ assertedBy, published, suspected, note, correctionOf }),
  ];
}
export function unpackObservation(packed: PackedObservation, id: string, of: Ids): Observation {
  const [indicator, geo, partner, period, value, unit, bits, basis, articles, sources, more = {}] = packed;
  const { correctionOf, ...texts } = more;
  return {
    id,
    indicator: of.indicator(indicator),
    geo: of.entity(geo),
    ...(partner !== '' && { partner: of.entity(partner) }),
    ...(period && { period }),
    value,
    unit,
    comparator: COMPARATORS[(bits >> 2) & 3]!,
    status: OBSERVATION_STATUSES[bits >> 4]!,
    basis: basis === '' ? 'unknown' : of.basis(basis),
    articles: articles.map(of.article),
    sources: sources.map(of.source),
    rank: RANKS[bits & 3]!,
    ...texts,
    ...(correctionOf !== undefined && { correctionOf: of.observation(correctionOf) }),
  };
}

export type PackedArticle = readonly [
  url: string,
  outlet: Ref,
  lang: string,
  entities: readonly Ref[],
  observations: readonly Ref[],
  rest?: Partial<Pick<Article, 'title' | 'date' | 'line' | 'sameStory'>>,
];
export function packArticle(
  { url, outlet, lang, entities, observations, title, date, line, sameStory }: Article,
  to: Numbers,
): PackedArticle {
  return [
    url,
    to.entity(outlet),
    lang,
    entities.map(to.entity),
    observations.map(to.observation),
    ...rest({ title, date, line: line || undefined, sameStory }),
  ];
}
export function unpackArticle([url, outlet, lang, entities, observations, more]: PackedArticle, id: string, of: Ids): Article {
  return {
    id,
    url,
    outlet: of.entity(outlet),
    lang,
    line: '',
    entities: entities.map(of.entity),
    observations: observations.map(of.observation),
    ...more,
  };
}
