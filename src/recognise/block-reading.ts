import { foldedToken, SHAPE, type Tokens, tokenise } from '../lexicon/tokens.ts';
import type { BlockRole } from '../model/document.ts';
import { sentenceStarts } from './sentences.ts';

/** A block's text taken apart once, for all that look at it. */
export interface BlockReading {
  readonly text: string;
  readonly tokens: Tokens;
  /** Folded text of each token. */
  readonly words: readonly string[];
  /** Offsets of sentences, and for each token the number of its sentence. */
  readonly sentences: readonly number[];
  readonly sentenceOf: Uint32Array;
  readonly lang: string;
  /** Most words of the block are capitalised or all of them are capitals: letter case tells nothing. */
  readonly shouting: boolean;
  /** Tokens inside web and mail addresses, by number. */
  readonly address: ReadonlyMap<number, readonly [first: number, last: number]>;
}

export function readBlock(text: string, langOf: (tokens: Tokens, words: readonly string[]) => string): BlockReading {
  const tokens = tokenise(text);
  const words = Array.from({ length: tokens.count }, (_, i) => foldedToken(tokens, i));
  const sentences = sentenceStarts(text);
  const sentenceOf = new Uint32Array(tokens.count);
  let at = 0;
  for (let i = 0; i < tokens.count; i++) {
    while (at + 1 < sentences.length && sentences[at + 1]! <= tokens.start[i]!) at++;
    sentenceOf[i] = at;
  }
  return {
    text,
    tokens,
    words,
    sentences,
    sentenceOf,
    lang: langOf(tokens, words),
    shouting: isShouting(tokens),
    address: addresses(text, tokens),
  };
}

/** Share of capitalised words from which a block is a headline in title case. */
const TITLE_SHARE = 0.75;

function isShouting(tokens: Tokens): boolean {
  let letters = 0;
  let capitals = 0;
  for (let i = 0; i < tokens.count; i++) {
    const shape = tokens.shape[i]!;
    if (!(shape & (SHAPE.latin | SHAPE.cyrillic)) || tokens.end[i]! - tokens.start[i]! < 4) continue;
    letters++;
    if (shape & SHAPE.firstUpper) capitals++;
  }
  return letters >= 4 && capitals / letters > TITLE_SHARE;
}

/** Words from which a run is more than a menu's line, with a full stop at its end and without one. */
const SENTENCE_WORDS = 3;
const LINE_WORDS = 9;
const SENTENCE_END = /[.!?…][\s"'”’»)\]]*$/;

/**
 * Is the block a few words without a sentence: "Kazakhstan", "World › Asia", "More on the Caspian"? In lists, headings and cells, where pages
 * link to other articles, only a sentence counts, and a run of capitalised words without a full stop is a menu however long; a headline and a
 * caption always speak of their article.
 */
export function isBrief({ text, tokens, shouting }: BlockReading, role: BlockRole | undefined): boolean {
  if (role === 'headline' || role === 'caption') return false;
  if (SENTENCE_END.test(text)) return tokens.count < SENTENCE_WORDS;
  return role === 'list' || role === 'heading' || role === 'cell' || shouting || tokens.count < LINE_WORDS;
}

const CHUNK = /\S+/g;
const DOMAIN =
  /^[("«“'‘]*(?:[\p{L}\p{N}-]+\.)+(?:az|kz|com|org|net|info|ru|tr|gov|edu|ge|uz|kg|me|io|news|media|tv|eu)(?:[/:?#]|[)"»”’',.;!?]*$)/iu;
/** Longer runs without a space are no address that a person wrote. */
const LONGEST_ADDRESS = 300;

/** Tokens inside addresses, found per run without spaces, so that the time stays linear. */
function addresses(text: string, tokens: Tokens): ReadonlyMap<number, readonly [number, number]> {
  const inside = new Map<number, readonly [number, number]>();
  let i = 0;
  for (const { 0: chunk, index } of text.matchAll(CHUNK)) {
    if (chunk.length > LONGEST_ADDRESS || chunk.length < 4 || !(chunk.includes('.') || chunk.includes('://'))) continue;
    if (!chunk.includes('://') && !chunk.includes('@') && !/^[(«"]?www\./i.test(chunk) && !DOMAIN.test(chunk)) continue;
    while (i < tokens.count && tokens.start[i]! < index) i++;
    const first = i;
    while (i < tokens.count && tokens.end[i]! <= index + chunk.length) i++;
    for (let k = first; k < i; k++) inside.set(k, [first, i - 1]);
  }
  return inside;
}

export const isUpper = (shape: number) => (shape & SHAPE.firstUpper) !== 0;
/** All letters are capitals, and there are at least two. */
export const isAllCaps = (shape: number) =>
  (shape & SHAPE.firstUpper) !== 0 && (shape & SHAPE.laterUpper) !== 0 && (shape & SHAPE.lower) === 0;
