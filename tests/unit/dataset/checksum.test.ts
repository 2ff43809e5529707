import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checksum } from '../../../src/dataset/checksum.ts';

/** xxHash32 word by word from its description, in big integers: slow and plain. */
function oracle(words: Uint32Array): number {
  const [p1, p2, p3, p4, p5] = [2654435761n, 2246822519n, 3266489917n, 668265263n, 374761393n] as const;
  const cut = (x: bigint) => x & 0xffffffffn;
  const rotate = (x: bigint, by: bigint) => cut((x << by) | (x >> (32n - by)));
  const data = [...words].map(BigInt);
  const lanes = [cut(p1 + p2), p2, 0n, cut(-p1)];
  let i = 0;
  for (; i + 4 <= data.length; i += 4)
    for (let lane = 0; lane < 4; lane++) lanes[lane] = cut(rotate(cut(lanes[lane]! + data[i + lane]! * p2), 13n) * p1);
  let sum = i > 0 ? lanes.reduce((all, lane, k) => cut(all + rotate(lane, [1n, 7n, 12n, 18n][k]!)), 0n) : p5;
  sum = cut(sum + BigInt(data.length * 4));
  for (; i < data.length; i++) sum = cut(rotate(cut(sum + data[i]! * p3), 17n) * p4);
  sum = cut((sum ^ (sum >> 15n)) * p2);
  sum = cut((sum ^ (sum >> 13n)) * p3);
  return Number(sum ^ (sum >> 16n));
}
const wordsOf = (text: string) => new Uint32Array(new TextEncoder().encode(text).slice().buffer);

describe('checksum', () => {
  test.each([
    { name: 'nothing', text: '', expected: 0x02cc5d05 },
    { name: 'one word', text: 'abcd', expected: 0xa3643705 },
  ])('published value of $name', ({ text, expected }) => {
    expect(checksum(wordsOf(text))).toBe(expected);
  });

  test('equals the plain reckoning', () => {
    fc.assert(fc.property(fc.uint32Array({ maxLength: 40 }), (words) => checksum(words) === oracle(words)));
  });

  test('every change within one word shows', () => {
    fc.assert(
      fc.property(
        fc.uint32Array({ minLength: 1, maxLength: 40 }),
        fc.nat(),
        fc.integer({ min: 1, max: 0xffffffff }),
        (words, at, flip) => {
          const changed = words.slice();
          changed[at % words.length]! ^= flip;
          return checksum(changed) !== checksum(words);
        },
      ),
    );
  });
});
