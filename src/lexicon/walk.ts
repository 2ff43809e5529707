import { type LexiconHit, makeFind } from './find.ts';
import { hashedAs } from './fold.ts';
import {
  FINAL,
  FORMAT,
  gateBit,
  HASH_FACTOR,
  HEADER,
  HEADER_WORDS,
  hashUnits,
  INNER,
  LIST_TAG,
  MAGIC,
  mixHash,
  NODE_WORDS,
  PLAIN_LETTERS,
  popCount,
  type Sections,
  STEM_END,
  sectionSizes,
  TOKEN_BITS,
  TOKEN_MASK,
} from './layout.ts';
import { gapFits } from './tokens.ts';

// Constants of this module; see `scan.ts`.
const WORDS = NODE_WORDS;
const KIDS = INNER;
const ENDS = FINAL;
const bitsSet = popCount;

export class LexiconError extends Error {
  override name = 'LexiconError';
}

/** One thing that ends at a node. */
export interface Accept {
  readonly payload: number;
  /** The name has diacritics that this text leaves out. */
  readonly plain: boolean;
  /** The letters that the text must have, for entries with case `exact`. */
  readonly exact?: string;
}

/** An opened lexicon: a trie over whole tokens. Node 0 is the root; every method is safe on any argument and on damaged bytes. */
export interface Lexicon {
  /** How many entries it was built from. */
  readonly entries: number;
  readonly bytes: number;
  /** The token with these folded units, or -1. */
  token(codes: Uint16Array, from: number, to: number): number;
  /** Might a token of the lexicon begin as these units do? False is sure. Always true below three units. */
  mayBegin(codes: Uint16Array, from: number, to: number): boolean;
  /** The stems of the lexicon (`trade*`) with which these units begin, shortest first. */
  stems(codes: Uint16Array, from: number, to: number): readonly number[];
  /**
   * The first node above `after` that `node` reaches over a token, with this gap of the text before it; -1 if there is none. There are
   * several where names differ in their gaps only ("Nur Sultan", "Nur-Sultan"). From the root the gap does not count.
   */
  step(node: number, token: number, gap: number, after?: number): number;
  /** What ends at the node. */
  accepts(node: number): readonly Accept[];
  /** Every entry that fits somewhere in the text as it is written, by start, the longest first. */
  find(text: string): LexiconHit[];
}

const NONE: readonly never[] = [];

/**
 * Opens a lexicon over its bytes, without a copy where they stand on a four-byte border.
 * Throws `LexiconError` when the header or a section's size doesn't fit. Damage inside a section can make hits go missing; the pack's checksum finds it.
 */
