/**
 * xxHash32 (Yann Collet, seed 0) of whole 32-bit words, little endian. Why this one: docs/adr/0030-pack-checksum.md.
 * Every step is a bijection of the word it takes in, so a change within one word never goes unseen.
 */
const P1 = 0x9e3779b1;
const P2 = 0x85ebca77;
const P3 = 0xc2b2ae3d;
const P4 = 0x27d4eb2f;
const P5 = 0x165667b1;

const rotate = (x: number, by: number) => (x << by) | (x >>> (32 - by));
const round = (lane: number, word: number) => Math.imul(rotate((lane + Math.imul(word, P2)) | 0, 13), P1);

/** Unsigned 32-bit checksum of the words. */
export function checksum(words: Uint32Array): number {
  let i = 0;
  let sum: number;
  if (words.length >= 4) {
    let a = (P1 + P2) | 0;
    let b = P2 | 0;
    let c = 0;
    let d = -P1 | 0;
    for (; i + 4 <= words.length; i += 4) {
      a = round(a, words[i]!);
      b = round(b, words[i + 1]!);
      c = round(c, words[i + 2]!);
      d = round(d, words[i + 3]!);
    }
    sum = (rotate(a, 1) + rotate(b, 7) + rotate(c, 12) + rotate(d, 18)) | 0;
  } else {
    sum = P5;
  }
  sum = (sum + words.length * 4) | 0;
  for (; i < words.length; i++) sum = Math.imul(rotate((sum + Math.imul(words[i]!, P3)) | 0, 17), P4);
  sum = Math.imul(sum ^ (sum >>> 15), P2);
  sum = Math.imul(sum ^ (sum >>> 13), P3);
  return (sum ^ (sum >>> 16)) >>> 0;
}
