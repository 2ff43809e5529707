import { PackError } from './pack-error.ts';

/**
 * Three shapes of a section. Values are UTF-8 JSON, decoded one at a time when asked for, and kept once decoded.
 *
 *   list    ┌───────┬─────────────────────────┬─────┐
 *           │ count │ value, line feed, …     │ pad │      JSON has no line feed of its own; marks between values compress to
 *           └───────┴─────────────────────────┴─────┘      a third of what their lengths did; pad to 4
 *
 *   index   ┌───────┬──────────────┐
 *           │ slots │ slot × slots │      slots is a power of two above the number of keys × 1.5; a slot holds a number + 1, or 0;
 *           └───────┴──────────────┘      a key's first slot is its FNV-1a hash, the next free one follows. The keys stand elsewhere.
 *
 *   table   ┌─────────────────────────────┐
 *           │ list: key, value, key, …    │      keys are plain UTF-8 and stand beside their values: alike, they compress well; their
 *           └─────────────────────────────┘      hash table is filled at the first search
 */
export interface List<T> {
  readonly size: number;
  /** @throws RangeError outside 0…size - 1 */
  at(index: number): T;
}
/** Number of a key, -1 where it is none. */
export type Find = (key: string) => number;
export interface Table<T> extends List<T> {
  readonly find: Find;
  get(key: string): T | undefined;
  key(index: number): string;
}

const LINE_FEED = 10;
const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** FNV-1a over UTF-16 units, unsigned 32 bits. */
function hash(key: string): number {
  let h = 0x811c9dc5;
  for (let i = 0; i < key.length; i++) h = Math.imul(h ^ key.charCodeAt(i), 0x01000193);
  return (h ^ (h >>> 15)) >>> 0;
}

/** FNV-1a over bytes, mixed as above. */
function hashBytes(bytes: Uint8Array, from: number, to: number): number {
  let h = 0x811c9dc5;
  for (let i = from; i < to; i++) h = Math.imul(h ^ bytes[i]!, 0x01000193);
  return (h ^ (h >>> 15)) >>> 0;
}

/** A power of two well above the number of keys. */
function slotsFor(keys: number): number {
  let slots = 1;
  while (slots <= keys * 1.5) slots *= 2;
  return slots;
}

function writeTexts(texts: readonly string[]): Uint8Array {
  const torn = texts.find((text) => text.includes('\n'));
  if (torn !== undefined) throw new RangeError(`a key of a table has a line feed: ${JSON.stringify(torn)}`);
  const lines = encoder.encode(texts.map((text) => `${text}\n`).join(''));
  const bytes = new Uint8Array((4 + lines.length + 3) & ~3);
  new Uint32Array(bytes.buffer)[0] = texts.length;
  bytes.set(lines, 4);
  return bytes;
}

export function writeList(values: readonly unknown[]): Uint8Array {
  return writeTexts(values.map((value) => JSON.stringify(value)));
}

/** Of keys that are given twice the first counts. */
export function writeIndex(keys: readonly string[]): Uint8Array {
  const slots = slotsFor(keys.length);
  const words = new Uint32Array(slots + 1);
  words[0] = slots;
  keys.forEach((key, i) => {
    let slot = hash(key) & (slots - 1);
    while (words[1 + slot] !== 0) slot = (slot + 1) & (slots - 1);
    words[1 + slot] = i + 1;
  });
  return new Uint8Array(words.buffer);
}

export function writeTable(entries: readonly (readonly [key: string, value: unknown])[]): Uint8Array {
  return writeTexts(entries.flatMap(([key, value]) => [key, JSON.stringify(value)]));
}

function wordsOf(bytes: Uint8Array): Uint32Array {
  if (bytes.length < 4 || bytes.byteOffset % 4 !== 0) throw new PackError('layout', 'a table of the pack has no head');
  return new Uint32Array(bytes.buffer, bytes.byteOffset, bytes.length >> 2);
}

