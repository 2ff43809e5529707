import { TURKIC } from './locale.ts';
import { headNoun } from './nouns.ts';
import { tidy } from './numerals.ts';
import { isDash, isNumber, isWord, type Reading, skipStop } from './reading.ts';

/** "mil millones", "thousand million". */
const MOST_SCALES = 3;

const LETTER_SCALES = /^[KMB]$/;
/** "4K", "8K" are lines of a picture. */
export const FINE = /^(?:[2458]|16)$/;

interface Scaled {
  readonly value: number;
  readonly scale: number;
  readonly lastScale: number;
  readonly next: number;
}

/** Magnitudes behind a value; a smaller part may follow: "2 million 300 thousand". */
export function readScales(r: Reading, from: number, start: number, money: boolean, below = Number.POSITIVE_INFINITY): Scaled {
  const { tokens } = r;
  let value = start;
  let scale = 1;
  let next = from;
  for (
    let found = readScale(r, next, money), words = 0;
    found && found.value !== 100 && found.value < below && words < MOST_SCALES;
    found = readScale(r, next, money), words++
  ) {
    value = tidy(value * found.value);
    scale *= found.value;
    next = found.next;
  }
  if (scale === 1) return { value, scale, lastScale: 1, next };
  let lastScale = scale;
  const part = tokens[next];
  if (part?.gap === 1 && isNumber(part) && part.literal!.plain && part.literal!.value < 1000) {
    const smaller = readScales(r, next + 1, part.literal!.value, money, scale);
    const rest = lastScale === 1000 && smaller.scale === 1 && (TURKIC.has(r.locale.lang) || r.locale.lang === 'ru');
    if (rest) {
      value += part.literal!.value; // "11 bin 37"
      lastScale = 1;
      next++;
    } else if (smaller.scale > 1 && smaller.scale < scale) {
      value += smaller.value;
      lastScale = smaller.scale;
      next = smaller.next;
    }
  }
  return { value, scale, lastScale, next };
}

export function readScale(r: Reading, i: number, money: boolean): { value: number; next: number } | undefined {
  const { tokens, locale, text } = r;
  const at = isDash(tokens[i]) && tokens[i]!.gap === 0 && tokens[i + 1]?.gap === 0 ? i + 1 : i;
  const token = tokens[at];
  if (!isWord(token)) return undefined;
  const found = locale.scales.match(text, tokens, at, locale.stems);
  if (!found) return undefined;
  if (token.end - token.start === 1 && found.next === at + 1 && token.key.charCodeAt(0) < 0x2000) {
    const after = skipStop(r, found.next);
    const paid = money || locale.money.match(text, tokens, after, locale.stems) !== undefined;
    // "5m people": a noun behind the letter says that it means millions.
    const counted =
      token.gap === 0 &&
      locale.lang === 'en' &&
      /^[mk]$/.test(token.key) &&
      tokens[after]?.gap === 1 &&
      headNoun(r, after) !== undefined;
    const capital =
      token.gap === 0 &&
      locale.lang === 'en' &&
      LETTER_SCALES.test(text.slice(token.start, token.end)) &&
      !(token.key === 'k' && FINE.test(tokens[at - 1]?.key ?? ''));
    if (!paid && !counted && !capital) return undefined;
  }
  const word = tokens[found.next - 1]!;
  const short = word.end - word.start <= 4;
  return { value: found.value, next: short ? skipStop(r, found.next) : found.next };
}
