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

/** "two-thirds", "one-fifth", "three quarters". */
export function readShare({ tokens, locale }: Reading, i: number, top: number): { value: number; next: number } | undefined {
  if (locale.lang !== 'en') return undefined;
  const dash = isDash(tokens[i]) && tokens[i]!.gap === 0;
  const word = tokens[dash ? i + 1 : i];
  const bottom = word && SHARES[word.key];
  if (!bottom || top >= bottom || !(dash || word.key.endsWith('s'))) return undefined;
  return { value: top / bottom, next: dash ? i + 2 : i + 1 };
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
