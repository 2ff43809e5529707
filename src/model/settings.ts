import type { EntityId, Language } from './ids.ts';

/** Which sites are read: the outlets of the dataset, every page that is a news article, or only those that the reader chose. */
export type Scope = 'outlets' | 'every-article' | 'chosen';
export const DENSITIES = ['off', 'first', 'section', 'all'] as const;
/** `first` mention in the article, first in each `section`, or `all`. */
export type Density = (typeof DENSITIES)[number];
/** How long a pointer rests before a card opens; the times and their reasons are in `src/card/delays.ts`. */
export const PACES = ['short', 'normal', 'long'] as const;
export type Pace = (typeof PACES)[number];
export const MARK_KINDS = ['names', 'figures', 'all-figures'] as const;
export type MarkKind = (typeof MARK_KINDS)[number];

/** A site is a unit: an outlet's domain set or a registrable domain; `host` narrows it to one host. */
export interface SiteChoice {
  /** Registrable domain or host name, ASCII, lower case. */
  readonly site: string;
  readonly state: 'on' | 'off';
}

/** What the reader set, and nothing else: a field that is absent has its default (`DEFAULTS`). */
export interface StoredSettings {
  readonly version: 1;
  readonly scope?: Scope;
  readonly sites?: readonly SiteChoice[];
  readonly density?: Density;
  readonly kinds?: readonly MarkKind[];
  readonly muted?: readonly EntityId[];
  readonly paused?: boolean;
  /** Interface language; absent: the browser's. */
  readonly language?: Language;
  /** `hover` opens by pointing, `click` by click and key only. */
  readonly opening?: 'hover' | 'click';
  readonly pace?: Pace;
  readonly welcomed?: boolean;
}

export interface Settings {
  readonly scope: Scope;
  readonly sites: readonly SiteChoice[];
  readonly density: Density;
  readonly kinds: readonly MarkKind[];
  readonly muted: readonly EntityId[];
  readonly paused: boolean;
  readonly language: Language | null;
  readonly opening: 'hover' | 'click';
  readonly pace: Pace;
  readonly welcomed: boolean;
}

export const DEFAULTS: Settings = {
  scope: 'outlets',
  sites: [],
  density: 'first',
  kinds: ['names', 'figures'],
  muted: [],
  paused: false,
  language: null,
  opening: 'hover',
  pace: 'normal',
  welcomed: false,
};

export function withDefaults(stored: StoredSettings): Settings {
  return { ...DEFAULTS, ...stored };
}

/**
 * What popup and settings page must tell: `damaged`: fields that could not be read, kept aside; `newer`: written by a later version, read-only
 * here; `unwritable`: the store refuses; `pack`: the dataset of the build cannot be opened.
 */
export type Trouble = 'damaged' | 'newer' | 'unwritable' | 'pack';

/** The small derived record that a page script needs; nothing about other sites is in it. */
export interface PageSettings {
  readonly density: Density;
  readonly kinds: readonly MarkKind[];
  readonly muted: readonly EntityId[];
  readonly language: Language;
  readonly opening: 'hover' | 'click';
  /** Absent: normal. */
  readonly pace?: Pace;
}

/** Why the extension is on or off on a page, one closed list: the popup says each in one sentence. */
export type SiteReason =
  | 'on-outlet'
  | 'on-chosen'
  | 'on-article'
  | 'on-once'
  | 'off-site'
  | 'off-paused'
  | 'off-not-chosen'
  | 'off-not-outlet'
  | 'off-not-article'
  | 'off-no-permission'
  | 'off-forbidden'
  | 'off-opted-out';

export interface SiteState {
  /** Host name as the reader knows it; empty on pages without one. */
  readonly host: string;
  /** The unit that the switch turns: outlet name or registrable domain. */
  readonly site: string;
  readonly outletName?: string;
  readonly on: boolean;
  readonly reason: SiteReason;
  /** Match patterns that a click would have to ask for. */
  readonly wants: readonly string[];
}

/** What the page script found, for badge, popup and panel. */
export interface PageReport {
  readonly names: number;
  readonly figures: number;
  /** Figures and claims that differ from what others report. */
  readonly differ: number;
  readonly marks: number;
  /** What was given up on this page, in words of the catalogue. */
  readonly limits: readonly ('viewport-only' | 'stopped-fruitless')[];
}
