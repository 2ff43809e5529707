import { readNumeral } from '../numerals.ts';
import { isDash, isNumber, lookUp, type Reading } from '../reading.ts';
import { noStems } from '../trie.ts';
import {
  addDays,
  addMonths,
  dayStretch,
  type Grain,
  monthStretch,
  nth,
  partOf,
  type Stretch,
  shift,
  unitAround,
  weekdayOf,
  yearOf,
} from './calendar.ts';
import { byYear, readDayMonth, readMonths } from './months.ts';
import { ordinalAt } from './ordinals.ts';
import { tagAt, weekdayAt } from './tags.ts';

/** A part of a whole that is named elsewhere: a month, a quarter, "first eight months". */
export interface Sub {
  readonly grain: Grain;
  readonly next: number;
  /** Seasons only: where the word stands. */
  readonly from?: number;
  /** The stretch inside the whole; without one, by the article's date. Undefined where it does not fit. */
  /** `early`, `mid`, `late`. */
  readonly part?: string;
  readonly apply: (whole: Stretch | undefined, grain: Grain | undefined) => Stretch | undefined;
}

export const isYear = (grain: Grain | undefined) => grain === 'year';

/** Reads the part of a year, month or week that starts at token `i`. */
export function readSub(r: Reading, i: number): Sub | undefined {
  const { tokens } = r;
  if (!tokens[i] || !mayBeSub(r, i)) return undefined;
  const found = [
    readMonths(r, i),
    readDayMonth(r, i),
    readLabelled(r, i),
    readOrdinal(r, i),
    readCount(r, i),
    readPart(r, i),
    readSeason(r, i),
  ];
  let best: Sub | undefined;
  for (const sub of found) if (sub && (!best || sub.next > best.next)) best = sub;
  return best;
}

const LABEL = /^[qhчкivіı]+$/;
/** The cheap test: a number, or a word of some table of times. */
function mayBeSub(r: Reading, i: number): boolean {
  const { kind, key } = r.tokens[i]!;
  if (kind !== 'word') return kind === 'number';
  return (
    r.locale.numbers.has(key) || lookUp(r, i, 'period') !== undefined || lookUp(r, i, 'months') !== undefined || LABEL.test(key)
  );
}

/** Q1, 1Q, H2, 2H. */
function readLabelled(r: Reading, i: number): Sub | undefined {
  const { tokens, text } = r;
  const [a, b] = [tokens[i]!, tokens[i + 1]];
  if (a.key === 'week' && isNumber(b) && b.literal!.plain && b.gap === 1 && b.literal!.value >= 1 && b.literal!.value <= 53)
    return weekNumber(r, b.literal!.value, i + 2);
  if (b?.gap !== 0) return undefined;
  const [label, digit] = a.kind === 'word' ? [a, b] : [b, a];
  if (!/^[qhчкк]$/i.test(label.key) || !isNumber(digit) || !digit.literal!.plain) return undefined;
  if (text[label.start] === 'h' && label === b) return undefined;
  const n = digit.literal!.value;
  const grain: Grain = label.key === 'h' ? 'half' : 'quarter';
  if (n < 1 || n > (grain === 'half' ? 2 : 4) || digit.end - digit.start !== 1) return undefined;
  return inYear(r, grain, n, i + 2);
}

function weekNumber(r: Reading, n: number, next: number): Sub {
  return {
    grain: 'week',
    next,
    apply: (whole, of) => {
      const year = whole ? (isYear(of) ? whole : undefined) : r.date ? unitAround(r.date, 'year', 0) : undefined;
      return year && nth(year, 'week', n);
    },
  };
}

function inYear(r: Reading, grain: Grain, n: number, next: number): Sub {
  const size = grain === 'half' ? 6 : 3;
  return {
    grain,
    next,
    apply: (whole, of) => {
      if (whole && !isYear(of)) return undefined;
      const year = whole ? yearOf(whole.start) : r.date ? yearOf(r.date) : undefined;
      return year === undefined ? undefined : monthStretch(year, (n - 1) * size + 1, size);
    },
  };
}

/** «первая половина 2024 года», "bu ilin birinci yarısı": without a year beside it it is the half of a match or a day. */
function halfOfYear(r: Reading, n: number, next: number): Sub {
  const { apply, ...half } = inYear(r, 'half', n, next);
  return { ...half, apply: (whole, of) => whole && apply(whole, of) };
}

