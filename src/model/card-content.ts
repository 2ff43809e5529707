import type { ClaimAnnotation, EntityAnnotation, FigureAnnotation, Reason } from './annotation.ts';
import type { EntityId, EntityType } from './ids.ts';
import type { ObservationStatus } from './indicator.ts';

/** What a card shows, as data: labels are already in the reader's language, sentences are made by whoever draws. */
export interface Labelled {
  readonly id: string;
  readonly label: string;
}
export interface SourceLink {
  readonly title: string;
  readonly url: string;
  readonly publisher?: string;
  /** ISO day, month or year. */
  readonly date?: string;
}
export interface RoleLine {
  readonly post: string;
  readonly object: Labelled;
  readonly from?: string;
  readonly to?: string;
  readonly asOf?: string;
  readonly sources: readonly SourceLink[];
}
export interface ValueLine {
  readonly id: string;
  readonly value: number;
  readonly unit: string;
  readonly period?: string;
  readonly comparator: 'exact' | 'about' | 'over' | 'up-to';
  readonly status: ObservationStatus;
  /** Who counted, labelled; absent where no source says. */
  readonly basis?: Labelled;
  readonly assertedBy?: string;
  readonly sources: readonly SourceLink[];
  readonly suspected?: boolean;
  /** Copies of one story that print it too. */
  readonly copies?: number;
}
export interface RelatedArticle {
  readonly id: string;
  readonly url: string;
  readonly outlet: string;
  readonly title?: string;
  readonly line: string;
  readonly date?: string;
  readonly lang: string;
  readonly copies: number;
}
/** One line of a chart: who counted, and the points in order of time. */
export interface Series {
  readonly basis: Labelled;
  readonly points: readonly { readonly period: string; readonly value: number; readonly id: string }[];
}

interface CardBase {
  readonly annotation: string;
  readonly printed: string;
  readonly related: readonly RelatedArticle[];
  /** Hash route of the whole record in the atlas: `#/entity/country/kz`. */
  readonly atlas: string;
  readonly dataset: { readonly version: string; readonly date: string; readonly olderThanArticle: boolean };
}
export interface EntityCard extends CardBase {
  readonly kind: 'entity';
  readonly entity: EntityId;
  readonly type: EntityType;
  readonly title: string;
  /** Other written forms, alphabetically, with language and who uses a disputed one. */
  readonly forms: readonly { readonly text: string; readonly lang: string; readonly usedBy?: string }[];
  readonly line: string;
  readonly status?: 'proposed' | 'former' | 'under-construction';
  /** The article's date, when roles are resolved at it. */
  readonly at?: string;
  readonly rolesAt: readonly RoleLine[];
  readonly roles: readonly RoleLine[];
  readonly relations: readonly {
    readonly predicate: string;
    readonly other: Labelled;
    readonly from?: string;
    readonly to?: string;
    readonly disputed?: boolean;
    readonly sources: readonly SourceLink[];
  }[];
  readonly stops: readonly Labelled[];
  readonly latest: readonly (ValueLine & { readonly indicator: Labelled; readonly partner?: Labelled })[];
  /** Another entity of the same paragraph with which there is a bilateral series: the two together. */
  readonly pair?: {
    readonly other: Labelled;
    readonly indicator: Labelled;
    readonly unit: string;
    readonly series: readonly Series[];
    /** Hash route of the pair's page in the atlas. */
    readonly atlas: string;
  };
  readonly website?: string;
  readonly wikidata?: string;
  readonly stateOwned?: { readonly text: string; readonly sources: readonly SourceLink[] };
  readonly disputed?: { readonly text: string; readonly sources: readonly SourceLink[] };
  readonly why: {
    readonly via: EntityAnnotation['via'];
    readonly reasons: readonly Reason[];
    readonly others: readonly Labelled[];
  };
  readonly sources: readonly SourceLink[];
}
export interface FigureCard extends CardBase {
  readonly kind: 'figure';
  readonly figure: FigureAnnotation['figure'];
  readonly reading: FigureAnnotation['reading'];
  readonly indicator?: Labelled;
  readonly scope?: string;
  readonly geo?: Labelled;
  readonly partner?: Labelled;
  readonly saidBy?: string;
  readonly countedBy?: Labelled;
  /** Values reported for the same thing and period, independent of this article, copies folded. */
  readonly reported: readonly ValueLine[];
  /** Values that exist but cannot be compared (other period, other status). */
  readonly beside: readonly ValueLine[];
  /** With a target or plan: what was reached. `due`: its time is over, and these are the values of that time; else the latest known. */
  readonly outcome?: { readonly due: boolean; readonly values: readonly ValueLine[] };
  readonly series: readonly Series[];
  /** `voices`: publishers among the sources of the values, each once. */
  readonly suspected?: { readonly unit: string; readonly values: readonly ValueLine[]; readonly voices: number };
  readonly context: {
    readonly change?: { readonly ratio: number; readonly against: ValueLine };
    /** One line a country that the figure is about: the same trade weighs differently on its two sides. */
    readonly shareOfGdp: readonly { readonly ratio: number; readonly of: Labelled; readonly source: SourceLink }[];
    readonly perHead: readonly {
      readonly value: number;
      readonly unit: string;
      readonly of: Labelled;
      readonly source: SourceLink;
    }[];
    readonly inCurrencies: readonly { readonly currency: string; readonly value: number; readonly source: SourceLink }[];
    readonly target?: ValueLine;
  };
}
export interface ClaimCard extends CardBase {
  readonly kind: 'claim';
  readonly claim: ClaimAnnotation['claim'];
  readonly about?: Labelled;
  readonly says: {
    readonly post?: string;
    readonly object?: Labelled;
    readonly period?: string;
    readonly value?: number;
    readonly unit?: string;
  };
  readonly others: readonly {
    readonly post?: string;
    readonly object?: Labelled;
    readonly period?: string;
    readonly value?: number;
    readonly unit?: string;
    readonly sources: readonly SourceLink[];
  }[];
}
export type CardContent = EntityCard | FigureCard | ClaimCard;
