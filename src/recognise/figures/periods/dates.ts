import type { Reading } from '../reading.ts';
import { dateStretch, monthStretch, nearest, type Stretch, yearOf } from './calendar.ts';
import { monthAt } from './tags.ts';

export interface Dated {
  readonly stretch: Stretch;
  readonly next: number;
}

const ISO_DATE = /(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?![\d.]\d|\d)/y;
const ISO_MONTH = /(\d{4})-(0[1-9]|1[0-2])(?![-\d])/y;
const DAY_FIRST = /(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})(?!\d|\2\d)/y;
const MONTH_YEAR = /(\d{1,2})[-/](\d{4})(?![-/\d])/y;
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
  if (!dated) {
    const monthYear = match(MONTH_YEAR);
    const number = monthYear ? Number(monthYear[1]) : 0;
    if (!monthYear || number < 1 || number > 12) return undefined;
    return { stretch: monthStretch(Number(monthYear[2]), number), next: behind(r, i, at + monthYear[0].length) };
  }
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

/** 5/12 behind a weekday: nowhere else, since it may as well be a fraction. */
export function readSlashDate(r: Reading, i: number): Dated | undefined {
  const [a, slash, b, after] = r.tokens.slice(i, i + 4);
  if (
    slash?.key !== '/' ||
    slash.gap > 0 ||
    !a?.literal?.plain ||
    !b?.literal?.plain ||
    (after?.gap === 0 && after.key === '/') ||
    !r.date
  )
    return undefined;
  const [month, day] = MONTH_FIRST_LANGS.has(r.locale.lang)
    ? [a.literal.value, b.literal.value]
    : [b.literal.value, a.literal.value];
  const { date } = r;
  const stretch = nearest(
    date,
    [-1, 0, 1].map((years) => (month <= 12 ? dateStretch(yearOf(date) + years, month, day) : undefined)),
  );
  return stretch && { stretch, next: i + 3 };
}

/** 2019-aug-1, Sep-23-2020, 23/Sep/2020: a month's name between the numbers. */
export function readNamedDate(r: Reading, i: number): Dated | undefined {
  const { tokens } = r;
  const sign = tokens[i + 1];
  const again = tokens[i + 3];
  if (!sign || !again || sign.gap + again.gap > 0 || sign.key !== again.key || !/^[-/.]$/.test(sign.key)) return undefined;
  const parts = [tokens[i], tokens[i + 2], tokens[i + 4]];
  const at = [i, i + 2, i + 4].findIndex((k) => monthAt(r, k)?.next === k + 1);
  if (at < 0) return undefined;
  const numbers = parts.filter((_, k) => k !== at);
  if (!numbers.every((t) => t?.literal?.plain)) return undefined;
  const month = monthAt(r, i + 2 * at)!.value;
  const year = numbers.findIndex((t) => t!.key.length === 4);
  if (year < 0) return undefined;
  const stretch = dateStretch(numbers[year]!.literal!.value, month, numbers[1 - year]!.literal!.value);
  return stretch && { stretch, next: i + 5 };
}

/** Two digits belong to the century that brings the year nearer to the article, else to 1970–2069. */
export function fullYear(digits: string, ref: string | undefined): number {
  const year = Number(digits);
  if (digits.length > 2) return year;
  const century = ref ? Math.floor(yearOf(ref) / 100) * 100 : 2000;
  const near = century + year;
  return near > (ref ? yearOf(ref) : 2020) + 20 ? near - 100 : near;
}
