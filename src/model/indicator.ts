import type { EntityId, EntityType, LocalText } from './ids.ts';

export const DIMENSIONS = ['geo', 'partner', 'period'] as const;
export type Dimension = (typeof DIMENSIONS)[number];

/** Something that is counted and reported again and again: trade turnover, cargo on a route, a trade target. */
export interface Indicator {
  /** `bilateral-trade-turnover`, `trade-target`, `cargo-volume`, … */
  readonly slug: string;
  readonly label: LocalText;
  /** What is included and what is not. */
  readonly scope: LocalText;
  /** ISO 4217 code, CLDR unit id, `percent`, `ratio`, or the head noun of a count (`company`). */
  readonly unit: string;
  /** Values outside are no reading, or a suspected misprint where another unit fits. In `unit`. */
  readonly plausible: { readonly min: number; readonly max: number };
  /** A reading without one of these is none: the engine stays silent. */
  readonly requires: readonly Dimension[];
  /** Types that `geo` and `partner` may have. */
  readonly geoTypes: readonly EntityType[];
  readonly partnerTypes?: readonly EntityType[];
  /** Trade between A and B is trade between B and A. */
  readonly symmetric?: boolean;
  /**
   * Where it is not symmetric: does it go from geo to partner (exports: geo sells; investments: geo invests) or from partner to geo
   * (imports: geo buys; companies and people: geo is the host, partner where they come from)? Absent: to geo for stocks, else from geo.
   */
  readonly direction?: 'from-geo' | 'to-geo';
  /** A flow adds up over time; a stock holds at a moment; a future indicator is a target or a forecast by nature. */
  readonly nature: 'flow' | 'stock' | 'event' | 'target';
  /** Slug of the indicator under which its targets stand, where they are kept apart (`trade-target` of `bilateral-trade-turnover`). */
  readonly target?: string;
  /** Words that announce it, by language; a final `*` stands for any ending. */
  readonly words: Partial<Record<string, readonly string[]>>;
  /** Words that rule it out in the same sentence. */
  readonly notWith?: Partial<Record<string, readonly string[]>>;
}

export const OBSERVATION_STATUSES = [
  'official',
  'reported',
  'preliminary',
  'plan',
  'target',
  'forecast',
  'derived',
  'misprint',
] as const;
export type ObservationStatus = (typeof OBSERVATION_STATUSES)[number];
export const COMPARATORS = ['exact', 'about', 'over', 'up-to'] as const;
export type Comparator = (typeof COMPARATORS)[number];

/** One value that somebody reported. Contradicting ones stand side by side. */
export interface Observation {
  readonly id: string;
  readonly indicator: string;
  readonly geo: EntityId;
  readonly partner?: EntityId;
  /** Half-open interval, written form of `model/period`; absent where no date is given (targets). */
  readonly period?: string;
  readonly value: number;
  /** As `Indicator.unit`. */
  readonly unit: string;
  readonly comparator: Comparator;
  readonly status: ObservationStatus;
  /** Who counted: `az-customs`, `kz-bns`, `ports-only`, … or `unknown`. */
  readonly basis: string;
  /** Who said it, as text of ours or an entity id. */
  readonly assertedBy?: string;
  /** The articles or sources that print it. At least one. */
  readonly articles: readonly string[];
  readonly sources: readonly string[];
  readonly published?: string;
  readonly rank: 'preferred' | 'normal' | 'deprecated';
  /** With `misprint`: the observation it should have been. */
  readonly correctionOf?: string;
  /** Misprints stay `suspected` until a second source prints the other form. */
  readonly suspected?: boolean;
  readonly note?: string;
}

/** Who counted, for the interface. */
export interface Basis {
  readonly slug: string;
  readonly label: LocalText;
  /** The counting body, where it is an entity; announces the basis when the text names it. */
  readonly entity?: EntityId;
  readonly words: Partial<Record<string, readonly string[]>>;
}
