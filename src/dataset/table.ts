import { PackError } from './pack-error.ts';

/**
 * Two shapes of a section; values are UTF-8 JSON, decoded one at a time when asked for, and kept once decoded.
 *
 *   list    ┌───────┬──────────────────────┬───────────────┬─────┐
 *           │ count │ offset × (count + 1) │ value bytes   │ pad │      offsets count from the first value byte; pad to 4
 *           └───────┴──────────────────────┴───────────────┴─────┘
 *
 *   table   ┌───────┬──────────────┬─────────────┬───────────┬─────────────┐
 *           │ slots │ slot × slots │ keys' bytes │ keys list │ values list │      keys are plain UTF-8
 *           └───────┴──────────────┴─────────────┴───────────┴─────────────┘
 *           slots is a power of two above the number of keys × 1.5; a slot holds index + 1, or 0;
 *           a key's first slot is its FNV-1a hash, the next free one follows
 */
export interface List<T> {
  readonly size: number;
  /** @throws RangeError outside 0…size - 1 */
  at(index: number): T;
}
export interface Table<T> extends List<T> {
  /** Index of a key, -1 where it is none. */
  find(key: string): number;
  get(key: string): T | undefined;
  key(index: number): string;
}

const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** FNV-1a over UTF-16 units, unsigned 32 bits. */
function hash(key: string): number {
  let h = 0x811c9dc5;
  for (let i = 0; i < key.length; i++) h = Math.imul(h ^ key.charCodeAt(i), 0x01000193);
  return (h ^ (h >>> 15)) >>> 0;
}

function writeTexts(texts: readonly string[]): Uint8Array {
  const parts = texts.map((text) => encoder.encode(text));
  const head = 4 * (texts.length + 2);
  const size = parts.reduce((sum, part) => sum + part.length, 0);
  const bytes = new Uint8Array((head + size + 3) & ~3);
  const words = new Uint32Array(bytes.buffer, 0, head / 4);
  words[0] = texts.length;
  let at = 0;
  parts.forEach((part, i) => {
    bytes.set(part, head + at);
    at += part.length;
    words[i + 2] = at;
  });
  return bytes;
}

export function writeList(values: readonly unknown[]): Uint8Array {
  return writeTexts(values.map((value) => JSON.stringify(value)));
}

/** Keys must differ from each other. */
export function writeTable(entries: readonly (readonly [key: string, value: unknown])[]): Uint8Array {
  let slots = 1;
  while (slots <= entries.length * 1.5) slots *= 2;
  const keys = writeTexts(entries.map(([key]) => key));
  const values = writeList(entries.map(([, value]) => value));
  const head = 4 * (slots + 2);
  const bytes = new Uint8Array(head + keys.length + values.length);
  const words = new Uint32Array(bytes.buffer, 0, head / 4);
  words[0] = slots;
  words[slots + 1] = keys.length;
  entries.forEach(([key], i) => {
    let slot = hash(key) & (slots - 1);
    while (words[1 + slot] !== 0) slot = (slot + 1) & (slots - 1);
    words[1 + slot] = i + 1;
  });
  bytes.set(keys, head);
  bytes.set(values, head + keys.length);
  return bytes;
}

function wordsOf(bytes: Uint8Array): Uint32Array {
  if (bytes.length < 4 || bytes.byteOffset % 4 !== 0) throw new PackError('layout', 'a table of the pack has no head');
  return new Uint32Array(bytes.buffer, bytes.byteOffset, bytes.length >> 2);
}

function openTexts(bytes: Uint8Array): { size: number; text(index: number): string } {
  const words = wordsOf(bytes);
  const size = words[0]!;
  if (size > words.length - 2) throw new PackError('layout', `a list of the pack claims ${size} entries`);
  const head = 4 * (size + 2);
  const text = (index: number) => {
    if (!Number.isInteger(index) || index < 0 || index >= size) throw new RangeError(`index ${index} is outside 0..${size - 1}`);
    const start = head + words[1 + index]!;
    const end = head + words[2 + index]!;
    if (start > end || end > bytes.length) throw new PackError('layout', `entry ${index} of a list lies outside of it`);
    try {
      return decoder.decode(bytes.subarray(start, end));
    } catch {
      throw new PackError('layout', `entry ${index} of a list is no text`);
    }
  };
  return { size, text };
}

/** Opens a list; `revive` turns the stored value into what is handed out. @throws PackError */
export function openList<T>(bytes: Uint8Array, revive: (stored: never) => T = (stored) => stored): List<T> {
  const texts = openTexts(bytes);
  const decoded = new Map<number, T>();
  const at = (index: number) => {
    const known = decoded.get(index);
    if (known !== undefined) return known;
    const text = texts.text(index);
    let value: T;
    try {
      value = revive(JSON.parse(text) as never);
    } catch {
      throw new PackError('layout', `entry ${index} of a list is no record`);
    }
    decoded.set(index, value);
    return value;
  };
  return { size: texts.size, at };
}

/** @throws PackError */
export function openTable<T>(bytes: Uint8Array): Table<T> {
  const words = wordsOf(bytes);
  const slots = words[0]!;
  const head = 4 * (slots + 2);
  const keyBytes = words[slots + 1];
  if (
    slots === 0 ||
    (slots & (slots - 1)) !== 0 ||
    keyBytes === undefined ||
    keyBytes % 4 !== 0 ||
    keyBytes > bytes.length - head
  )
    throw new PackError('layout', `a table of the pack claims ${slots} slots`);
  const keys = openTexts(bytes.subarray(head, head + keyBytes));
  const values = openList<T>(bytes.subarray(head + keyBytes));
  if (keys.size !== values.size) throw new PackError('layout', 'a table of the pack has other keys than values');
  const find = (key: string) => {
    let slot = hash(key) & (slots - 1);
    for (let tried = 0; tried < slots; tried++) {
      const held = words[1 + slot]!;
      if (held === 0) return -1;
      if (held > keys.size) throw new PackError('layout', `a table of the pack points at key ${held} of ${keys.size}`);
      if (keys.text(held - 1) === key) return held - 1;
      slot = (slot + 1) & (slots - 1);
    }
    return -1;
  };
  const get = (key: string) => {
    const index = find(key);
    return index < 0 ? undefined : values.at(index);
  };
  return { size: values.size, at: values.at, key: keys.text, find, get };
}
