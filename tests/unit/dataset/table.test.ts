import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { PackError } from '../../../src/dataset/pack-error.ts';
import { openIndex, openList, openTable, writeIndex, writeList, writeTable } from '../../../src/dataset/table.ts';

const key = fc.string({ unit: 'grapheme', maxLength: 12 }).filter((text) => !text.includes('\n'));
const entries = fc.uniqueArray(fc.tuple(key, fc.jsonValue()), {
  selector: ([key]) => key,
});

describe('table', () => {
  test('gives back every value by key and by index, and nothing for other keys', () => {
    fc.assert(
      fc.property(entries, fc.string({ unit: 'grapheme' }), (pairs, other) => {
        const table = openTable<unknown>(writeTable(pairs));
        expect(table.size).toBe(pairs.length);
        pairs.forEach(([key, value], i) => {
          const stored = JSON.parse(JSON.stringify(value));
          expect(table.find(key)).toBe(i);
          expect(table.key(i)).toBe(key);
          expect(table.get(key)).toEqual(stored);
          expect(table.at(i)).toEqual(stored);
        });
        if (!pairs.some(([key]) => key === other)) {
          expect(table.find(other)).toBe(-1);
          expect(table.get(other)).toBeUndefined();
        }
      }),
    );
  });

  test('keys in five languages', () => {
    const keys = ['Kazakhstan', 'Қазақстан', 'Азербайджан', 'Bakı–Tiflis', 'İstanbul', '🇰🇿'];
    const table = openTable<number>(writeTable(keys.map((key, i) => [key, i])));
    expect(keys.map((key) => table.get(key))).toEqual([0, 1, 2, 3, 4, 5]);
  });

  test('many keys in one table are all found', () => {
    const table = openTable<number>(writeTable(Array.from({ length: 3000 }, (_, i) => [`k${i}`, i] as const)));
    for (let i = 0; i < 3000; i++) expect(table.get(`k${i}`)).toBe(i);
    expect(table.get('k3000')).toBeUndefined();
  });

  const word = (bytes: Uint8Array, at: number, value: number) => {
    const copy = bytes.slice();
    new DataView(copy.buffer).setUint32(at * 4, value, true);
    return copy;
  };
  const list = writeList(['a', 'b']);
  const table = writeTable([['a', 1]]);
  const index = writeIndex(['a']);
  test.each([
    { name: 'list: huge count', open: () => openList(word(list, 0, 0xffffffff)) },
    { name: 'list: more entries than bytes', open: () => openList(word(list, 0, 50)) },
    { name: 'list: more entries than there are', open: () => openList(word(list, 0, 3)) },
    { name: 'list: no bytes at all', open: () => openList(new Uint8Array(0)) },
    { name: 'list: stands at an odd address', open: () => openList(new Uint8Array(new ArrayBuffer(9), 1, 8)) },
    { name: 'list: entry is no JSON', open: () => openList(word(list, 1, 0x0a5d0a5b)).at(0) },
    { name: 'table: key without a value', open: () => openTable(word(table, 0, 1)) },
    { name: 'table: huge count', open: () => openTable(word(table, 0, 0x80000000)) },
    { name: 'index: slots no power of two', open: () => openIndex(word(index, 0, 3), 1, String) },
    { name: 'index: huge number of slots', open: () => openIndex(word(index, 0, 0x80000000), 1, String) },
    { name: 'index: slot points nowhere', open: () => openIndex(word(word(index, 1, 9), 2, 9), 1, String)('a') },
    { name: 'index: no slots', open: () => openIndex(new Uint8Array(4), 1, String) },
    { name: 'index: no bytes', open: () => openIndex(new Uint8Array(0), 1, String) },
  ])('$name is refused', ({ open }) => {
    expect(open).toThrow(PackError);
  });

  test('an index finds keys that stand elsewhere; the first of equal ones counts', () => {
    const keys = ['a', 'b', 'a', 'Қ'];
    const find = openIndex(writeIndex(keys), keys.length, (i) => keys[i]);
    expect(['a', 'b', 'Қ', 'c'].map(find)).toEqual([0, 1, 3, -1]);
  });

  test('a full index still ends its search', () => {
    expect(openIndex(word(word(index, 1, 1), 2, 1), 1, () => 'a')('zzz')).toBe(-1);
  });

  test('of equal keys in a table the first counts', () => {
    const twice = openTable<number>(
      writeTable([
        ['a', 1],
        ['a', 2],
      ]),
    );
    expect([twice.get('a'), twice.size]).toEqual([1, 2]);
  });

  test('a key with a line feed is a slip of the program', () => {
    expect(() => writeTable([['a\nb', 1]])).toThrow(RangeError);
  });

  test('an index outside is a slip of the program', () => {
    expect(() => openList(list).at(2)).toThrow(RangeError);
    expect(() => openList(list).at(-1)).toThrow(RangeError);
  });
});
