import type { EntityId, EntityType, LocalText } from './ids.ts';

export const NAME_KINDS = [
  'official',
  'short',
  'translation',
  'transliteration',
  'abbreviation',
  'demonym',
  'former',
  'misspelling',
  'metonym',
] as const;
export type NameKind = (typeof NAME_KINDS)[number];

/** How far evidence for a weak name may stand from it. */
export type Reach = 'token' | 'sentence' | 'block' | 'page';

/**
 * One piece of evidence for or against a weak name: data, never a pattern. A word with a final `*` stands for any ending.
 * - `entity`: that entity (or, `type`, one of that type; `country`, one that belongs to that country) is established by another name
 * - `word`: the word stands within reach; `before` and `after`: it is the neighbouring token
 * - `outlet`: the page's outlet belongs to the country (ISO code, lower case) or is the outlet id
 * - `full-name`: another, strong name of the same entity is on the page
 */
export type Evidence =
  | { readonly is: 'entity'; readonly id: EntityId; readonly reach: Reach }
  | { readonly is: 'type'; readonly type: EntityType; readonly reach: Reach }
  | { readonly is: 'country'; readonly id: EntityId; readonly reach: Reach }
  | { readonly is: 'word'; readonly text: string; readonly reach: Reach }
  | { readonly is: 'before'; readonly text: string }
  | { readonly is: 'after'; readonly text: string }
  | { readonly is: 'outlet'; readonly text: string }
  | { readonly is: 'lang'; readonly text: string }
  | { readonly is: 'full-name' };

export interface Name {
  readonly text: string;
  /** BCP 47 language of the form. */
  readonly lang: string;
  readonly kind: NameKind;
  /** A weak name never makes a mark alone: one of `needs` must hold. */
  readonly strength: 'strong' | 'weak';
  /** `exact`: letter case must equal the stored text (abbreviations); `fold`: case is folded. */
  readonly case: 'exact' | 'fold';
  /** ISO days in which the name was in use. */
  readonly from?: string;
  readonly to?: string;
  /** Any one suffices. Empty for a weak name: only the entity established by a strong name (`full-name`). */
  readonly needs?: readonly Evidence[];
  /** Any one refuses the name, and wins over `needs`; strong names may have them too. */
  readonly rejects?: readonly Evidence[];
  /** Who uses a disputed form, in words of ours. */
  readonly usedBy?: string;
}

export const PREDICATES = [
  'holds-role',
  'member-of',
  'part-of',
  'located-in',
  'capital-of',
  'subsidiary-of',
  'signed',
  'hosts',
  'passes-through',
  'publishes',
] as const;
export type Predicate = (typeof PREDICATES)[number];

export interface Relation {
  readonly predicate: Predicate;
  readonly object: EntityId;
  /** With `holds-role`: the post's slug (posts of the dataset: `governor`, `president`, `minister-of-trade`). */
  readonly post?: string;
  /** Half-open, ISO day, month or year as precise as the source is. */
  readonly from?: string;
  readonly to?: string;
  /** Last day on which a source shows the relation in force, where no end is known. */
  readonly asOf?: string;
  /** Sources of the dataset (slugs). */
  readonly sources: readonly string[];
  readonly disputed?: boolean;
}

/** A post that people hold, with the words that announce it: "governor", «аким», "vali". */
export interface Post {
  readonly slug: string;
  readonly label: LocalText;
  /** Only one person holds it at a time for one object. */
  readonly singleSeat: boolean;
  /** Words by language; a final `*` stands for any ending. */
  readonly words: Partial<Record<string, readonly string[]>>;
}

export interface Entity {
  readonly id: EntityId;
  readonly names: readonly Name[];
  /** What the interface calls it, per language. */
  readonly label: LocalText;
  /** One line of ours. */
  readonly line: LocalText;
  readonly sameAs?: Readonly<Record<string, string>>;
  readonly website?: string;
  readonly status?: 'active' | 'proposed' | 'former' | 'under-construction';
  /**
   * Named on pages about anything (a great power and its head, a world body): linked everywhere, but marked only in an article that also
   * names an entity without this flag.
   */
  readonly wide?: boolean;
  readonly relations: readonly Relation[];
  readonly sources: readonly string[];
  readonly verified: { readonly how: string; readonly on: string };
  /** Outlets only: the domains that make one site, and a note on who owns it. */
  readonly domains?: readonly string[];
  readonly ownership?: { readonly text: string; readonly stateOwned: boolean; readonly sources: readonly string[] };
  /** Countries and regions with a disputed status: the note shown on the card. */
  readonly disputed?: { readonly text: LocalText; readonly sources: readonly string[] };
  /** Routes: the places passed, in order. */
  readonly stops?: readonly EntityId[];
  /** An address for corrections (outlets, people). */
  readonly corrections?: string;
}

export interface Source {
  readonly slug: string;
  readonly title: string;
  readonly url: string;
  readonly publisher?: string;
  readonly published?: string;
  readonly accessed?: string;
  readonly licence?: string;
}

/** An article that the dataset knows: bibliographic data and our own line, never its text. */
export interface Article {
  readonly id: string;
  readonly url: string;
  readonly outlet: EntityId;
  /** Absent where the title is not known. */
  readonly title?: string;
  /** ISO day, month or year. */
  readonly date?: string;
  readonly lang: string;
  /** Our own one-line summary. */
  readonly line: string;
  readonly entities: readonly EntityId[];
  /** Ids of observations that it prints. */
  readonly observations: readonly string[];
  /** Articles with the same value are copies of one story: one voice. */
  readonly sameStory?: string;
}
