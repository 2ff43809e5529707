import { CLASS_BITS, CYRILLIC, FOLD_SHIFT, LATIN, LETTER, UNITS } from './fold.ts';
import { hashUnits, mixHash, type Sections, TOKEN_BITS, TOKEN_MASK } from './layout.ts';
import { nextMarked, scanned, scanPart } from './scan.ts';
import { GAP, oneToken, readToken, seekToken } from './tokens.ts';

/** A stretch of text that an entry of the lexicon fits. UTF-16 offsets. */
export interface LexiconHit {
  readonly start: number;
  readonly end: number;
  readonly payload: number;
}

/** What of an opened lexicon a search needs. */
export interface Searched {
  readonly sections: Pick<Sections, 'slots' | 'tokenAt' | 'units' | 'opens'>;
  /** Stems can begin at any word. */
  readonly stemmed: boolean;
  stems(codes: Uint16Array, from: number, to: number): readonly number[];
  step(node: number, token: number, gap: number, after?: number): number;
  isInner(node: number): boolean;
  /** Calls back with each payload that ends at the node and fits these letters of the text. */
  payloads(node: number, text: string, start: number, end: number, each: (payload: number) => void): void;
}

/** Folded units of a token that are kept between texts; those of a longer one are let go. */
const KEPT = 1024;
/** See `scan.ts` for why these are constants of this module. */
const TABLE = UNITS;
const SHIFT = FOLD_SHIFT;
const NO_GAP = GAP.none;
const SPACED = GAP.space;
const BROKEN = GAP.break;
const CLASS = CLASS_BITS;
const A_LETTER = LETTER;
const BLANK = 0x20;
const PRINT = TOKEN_BITS;
const IDS = TOKEN_MASK;
const SCRIPTS = LATIN | CYRILLIC;
const ENDS = scanned.ends;
const HASHES = scanned.hashes;

/**
 * `find` of a lexicon. One part of the text after another is scanned; a token is looked up if it passes the gate of first ones, and read
 * again if the hash table may have it.
 */
export function makeFind({ sections, stemmed, stems, step, isInner, payloads }: Searched) {
  const { slots, tokenAt, units, opens } = sections;
  const slotMask = slots.length - 1;
  const token = oneToken(new Uint16Array(KEPT));
  let text = '';
  let hits: LexiconHit[] = [];
  // Of the walk that is under way: its start, the end of its last token, and how many hits there were before it.
  let start = 0;
  let end = 0;
  let before = 0;
  // The token that is looked at.
  let from = 0;
  let to = 0;
  let gap = 0;
  let hash = 0;

  /** Puts a hit in its place, the longest first; each payload once at each end, since names that differ in their gaps only can both fit. */
  const add = (payload: number): void => {
    let place = hits.length;
    for (; place > before; place--) {
      const other = hits[place - 1]!;
      if (other.end > end || (other.end === end && other.payload < payload)) break;
      if (other.end === end && other.payload === payload) return;
    }
    const hit = { start, end, payload };
    hits.push(hit);
    if (place === hits.length - 1) return;
    hits.copyWithin(place + 1, place, hits.length - 1);
    hits[place] = hit;
  };

  /** Does this token of the lexicon stand from `from` to `to`? */
  const stands = (id: number): boolean => {
    const at = tokenAt[id]!;
    const length = tokenAt[id + 1]! - at;
    if (to - from === length) {
      let all = 0;
      let i = 0;
      for (; i < length; i++) {
        const entry = TABLE[text.charCodeAt(from + i)]!;
        all |= entry;
        if (entry >>> SHIFT !== units[at + i]) break;
      }
      if (i === length && (all & SCRIPTS) !== SCRIPTS) return true;
    }
    // Not these very letters; but the word may have marks, or letters of two scripts.
    read(from);
    if (token.used !== length) return false;
    for (let i = 0; i < length; i++) if (token.codes[i] !== units[at + i]) return false;
    return true;
  };
  const read = (at: number): void => {
    token.start = at;
    token.used = 0;
    readToken(text, token);
  };

  /** Looks at the first token behind `after`, number `k` of the part unless the part has no more. False if there is none. */
  const look = (k: number, after: number): boolean => {
    if (text.charCodeAt(after) === BLANK && (TABLE[text.charCodeAt(after + 1)]! & CLASS) === A_LETTER) {
      from = after + 1;
      gap = SPACED;
    } else {
      if (!seekToken(text, after, NO_GAP, token)) return false;
      from = token.start;
      gap = token.gap;
    }
    if (k < scanned.count) {
      to = ENDS[k]!;
      hash = mixHash(HASHES[k]!);
    } else {
      read(from);
      to = token.end;
      hash = hashUnits(token.codes, 0, token.used);
    }
    return true;
  };

  /** Everything that the token looked at, number `k`, and those behind it reach from `node`. */
  const walk = (node: number, k: number): void => {
    const here = to;
    const before = gap;
    if (stemmed) {
      read(from);
      end = here;
      for (const stem of stems(token.codes, 0, token.used))
        for (let next = step(node, stem, before); next > 0; next = step(node, stem, before, next))
          payloads(next, text, start, end, add);
    }
    const print = hash >>> PRINT;
    let slot = hash & slotMask;
    for (let tries = 0; tries <= slotMask; tries++) {
      const value = slots[slot]!;
      if (value === 0) return;
      slot = (slot + 1) & slotMask;
      if (value >>> PRINT !== print) continue;
      const id = (value & IDS) - 1;
      let next = step(node, id, before);
      if (next < 0 || !stands(id)) continue;
      for (; next > 0; next = step(node, id, before, next)) {
        end = here;
        payloads(next, text, start, end, add);
        if (isInner(next) && look(k + 1, here) && gap !== BROKEN) walk(next, k + 1);
      }
      return;
    }
  };

  const walkFrom = (k: number, base: number): void => {
    look(k, k ? ENDS[k - 1]! : base);
    start = from;
    before = hits.length;
    walk(0, k);
  };

  return (whole: string): LexiconHit[] => {
    text = whole;
    hits = [];
    for (let base = 0; base < text.length; base = scanned.stop) {
      scanPart(text, base);
      if (stemmed) for (let k = 0; k < scanned.count; k++) walkFrom(k, base);
      else for (let k = nextMarked(0, opens); k < scanned.count; k = nextMarked(k + 1, opens)) walkFrom(k, base);
    }
    const found = hits;
    hits = [];
    text = '';
    if (token.codes.length > KEPT) token.codes = new Uint16Array(KEPT);
    return found;
  };
}
