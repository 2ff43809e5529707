import { isDash, type Reading } from '../reading.ts';
import { addDays, dateStretch, dayStretch, easter, monthStretch, nearest, type Stretch, weekdayOf, yearOf } from './calendar.ts';
import type { Point } from './points.ts';
import { tagAt, yearAt } from './tags.ts';

/** `5-1` a day of the year, `11-4th4` the fourth Thursday (weekday 4) of November, `easter-2` the Friday before Easter. */
const RULE = /^(?:(\d+)-(\d)th(-?\d)([+]\d)?|(\d+)-(\d+)|easter([+-]\d+)?)$/;

function dayOf(rule: string, year: number): Stretch | undefined {
  const [, month, weekday, n, later, of, day, moved] = RULE.exec(rule) ?? [];
  if (month) {
    const whole = monthStretch(year, Number(month));
    const count = Number(n);
    const from = count > 0 ? whole.start : addDays(whole.end, -7);
    const first = addDays(from, (Number(weekday) - weekdayOf(from) + 7) % 7);
    return dayStretch(addDays(first, 7 * (Math.max(count, 1) - 1) + Number(later ?? 0)));
  }
  if (of) return dateStretch(year, Number(of), Number(day));
  return dayStretch(addDays(easter(year).start, Number(moved ?? 0)));
}

/**
 * A feast in the year that stands behind it ("Labor Day 2021"), else in the one that brings it nearest to `date`; "next Easter" is the
 * one after the article's day. "Labor Day weekend" runs from Saturday to the Monday, other feasts to the Sunday behind them.
 */
export function feastAt(r: Reading, i: number, date: string, offset = 0): Point | undefined {
  const feast = tagAt(r, i, 'feast');
  if (!feast) return undefined;
  const { tokens } = r;
  const weekend = (at: number) => (tokens[at]?.key === 'weekend' ? at + 1 : undefined);
  const joint =
    tokens[feast.next]?.key === ',' || tokens[feast.next]?.key === 'of' || tokens[feast.next]?.key === 'in'
      ? feast.next + 1
      : feast.next;
  const year = isDash(tokens[joint]) ? undefined : yearAt(r, joint);
  let next = year?.next ?? feast.next;
  let stretch: Stretch | undefined;
  if (year) stretch = dayOf(feast.value, year.year);
  else {
    const here = yearOf(date);
    const all = [here - 1, here, here + 1].map((y) => dayOf(feast.value, y));
    stretch = nearest(
      date,
      all.filter((s) => s && (offset === 0 || (offset > 0 ? s.start > date : s.end <= date))),
    );
  }
  if (!stretch) return undefined;
  const behind = weekend(next);
  if (behind) {
    next = behind;
    const weekday = weekdayOf(stretch.start);
    stretch =
      weekday === 1
        ? { start: addDays(stretch.start, -2), end: stretch.end }
        : { start: stretch.start, end: addDays(stretch.start, ((7 - weekday) % 7) + 1) };
  }
  return { stretch, grain: 'day', next, loose: year ? undefined : 'year' };
}
