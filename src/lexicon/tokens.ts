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

function grown<T extends Uint32Array | Uint8Array>(array: T, length: number): T {
  const bigger = new (array.constructor as new (length: number) => T)(length);
  bigger.set(array);
  return bigger;
}

/** Arrays that are used again from text to text: making and clearing them takes longer than filling them. */
export interface Room {
  start: Uint32Array;
  end: Uint32Array;
  at: Uint32Array;
  gaps: Uint8Array;
  shapes: Uint8Array;
  codes: Uint16Array;
}

/** UTF-16 units up to which a room is kept between texts. */
const LARGEST_ROOM = 1 << 20;

/** Arrays for a text of this length; those of an earlier one where they are large enough. */
function roomFor(length: number, used: Room | undefined): Room {
  if (used && used.codes.length >= length) return used;
  const tokens = (length >> 2) + 8;
  const made: Room = {
    start: new Uint32Array(tokens),
    end: new Uint32Array(tokens),
    at: new Uint32Array(tokens),
    gaps: new Uint8Array(tokens),
    shapes: new Uint8Array(tokens),
    codes: new Uint16Array(length),
  };
  if (used && length <= LARGEST_ROOM) Object.assign(used, made);
  return made;
}

export const emptyRoom = (): Room => roomFor(0, undefined);

/**
 * Splits a text into tokens. Linear in its length, defined for every string, lone surrogates included. With a room the tokens are views into
 * it, good until the room's next text.
 */
export function tokenise(text: string, reused?: Room): Tokens {
  const length = text.length;
  const arrays = roomFor(length, reused);
  let { start, end, at, gaps, shapes } = arrays;
  const { codes } = arrays;
  let room = start.length;
  let count = 0;
  let used = 0;
  let gap: number = GAP.break;
  let i = 0;

  while (i < length) {
    const bits = classOf(text.charCodeAt(i));
    const kind = bits & CLASS_BITS;
    if (kind !== LETTER && kind !== SIGN) {
      const pair = kind === PAIR ? pairAt(text, i) : undefined;
      if (pair === undefined || pair === 'mark') {
        if (kind === PAIR) {
          if (pair === undefined) gap = GAP.break;
          else i++;
        } else if (kind !== SKIP && kind !== MARK) gap = widen(gap, kind);
        i++;
        continue;
      }
    }

    if (count + 2 >= room) {
      room *= 2;
      start = grown(start, room);
      end = grown(end, room);
      at = grown(at, room);
      gaps = grown(gaps, room);
      shapes = grown(shapes, room);
    }
    const first = used;
    let shape = kind === SIGN ? SHAPE.sign : bits & UPPER ? SHAPE.firstUpper : 0;
    start[count] = i;
    gaps[count] = gap;
    let last = i;
    if (kind === SIGN) {
      codes[used++] = foldOf(text.charCodeAt(i));
      last = ++i;
    } else {
      // Properties of the first letter, and of those after it.
      let head = 0;
      let later = 0;
      while (i < length) {
        let entry = UNITS[text.charCodeAt(i)]!;
        if ((entry & CLASS_BITS) === LETTER) {
          if (used === first) head = entry;
          else later |= entry;
          codes[used++] = entry >>> FOLD_SHIFT;
          while (++i < length && ((entry = UNITS[text.charCodeAt(i)]!) & CLASS_BITS) === LETTER) {
            later |= entry;
            codes[used++] = entry >>> FOLD_SHIFT;
          }
          last = i;
          if (i === length || (entry & CLASS_BITS) === SPACE) break;
        }
        const unit = text.charCodeAt(i);
        const k = classOf(unit) & CLASS_BITS;
        if (k === SKIP) {
          i++;
        } else if (k === MARK) {
          const joined = used > first ? joinMark(codes[used - 1]!, unit) : 0;
          if (joined) codes[used - 1] = joined;
          last = ++i;
        } else if (k === PAIR) {
          const units = pairAt(text, i);
          if (units === undefined) break;
          if (units !== 'mark') for (const code of units) codes[used++] = code;
          i += 2;
          last = i;
        } else if (k !== LETTER) break;
      }
      const all = head | later;
      if (later & UPPER) shape |= SHAPE.laterUpper;
      if (all & LOWER) shape |= SHAPE.lower;
      if (all & LATIN) shape |= SHAPE.latin;
      if (all & CYRILLIC) shape |= SHAPE.cyrillic;
      if (all & UNCASED) shape |= SHAPE.digit;
      if (shape & SHAPE.latin && shape & SHAPE.cyrillic) {
        const whole = unmix(text.slice(start[count], last));
        const other = whole === undefined ? undefined : tokenise(whole);
        if (other?.count === 1 && other.at[1]! <= used - first) {
          codes.set(other.codes.subarray(0, other.at[1]!), first);
          used = first + other.at[1]!;
          shape = other.shape[0]! | SHAPE.mixed;
        }
      }
    }
    end[count] = last;
    shapes[count] = shape;
    gap = GAP.none;
    at[++count] = used;
  }
  return {
    count,
    start: start.subarray(0, count),
    end: end.subarray(0, count),
    gap: gaps.subarray(0, count),
    shape: shapes.subarray(0, count),
    codes,
    at: at.subarray(0, count + 1),
  };
}

function pairAt(text: string, i: number): readonly number[] | 'mark' | undefined {
  const low = i + 1 < text.length ? text.charCodeAt(i + 1) : 0;
  return low >= 0xdc00 && low < 0xe000 ? foldPair(text.charCodeAt(i), low) : undefined;
}