interface Texts extends List<string> {
  /** Hash of an entry's bytes, without decoding it. */
  hashAt(index: number): number;
}
function openTexts(bytes: Uint8Array): Texts {
  const words = wordsOf(bytes);
  const size = words[0]!;
  if (size > bytes.length - 4) throw new PackError('layout', `a list of the pack claims ${size} entries`);
  const starts = new Uint32Array(size + 1);
  starts[0] = 4;
  for (let i = 0; i < size; i++) {
    const end = bytes.indexOf(LINE_FEED, starts[i]!);
    if (end < 0) throw new PackError('layout', `a list of the pack ends after ${i} of ${size} entries`);
    starts[i + 1] = end + 1;
  }
  const at = (index: number) => {
    if (!Number.isInteger(index) || index < 0 || index >= size) throw new RangeError(`index ${index} is outside 0..${size - 1}`);
    try {
      return decoder.decode(bytes.subarray(starts[index]!, starts[index + 1]! - 1));
    } catch {
      throw new PackError('layout', `entry ${index} of a list is no text`);
    }
  };
  const hashAt = (index: number) => hashBytes(bytes, starts[index]!, starts[index + 1]! - 1);
  return { size, at, hashAt };
}

/** Decodes values when they are asked for and keeps them. */
function decoding<T>(texts: List<string>, revive: (stored: never, index: number) => T): (index: number) => T {
  const decoded = new Map<number, T>();
  return (index) => {
    const known = decoded.get(index);
    if (known !== undefined) return known;
    const text = texts.at(index);
    let stored: never;
    try {
      stored = JSON.parse(text) as never;
    } catch {
      throw new PackError('layout', `entry ${index} of a list is no record`);
    }
    const value = revive(stored, index);
    decoded.set(index, value);
    return value;
  };
}

/** Opens a list; `revive` turns what is stored into what is handed out. @throws PackError */
export function openList<T>(bytes: Uint8Array, revive: (stored: never, index: number) => T = (stored) => stored): List<T> {
  const texts = openTexts(bytes);
  return { size: texts.size, at: decoding(texts, revive) };
}

/** Opens an index over `size` keys that `keyAt` gives. @throws PackError */
export function openIndex(bytes: Uint8Array, size: number, keyAt: (index: number) => string | undefined): Find {
  const words = wordsOf(bytes);
  const slots = words[0]!;
  if (slots === 0 || (slots & (slots - 1)) !== 0 || slots > words.length - 1)
    throw new PackError('layout', `an index of the pack claims ${slots} slots`);
  return (key) => {
    let slot = hash(key) & (slots - 1);
    for (let tried = 0; tried < slots; tried++) {
      const held = words[1 + slot]!;
      if (held === 0) return -1;
      if (held > size) throw new PackError('layout', `an index of the pack points at key ${held} of ${size}`);
      if (keyAt(held - 1) === key) return held - 1;
      slot = (slot + 1) & (slots - 1);
    }
    return -1;
  };
}

/** Places of a table's keys by their hash: a number + 1, or 0. The first of equal keys is met first. */
function slotsOf(texts: Texts, keys: number): Uint32Array {
  const slots = new Uint32Array(slotsFor(keys));
  for (let i = 0; i < keys; i++) {
    let slot = texts.hashAt(2 * i) & (slots.length - 1);
    while (slots[slot] !== 0) slot = (slot + 1) & (slots.length - 1);
    slots[slot] = i + 1;
  }
  return slots;
}

/** Opens a table; `revive` gets the value and its key. @throws PackError */
export function openTable<T>(bytes: Uint8Array, revive: (stored: never, key: string) => T = (stored) => stored): Table<T> {
  const texts = openTexts(bytes);
  if (texts.size % 2 !== 0) throw new PackError('layout', 'a table of the pack has a key without a value');
  const size = texts.size / 2;
  const key = (index: number) => texts.at(2 * index);
  const value = decoding<T>(texts, (stored, place) => revive(stored, texts.at(place - 1)));
  const at = (index: number) => value(2 * index + 1);
  let slots: Uint32Array | undefined;
  const find = (wanted: string) => {
    slots ??= slotsOf(texts, size);
    const bytes = encoder.encode(wanted);
    const mask = slots.length - 1;
    for (let slot = hashBytes(bytes, 0, bytes.length) & mask; slots[slot] !== 0; slot = (slot + 1) & mask)
      if (key(slots[slot]! - 1) === wanted) return slots[slot]! - 1;
    return -1;
  };
  const get = (wanted: string) => {
    const index = find(wanted);
    return index < 0 ? undefined : at(index);
  };
  return { size, at, key, find, get };
}