/** "first quarter", "second half", "third week", "last Sunday", "20th day". */
function readOrdinal(r: Reading, i: number): Sub | undefined {
  const last = tagAt(r, i, 'rel');
  const ordinal = last?.value === '-1' ? { value: -1, next: last.next } : ordinalAt(r, i);
  if (!ordinal || r.tokens[ordinal.next]?.gap === 2) return undefined;
  const n = ordinal.value;
  const weekday = weekdayAt(r, ordinal.next);
  if (weekday) {
    return {
      grain: 'day',
      next: weekday.next,
      apply: (whole, grain) =>
        whole && (grain === 'month' || grain === 'year') ? nthWeekday(whole, weekday.value, n) : undefined,
    };
  }
  const half = tagAt(r, ordinal.next, 'halfof');
  if (half && (n === 1 || n === 2)) return halfOfYear(r, n, half.next);
  const unit = tagAt(r, ordinal.next, 'unit');
  if (!unit) return undefined;
  const grain = unit.value as Grain;
  if ((grain === 'quarter' || grain === 'half') && n <= 4) {
    if (n > 0 && (grain === 'quarter' || n <= 2)) return inYear(r, grain, n, unit.next);
    return { grain, next: unit.next, apply: (whole) => whole && nth(whole, grain, n) };
  }
  return {
    grain,
    next: unit.next,
    apply: (whole, of) =>
      whole && of !== grain && (grain === 'day' || grain === 'week' || grain === 'month' || grain === 'weekend')
        ? nth(whole, grain, n)
        : undefined,
  };
}

function nthWeekday(whole: Stretch, weekday: number, n: number): Stretch | undefined {
  const forward = (weekday - weekdayOf(whole.start) + 7) % 7;
  const back = (weekdayOf(addDays(whole.end, -1)) - weekday + 7) % 7;
  const day = n > 0 ? addDays(whole.start, forward + 7 * (n - 1)) : addDays(whole.end, -1 - back);
  return day >= whole.start && day < whole.end ? dayStretch(day) : undefined;
}

/** "first eight months", "last two weeks", "10 months" of a year. */
function readCount(r: Reading, i: number): Sub | undefined {
  const { tokens } = r;
  const ordinal = tagAt(r, i, 'ord');
  const last = tagAt(r, i, 'rel');
  const side = ordinal?.value === '1' ? 1 : last?.value === '-1' ? -1 : 0;
  const at = side > 0 ? ordinal!.next : side < 0 ? last!.next : i;
  if (!tokens[at] || (side === 0 && !isNumber(tokens[at]) && !r.locale.numbers.has(tokens[at]!.key))) return undefined;
  const number = readNumeral(r, at);
  if (!number || !Number.isInteger(number.value) || number.value < 1 || number.value > 400 || number.scale > 1) return undefined;
  const unit = tagAt(r, number.next, 'unit');
  if (!unit) return undefined;
  const grain = unit.value as Grain;
  return {
    grain,
    next: unit.next,
    apply: (whole, of) => {
      if (side < 0) return whole && of !== grain ? { start: shift(whole.end, grain, -number.value), end: whole.end } : undefined;
      if (whole)
        return of === 'year' && (side > 0 || grain === 'month') && shift(whole.start, grain, number.value) <= whole.end
          ? { start: whole.start, end: shift(whole.start, grain, number.value) }
          : undefined;
      if (side === 0 || !r.date || grain === 'year' || grain === 'decade' || grain === 'day') return undefined;
      // "in the first eight months": those of this year, or of the last one when this year is not that old.
      const year = unitAround(r.date, 'year', 0);
      const end = shift(year.start, grain, number.value);
      if (end > addMonths(r.date, 1)) return undefined;
      return { start: year.start, end };
    },
  };
}

/** "early 2023", "mid-November", "the end of the year". */
function readPart(r: Reading, i: number): Sub | undefined {
  const part = tagAt(r, i, 'part');
  if (!part) return undefined;
  const next = isDash(r.tokens[part.next]) && r.tokens[part.next]!.gap === 0 ? part.next + 1 : part.next;
  return {
    grain: 'fortnight',
    next,
    part: part.value,
    apply: (whole, grain) => (whole && grain !== 'day' ? partOf(whole, part.value) : undefined),
  };
}

/** Winter belongs to the year in which it begins. */
function readSeason(r: Reading, i: number): Sub | undefined {
  const season = tagAt(r, i, 'season');
  if (!season || !r.locale.period.match(r.text, r.tokens, i, noStems)) return undefined; // "yaz", not "yazılı"
  const first = Number(season.value) === 0 ? 12 : Number(season.value) * 3;
  return { grain: 'season', from: i, next: season.next, apply: byYear(r, (year) => monthStretch(year, first, 3)) };
}
