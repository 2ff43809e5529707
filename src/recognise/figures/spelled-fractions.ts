import { approxBefore } from './approximations.ts';
import type { Found } from './found.ts';
import { tidy } from './numerals.ts';
import { isDash, isWord, type Reading } from './reading.ts';
import { readWords } from './spelled.ts';

const SHARES: Readonly<Record<string, number>> = {
  half: 2,
  third: 3,
  thirds: 3,
  quarter: 4,
  quarters: 4,
  fourths: 4,
  fifth: 5,
  fifths: 5,
  sixths: 6,
  eighths: 8,
  tenth: 10,
  tenths: 10,
};

const PARTS = new Set(['third', 'quarter', 'fifth', 'tenth']);
/** Words beside a half or quarter of a match, a year, a dollar. */
const TIMES = /^(?:first|second|third|last|latter|other|this|that|next|previous|current|and|each|a|an|\d{4})$/;

/** "two-thirds", "one-fifth", "three quarters". */
export function readShare({ tokens, locale }: Reading, i: number, top: number): { value: number; next: number } | undefined {
  if (locale.lang !== 'en') return undefined;
  const dash = isDash(tokens[i]) && tokens[i]!.gap === 0;
  const word = tokens[dash ? i + 1 : i];
  const bottom = word && SHARES[word.key];
  if (!bottom || top >= bottom || !(dash || word.key.endsWith('s'))) return undefined;
  return { value: top / bottom, next: dash ? i + 2 : i + 1 };
}

const WHOLES = new Set(['of', 'the', 'its', 'their', 'all']);

/** "a quarter of a million euros": what stands behind is multiplied. */
export function partOfScale(r: Reading, i: number): { by: number; next: number } | undefined {
  const { tokens, locale, text } = r;
  const [article, word, of, one] = [tokens[i], tokens[i + 1], tokens[i + 2], tokens[i + 3]];
  if (locale.lang !== 'en' || article?.key !== 'a' || !word || !PARTS.has(word.key)) return undefined;
  if (of?.key !== 'of' || one?.key !== 'a' || !locale.scales.match(text, tokens, i + 4, locale.stems)) return undefined;
  return { by: 1 / SHARES[word.key]!, next: i + 3 };
}

/** "a third of the wagons", "half of", "half the fleet": a share of what follows, without a number that it multiplies. */
export function readPart(r: Reading, i: number): Found | undefined {
  const { tokens, locale } = r;
  if (locale.lang !== 'en') return undefined;
  const article = tokens[i]!.key === 'a' || tokens[i]!.key === 'an' || tokens[i]!.key === 'one';
  const at = article ? i + 1 : i;
  const word = tokens[at];
  const half = !article && word?.key === 'half';
  if (!word || (!half && !(article && PARTS.has(word.key))) || tokens[at + 1]?.gap !== 1) return undefined;
  if (half ? !WHOLES.has(tokens[at + 1]!.key) : tokens[at + 1]!.key !== 'of') return undefined;
  const before = tokens[i - 1];
  const time = half && before && tokens[i]!.gap < 2 && (isDash(before) || TIMES.test(before.key) || before.kind === 'number');
  if (time || (tokens[at + 1]!.key === 'of' && TIMES.test(tokens[at + 2]?.key ?? ''))) return undefined;
  const value = 1 / SHARES[word.key]!;
  const figure = { kind: 'number' as const, value, step: 0.01 };
  const approx = approxBefore(r, i);
  return { from: i, next: at + 1, figure: approx ? { ...figure, approx } : figure };
}

/** Whole and tenths in words: "жүз қырық алты бүтін оннан төрт", «три целых пять десятых». */
export function readTenths(r: Reading, i: number, whole: number): { value: number; next: number } | undefined {
  const { tokens, locale } = r;
  const key = tokens[i]?.key;
  if (key !== 'бүтін' && key !== 'целых' && key !== 'целая' && key !== 'tam') return undefined;
  if (locale.lang === 'ru') {
    const top = readWords(r, i + 1, false);
    const size = top && /^(десят|сот|тысячн)/.exec(tokens[top.next]?.key ?? '')?.[1];
    if (!top || !size) return undefined;
    return { value: tidy(whole + top.value / (size === 'десят' ? 10 : size === 'сот' ? 100 : 1000)), next: top.next + 1 };
  }
  const size = locale
    .stems(tokens[i + 1]?.key ?? '')
    .map((stem) => locale.numbers.get(stem)?.value ?? (stem === 'жүз' || stem === 'yüz' ? 100 : 0))
    .find(Boolean);
  const top = size ? readWords(r, i + 2, false) : undefined;
  if (!size || !top) return undefined;
  const value = top.scale > 1 ? top.mantissa : top.value;
  const next = top.scale > 1 ? top.next - 1 : top.next;
  return { value: tidy(whole + value / size), next };
}

/** "three point five" */
export function readPoint({ tokens, locale }: Reading, i: number, whole: number): { value: number; next: number } | undefined {
  if (locale.lang !== 'en' || tokens[i]?.key !== 'point') return undefined;
  let next = i + 1;
  let value = whole;
  for (let by = 0.1; by > 1e-6; by /= 10, next++) {
    const digit = isWord(tokens[next]) ? locale.numbers.get(tokens[next]!.key) : undefined;
    if (digit?.role !== 'value' || digit.value > 9) break;
    value += digit.value * by;
  }
  return next > i + 1 ? { value: tidy(value), next } : undefined;
}
