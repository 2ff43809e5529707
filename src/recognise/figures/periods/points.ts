import { readNumeral } from '../numerals.ts';
import { isNumber, isWord, type Reading } from '../reading.ts';
import {
  addDays,
  dayStretch,
  type Grain,
  type Stretch,
  shift,
  unitAround,
  weekdayOf,
  weekStart,
  yearOf,
  yearStretch,
} from './calendar.ts';
import { readNumericDate } from './dates.ts';
import { readSub, type Sub } from './subs.ts';
import { tagAt, weekdayAt, yearAt } from './tags.ts';

/** A piece of the calendar and the tokens that say so. */
export interface Point {
  readonly stretch: Stretch;
  readonly grain: Grain;
  readonly next: number;
  /** Nothing but four digits. */
  readonly bare?: boolean;
}

const DEEPEST = 3;

/** Reads the point of time that starts at token `i`, with what narrows it before or behind. */
export function readPoint(r: Reading, i: number, depth = 0): Point | undefined {
  if (depth > DEEPEST) return undefined;
  let point = readBase(r, i, depth);
  for (let layers = 0; point && layers < DEEPEST; layers++) {
    const narrowed = narrow(r, point);
    if (!narrowed) break;
    point = narrowed;
  }
  return point;
}

/** "last year's first quarter", "2025-ci ilin yanvarında": the part stands behind the whole. */
function narrow(r: Reading, point: Point): Point | undefined {
  const { tokens, locale } = r;
  let at = point.next;
  if (locale.lang === 'en') {
    const owned = (tokens[at]?.key === "'" || tokens[at]?.key === '’') && tokens[at + 1]?.key === 's';
    if (owned) at += 2;
    else if (!(point.grain === 'week' && weekdayAt(r, at))) return undefined;
  }
  if (!tokens[at] || tokens[at]!.gap === 2) return undefined;
  const sub = readSub(r, at);
  if (!sub || sub.grain === point.grain) return undefined;
  const stretch = sub.apply(point.stretch, point.grain);
  return stretch && { stretch, grain: sub.grain, next: sub.next };
}

function readBase(r: Reading, i: number, depth: number): Point | undefined {
  const { tokens } = r;
  const token = tokens[i];
  if (!token) return undefined;
  const found: (Point | undefined)[] = [];
  if (isNumber(token)) {
    const dated = readNumericDate(r, i);
    if (dated) return { ...dated, grain: 'day' };
    found.push(readYear(r, i), readDecade(r, i), readDistance(r, i));
  } else if (isWord(token)) found.push(readAnchor(r, i), readRelative(r, i), readWeekday(r, i), readDistance(r, i));
  const sub = readSub(r, i);
  if (sub) found.push(settle(r, sub, depth));
  let best: Point | undefined;
  for (const point of found) if (point && (!best || point.next > best.next)) best = point;
  return best;
}

/** A part, with the whole that follows ("of 2024", "this year") or the one that the article's date suggests. */
function settle(r: Reading, sub: Sub, depth: number): Point | undefined {
  const { tokens } = r;
  let at = sub.next;
  const comma =
    tokens[at]?.key === ',' ||
    tokens[at]?.key === '/' ||
    tokens[at]?.key === "'" ||
    tokens[at]?.key === '’' ||
    tokens[at]?.key === '-';
  const of = tagAt(r, at, 'of');
  if (of) at = of.next;
  else if (comma) at++;
  if (tokens[at]?.key === 'the' || tokens[at]?.key === 'year') at++;
  const whole = tokens[at] && tokens[at]!.gap < 2 ? (comma ? readYear(r, at) : readWhole(r, at, depth + 1)) : undefined;
  if (whole && (whole.bare || whole.grain !== sub.grain)) {
    const stretch = sub.apply(whole.stretch, whole.grain);
    if (stretch) return { stretch, grain: sub.grain, next: whole.next };
  }
  const stretch = sub.apply(undefined, undefined);
  return stretch && { stretch, grain: sub.grain, next: sub.next };
}

