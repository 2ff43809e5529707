import { HARD, HASHED, PLAIN_LETTER } from './fold.ts';
import { HASH_FACTOR, mixHash, rollHash } from './layout.ts';
import { GAP, oneToken, readToken, seekToken } from './tokens.ts';

/** UTF-16 units of a part: what is kept of its tokens fits the processor's first cache. */
export const PART = 8192;

// Constants of this module and not of another: V8 reads an imported or exported one again each time, which costs the loop a third more.
const TABLE = HASHED;
const HARD_BIT = HARD;
const LETTER_BIT = PLAIN_LETTER;
const FACTOR = HASH_FACTOR;

// A token has one unit at least; one place more is written ahead of the count.
const ENDS = new Int32Array(PART + 1);
const HASHES = new Int32Array(PART + 1);

/**
 * A part of a text taken apart: where its tokens end and what their hashes are, nothing else. Gaps, starts and folded units are read again
 * for the few tokens that a name could begin with. There is one, good until the next part is scanned.
 */
export const scanned = {
  count: 0,
  /** Of each token, the end that `tokenise` gives it. */
  ends: ENDS,
  /** Of each token, its hash before `mixHash`. */
  hashes: HASHES,
  /** Up to where the text was taken apart: no token goes over it. */
  stop: 0,
};

const token = oneToken(new Uint16Array(64));

/** Takes `PART` units of a text apart, or what is left of it, from a place inside no token; always by one token at least. */
export function scanPart(text: string, from: number): void {
  const to = Math.min(text.length, from + PART);
  let count = 0;
  let i = from;
  while (i < to) {
    count = run(text, i, to, count);
    const at = stopped;
    let start = at;
    if (open) while (start > i && TABLE[text.charCodeAt(start - 1)]! & LETTER_BIT) start--;
    if (at === to) {
      i = to;
      if (!open) break;
      if (to === text.length) {
        count++;
        break;
      }
      // The word may go on behind the part: it is left to the next one, unless it is the whole part.
      i = start;
      if (start > from) break;
    }
    if (open) token.start = start;
    else if (!seekToken(text, at, GAP.none, token)) {
      i = text.length;
      break;
    }
    i = token.start;
    if (i >= to) break;
    token.used = 0;
    readToken(text, token);
    ENDS[count] = token.end;
    HASHES[count++] = rollHash(token.codes, 0, token.used);
    i = token.next;
  }
  scanned.count = count;
  scanned.stop = i;
}

/** Where the last run stopped, and whether inside a word. */
let stopped = 0;
let open = false;

/**
 * The loop over every unit of a text. No branch in it depends on where words end, because a processor guesses that wrong twice a word: end
 * and hash are written for every unit, and the place moves on where a word ends. Stops at a hard unit. Gives back the new count.
 */
function run(text: string, from: number, to: number, count: number): number {
  let place = count;
  let hash = 0;
  let inside = 0;
  let i = from;
  for (; i < to; i++) {
    const entry = TABLE[text.charCodeAt(i)]!;
    if (entry & HARD_BIT) break;
    const letter = entry & LETTER_BIT;
    HASHES[place] = hash;
    ENDS[place] = i;
    place += inside & ~letter;
    inside = letter;
    // Behind a word the factor is 0, and so is the hash from which the next one begins.
    hash = Math.imul(hash ^ (entry >>> 16), -letter & FACTOR);
  }
  HASHES[place] = hash;
  ENDS[place] = i;
  stopped = i;
  open = inside === 1;
  return place;
}

/** The first token of the part from `k` on whose hash is marked in these bits (`markOpens`); their number if there is none. */
export function nextMarked(k: number, bits: Uint32Array): number {
  const mask = bits.length - 1;
  const { count } = scanned;
  for (; k < count; k++) {
    const hash = mixHash(HASHES[k]!);
    if ((bits[(hash >>> 5) & mask]! >>> (hash & 31)) & 1) break;
  }
  return k;
}
