import {
  HEADER,
  HEADER_WORDS,
  hashUnits,
  markOpens,
  opensWords,
  rankNodes,
  type Sections,
  sectionSizes,
  TOKEN_BITS,
} from '../lexicon/layout.ts';
import { PackError } from './pack-error.ts';

/**
 * The name index as the pack stores it: less than half as many bytes once compressed, restored to the very bytes that the lexicon opens as
 * views. Left out are its hash table and its gate, which follow from the tokens, and the counts of bits; numbers that only grow are stored as their differences; and all first
 * bytes of a section's numbers stand together, then all second ones and so on, because most upper bytes are empty.
 */
const GROWING: readonly (keyof Sections)[] = ['tokenAt', 'firstKid'];
const FOLLOWS: readonly (keyof Sections)[] = ['slots', 'opens'];
const HEAD = 4 * HEADER_WORDS;

interface Place {
  readonly name: keyof Sections;
  readonly width: 2 | 4;
  readonly count: number;
  /** In the index, and in what is stored. */
  readonly at: number;
  readonly stored: number;
}
/** Where everything stands, with the sizes of both forms in bytes. Nothing is allocated. */
function placesOf(header: Uint32Array) {
  let at = HEAD;
  let stored = HEAD;
  const places = sectionSizes(header).map(([name, count, width]): Place => {
    const place = { name, width, count, at, stored };
    at += (count * width + 3) & ~3;
    if (!FOLLOWS.includes(name)) stored += count * width;
    return place;
  });
  return { places, size: at, stored };
}

/** A copy at a word's address: `slice` of Node's Buffer makes none. */
const headOf = (bytes: Uint8Array) => new Uint32Array(new Uint8Array(bytes.subarray(0, HEAD)).buffer);

export function shrinkNameIndex(index: Uint8Array): Uint8Array {
  const header = headOf(index);
  const { places, stored } = placesOf(header);
  const small = new Uint8Array(stored);
  small.set(index.subarray(0, HEAD));
  for (const { name, width, count, at, stored } of places) {
    if (FOLLOWS.includes(name)) continue;
    const numbers = numbersAt(new Uint8Array(index.subarray(at, at + count * width)), 0, width, count);
    if (name === 'nodes') for (let i = 1; i < count; i += 2) numbers[i] = 0;
    if (GROWING.includes(name)) for (let i = count - 1; i > 0; i--) numbers[i]! -= numbers[i - 1]!;
    for (let byte = 0; byte < width; byte++)
      for (let i = 0; i < count; i++) small[stored + byte * count + i] = numbers[i]! >>> (8 * byte);
  }
  return small;
}

/** @throws PackError when the sizes in its head do not fit the bytes */
export function restoreNameIndex(small: Uint8Array): Uint8Array {
  const refuse = (what: string) => new PackError('layout', `the name index of the names pack ${what}`);
  if (small.length < HEAD) throw refuse('has no head');
  const header = headOf(small);
  const { places, size, stored } = placesOf(header);
  if (small.length !== stored) throw refuse(`should have ${stored} bytes and has ${small.length}`);
  const [tokens, slots] = [header[HEADER.tokens]!, header[HEADER.slots]!];
  if ((slots & (slots - 1)) !== 0 || slots <= tokens || slots > 8 + 4 * tokens)
    throw refuse(`claims ${slots} slots for ${tokens} tokens`);
  const firstTokens = header[HEADER.firstTokens]!;
  if (firstTokens > tokens || header[HEADER.opens] !== opensWords(firstTokens))
    throw refuse(`claims a gate of ${header[HEADER.opens]} words for ${firstTokens} first tokens`);
  const index = new Uint8Array(size);
  index.set(small.subarray(0, HEAD));
  const sections = {} as Record<keyof Sections, Uint32Array | Uint16Array>;
  for (const { name, width, count, at, stored } of places) {
    const numbers = numbersAt(index, at, width, count);
    sections[name] = numbers;
    if (FOLLOWS.includes(name)) continue;
    gather(numbers, small, stored);
    if (GROWING.includes(name)) for (let i = 1; i < count; i++) numbers[i]! += numbers[i - 1]!;
    if (name === 'nodes') rankNodes(numbers as Uint32Array);
  }
  fillSlots(sections as unknown as Sections, tokens, firstTokens);
  return index;
}

const numbersAt = (bytes: Uint8Array, at: number, width: 2 | 4, count: number): Uint32Array | Uint16Array =>
  width === 4 ? new Uint32Array(bytes.buffer, at, count) : new Uint16Array(bytes.buffer, at, count);

/** Puts the bytes of each number together: in one pass, because every wake of the background does it. */
function gather(numbers: Uint32Array | Uint16Array, small: Uint8Array, from: number): void {
  const count = numbers.length;
  const [b, c, d] = [from + count, from + 2 * count, from + 3 * count];
  if (numbers.BYTES_PER_ELEMENT === 2) for (let i = 0; i < count; i++) numbers[i] = small[from + i]! | (small[b + i]! << 8);
  else
    for (let i = 0; i < count; i++)
      numbers[i] = small[from + i]! | (small[b + i]! << 8) | (small[c + i]! << 16) | (small[d + i]! << 24);
}

/** As `buildLexicon` fills them: tokens in their order, each in the first free slot from its hash on. */
function fillSlots({ slots, opens, tokenAt, units }: Sections, tokens: number, firstTokens: number): void {
  const mask = slots.length - 1;
  for (let token = 0; token < tokens; token++) {
    const hash = hashUnits(units, tokenAt[token]!, Math.min(tokenAt[token + 1]!, units.length));
    if (token < firstTokens) markOpens(opens, hash);
    let slot = hash & mask;
    while (slots[slot]) slot = (slot + 1) & mask;
    slots[slot] = ((hash >>> TOKEN_BITS) << TOKEN_BITS) | (token + 1);
  }
}
