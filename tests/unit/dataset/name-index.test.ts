import { describe, expect, test } from 'vitest';
import { restoreNameIndex, shrinkNameIndex } from '../../../src/dataset/name-index.ts';
import { PackError } from '../../../src/dataset/pack-error.ts';
import { buildLexicon, type LexiconEntry } from '../../../src/lexicon/index.ts';
import { HEADER } from '../../../src/lexicon/layout.ts';
import { namePayload, wordPayload } from '../../../src/lexicon/payload.ts';

const names = (texts: readonly string[]): LexiconEntry[] =>
  texts.map((text, i) => ({ text, lang: 'und', case: i % 2 ? 'exact' : 'fold', payload: namePayload(i) }));
const five = names(['Trans-Caspian Route', 'АО «НК»', 'Xəzər dənizi', 'Қазақстан', 'İstanbul Boğazı', 'Қазақстан']);

describe('name index', () => {
  test.each([
    { name: 'in five languages', entries: five },
    {
      name: 'with a stem',
      entries: [...five, { text: 'trade', lang: 'und', case: 'fold', payload: wordPayload(0), prefix: true } as const],
    },
    {
      name: 'with two thousand names',
      entries: names(Array.from({ length: 2000 }, (_, i) => `Port ${i * 7919} Aktau${i % 90}`)),
    },
  ])('$name comes back byte for byte, from any address', ({ entries }) => {
    const index = buildLexicon(entries);
    const small = shrinkNameIndex(index);
    expect(small.length).toBeLessThan(index.length);
    expect(Buffer.compare(restoreNameIndex(small), index)).toBe(0);
    const elsewhere = new Uint8Array(small.length + 3);
    elsewhere.set(small, 3);
    expect(Buffer.compare(restoreNameIndex(elsewhere.subarray(3)), index)).toBe(0);
    expect(Buffer.compare(restoreNameIndex(Buffer.from(elsewhere.buffer, 3)), index)).toBe(0);
  });

  const small = shrinkNameIndex(buildLexicon(five));
  const claims = (key: keyof typeof HEADER, value: number) => {
    const copy = small.slice();
    new DataView(copy.buffer).setUint32(4 * HEADER[key], value, true);
    return copy;
  };
  test.each([
    { name: 'no bytes', bytes: new Uint8Array(0) },
    { name: 'cut short', bytes: small.slice(0, -1) },
    { name: 'a huge number of nodes', bytes: claims('nodes', 0xffffffff) },
    { name: 'slots for four billion tokens', bytes: claims('slots', 0x80000000) },
    { name: 'fewer slots than tokens', bytes: claims('slots', 4) },
    { name: 'slots no power of two', bytes: claims('slots', 24) },
    { name: 'no slots', bytes: claims('slots', 0) },
    { name: 'a gate of four billion words', bytes: claims('opens', 0xffffffff) },
    { name: 'no gate', bytes: claims('opens', 0) },
    { name: 'more first words than words', bytes: claims('firstTokens', 1000) },
  ])('$name is refused', ({ bytes }) => {
    expect(() => restoreNameIndex(bytes)).toThrow(PackError);
  });
});
