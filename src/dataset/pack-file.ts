import { checksum } from './checksum.ts';
import { PackError } from './pack-error.ts';

/**
 * The file that both packs are. Little endian, as every machine with a browser is; all numbers are u32.
 *
 *      0        4         8        12        16         20                          20 + 12 n
 *      ┌────────┬─────────┬────────┬─────────┬──────────┬─── n times ──────────────┬── … ──┐
 *      │ "DRGM" │ version │ length │ check   │ n        │ tag   offset   length     │ pad   │
 *      │        │ · kind  │ bytes  │ sum     │ sections │ (4 letters) from 0        │ to 8  │
 *      └────────┴─────────┴────────┴─────────┴──────────┴───────────────────────────┴───────┘
 *      ┌──────────────────┬───┬──────────────────┬───┬ …
 *      │ section bytes    │pad│ section bytes    │pad│      each section starts at a multiple of 8
 *      └──────────────────┴───┴──────────────────┴───┴ …
 *
 * version · kind: version × 65536 + kind. The checksum covers everything from byte 16 to the end; what stands before is compared itself.
 */
const MAGIC = tag('DRGM');
const PACK_VERSION = 1;
const PACK_KINDS = { names: 1, records: 2 } as const;
export type PackKind = keyof typeof PACK_KINDS;
/** Far above what a dataset for people needs; keeps a broken length from taking the memory. */
export const MAX_PACK_BYTES = 64 * 1024 * 1024;
const HEAD = 20;
const ENTRY = 12;

/** Four ASCII letters as a number, first letter lowest. */
function tag(letters: string): number {
  return (
    (letters.charCodeAt(0) | (letters.charCodeAt(1) << 8) | (letters.charCodeAt(2) << 16) | (letters.charCodeAt(3) << 24)) >>> 0
  );
}
const align = (n: number) => (n + 7) & ~7;

/** Puts sections into one file. Section names have four ASCII letters. @throws PackError when it grows too large. */
export function writePack(kind: PackKind, sections: Readonly<Record<string, Uint8Array>>): Uint8Array<ArrayBuffer> {
  const entries = Object.entries(sections);
  let at = align(HEAD + ENTRY * entries.length);
  const offsets = entries.map(([, bytes]) => {
    const start = at;
    at = align(at + bytes.length);
    return start;
  });
  if (at > MAX_PACK_BYTES) throw new PackError('oversize', `the ${kind} pack would have ${at} bytes`);
  const file = new Uint8Array(at);
  const words = new Uint32Array(file.buffer);
  words[0] = MAGIC;
  words[1] = PACK_VERSION * 65536 + PACK_KINDS[kind];
  words[2] = at;
  words[4] = entries.length;
  entries.forEach(([name, bytes], i) => {
    words.set([tag(name), offsets[i]!, bytes.length], (HEAD + ENTRY * i) / 4);
    file.set(bytes, offsets[i]!);
  });
  words[3] = checksum(words.subarray(4));
  return file;
}

/** Opens a file: checks head, length and checksum, decodes nothing. Gives a view of a section by its name. @throws PackError */
export function openPack(kind: PackKind, given: Uint8Array): (section: string) => Uint8Array {
  if (given.length > MAX_PACK_BYTES) throw new PackError('oversize', `the ${kind} pack has ${given.length} bytes`);
  if (given.length < 4) throw new PackError('truncated', `the ${kind} pack has ${given.length} bytes`);
  // Typed views need whole words at word addresses; a slice of somebody's larger buffer may stand anywhere.
  const whole = given.length & ~3;
  const bytes = given.byteOffset % 8 === 0 ? given : new Uint8Array(given);
  const words = new Uint32Array(bytes.buffer, bytes.byteOffset, whole / 4);
  if (words[0] !== MAGIC) throw new PackError('not-a-pack', `this is no ${kind} pack`);
  if (given.length < HEAD) throw new PackError('truncated', `the ${kind} pack has ${given.length} bytes`);
  if (words[1]! >>> 16 !== PACK_VERSION)
    throw new PackError('other-version', `the ${kind} pack has layout ${words[1]! >>> 16}, this program reads ${PACK_VERSION}`);
  if ((words[1]! & 0xffff) !== PACK_KINDS[kind]) throw new PackError('other-kind', `this is a pack, but no ${kind} pack`);
  if (words[2] !== given.length) {
    const what = `the ${kind} pack has ${given.length} bytes and says ${words[2]}`;
    throw new PackError(words[2]! > given.length ? 'truncated' : 'changed', what);
  }
  if (words[3] !== checksum(words.subarray(4))) throw new PackError('changed', `the checksum of the ${kind} pack does not fit`);
  const count = words[4]!;
  if (count > (given.length - HEAD) / ENTRY) throw new PackError('layout', `the ${kind} pack claims ${count} sections`);
  const sections = new Map<number, Uint8Array>();
  for (let i = 0; i < count; i++) {
    const [name, offset, length] = words.subarray((HEAD + ENTRY * i) / 4) as unknown as [number, number, number];
    if (offset % 8 !== 0 || offset > bytes.length || length > bytes.length - offset)
      throw new PackError('layout', `section ${i} of the ${kind} pack lies outside of it`);
    sections.set(name, bytes.subarray(offset, offset + length));
  }
  return (section) => {
    const found = sections.get(tag(section));
    if (!found) throw new PackError('layout', `the ${kind} pack lacks its section ${section}`);
    return found;
  };
}
