import { tidy } from './numerals.ts';
import { isWord, type Reading } from './reading.ts';
import { readWords } from './spelled.ts';

/** Whole and tenths in words: "жүз қырық алты бүтін оннан төрт", «три целых пять десятых». */
export function readTenths(r: Reading, i: number, whole: number): { value: number; next: number } | undefined {
  const { tokens, locale } = r;
  const key = tokens[i]?.key;
  if (key !== 'бүтін' && key !== 'целых' && key !== 'целая' && key !== 'tam') return undefined;
  if (locale.lang === 'ru') {
    const top = readWords(r, i + 1, false);
    if (top && top.value < 1) return { value: tidy(whole + top.value), next: top.next }; // «пять десятых»
    const size = top && /^(десят|сот|тысячн)/.exec(tokens[top.next]?.key ?? '')?.[1];
    if (!top || !size) return undefined;
    return { value: tidy(whole + top.value / (size === 'десят' ? 10 : size === 'сот' ? 100 : 1000)), next: top.next + 1 };
  }
  const size = locale.bottoms.get(tokens[i + 1]?.key ?? '');
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
