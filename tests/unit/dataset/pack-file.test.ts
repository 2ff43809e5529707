import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checksum } from '../../../src/dataset/checksum.ts';
import { type PackDamage, PackError } from '../../../src/dataset/pack-error.ts';
import { MAX_PACK_BYTES, openPack, writePack } from '../../../src/dataset/pack-file.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const pack = writePack('names', { lexi: bytes('seven b'), name: bytes(''), cues: bytes('and more of it') });
function damageOf(open: () => unknown): PackDamage | 'none' {
  try {
    open();
  } catch (error) {
    if (error instanceof PackError) return error.damage;
    throw error;
  }
  return 'none';
}
/** Changes words and mends the checksum, as only a faulty writer would. */
function rewritten(...changes: [at: number, value: number][]): Uint8Array {
  const copy = pack.slice();
  const words = new Uint32Array(copy.buffer);
  for (const [at, value] of changes) words[at] = value;
  words[3] = checksum(words.subarray(4));
  return copy;
}

describe('pack file', () => {
  test('gives back its sections', () => {
    const section = fc.uint8Array({ maxLength: 50 });
    fc.assert(
      fc.property(fc.dictionary(fc.stringMatching(/^[a-z]{4}$/), section), (sections) => {
        const open = openPack('records', writePack('records', sections));
        for (const [name, content] of Object.entries(sections)) expect(Array.from(open(name))).toEqual(Array.from(content));
      }),
    );
  });

  test('sections start at multiples of eight, wherever the file stands in memory', () => {
    for (let shift = 0; shift < 9; shift++) {
      const room = new Uint8Array(pack.length + shift);
      room.set(pack, shift);
      const open = openPack('names', room.subarray(shift));
      expect(open('cues').byteOffset % 8).toBe(0);
      expect(new TextDecoder().decode(open('cues'))).toBe('and more of it');
    }
  });

  test('every flipped bit is seen', () => {
    for (let at = 0; at < pack.length; at++) {
      for (let bit = 0; bit < 8; bit++) {
        const flipped = pack.slice();
        flipped[at]! ^= 1 << bit;
        expect(
          damageOf(() => openPack('names', flipped)),
          `byte ${at} bit ${bit}`,
        ).not.toBe('none');
      }
    }
  });

  test('every shorter or longer file is seen', () => {
    for (let length = 0; length < pack.length; length++)
      expect(damageOf(() => openPack('names', pack.slice(0, length)))).toBe('truncated');
    expect(damageOf(() => openPack('names', new Uint8Array([...pack, 0])))).toBe('changed');
  });

  test.each<{ name: string; open: () => unknown; expected: PackDamage }>([
    { name: 'some other file', open: () => openPack('names', bytes('<!doctype html><html>')), expected: 'not-a-pack' },
    { name: 'the other pack', open: () => openPack('records', pack), expected: 'other-kind' },
    { name: 'a newer layout', open: () => openPack('names', rewritten([1, 2 * 65536 + 1])), expected: 'other-version' },
    { name: 'a huge number of sections', open: () => openPack('names', rewritten([4, 0xffffffff])), expected: 'layout' },
    { name: 'a section beyond the end', open: () => openPack('names', rewritten([6, 0xfffffff8])), expected: 'layout' },
    { name: 'a section of huge length', open: () => openPack('names', rewritten([7, 0xffffffff])), expected: 'layout' },
    { name: 'a section at an odd place', open: () => openPack('names', rewritten([6, 60])), expected: 'layout' },
    { name: 'a missing section', open: () => openPack('names', pack)('none'), expected: 'layout' },
    { name: 'an oversize file', open: () => openPack('names', new Uint8Array(MAX_PACK_BYTES + 8)), expected: 'oversize' },
    {
      name: 'writing an oversize file',
      open: () => writePack('names', { lexi: new Uint8Array(MAX_PACK_BYTES) }),
      expected: 'oversize',
    },
  ])('$name is refused with its cure', ({ open, expected }) => {
    expect(damageOf(open)).toBe(expected);
    expect(open).toThrow(/; .+/);
  });

  test('random bytes never open', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), (noise) => damageOf(() => openPack('names', noise)) !== 'none'));
  });
});
