import type { Block, BlockCandidates, DocumentFacts } from './document.ts';
import type { NameKind } from './entity.ts';
import type { Figure, Span } from './figure.ts';
import type { EntityId, EntityType } from './ids.ts';

/** How a mention was linked: by which kind of name, or by an earlier fuller one. */
export type Via = NameKind | 'later-mention';

/** One reason for a decision, for "why marked". `text` is the word, name or id that spoke. */
export interface Reason {
  readonly is: 'name' | 'entity' | 'word' | 'outlet' | 'earlier-mention' | 'introduced' | 'role' | 'case' | 'lang' | 'date';
  readonly text: string;
}

interface AnnotationBase extends Span {
  /** Stable within the document: block id, start, kind. */
  readonly id: string;
  readonly block: string;
  readonly surface: string;
  /** Would a page mark it (before density)? */
  readonly marked: boolean;
}

export interface EntityAnnotation extends AnnotationBase {
  readonly kind: 'entity';
  readonly entity: EntityId;
  readonly type: EntityType;
  /** English label. */
  readonly name: string;
  readonly sameAs?: Readonly<Record<string, string>>;
  readonly via: Via;
  /** English label of the post at the article's date. */
  readonly role?: string;
  readonly evidence: readonly Reason[];
  /** Other entities that the same words could have meant. */
  readonly others?: readonly EntityId[];
  /** What the other half of the word means: «казахстанско-азербайджанский» is one word for two countries. */
  readonly pair?: EntityId;
}

export const VERDICTS = ['same-as', 'between', 'outside', 'not-comparable', 'only-here', 'no-data'] as const;
export type Verdict = (typeof VERDICTS)[number];
/** Why values cannot be compared: a closed list. `bound`: "more than 400", and all values are well above. */
export const NOT_COMPARABLE = [
  'period',
  'unit',
  'scope',
  'basis',
  'target-or-actual',
  'preliminary-or-revised',
  'nominal-or-real',
  'bound',
] as const;
export type NotComparable = (typeof NOT_COMPARABLE)[number];

/** An observation as a verdict cites it. */
export interface CitedObservation {
  readonly id: string;
  readonly value: number;
  readonly unit: string;
  readonly basis: string;
  readonly url: string;
}

/** A figure understood: what is counted, where, when, who said so, and how it stands to the others. */
export interface Reading {
  readonly indicator: string;
  readonly geo: EntityId;
  readonly partner?: EntityId;
  /** Written form of `model/period`. */
  readonly period?: string;
  /** A change against before, not a level: "up 18.5 %", "sevenfold". */
  readonly change?: { readonly by: 'percent' | 'ratio'; readonly against?: string };
  readonly assertedBy?: string;
  readonly basis?: string;
  readonly status: 'actual' | 'target' | 'forecast' | 'plan';
  readonly verdict: Verdict;
  readonly reason?: NotComparable;
  /** `outside` only: signed ratio to the nearest comparable value, 0.1 is ten percent above it. */
  readonly difference?: { readonly ratio: number; readonly base: number };
  readonly observations: readonly CitedObservation[];
  /** `same-as` only: ids of the observations that it equals at the precision printed. */
  readonly equals?: readonly string[];
  /** The printed unit is outside the plausible range while another unit fits: said with its evidence, never pinned on a person. */
  readonly suspected?: { readonly unit: string; readonly observations: readonly CitedObservation[] };
}

export interface FigureAnnotation extends AnnotationBase {
  readonly kind: 'figure';
  readonly figure: Figure;
  readonly reading: Reading | null;
}

export interface ClaimAnnotation extends AnnotationBase {
  readonly kind: 'claim';
  readonly claim: 'role' | 'event-date' | 'arithmetic' | 'superlative';
  /** Subject of the claim, where it is an entity. */
  readonly about?: EntityId;
  /** What the article says, as data for the card's sentence. */
  readonly says: ClaimSide;
  /** What our sources say. */
  readonly others: readonly ClaimSide[];
}

export interface ClaimSide {
  readonly post?: string;
  readonly object?: EntityId;
  readonly period?: string;
  readonly value?: number;
  readonly unit?: string;
  readonly sources: readonly { readonly title: string; readonly url: string }[];
}

export type Annotation = EntityAnnotation | FigureAnnotation | ClaimAnnotation;

/**
 * The annotate protocol. The background keeps no page state: whoever asks holds the candidates of every block and sends those it has.
 * LAW (property test): any batching, order or history of edits ends in the same annotations as one whole call, because recognition is
 * a pure function of one block and resolution a pure function of all blocks' candidates in document order.
 */
export interface AnnotateRequest {
  readonly facts: DocumentFacts;
  /** Every block of the document in document order: with its text when new or changed, else with the candidates of an earlier reply. */
  readonly blocks: readonly (Omit<Block, 'text'> & ({ readonly text: string } | { readonly candidates: BlockCandidates }))[];
  /** Entities that the reader does not want marked. */
  readonly muted?: readonly EntityId[];
}

export interface AnnotateReply {
  /** Candidates of the blocks that came with text, by block id, to be sent again with the next request. */
  readonly candidates: Readonly<Record<string, BlockCandidates>>;
  /** Over all blocks of the request, in document order; replaces all earlier annotations. */
  readonly annotations: readonly Annotation[];
  /** Version of the dataset; candidates of another version must be thrown away and read again. */
  readonly dataset: string;
}
