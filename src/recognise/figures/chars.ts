export const OTHER = 0;
export const SPACE = 1;
export const BREAK = 2;
export const LETTER = 3;
export const DIGIT = 4;
/** Written without spaces: every character is a word of its own. */
export const IDEOGRAPH = 5;
/** Zero width, no part of a word and no gap between words. */
export const INVISIBLE = 6;

const LETTERS = /[\p{L}\p{M}]/u;
const SPACES = /[\u0009\u0020\u00a0\u2000-\u200a\u202f\u205f\u3000]/;
const TABLE_SIZE = 0x600;
const UNKNOWN = 255;

function slow(code: number): number {
  if (code >= 0x4e00 && code <= 0x9fff) return IDEOGRAPH;
  const c = String.fromCharCode(code);
  if (SPACES.test(c)) return SPACE;
  if (c === '\n' || c === '\r' || c === '\u2028' || c === '\u2029') return BREAK;
  if (code >= 0x30 && code <= 0x39) return DIGIT;
  if (code === 0xad) return LETTER;
  if (code === 0x200b || code === 0x200c || code === 0x200d || code === 0x2060 || code === 0xfeff) return INVISIBLE;
  return LETTERS.test(c) ? LETTER : OTHER;
}
/** Classes as they are asked for: a page shows a hundred different characters, a whole table costs a cold start 2 ms. */
const table = new Uint8Array(TABLE_SIZE).fill(UNKNOWN);

/** Class of a UTF-16 unit. */
export function charClass(code: number): number {
  if (code >= TABLE_SIZE) return slow(code);
  const known = table[code]!;
  return known === UNKNOWN ? (table[code] = slow(code)) : known;
}
