import { type Article, type Entity, type Evidence, NAME_KINDS, type Name, PREDICATES, type Relation } from '../model/entity.ts';
import { type EntityId, LANGUAGES, type Language } from '../model/ids.ts';
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
/** Lists of evidence are few and long: each stands once, names give their numbers. */
export interface EvidenceLists {
  readonly number: (list: readonly Evidence[]) => number;
  /** In the order of their numbers. */
  readonly all: readonly (readonly Evidence[])[];
}
export function evidenceLists(): EvidenceLists {
  const places = new Map<string, number>();
  const all: (readonly Evidence[])[] = [];
  const number = (list: readonly Evidence[]) => {
    const key = JSON.stringify(list);
    const place = places.get(key) ?? all.push(list) - 1;
    places.set(key, place);
    return place;
  };
  return { number, all };
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
  /** Evidence as the numbers of its lists. */
  rest?: Pick<Name, 'from' | 'to' | 'usedBy'> & { readonly needs?: number; readonly rejects?: number },
];
/** Names of the records have no evidence, and need no lists. */
export function packName(name: Name, lists = evidenceLists()): PackedName {
  const { text, lang, kind, strength, case: letters, needs, rejects, ...more } = name;
  const bits = NAME_KINDS.indexOf(kind) * 4 + (strength === 'weak' ? 2 : 0) + (letters === 'exact' ? 1 : 0);
  const evidence = { needs: needs && lists.number(needs), rejects: rejects && lists.number(rejects) };
  return [text, lang, bits, ...rest({ ...more, ...evidence })];
}
export function unpackName([text, lang, bits, rest]: PackedName, list: (place: number) => readonly Evidence[] = () => []): Name {
  const { needs, rejects, ...more } = rest ?? {};
  return {
    text,
    lang,
    kind: NAME_KINDS[bits >> 2]!,
    strength: bits & 2 ? 'weak' : 'strong',
    case: bits & 1 ? 'exact' : 'fold',
    ...more,
    ...(needs !== undefined && { needs: list(needs) }),
    ...(rejects !== undefined && { rejects: list(rejects) }),
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

type Lists = 'id' | 'label' | 'names' | 'relations' | 'sources' | 'stops';
export type PackedEntity = readonly [
  names: readonly PackedName[],
  relations: readonly PackedRelation[],
  sources: readonly Ref[],
  rest: Omit<Entity, Lists> & { readonly label: PackedLabel },
  stops?: readonly Ref[],
];
/** A label that is not the first name of its language; 0: a language with names and without a label. */
type PackedLabel = { readonly [K in Language]?: string | 0 };
function packLabel(label: Entity['label'], names: readonly Name[]): PackedLabel {
  const told = LANGUAGES.flatMap((language) => {
    const first = names.find(({ lang }) => lang === language)?.text;
    return label[language] === first ? [] : [[language, label[language] ?? 0] as const];
  });
  return Object.fromEntries(told);
}
function unpackLabel(packed: PackedLabel, names: readonly Name[]): Entity['label'] {
  const label = LANGUAGES.flatMap((language) => {
    const text = packed[language] ?? names.find(({ lang }) => lang === language)?.text;
    return text ? [[language, text] as const] : [];
  });
  return Object.fromEntries(label) as Entity['label'];
}
export function packEntity({ id: _, names, label, relations, sources, stops, ...more }: Entity, to: Numbers): PackedEntity {
  return [
    names.map((name) => packName(name)),
    relations.map((relation) => packRelation(relation, to)),
    sources.map(to.source),
    { label: packLabel(label, names), ...more },
    ...(stops ? ([stops.map(to.entity)] as const) : ([] as const)),
  ];
}
export function unpackEntity([packed, relations, sources, more, stops]: PackedEntity, id: EntityId, of: Ids): Entity {
  const names = packed.map((name) => unpackName(name));
  return {
    id,
    ...more,
    label: unpackLabel(more.label, names),
    names,
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
