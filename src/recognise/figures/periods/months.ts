import { readNumeral } from '../numerals.ts';
import { isDash, isNumber, isWord, type Reading } from '../reading.ts';
import { addMonths, dateStretch, monthStretch, nearest, type Stretch, yearOf } from './calendar.ts';
import { ordinalAt } from './ordinals.ts';
import { isYear, type Sub } from './subs.ts';
import { monthAt, tagAt } from './tags.ts';

/** Months by year: within a year, or in the year that brings them nearest to the article. */
export function byYear(r: Reading, make: (year: number) => Stretch | undefined): Sub['apply'] {
  return (whole, grain) => {
    if (whole) return isYear(grain) ? make(yearOf(whole.start)) : undefined;
    if (!r.date) return undefined;
    const year = yearOf(r.date);
    return nearest(r.date, [make(year - 1), make(year), make(year + 1)]);
  };
}

/** Figures of several months are reported when the months are over: of the nearest such spans one of the last year, where one has ended. */
function lately(r: Reading, apply: Sub['apply']): Sub['apply'] {
  return (whole, grain) => {
    const stretch = apply(whole, grain);
    if (whole || !r.date || !stretch || stretch.start <= r.date) return stretch;
    const before = { start: addMonths(stretch.start, -12), end: addMonths(stretch.end, -12) };
    return before.end <= r.date ? before : stretch;
  };
}

/** "May", "May 5", "May 5–7", "January–August", «январь — август». */
export function readMonths(r: Reading, i: number): Sub | undefined {
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
      apply: lately(
        r,
        byYear(r, (year) => monthStretch(second.value < first.value ? year - 1 : year, first.value, months)),
      ),
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
export function readDayMonth(r: Reading, i: number): Sub | undefined {
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