/** A point, or "the year" alone behind "the end of". */
function readWhole(r: Reading, i: number, depth: number): Point | undefined {
  const point = readPoint(r, i, depth);
  if (point) return point;
  const unit = tagAt(r, i, 'unit');
  if (!unit || !r.date) return undefined;
  return { stretch: unitAround(r.date, unit.value as Grain, 0), grain: unit.value as Grain, next: unit.next };
}

function readYear(r: Reading, i: number): Point | undefined {
  const found = yearAt(r, i);
  if (found) return { stretch: yearStretch(found.year), grain: 'year', next: found.next, bare: !found.marked };
  const short = r.tokens[i];
  const before = r.tokens[i - 1];
  if (isNumber(short) && short.end - short.start === 2 && short.gap === 0 && (before?.key === "'" || before?.key === '’')) {
    return { stretch: yearStretch(2000 + short.literal!.value), grain: 'year', next: i + 1 };
  }
  return undefined;
}

/** 1990s, the 90s. */
function readDecade({ tokens }: Reading, i: number): Point | undefined {
  const token = tokens[i]!;
  let at = i + 1;
  if ((tokens[at]?.key === "'" || tokens[at]?.key === '’') && tokens[at]!.gap === 0) at++;
  if (tokens[at]?.key !== 's' || tokens[at]!.gap !== 0 || !token.literal!.plain || token.literal!.value % 10 !== 0)
    return undefined;
  const size = token.end - token.start;
  if (size !== 4 && size !== 2) return undefined;
  const year = size === 4 ? token.literal!.value : 1900 + token.literal!.value;
  return size === 4 || token.literal!.value >= 20 ? { stretch: yearStretch(year, 10), grain: 'decade', next: at + 1 } : undefined;
}

function readAnchor(r: Reading, i: number): Point | undefined {
  if (!r.date) return undefined;
  const day = tagAt(r, i, 'anchor');
  if (day) return { stretch: dayStretch(addDays(r.date, Number(day.value))), grain: 'day', next: day.next };
  const year = tagAt(r, i, 'year');
  if (year) {
    const mark = r.tokens[year.next] && tagAt(r, year.next, 'unit');
    const next = mark && mark.value === 'year' ? mark.next : year.next;
    return { stretch: unitAround(r.date, 'year', Number(year.value)), grain: 'year', next };
  }
  const end = tagAt(r, i, 'yearend');
  if (end) return { stretch: dayStretch(`${yearOf(r.date)}-12-31`), grain: 'day', next: end.next };
  return undefined;
}

/** "last year", "past five years", "next 3 days", "this May", "прошлый вторник". */
function readRelative(r: Reading, i: number): Point | undefined {
  const { tokens } = r;
  const rel = tagAt(r, i, 'rel');
  if (!rel || !r.date) return undefined;
  const offset = Number(rel.value);
  const at = rel.next;
  if (tokens[at]?.gap === 2) return undefined;
  const unit = tagAt(r, at, 'unit');
  if (unit) {
    const grain = unit.value as Grain;
    return { stretch: unitAround(r.date, grain, offset), grain, next: unit.next };
  }
  const many = tokens[at] && readNumeral(r, at);
  if (many && offset !== 0 && Number.isInteger(many.value) && many.value > 0 && many.value < 1000) {
    const business = tokens[many.next]?.key === 'business' || tokens[many.next]?.key === 'working' ? many.next + 1 : many.next;
    const units = tagAt(r, business, 'unit');
    if (units) return rolling(r.date, units.value as Grain, Math.sign(offset) * many.value, units.next);
  }
  const weekday = weekdayAt(r, at);
  if (weekday) {
    const day = addDays(weekStart(r.date), ((weekday.value + 6) % 7) + 7 * offset);
    return { stretch: dayStretch(day), grain: 'day', next: weekday.next };
  }
  const sub = readSub(r, at);
  if (!sub || (sub.grain !== 'month' && sub.grain !== 'season')) return undefined;
  const here = sub.apply(unitAround(r.date, 'year', 0), 'year');
  if (!here) return undefined;
  const years = offset < 0 ? (here.end <= r.date ? 0 : -1) : offset > 0 ? (here.start > r.date ? 0 : 1) : 0;
  const stretch = sub.apply(unitAround(r.date, 'year', years), 'year');
  return stretch && { stretch, grain: sub.grain, next: sub.next };
}

