import type { Article, Name, Post, Relation } from './entity.ts';
import type { EntityId, EntityType, LocalText } from './ids.ts';
import type { Basis, Indicator, Observation } from './indicator.ts';

/** A name as the engine meets it: its evidence and the entity it may mean. */
export interface KnownName extends Name {
  readonly entity: EntityId;
}

/** What a cue announces. `ref` is the slug of the indicator, post or basis, or the word's sense (see `docs/terms.md`). */
export interface Cue {
  readonly kind: 'indicator' | 'not-indicator' | 'post' | 'basis' | 'sense';
  readonly ref: string;
  readonly lang: string;
}

/**
 * Senses of cues that are no indicator, post or basis:
 * target (goal, «цель»), forecast (expects), plan, rise, fall, reach ("amounted to"), compared ("compared with"), between, share, record, first-since,
 * said, former (ex-, «бывший»), acting, deputy, proposed, signed, founded, import, export, per-head, per-year, per-day (a rate, no total), cumulative.
 * Words that point back: pair ("the two countries", "bilateral", «обе страны», "iki ölkə", «екі ел», "iki ülke"), this-route ("the route", "this corridor",
 * «маршрут*», "dəhliz*"), this-region ("the region", «область», «өңір*»). Prepositions beside a figure or place: from ("from", «с», «из»), to ("to", «до», «в»).
 * bare: announcing words that mean much else and announce only beside a word of amount, change or wish ("trade", "turnover", «оборот*»).
 * Times told by other times: year-before ("a year earlier"), same-time ("the same year"). Extremes: record, record-low, first-since ("highest since"),
 * lowest-since, first-time ("for the first time since"), exceed ("topped"). A place that is none of the figure's: in ("in A and B"), than ("more than A"); one that is only crossed: via.
 */
export const SENSES = [
  'target',
  'forecast',
  'plan',
  'rise',
  'fall',
  'reach',
  'compared',
  'year-before',
  'same-time',
  'between',
  'share',
  'record',
  'first-since',
  'lowest-since',
  'record-low',
  'first-time',
  'exceed',
  'said',
  'former',
  'acting',
  'deputy',
  'proposed',
  'signed',
  'founded',
  'import',
  'export',
  'per-head',
  'per-year',
  'per-day',
  'cumulative',
  'pair',
  'this-route',
  'this-region',
  'from',
  'to',
  'via',
  'in',
  'than',
  'bare',
] as const;
export type Sense = (typeof SENSES)[number];

/** An entity as far as decisions need it. */
export interface EntityBrief {
  readonly id: EntityId;
  readonly type: EntityType;
  readonly label: LocalText;
  readonly sameAs?: Readonly<Record<string, string>>;
  /** As `Entity.wide`. */
  readonly wide?: boolean;
  readonly relations: readonly Relation[];
  /** The countries it belongs to (located-in, part-of and capital-of followed up). */
  readonly countries: readonly EntityId[];
}

/** A dated event of the dataset that articles get wrong: "proposed in June 2024". */
export interface DatedEvent {
  readonly id: string;
  readonly entity: EntityId;
  readonly sense: Sense;
  /** Written form of `model/period`; the day or month on which it happened. */
  readonly period: string;
  readonly place?: EntityId;
  readonly sources: readonly string[];
}

/** The opened pack as recognise and resolve see it. Every method decodes on demand and never throws on a good pack. */
export interface Knowledge {
  /** Dataset version, `2026-11-22.1`. */
  readonly version: string;
  name(index: number): KnownName;
  cue(index: number): Cue;
  /**
   * Evidence word of the pack's word table, as the evidence writes it (a final `*` kept). Every distinct `text` of evidence that `is: 'word'`
   * has an index, whatever its reach, and stands in the lexicon with `wordPayload(index)` (`prefix` where the star was).
   */
  word(index: number): string;
  entity(id: EntityId): EntityBrief | undefined;
  post(slug: string): Post | undefined;
  basis(slug: string): Basis | undefined;
  indicator(slug: string): Indicator | undefined;
  /** All observations of an indicator for the pair, in either order when the indicator is symmetric. */
  observations(indicator: string, geo: EntityId, partner?: EntityId): readonly Observation[];
  observation(id: string): Observation | undefined;
  /** Who held or holds the post for the object, all periods. */
  holders(post: string, object: EntityId): readonly { readonly person: EntityId; readonly relation: Relation }[];
  events(entity: EntityId): readonly DatedEvent[];
  /** The dataset's record of the page itself, by its address without query and fragment. */
  articleByUrl(url: string): Article | undefined;
  article(id: string): Article | undefined;
  /** Articles that name the entity or print the observation. */
  articlesOf(id: string): readonly Article[];
  source(
    slug: string,
  ): { readonly title: string; readonly url: string; readonly publisher?: string; readonly published?: string } | undefined;
  /** The outlet entity of a host name, by its domain set. */
  outletOf(host: string): EntityId | undefined;
}