export function openLexicon(bytes: Uint8Array): Lexicon {
  const whole = bytes.byteOffset % 4 === 0 ? bytes : bytes.slice();
  const { header, sections } = open(whole);
  const { slots, tokenAt, labels, nodes: bits, firstKid, accepts, lists, gate, stemGate, units, texts } = sections;
  const slotMask = slots.length - 1;
  const firstTokens = header[HEADER.firstTokens]!;
  const nodes = header[HEADER.nodes]!;
  const stemLengths = header[HEADER.stemLengths]!;
  const longestStem = stemLengths ? 32 - Math.clz32(stemLengths) - 1 : 0;

  const same = (token: number, codes: Uint16Array, from: number, length: number, stem: boolean): boolean => {
    const at = tokenAt[token]!;
    if (tokenAt[token + 1]! - at !== length + (stem ? 1 : 0)) return false;
    for (let i = 0; i < length; i++) if (units[at + i] !== codes[from + i]) return false;
    return !stem || units[at + length] === STEM_END;
  };
  const lookUp = (hash: number, codes: Uint16Array, from: number, length: number, stem: boolean): number => {
    const print = hash >>> TOKEN_BITS;
    let slot = hash & slotMask;
    for (let tries = 0; tries <= slotMask; tries++) {
      const value = slots[slot]!;
      if (value === 0) return -1;
      if (value >>> TOKEN_BITS === print) {
        const token = (value & TOKEN_MASK) - 1;
        if (same(token, codes, from, length, stem)) return token;
      }
      slot = (slot + 1) & slotMask;
    }
    return -1;
  };
  const passes = (bits: Uint32Array, codes: Uint16Array, from: number, to: number): boolean => {
    if (to - from < 3) return true;
    const bit = gateBit(codes[from]!, codes[from + 1]!, codes[from + 2]!);
    return ((bits[bit >>> 5]! >>> (bit & 31)) & 1) === 1;
  };
  /** How many nodes before this one have children (`INNER`) or end a name (`FINAL`); -1 if it does not. */
  const rankOf = (kind: number, node: number): number => {
    const at = WORDS * (node >>> 5) + kind;
    const word = bits[at]!;
    if (!((word >>> (node & 31)) & 1)) return -1;
    return bits[at + 1]! + bitsSet(word & ((1 << (node & 31)) - 1));
  };

  const token = (codes: Uint16Array, from: number, to: number): number =>
    passes(gate, codes, from, to) ? lookUp(hashUnits(codes, from, to), codes, from, to - from, false) : -1;

  const stems = (codes: Uint16Array, from: number, to: number): readonly number[] => {
    if (stemLengths === 0 || (!(stemLengths & 4) && !passes(stemGate, codes, from, to))) return NONE;
    const found: number[] = [];
    let hash = 0;
    const longest = Math.min(to - from, longestStem === 31 ? to - from : longestStem);
    for (let length = 1; length <= longest; length++) {
      hash = Math.imul(hash ^ hashedAs(codes[from + length - 1]!), HASH_FACTOR);
      if (!((stemLengths >>> Math.min(31, length)) & 1)) continue;
      const known = lookUp(mixHash(Math.imul(hash ^ STEM_END, HASH_FACTOR)), codes, from, length, true);
      if (known >= 0) found.push(known);
    }
    return found;
  };

  const step = (node: number, id: number, gap: number, after = 0): number => {
    if (id < 0) return -1;
    if (node === 0) return id < firstTokens && after === 0 ? id + 1 : -1;
    const rank = rankOf(KIDS, node);
    if (rank < 0) return -1;
    let low = firstKid[rank]!;
    const end = Math.min(firstKid[rank + 1]!, nodes);
    let high = end;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (labels[middle]! >>> 3 < id) low = middle + 1;
      else high = middle;
    }
    for (; low < end && labels[low]! >>> 3 === id; low++) if (low > after && gapFits(labels[low]! & 7, gap)) return low;
    return -1;
  };

  const acceptsAt = (node: number): readonly Accept[] => {
    const rank = rankOf(ENDS, node);
    if (rank < 0 || rank >= accepts.length) return NONE;
    const value = accepts[rank]!;
    if (value < LIST_TAG) return [{ payload: value, plain: false }];
    const at = value - LIST_TAG;
    const count = Math.min(lists[at] ?? 0, (lists.length - at - 1) >>> 1);
    const found: Accept[] = [];
    for (let i = 0; i < count; i++) {
      const mode = lists[at + 2 + 2 * i]!;
      const payload = lists[at + 1 + 2 * i]!;
      if (mode & PLAIN_LETTERS) found.push({ payload, plain: true });
      else if (mode) found.push({ payload, plain: false, exact: exactText(mode - 1) });
      else found.push({ payload, plain: false });
    }
    return found;
  };
  const exactText = (at: number): string => String.fromCharCode(...texts.subarray(at + 1, at + 1 + (texts[at] ?? 0)));

  const payloads = (node: number, text: string, start: number, end: number, each: (payload: number) => void): void => {
    const rank = rankOf(ENDS, node);
    if (rank < 0 || rank >= accepts.length) return;
    const value = accepts[rank]!;
    if (value < LIST_TAG) each(value);
    else
      for (const { payload, exact } of acceptsAt(node))
        if (exact === undefined || exact === text.slice(start, end)) each(payload);
  };
  const find = makeFind({
    sections,
    stemmed: stemLengths !== 0,
    stems,
    step,
    isInner: (node) => ((bits[WORDS * (node >>> 5) + KIDS]! >>> (node & 31)) & 1) === 1,
    payloads,
  });

  return {
    entries: header[HEADER.entries]!,
    bytes: whole.byteLength,
    token,
    mayBegin: (codes, from, to) => passes(gate, codes, from, to),
    stems,
    step,
    accepts: acceptsAt,
    find,
  };
}

function open(bytes: Uint8Array): { header: Uint32Array; sections: Sections } {
  if (bytes.byteLength < HEADER_WORDS * 4)
    throw new LexiconError(`a lexicon has at least ${HEADER_WORDS * 4} bytes, this one ${bytes.byteLength}`);
  const header = new Uint32Array(bytes.buffer, bytes.byteOffset, HEADER_WORDS);
  if (header[HEADER.magic] !== MAGIC) throw new LexiconError('these bytes are no lexicon');
  if (header[HEADER.format] !== FORMAT)
    throw new LexiconError(`lexicon format ${header[HEADER.format]}, this version reads ${FORMAT}`);
  const slotCount = header[HEADER.slots]!;
  if (slotCount < 1 || (slotCount & (slotCount - 1)) !== 0)
    throw new LexiconError(`the lexicon's hash table has ${slotCount} slots, which is no power of two`);
  const opens = header[HEADER.opens]!;
  if (opens < 1 || (opens & (opens - 1)) !== 0)
    throw new LexiconError(`the lexicon's gate of first words has ${opens} words, which is no power of two`);
  if (header[HEADER.nodes]! < 1 || header[HEADER.firstTokens]! >= header[HEADER.nodes]!)
    throw new LexiconError('the lexicon has fewer nodes than first words');
  const sections: Record<string, Uint32Array | Uint16Array> = {};
  let at = HEADER_WORDS * 4;
  for (const [name, count, width] of sectionSizes(header)) {
    const size = (count * width + 3) & ~3;
    if (count * width > bytes.byteLength - at) {
      throw new LexiconError(
        `the lexicon's section ${name} would need ${count * width} bytes at ${at}, of ${bytes.byteLength} in all`,
      );
    }
    const place = bytes.byteOffset + at;
    sections[name] = width === 4 ? new Uint32Array(bytes.buffer, place, count) : new Uint16Array(bytes.buffer, place, count);
    at += size;
  }
  if (at !== bytes.byteLength) throw new LexiconError(`the lexicon should have ${at} bytes and has ${bytes.byteLength}`);
  return { header, sections: sections as unknown as Sections };
}
