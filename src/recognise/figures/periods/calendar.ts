import { day, dayNumber } from '../../../model/period.ts';

/** A closed piece of the calendar; open sides come with "since" and "until". */
export interface Stretch {
  readonly start: string;
  readonly end: string;
}
export type Grain =
  | 'day'
  | 'week'
  | 'weekend'
  | 'workweek'
  | 'fortnight'
  | 'month'
  | 'quarter'
  | 'half'
  | 'year'
  | 'decade'
  | 'century'
  | 'season';

export const yearOf = (iso: string) => Number(iso.slice(0, 4));
export const monthOf = (iso: string) => Number(iso.slice(5, 7));
export const dateOf = (iso: string) => Number(iso.slice(8, 10));
/** From Sunday, 0. */
export const weekdayOf = (iso: string) => (((dayNumber(iso) + 4) % 7) + 7) % 7;
export const addDays = (iso: string, days: number) => day(yearOf(iso), monthOf(iso), dateOf(iso) + days);
/** Keeps to the end of the month: January 31 plus one month is February 28 or 29. */
export function addMonths(iso: string, months: number): string {
  const first = day(yearOf(iso), monthOf(iso) + months, 1);
  const length = dayNumber(day(yearOf(first), monthOf(first) + 1)) - dayNumber(first);
  return day(yearOf(first), monthOf(first), Math.min(dateOf(iso), length));
}
export const yearStretch = (year: number, years = 1): Stretch => ({ start: day(year), end: day(year + years) });
export const monthStretch = (year: number, month: number, months = 1): Stretch => ({
  start: day(year, month),
  end: day(year, month + months),
});
export const dayStretch = (iso: string): Stretch => ({ start: iso, end: addDays(iso, 1) });
export const weekStart = (iso: string) => addDays(iso, -((weekdayOf(iso) + 6) % 7));
/** Undefined for February 30. */
export function dateStretch(year: number, month: number, date: number): Stretch | undefined {
  const iso = day(year, month, date);
  return date >= 1 && monthOf(iso) === month ? dayStretch(iso) : undefined;
}

/** The calendar unit around a day, moved by `offset` units: year −1 is last year. */
export function unitAround(ref: string, grain: Grain, offset: number): Stretch {
  const [y, m] = [yearOf(ref), monthOf(ref)];
  switch (grain) {
    case 'day':
      return dayStretch(addDays(ref, offset));
    case 'week': {
      const start = addDays(weekStart(ref), 7 * offset);
      return { start, end: addDays(start, 7) };
    }
    case 'fortnight': {
      const start = addDays(weekStart(ref), 14 * offset);
      return { start, end: addDays(start, 14) };
    }
    case 'weekend': {
      const start = addDays(weekStart(ref), 5 + 7 * offset);
      return { start, end: addDays(start, 2) };
    }
    case 'workweek': {
      const start = addDays(weekStart(ref), 7 * offset);
      return { start, end: addDays(start, 5) };
    }
    case 'month':
      return monthStretch(y, m + offset);
    case 'quarter':
      return monthStretch(y, m - ((m - 1) % 3) + 3 * offset, 3);
    case 'half':
      return monthStretch(y, m - ((m - 1) % 6) + 6 * offset, 6);
    case 'decade':
      return yearStretch(y - (y % 10) + 10 * offset, 10);
    case 'century':
      return yearStretch(y - (y % 100) + 100 * offset, 100);
    default:
      return yearStretch(y + offset);
  }
}

/** A day moved by `count` units. */
export function shift(iso: string, grain: Grain, count: number): string {
  const months: Partial<Record<Grain, number>> = {
    month: 1,
    quarter: 3,
    half: 6,
    season: 3,
    year: 12,
    decade: 120,
    century: 1200,
  };
  const by = months[grain];
  if (by) return addMonths(iso, by * count);
  return addDays(iso, (grain === 'week' || grain === 'weekend' ? 7 : grain === 'fortnight' ? 14 : 1) * count);
}

/** The `n`th unit inside a stretch, from its start (1) or its end (−1); weeks begin on Monday, the first has a Thursday of the stretch. */
export function nth(within: Stretch, grain: Grain, n: number): Stretch | undefined {
  if (grain === 'week') {
    const first = weekStart(addDays(within.start, 3));
    const last = weekStart(addDays(within.end, -4));
    const start = n > 0 ? addDays(first, 7 * (n - 1)) : addDays(last, 7 * (n + 1));
    return { start, end: addDays(start, 7) };
  }
  const start = n > 0 ? shift(within.start, grain, n - 1) : shift(within.end, grain, n);
  const found = { start, end: shift(start, grain, 1) };
  return found.start >= within.start && found.start < within.end ? found : undefined;
}

/** Begin, middle and end: of a month its halves and the days from the 10th, of a year its thirds; `first` and `second` are halves of anything. */
export function partOf({ start, end }: Stretch, part: string): Stretch {
  const days = dayNumber(end) - dayNumber(start);
  const [early, late] = [part === 'early' || part === 'first', part === 'late' || part === 'second'];
  if (days <= 31) {
    const half = addDays(start, days <= 7 ? 3 : 15);
    if (early) return { start, end: half };
    return late ? { start: half, end } : { start: addDays(start, days <= 7 ? 2 : 9), end: addDays(start, days <= 7 ? 4 : 20) };
  }
  const months = Math.round(days / 30.4);
  if (part === 'first' || part === 'second') {
    const half = addMonths(start, months / 2);
    return early ? { start, end: half } : { start: half, end };
  }
  const [a, b] = [addMonths(start, Math.round(months / 3)), addMonths(start, Math.round((2 * months) / 3))];
  return early ? { start, end: a } : late ? { start: b, end } : { start: a, end: b };
}

/** Western Easter Sunday, by Gauss's rule as Meeus prints it (Gregorian calendar). */
export function easter(year: number): Stretch {
  const [a, b, c] = [year % 19, Math.floor(year / 100), year % 100];
  const h = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const n = h + l - 7 * Math.floor((a + 11 * h + 22 * l) / 451) + 114;
  return dayStretch(day(year, Math.floor(n / 31), (n % 31) + 1));
}

/** Of two or three candidates the one nearest to the reference day; the past wins a tie. */
export function nearest(ref: string, candidates: readonly (Stretch | undefined)[]): Stretch | undefined {
  const far = (s: Stretch) => {
    const at = dayNumber(ref);
    if (s.start <= ref && ref < s.end) return 0;
    return s.start > ref ? dayNumber(s.start) - at + 0.5 : at - dayNumber(s.end) + 1;
  };
  return candidates.filter((s) => s !== undefined).sort((a, b) => far(a) - far(b))[0];
}
