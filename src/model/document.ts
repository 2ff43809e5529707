import type { FigureCandidate, Span } from './figure.ts';
import type { EntityId } from './ids.ts';

/** Where in the article a block stands. Density counts headline and captions as sections of their own. */
export type BlockRole = 'headline' | 'heading' | 'body' | 'caption' | 'list' | 'cell' | 'quote';

/** A run of text that a reader sees as one: a paragraph, a headline, a cell. No line break of the page's layout is inside, no figure crosses it. */
export interface Block {
  /** Unique on the page for as long as the block's text is the same. */
  readonly id: string;
  readonly text: string;
  readonly role: BlockRole;
  /** Number of the section (h2/h3) that it belongs to, counted from 0 over the page. */
  readonly section: number;
  /** Number of the article on an endless page, from 0. Nothing established in one article counts in the next. */
  readonly article: number;
  /** BCP 47, where the element says it. */
  readonly lang?: string;
}

/** Facts about the article, read from its document. */
export interface DocumentFacts {
  readonly title?: string;
  /** ISO day on which it appeared. Without it relative periods and roles stay open. */
  readonly date?: string;
  readonly lang?: string;
  /** The outlet's entity, where the site is one of the dataset's. */
  readonly outlet?: EntityId;
  readonly url?: string;
}

/** How the letters of a span are cased. */
export type LetterCase = 'lower' | 'title' | 'upper' | 'mixed' | 'uncased';

/** A stretch of text that at least one name of the lexicon fits. */
export interface NameCandidate extends Span {
  readonly surface: string;
  /** Indexes of all names of the pack that fit this span. */
  readonly names: readonly number[];
  /** The case ending or possessive that stands inside the span after the name, if any. */
  readonly ending?: string;
  readonly letterCase: LetterCase;
  /** First half of a compound that is one word and no word alone («казахстанско-»): where the compound ends, and how it is written. */
  readonly whole?: { readonly end: number; readonly surface: string };
  /** First word of its sentence: a capital letter tells nothing there. */
  readonly opensSentence: boolean;
  /** A capitalised word that belongs to no candidate touches it before or after: it may be a part of a longer name ("Bank of Georgia", "Nazarbayev University"). */
  readonly touches?: 'before' | 'after' | 'both';
  /** For each name of `names`, in the same order: which of its needs (bits 0 to 26) hold by what the block itself shows (words, neighbours), and whether a reject does. Bits 27 to 30: `recognise/shown.ts`. */
  readonly local: readonly { readonly needs: number; readonly rejected: boolean }[];
}

/** A word or phrase of the dataset that is no name: an indicator's announcing word, a post, a counting body, a word of change or target. */
export interface CueHit extends Span {
  /** Index of the cue in the pack. */
  readonly cue: number;
}

/** Everything recognised in one block: pure function of (text, lang, date, lexicon). Compact, JSON, undecided. */
export interface BlockCandidates {
  /** Offsets at which sentences start, ascending, the first is 0. */
  readonly sentences: readonly number[];
  /** Sorted by start; may overlap: overlaps are decided in resolve. */
  readonly names: readonly NameCandidate[];
  readonly cues: readonly CueHit[];
  readonly figures: readonly FigureCandidate[];
  /** Evidence words (indexes of the pack's word table) seen in this block that some weak name asks for with reach `page`. */
  readonly words: readonly number[];
  /** Language that was used, BCP 47 primary subtag. */
  readonly lang: string;
  /** A few words without a sentence: a menu's line, a tag, a link. In such a block a name says nothing about the article. */
  readonly brief?: true;
  /** Capitalised-run introductions such as "Organization of Turkic States (OTS)": the span in brackets and the span before it. */
  readonly introductions: readonly { readonly long: Span; readonly short: Span; readonly shortText: string }[];
}
