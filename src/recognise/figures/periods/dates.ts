import type { Reading } from '../reading.ts';
import { dateStretch, monthStretch, type Stretch, yearOf } from './calendar.ts';

export interface Dated {
  readonly stretch: Stretch;
  readonly next: number;
}

const ISO_DATE = /(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?![\d.]\d|\d)/y;
const ISO_MONTH = /(\d{4})-(0[1-9]|1[0-2])(?![-\d])/y;
const DAY_FIRST = /(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})(?![\d]|[-/.]\d)/y;
const MONTH_FIRST_LANGS = new Set(['en']);

function behind({ tokens }: Reading, i: number, end: number): number {
  let next = i;
  while (next < tokens.length && tokens[next]!.end <= end) next++;
  return next;
}

/** A date in digits: 2023-05-04, 04.05.2023, 5/4/2023 (month first in American English, unless that is impossible). */
export function readNumericDate(r: Reading, i: number): Dated | undefined {
  const { text, tokens, locale } = r;
  const at = tokens[i]!.start;
  const match = (pattern: RegExp) => {
    pattern.lastIndex = at;
    return pattern.exec(text);
  };
  const before = i > 0 && tokens[i]!.gap === 0 ? tokens[i - 1] : undefined;
  if (before && (before.kind !== 'sign' || before.key === '.' || before.key === '/')) return undefined;
  const iso = match(ISO_DATE);
  if (iso) {
    const stretch = Number(iso[3]) <= 12 ? dateStretch(Number(iso[1]), Number(iso[3]), Number(iso[4])) : undefined;
    return stretch && { stretch, next: behind(r, i, at + iso[0].length) };
  }
  const month = match(ISO_MONTH);
  if (month) return { stretch: monthStretch(Number(month[1]), Number(month[2])), next: behind(r, i, at + month[0].length) };
  const dated = match(DAY_FIRST);
  if (!dated) return undefined;
  const year = fullYear(dated[4]!, r.date);
  const [a, b] = [Number(dated[1]), Number(dated[3])];
  const monthFirst = MONTH_FIRST_LANGS.has(locale.lang) && dated[2] !== '.';
  const order = monthFirst
    ? [
        [a, b],
        [b, a],
      ]
    : [
        [b, a],
        [a, b],
      ];
  for (const [m, d] of order) {
    const stretch = m! >= 1 && m! <= 12 ? dateStretch(year, m!, d!) : undefined;
    if (stretch) return { stretch, next: behind(r, i, at + dated[0].length) };
  }
  return undefined;
}

/** Two digits belong to the century that brings the year nearer to the article, else to 1970–2069. */
export function fullYear(digits: string, ref: string | undefined): number {
  const year = Number(digits);
  if (digits.length > 2) return year;
  const century = ref ? Math.floor(yearOf(ref) / 100) * 100 : 2000;
  const near = century + year;
  return near > (ref ? yearOf(ref) : 2020) + 20 ? near - 100 : near;
}
