import {
  APOSTROPHE,
  CLASS_BITS,
  CYRILLIC,
  classOf,
  DOT,
  FOLD_SHIFT,
  foldOf,
  foldPair,
  HYPHEN,
  joinMark,
  LATIN,
  LETTER,
  LOWER,
  MARK,
  PAIR,
  QUOTE,
  SIGN,
  SKIP,
  SPACE,
  UNCASED,
  UNITS,
  UPPER,
  unmix,
} from './fold.ts';
import { grown } from './numbers.ts';

/**
 * What stands between two tokens. A name stores the gaps it is written with; `gapFits` says which gaps of a text it accepts.
 */
export const GAP = { space: 0, hyphen: 1, apostrophe: 2, dot: 3, none: 4, quote: 5, dash: 6, break: 7 } as const;

/** By stored gap, a bit for each gap of a text that will do: hyphen and space stand for each other, a spaced dash for a hyphen. */
const FITS = [
  (1 << GAP.space) | (1 << GAP.hyphen) | (1 << GAP.quote),
  (1 << GAP.hyphen) | (1 << GAP.space) | (1 << GAP.dash),
  1 << GAP.apostrophe,
  1 << GAP.dot,
  (1 << GAP.none) | (1 << GAP.space),
  (1 << GAP.quote) | (1 << GAP.space),
  (1 << GAP.dash) | (1 << GAP.hyphen),
  0,
] as const;

export function gapFits(stored: number, text: number): boolean {
  return (((FITS[stored] ?? 0) >> text) & 1) === 1;
}

/** Bits of `shape`: how a token's letters are cased, and what it is made of. */
export const SHAPE = { firstUpper: 1, laterUpper: 2, lower: 4, digit: 8, latin: 16, cyrillic: 32, sign: 64, mixed: 128 } as const;

/** The tokens of a text: runs of letters and digits, and single signs. Offsets are UTF-16 units of the text as it was given. */
export interface Tokens {
  readonly count: number;
  readonly start: Uint32Array;
  /** Exclusive; soft hyphens and the like at the end of a word are outside. */
  readonly end: Uint32Array;
  /** The gap before each token; the first has `break`. */
  readonly gap: Uint8Array;
  readonly shape: Uint8Array;
  /** Folded units of all tokens, one after another. */
  readonly codes: Uint16Array;
  /** Where a token's folded units begin; one more at the end. */
  readonly at: Uint32Array;
}

/** The folded text of a token. */
export function foldedToken(tokens: Tokens, i: number): string {
  return String.fromCharCode(...tokens.codes.subarray(tokens.at[i]!, tokens.at[i + 1]!));
}

/** The gap that a stretch of text makes, as far as it has been read. */
function widen(gap: number, kind: number): number {
  if (kind === SPACE) {
    if (gap === GAP.none) return GAP.space;
    if (gap === GAP.hyphen) return GAP.dash;
    return gap === GAP.apostrophe ? GAP.quote : gap;
  }
  if (kind === DOT) return gap === GAP.none ? GAP.dot : GAP.break;
  if (kind === HYPHEN) return gap === GAP.none || gap === GAP.dot ? GAP.hyphen : gap === GAP.space ? GAP.dash : GAP.break;
  if (kind === APOSTROPHE && gap === GAP.none) return GAP.apostrophe;
  if (kind === APOSTROPHE || kind === QUOTE)
    return gap === GAP.none || gap === GAP.space || gap === GAP.quote ? GAP.quote : GAP.break;
  return GAP.break;
}

/** One token while it is read; used again from token to token. */
export interface OneToken {
  start: number;
  /** Exclusive. */
  end: number;
  /** Where reading goes on: behind the soft hyphens and the like that follow the token. */
  next: number;
  gap: number;
  shape: number;
  /** Folded units: the token's begin where `used` stood before it and end at `used`. */
  codes: Uint16Array;
  used: number;
}

export const oneToken = (codes: Uint16Array): OneToken => ({ start: 0, end: 0, next: 0, gap: 0, shape: 0, codes, used: 0 });

/** Finds where the next token from `i` on starts and which gap is before it, with the gap read so far. False at the end of the text. */
export function seekToken(text: string, i: number, gap: number, token: OneToken): boolean {
  const length = text.length;
  for (; i < length; i++) {
    const kind = classOf(text.charCodeAt(i)) & CLASS_BITS;
    if (kind === LETTER || kind === SIGN) break;
    if (kind === PAIR) {
      const pair = pairAt(text, i);
      if (pair === 'mark') i++;
      else if (pair) break;
      else gap = GAP.break;
    } else if (kind !== SKIP && kind !== MARK) gap = widen(gap, kind);
  }
  token.start = i;
  token.gap = gap;
  return i < length;
}

