import { charClass, DIGIT, IDEOGRAPH, LETTER } from './chars.ts';
import { foldWord } from './fold.ts';
import { fractionValue } from './literal.ts';

/** Which words of a language may begin a figure, in tables by hash: a text without them need not be cut into tokens. */
export interface Gate {
  readonly flags: Uint8Array;
  /** By the first letters of inflected words. */
  readonly prefixes: Uint8Array | undefined;
  /** Code of a UTF-16 unit → its lower case, or one of the classes below. */
  readonly lower: Uint16Array;
}

export interface GateWords {
  readonly lang: string;
  /** Each of these alone may be a figure: numbers, months, "tripled". */
  readonly strong: Iterable<string>;
  /** These need one of `closing` within the next words: "in", "this", "first". */
  readonly opening: Iterable<string>;
  readonly closing: Iterable<string>;
  /** First letters of inflected words. */
  readonly beginnings: ReadonlySet<string>;
}

/** Bits to which words are hashed: 300 words of a language meet one in thirty others. */
const SIZE = 1 << 13;
const TABLE = 0x600;
const GAP = 0;
const FOUND = 1;
const SKIPPED = 2;
const STRONG = 1;
const OPENING = 2;
const CLOSING = 4;
/** "first 30 of the coming weeks": the farthest that the readers of periods look. */
const WINDOW = 5;
const PREFIX = 3;

const mix = (hash: number, code: number) => Math.imul(hash, 33) ^ code;
const slot = (hash: number) => (hash ^ (hash >>> 13)) & (SIZE - 1);

function hashOf(word: string, length = word.length): number {
  let hash = 0;
  for (let i = 0; i < length; i++) hash = mix(hash, word.charCodeAt(i));
  return slot(hash);
}

/** Class of a unit, or the unit itself where the language folds it into one of the same kind. */
function classOf(code: number, lang: string): number {
  const c = String.fromCharCode(code);
  const cls = charClass(code);
  if (cls === DIGIT || cls === IDEOGRAPH || fractionValue(c) !== undefined) return FOUND;
  if (cls !== LETTER) return GAP;
  const folded = foldWord(c, lang);
  if (folded.length === 0) return SKIPPED;
  return folded.length === 1 ? folded.charCodeAt(0) : FOUND;
}

/** Paragraphs that are read before the gate is made: making it costs a cold start some 5 ms, passing over one paragraph saves a tenth of that. */
const PATIENCE = 50;

/** The gate from the paragraph on at which it pays. */
export function gateAfterSome(make: () => Gate): () => Gate | undefined {
  let asked = 0;
  let gate: Gate | undefined;
  return () => {
    if (!gate && ++asked > PATIENCE) gate = make();
    return gate;
  };
}

export function makeGate({ lang, strong, opening, closing, beginnings }: GateWords): Gate {
  const flags = new Uint8Array(SIZE);
  const mark = (words: Iterable<string>, bit: number) => {
    for (const word of words) flags[hashOf(word)]! |= bit;
  };
  mark(strong, STRONG);
  mark(opening, OPENING);
  mark(closing, CLOSING);
  let prefixes: Uint8Array | undefined;
  if (beginnings.size > 0) {
    prefixes = new Uint8Array(SIZE);
    for (const beginning of beginnings) prefixes[hashOf(beginning, PREFIX)] = 1;
  }
  return { flags, prefixes, lower: Uint16Array.from({ length: TABLE }, (_, code) => classOf(code, lang)) };
}

/** May the text between two offsets hold a figure? Never no where the readers would find one; one look at every unit. */
export function mayHold(text: string, from: number, to: number, { flags, prefixes, lower }: Gate, lang: string): boolean {
  let hash = 0;
  let prefix = 0;
  let length = 0;
  let open = 0;
  for (let p = from; p <= to; p++) {
    const code = p < to ? text.charCodeAt(p) : 0x20;
    const unit = code < TABLE ? lower[code]! : classOf(code, lang) > SKIPPED ? FOUND : classOf(code, lang);
    if (unit > SKIPPED) {
      hash = mix(hash, unit);
      if (++length === PREFIX) prefix = hash;
      continue;
    }
    if (unit === FOUND) return true;
    if (unit === SKIPPED || length === 0) continue;
    const flag = flags[slot(hash)]!;
    if ((flag & STRONG) !== 0 || (open > 0 && (flag & CLOSING) !== 0)) return true;
    if (prefixes !== undefined && length > PREFIX && prefixes[slot(prefix)] === 1) return true;
    open = (flag & OPENING) !== 0 ? WINDOW : open - 1;
    hash = 0;
    length = 0;
  }
  return false;
}
