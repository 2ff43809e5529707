import { hashedAs } from './fold.ts';

/**
 * A lexicon in one run of bytes, little-endian, every section on a four-byte border, opened as views without a copy.
 *
 *   ┌──────────┬───────────────────────────────────────────────────────────────────────────────────────────────┐
 *   │ header   │ 16 words: magic, format, then how many of each thing there are (HEADER below)                  │
 *   ├──────────┼───────────────────────────────────────────────────────────────────────────────────────────────┤
 *   │ slots    │ 2^k words, open addressing: fingerprint (10 bits) · token + 1 (22 bits); 0 is empty            │
 *   │ tokenAt  │ tokens + 1 words: where a token's folded units begin in `units`                                │
 *   │ labels   │ one word for each node below the root: token (29 bits) · gap before it (3 bits)                │
 *   │ nodes    │ four words for each 32 nodes: which have children, how many nodes before them have; at which a  │
 *   │          │ name ends, at how many before them. Together, since a walk asks for both: one line of the cache │
 *   │ firstKid │ one word for each node with children, one more at the end                                      │
 *   │ accepts  │ one word for each final node: a payload, or 3 in the top two bits and an index into `lists`    │
 *   │ lists    │ count, then (payload, mode) pairs; mode: bit 31 written without diacritics, low bits exact text │
 *   │ gate     │ 256 words: a bit for the hash of the first three units of every token of three or more         │
 *   │ stemGate │ 256 words: the same for the stems of `trade*`                                                  │
 *   │ opens    │ 2^k words: a bit for the hash of every token with which a name begins, 16 bits or more for each │
 *   │ units    │ folded UTF-16 units of all tokens, a stem with a final U+002A                                  │
 *   │ texts    │ UTF-16 units of the names that must stand exactly so, each after its length                    │
 *   └──────────┴───────────────────────────────────────────────────────────────────────────────────────────────┘
 *
 * Tokens with which some name begins come first; node 0 is the root, and the node of first token t is t + 1. Nodes are numbered
 * breadth first, so the children of a node are a range, sorted by token. A name of one token costs 4 (label) + 4 (accept) bytes.
 */
export const MAGIC = 0x584c4744; // "DGLX"
export const FORMAT = 2;
export const HEADER_WORDS = 16;
/** Index of each header word. */
export const HEADER = {
  magic: 0,
  format: 1,
  entries: 2,
  slots: 3,
  tokens: 4,
  firstTokens: 5,
  nodes: 6,
  inner: 7,
  finals: 8,
  lists: 9,
  units: 10,
  texts: 11,
  stemLengths: 12,
  opens: 13,
} as const;

export const TOKEN_BITS = 22;
export const TOKEN_MASK = (1 << TOKEN_BITS) - 1;
export const LIST_TAG = 0xc000_0000;
/** Mode of a payload in a list: the name is written here without its diacritics. */
export const PLAIN_LETTERS = 0x8000_0000;
const GATE_WORDS = 256;
/** Words of `nodes` for 32 nodes, and where among them those of children and of ends begin. */
export const NODE_WORDS = 4;
export const INNER = 0;
export const FINAL = 2;
export const STEM_END = 0x2a;

export interface Sections {
  readonly slots: Uint32Array;
  readonly tokenAt: Uint32Array;
  readonly labels: Uint32Array;
  readonly nodes: Uint32Array;
  readonly firstKid: Uint32Array;
  readonly accepts: Uint32Array;
  readonly lists: Uint32Array;
  readonly gate: Uint32Array;
  readonly stemGate: Uint32Array;
  readonly opens: Uint32Array;
  readonly units: Uint16Array;
  readonly texts: Uint16Array;
}

/** Words of each section, in order, from a header. */
export function sectionSizes(header: Uint32Array): readonly (readonly [keyof Sections, number, 2 | 4])[] {
  const h = (key: keyof typeof HEADER) => header[HEADER[key]]!;
  const bits = Math.ceil(h('nodes') / 32);
  return [
    ['slots', h('slots'), 4],
    ['tokenAt', h('tokens') + 1, 4],
    ['labels', h('nodes'), 4],
    ['nodes', NODE_WORDS * bits, 4],
    ['firstKid', h('inner') + 1, 4],
    ['accepts', h('finals'), 4],
    ['lists', h('lists'), 4],
    ['gate', GATE_WORDS, 4],
    ['stemGate', GATE_WORDS, 4],
    ['opens', h('opens'), 4],
    ['units', h('units'), 2],
    ['texts', h('texts'), 2],
  ];
}

/** Multiplier of FNV-1a, here over 16-bit units from 0 on, so that a multiplication by 0 begins the next word. */
export const HASH_FACTOR = 0x01000193;

/** Hash of a token's folded units. */
export function hashUnits(units: Uint16Array, from: number, to: number): number {
  return mixHash(rollHash(units, from, to));
}

/** The hash before `mixHash`. What a unit counts as: `hashedAs`. */
export function rollHash(units: Uint16Array, from: number, to: number): number {
  let hash = 0;
  for (let i = from; i < to; i++) hash = Math.imul(hash ^ hashedAs(units[i]!), HASH_FACTOR);
  return hash;
}

export function mixHash(hash: number): number {
  hash ^= hash >>> 15;
  hash = Math.imul(hash, 0x2c1b3c6d);
  return (hash ^ (hash >>> 13)) >>> 0;
}

/** Place of the first three units of a token in a gate of 8,192 bits. */
export function gateBit(a: number, b: number, c: number): number {
  return (Math.imul(a, 0x9e35) ^ Math.imul(b, 0x85eb) ^ Math.imul(c, 0x1657)) & (GATE_WORDS * 32 - 1);
}

/** Words of `opens`: 16 bits a token let about one in sixteen other words pass; a power of two, so that a mask finds the place. */
export function opensWords(firstTokens: number): number {
  let words = 1;
  while (words * 2 < firstTokens) words *= 2;
  return words;
}

/** Marks the hash of a token in `opens`. */
export function markOpens(opens: Uint32Array, hash: number): void {
  opens[(hash >>> 5) & (opens.length - 1)]! |= 1 << (hash & 31);
}

export function popCount(word: number): number {
  word -= (word >>> 1) & 0x55555555;
  word = (word & 0x33333333) + ((word >>> 2) & 0x33333333);
  return Math.imul((word + (word >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/** Fills in how many bits are set before each word of bits. */
export function rankNodes(nodes: Uint32Array): void {
  for (const kind of [INNER, FINAL])
    for (let at = kind, before = 0; at < nodes.length; at += NODE_WORDS) {
      nodes[at + 1] = before;
      before += popCount(nodes[at]!);
    }
}
