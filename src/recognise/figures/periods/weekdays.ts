import { isNumber, isWord, type Reading } from '../reading.ts';
import { addDays, addMonths, dateStretch, dayStretch, monthOf, nearest, weekdayOf, weekStart, yearOf } from './calendar.ts';
import { readSlashDate } from './dates.ts';
import { ordinalAt } from './ordinals.ts';
import { DEEPEST, type Point, readPoint } from './points.ts';
import { readRelative } from './relative.ts';
import { readSub } from './subs.ts';
import { tagAt, weekdayAt } from './tags.ts';

/** "week of October 6", "week beginning February 4". */
export function readWeekOf(r: Reading, i: number, depth: number): Point | undefined {
  const { tokens } = r;
  const key = tokens[i + 1]?.key ?? '';
  if (tokens[i]!.key !== 'week' || !/^(?:of|beginning|starting|commencing)$/.test(key)) return undefined;
  const day = tokens[i + 2] && readPoint(r, tokens[i + 2]!.key === 'the' ? i + 3 : i + 2, depth + 1);
  if (day?.grain !== 'day') return undefined;
  const start = key === 'of' ? weekStart(day.stretch.start) : day.stretch.start;
  return { stretch: { start, end: addDays(start, 7) }, grain: 'week', next: day.next };
}

/** A weekday is the last one in news; with a date behind it, it only repeats it. */
export function readWeekday(r: Reading, i: number): Point | undefined {
  const { tokens } = r;
  const day = weekdayAt(r, i);
  if (!day) return undefined;
  const at = tokens[day.next]?.key === ',' || tokens[day.next]?.key === '.' ? day.next + 1 : day.next;
  const start = tokens[at]?.key === 'the' ? at + 1 : at;
  const dated =
    tokens[start] && tokens[start]!.gap < 2 && (isNumber(tokens[start]) || readSub(r, start))
      ? readPoint(r, start, DEEPEST)
      : undefined;
  if (dated?.grain === 'day') return dated;
  const slash = isNumber(tokens[start]) ? readSlashDate(r, start) : undefined;
  if (slash) return { ...slash, grain: 'day' };
  const numbered = tokens[start] && tokens[start]!.gap < 2 ? readDayOfMonth(r, start, day.value) : undefined;
  if (numbered) return numbered;
  if (!r.date) return undefined;
  const of = tagAt(r, day.next, 'of');
  const week = tokens[of?.next ?? day.next] ? readRelative(r, of?.next ?? day.next) : undefined;
  if (week?.grain === 'week')
    return { stretch: dayStretch(addDays(week.stretch.start, (day.value + 6) % 7)), grain: 'day', next: week.next };
  const back = (weekdayOf(r.date) - day.value + 7) % 7;
  return { stretch: dayStretch(addDays(r.date, -back)), grain: 'day', next: day.next, loose: 'week' };
}

/** "Wednesday 13th", "on the 18th": the nearest month in which that day fits. */
function readDayOfMonth(r: Reading, i: number, weekday?: number): Point | undefined {
  const { date } = r;
  const token = r.tokens[i];
  const plain =
    weekday !== undefined && isNumber(token) && token.literal!.plain && token.literal!.value <= 31 && !isWord(r.tokens[i + 1]);
  const ordinal = ordinalAt(r, i) ?? (plain ? { value: token.literal!.value, next: i + 1 } : undefined);
  if (!date || !ordinal || tagAt(r, ordinal.next, 'unit')) return undefined;
  const months =
    weekday === undefined
      ? [-1, 0, 1]
      : [-12, -11, -10, -9, -8, -7, -6, -5, -4, -3, -2, -1, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];
  const days = months.map((offset) => {
    const month = addMonths(date, offset);
    const day = dateStretch(yearOf(month), monthOf(month), ordinal.value);
    return day && (weekday === undefined || weekdayOf(day.start) === weekday) ? day : undefined;
  });
  const stretch = nearest(date, days);
  return stretch && { stretch, grain: 'day', next: ordinal.next, loose: 'year' };
}

/** "on the 18th" at the end of a clause. */
export function readBareDay(r: Reading, i: number): Point | undefined {
  const { tokens } = r;
  if (
    r.locale.lang !== 'en' ||
    tokens[i - 1]?.key !== 'the' ||
    !/^(?:on|by|until|till|before|after|from|since|between|for)$/.test(tokens[i - 2]?.key ?? '')
  )
    return undefined;
  const day = readDayOfMonth(r, i);
  const after = day && tokens[day.next];
  return day && (!after || after.kind === 'sign' || after.gap === 2 || /^(?:and|at|from|to|or|through)$/.test(after.key))
    ? day
    : undefined;
}