/** Reads the token that starts at `token.start`. */
export function readToken(text: string, token: OneToken): void {
  const unit = text.charCodeAt(token.start);
  if ((classOf(unit) & CLASS_BITS) === SIGN) {
    put(token, foldOf(unit));
    token.end = token.next = token.start + 1;
    token.shape = SHAPE.sign;
  } else readWord(text, token);
}

function readWord(text: string, token: OneToken): void {
  const { start, used: first } = token;
  let { codes, used } = token;
  const length = text.length;
  // Properties of the first letter, and of those after it.
  let head = 0;
  let later = 0;
  let i = start;
  let last = i;
  while (i < length) {
    const unit = text.charCodeAt(i);
    let entry = UNITS[unit]!;
    if ((entry & CLASS_BITS) === LETTER) {
      if (used === first) head = entry;
      else later |= entry;
      if (used === codes.length) codes = token.codes = grown(codes, 2 * used + 8);
      const most = Math.min(length, i + codes.length - used);
      codes[used++] = entry >>> FOLD_SHIFT;
      while (++i < most && ((entry = UNITS[text.charCodeAt(i)]!) & CLASS_BITS) === LETTER) {
        later |= entry;
        codes[used++] = entry >>> FOLD_SHIFT;
      }
      last = i;
      if (i === length || (entry & CLASS_BITS) === SPACE) break;
      continue;
    }
    const kind = classOf(unit) & CLASS_BITS;
    if (kind === SKIP) i++;
    else if (kind === MARK) {
      const joined = used > first ? joinMark(codes[used - 1]!, unit) : 0;
      if (joined) codes[used - 1] = joined;
      last = ++i;
    } else if (kind === PAIR) {
      const units = pairAt(text, i);
      if (units === undefined) break;
      if (units !== 'mark') {
        token.used = used;
        for (const code of units) put(token, code);
        ({ codes, used } = token);
      }
      i += 2;
      last = i;
    } else if (kind !== LETTER) break;
  }
  const all = head | later;
  let shape = head & UPPER ? SHAPE.firstUpper : 0;
  if (later & UPPER) shape |= SHAPE.laterUpper;
  if (all & LOWER) shape |= SHAPE.lower;
  if (all & LATIN) shape |= SHAPE.latin;
  if (all & CYRILLIC) shape |= SHAPE.cyrillic;
  if (all & UNCASED) shape |= SHAPE.digit;
  token.end = last;
  token.next = i;
  token.shape = shape;
  token.used = used;
  if (shape & SHAPE.latin && shape & SHAPE.cyrillic) unmixToken(text, first, token);
}

/** A word of two scripts becomes the word that it looks like, where there is one. */
function unmixToken(text: string, first: number, token: OneToken): void {
  const whole = unmix(text.slice(token.start, token.end));
  const other = whole === undefined ? undefined : tokenise(whole);
  if (other?.count !== 1 || other.at[1]! > token.used - first) return;
  token.codes.set(other.codes.subarray(0, other.at[1]!), first);
  token.used = first + other.at[1]!;
  token.shape = other.shape[0]! | SHAPE.mixed;
}

function put(token: OneToken, code: number): void {
  if (token.used === token.codes.length) token.codes = grown(token.codes, 2 * token.used + 8);
  token.codes[token.used++] = code;
}

/** Splits a text into tokens. Linear in its length, defined for every string, lone surrogates included. */
export function tokenise(text: string): Tokens {
  const token = oneToken(new Uint16Array(text.length));
  let room = (text.length >> 2) + 8;
  let start = new Uint32Array(room);
  let end = new Uint32Array(room);
  let at = new Uint32Array(room);
  let gap = new Uint8Array(room);
  let shape = new Uint8Array(room);
  let count = 0;
  let between: number = GAP.break;
  while (seekToken(text, token.next, between, token)) {
    if (count + 2 > room) {
      room *= 2;
      start = grown(start, room);
      end = grown(end, room);
      at = grown(at, room);
      gap = grown(gap, room);
      shape = grown(shape, room);
    }
    readToken(text, token);
    start[count] = token.start;
    end[count] = token.end;
    gap[count] = token.gap;
    shape[count] = token.shape;
    at[++count] = token.used;
    between = GAP.none;
  }
  return {
    count,
    start: start.subarray(0, count),
    end: end.subarray(0, count),
    gap: gap.subarray(0, count),
    shape: shape.subarray(0, count),
    codes: token.codes,
    at: at.subarray(0, count + 1),
  };
}

function pairAt(text: string, i: number): readonly number[] | 'mark' | undefined {
  const low = i + 1 < text.length ? text.charCodeAt(i + 1) : 0;
  return low >= 0xdc00 && low < 0xe000 ? foldPair(text.charCodeAt(i), low) : undefined;
}