/** The past runs up to the article's day, the future from the day after; quarters are those of the calendar. */
function rolling(ref: string, grain: Grain, count: number, next: number): Point {
  const from =
    grain === 'quarter'
      ? count < 0
        ? unitAround(ref, grain, 0).start
        : unitAround(ref, grain, 1).start
      : count < 0
        ? ref
        : addDays(ref, 1);
  const to = shift(from, grain, count);
  return { stretch: count < 0 ? { start: to, end: from } : { start: from, end: to }, grain, next };
}

/** A weekday is the last one in news; with a date behind it, it only repeats it. */
function readWeekday(r: Reading, i: number): Point | undefined {
  const { tokens } = r;
  const day = weekdayAt(r, i);
  if (!day) return undefined;
  const at = tokens[day.next]?.key === ',' || tokens[day.next]?.key === '.' ? day.next + 1 : day.next;
  const dated =
    tokens[at] && tokens[at]!.gap < 2
      ? readSub(r, at)
        ? readPoint(r, at, DEEPEST)
        : isNumber(tokens[at])
          ? readPoint(r, at, DEEPEST)
          : undefined
      : undefined;
  if (dated?.grain === 'day') return dated;
  if (!r.date) return undefined;
  const of = tagAt(r, day.next, 'of');
  const week = tokens[of?.next ?? day.next] ? readRelative(r, of?.next ?? day.next) : undefined;
  if (week?.grain === 'week')
    return { stretch: dayStretch(addDays(week.stretch.start, (day.value + 6) % 7)), grain: 'day', next: week.next };
  const back = (weekdayOf(r.date) - day.value + 7) % 7;
  return { stretch: dayStretch(addDays(r.date, -back)), grain: 'day', next: day.next };
}

/** "two weeks ago", "3 years from now", «через 3 года», "2 upcoming weeks", "in two weeks". */
function readDistance(r: Reading, i: number): Point | undefined {
  if (!r.date) return undefined;
  const { tokens } = r;
  const into = tagAt(r, i, 'in');
  const start = into ? into.next : i;
  const number = tokens[start] ? readNumeral(r, start) : undefined;
  const article =
    !number && (tokens[start]?.key === 'a' || tokens[start]?.key === 'an' || tokens[start]?.key === 'one') ? start + 1 : start;
  const count = number ? number.value : 1;
  let at = number ? number.next : article;
  if (!Number.isInteger(count) || count < 1 || count > 5000) return undefined;
  const rel = number ? tagAt(r, at, 'rel') : undefined;
  if (rel) at = rel.next;
  const unit = tagAt(r, at, 'unit');
  if (!unit) return undefined;
  const grain = unit.value as Grain;
  if (rel && rel.value !== '0') return rolling(r.date, grain, Number(rel.value) * count, unit.next);
  const ago = tagAt(r, unit.next, 'ago');
  const later = into ? { next: unit.next } : tagAt(r, unit.next, 'later');
  if (!ago && !later) return undefined;
  if (into && !number && article === start && r.locale.lang === 'en') return undefined;
  const day = shift(r.date, grain, ago ? -count : count);
  const next = (ago ?? later)!.next;
  if (grain === 'year' || grain === 'decade' || grain === 'century')
    return { stretch: unitAround(day, 'month', 0), grain: 'month', next };
  return { stretch: dayStretch(day), grain: 'day', next };
}
