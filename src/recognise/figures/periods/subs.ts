import { readNumeral } from '../numerals.ts';
import { isDash, isNumber, isWord, type Reading } from '../reading.ts';
import {
  addDays,
  addMonths,
  dateStretch,
  dayStretch,
  type Grain,
  monthStretch,
  nearest,
  nth,
  partOf,
  type Stretch,
  shift,
  unitAround,
  weekdayOf,
  yearOf,
} from './calendar.ts';
import { ordinalAt } from './ordinals.ts';
import { monthAt, tagAt, weekdayAt } from './tags.ts';

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

const isYear = (grain: Grain | undefined) => grain === 'year';

/** Reads the part of a year, month or week that starts at token `i`. */
export function readSub(r: Reading, i: number): Sub | undefined {
  const { tokens } = r;
  if (!tokens[i] || tokens[i]!.kind === 'sign') return undefined;
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

/** Months by year: within a year, or in the year that brings them nearest to the article. */
function byYear(r: Reading, make: (year: number) => Stretch | undefined): Sub['apply'] {
  return (whole, grain) => {
    if (whole) return isYear(grain) ? make(yearOf(whole.start)) : undefined;
    if (!r.date) return undefined;
    const year = yearOf(r.date);
    return nearest(r.date, [make(year - 1), make(year), make(year + 1)]);
  };
}

/** "May", "May 5", "May 5–7", "January–August", «январь — август». */
function readMonths(r: Reading, i: number): Sub | undefined {
  const { tokens } = r;
  const first = monthAt(r, i);
  if (!first) return undefined;
  const joint = tokens[first.next];
  const second =
    joint && (isDash(joint) || tagAt(r, first.next, 'to'))
      ? monthAt(r, isDash(joint) ? first.next + 1 : tagAt(r, first.next, 'to')!.next)
      : undefined;
  const filler = (at: number) => {
    const unit = tagAt(r, at, 'unit');
    return unit?.value === 'month' ? unit.next : at;
  };
  if (second && !dayBehind(r, second.next)) {
    const months = ((second.value - first.value + 12) % 12) + 1;
    return {
      grain: 'season',
      next: filler(second.next),
      apply: byYear(r, (year) => monthStretch(second.value < first.value ? year - 1 : year, first.value, months)),
    };
  }
  const date = dayBehind(r, first.next);
  if (date) {
    const to =
      isDash(tokens[date.next]) || tagAt(r, date.next, 'to')?.next === date.next + 1 ? dayBehind(r, date.next + 1) : undefined;
    const last = to && to.value > date.value ? to : date;
    return {
      grain: 'day',
      next: last.next,
      apply: byYear(r, (year) => between(dateStretch(year, first.value, date.value), dateStretch(year, first.value, last.value))),
    };
  }
  return { grain: 'month', next: filler(first.next), apply: byYear(r, (year) => monthStretch(year, first.value)) };
}

const between = (a: Stretch | undefined, b: Stretch | undefined) => a && b && { start: a.start, end: b.end };

function dayBehind(r: Reading, i: number): { value: number; next: number } | undefined {
  const { tokens } = r;
  const slash = tokens[i]?.key === '/' && tokens[i]!.gap === 0 && tokens[i + 1]?.gap === 0 && tokens[i + 2]?.key !== '/';
  const comma = tokens[i]?.key === ',' && ordinalAt(r, i + 1) !== undefined && r.locale.lang === 'en';
  const at = tokens[i]?.key === 'the' || slash || comma ? i + 1 : i;
  const ordinal = ordinalAt(r, at);
  if (ordinal && ordinal.value <= 31 && tokens[at]!.gap < 2) return ordinal;
  const token = tokens[at];
  const spelled =
    isWord(token) && token.gap === 1 && (r.locale.numbers.get(token.key)?.value ?? 0) >= 20 ? readNumeral(r, at) : undefined;
  if (spelled && spelled.value <= 31 && spelled.scale === 1) return { value: spelled.value, next: spelled.next };
  if (!isNumber(token) || !token.literal!.plain || token.gap === 2 || token.literal!.value < 1 || token.literal!.value > 31)
    return undefined;
  const after = tokens[at + 1];
  // "in May 20 percent", "May 5:30", "mayın 5-də"
  if (after?.gap === 0 && (after.key === ':' || after.key === '%' || (after.kind === 'word' && r.locale.lang === 'en')))
    return undefined;
  if (
    after &&
    (r.locale.percents.match(r.text, tokens, at + 1, r.locale.stems) ||
      r.locale.scales.match(r.text, tokens, at + 1, r.locale.stems))
  )
    return undefined;
  const endings =
    after &&
    (isDash(after) || after.key === "'" || after.key === '’') &&
    after.gap === 0 &&
    isWord(tokens[at + 2]) &&
    tokens[at + 2]!.gap === 0;
  return { value: token.literal!.value, next: endings && !monthAt(r, at + 2) ? at + 3 : at + 1 };
}

/** "5 May", "5th of May", "5–7 May", «девятое мая», "5 və 6 may". */
function readDayMonth(r: Reading, i: number): Sub | undefined {
  const { tokens } = r;
  const first = dateAt(r, i);
  if (!first) return undefined;
  let last = first;
  const joint = tokens[first.next];
  const to = isDash(joint) ? first.next + 1 : (tagAt(r, first.next, 'to') ?? tagAt(r, first.next, 'and'))?.next;
  if (to !== undefined) {
    const second = dateAt(r, to);
    if (second && second.value > first.value) last = second;
  }
  const of = tagAt(r, last.next, 'of');
  const month = monthAt(r, of ? of.next : last.next);
  if (!month || (tokens[last.next]!.gap === 0 && isDash(tokens[last.next]))) return undefined;
  return {
    grain: 'day',
    next: month.next,
    apply: byYear(r, (year) => between(dateStretch(year, month.value, first.value), dateStretch(year, month.value, last.value))),
  };
}

function dateAt(r: Reading, i: number): { value: number; next: number } | undefined {
  const ordinal = ordinalAt(r, i);
  if (ordinal && ordinal.value <= 31) {
    const day = tagAt(r, ordinal.next, 'unit');
    return day?.value === 'day' ? { value: ordinal.value, next: day.next } : ordinal;
  }
  const token = r.tokens[i];
  if (isNumber(token)) {
    const { plain, value } = token.literal!;
    return plain && value >= 1 && value <= 31 && token.end - token.start <= 2 ? { value, next: i + 1 } : undefined;
  }
  const spelled = isWord(token) ? readNumeral(r, i) : undefined;
  return spelled && spelled.value >= 1 && spelled.value <= 31 && Number.isInteger(spelled.value) && spelled.scale === 1
    ? { value: spelled.value, next: spelled.next }
    : undefined;
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
  if (!season) return undefined;
  const first = Number(season.value) === 0 ? 12 : Number(season.value) * 3;
  return { grain: 'season', from: i, next: season.next, apply: byYear(r, (year) => monthStretch(year, first, 3)) };
}
