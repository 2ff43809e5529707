import { readNumeral } from '../numerals.ts';
import { isDash, isNumber, isWord, type Reading } from '../reading.ts';
import {
  addDays,
  addMonths,
  dateStretch,
  dayStretch,
  easter,
  type Grain,
  monthOf,
  nearest,
  partOf,
  type Stretch,
  shift,
  unitAround,
  weekdayOf,
  weekStart,
  yearOf,
  yearStretch,
} from './calendar.ts';
import { fullYear, readNamedDate, readNumericDate, readSlashDate } from './dates.ts';
import { ordinalAt } from './ordinals.ts';
import { readSub, type Sub } from './subs.ts';
import { tagAt, weekdayAt, yearAt } from './tags.ts';

/** A piece of the calendar and the tokens that say so. */
export interface Point {
  readonly stretch: Stretch;
  readonly grain: Grain;
  readonly next: number;
  /** Nothing but four digits. */
  readonly bare?: boolean;
  /** "end of": what runs until it, runs until its end. */
  readonly part?: string;
  /** The article's date chose it: another week or year may be meant. */
  readonly loose?: 'week' | 'year';
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
    else if (point.grain !== 'week' && !point.bare) return undefined;
  }
  if (!tokens[at] || tokens[at]!.gap === 2) return undefined;
  const weekday = point.grain === 'week' ? weekdayAt(r, at) : undefined;
  if (weekday)
    return { stretch: dayStretch(addDays(point.stretch.start, (weekday.value + 6) % 7)), grain: 'day', next: weekday.next };
  const sub = readSub(r, at);
  if (!sub || sub.grain === point.grain) return undefined;
  if (locale.lang === 'en' && at === point.next && sub.grain !== 'quarter' && sub.grain !== 'half' && sub.grain !== 'month')
    return undefined;
  const stretch = sub.apply(point.stretch, point.grain);
  return stretch && { stretch, grain: sub.grain, next: sub.next };
}

/** "earlier this year", "later this month". */
function readHalf(r: Reading, i: number, depth: number): Point | undefined {
  const key = r.tokens[i]?.key;
  if ((key !== 'earlier' && key !== 'later') || r.tokens[i + 1]?.gap !== 1) return undefined;
  const within = r.tokens[i + 1]?.key === 'in' ? i + (r.tokens[i + 2]?.key === 'the' ? 3 : 2) : i + 1;
  const whole = r.tokens[within] && readWhole(r, within, depth + 1);
  if (!whole || whole.grain === 'day') return undefined;
  return { stretch: partOf(whole.stretch, key === 'earlier' ? 'first' : 'second'), grain: whole.grain, next: whole.next };
}

function readBase(r: Reading, i: number, depth: number): Point | undefined {
  const { tokens } = r;
  const token = tokens[i];
  if (!token) return undefined;
  const found: (Point | undefined)[] = [];
  if (isNumber(token)) {
    const dated = readNamedDate(r, i) ?? readNumericDate(r, i);
    if (dated) return { ...dated, grain: dated.stretch.end > addDays(dated.stretch.start, 1) ? 'month' : 'day' };
    found.push(readBareDay(r, i), readYear(r, i), readDecade(r, i), readDistance(r, i, depth));
  } else if (isWord(token)) {
    const dated = readNamedDate(r, i);
    if (dated) return { ...dated, grain: 'day' };
    found.push(
      readBareDay(r, i),
      readHalf(r, i, depth),
      readWordYear(r, i),
      readWeekOf(r, i, depth),
      readAnchor(r, i),
      readRelative(r, i),
      readWeekday(r, i),
      readDistance(r, i, depth),
    );
  }
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
  const old =
    of && isNumber(tokens[at]) && tokens[at]!.key.length === 2 && tokens[at]!.literal!.value > 31
      ? fullYear(tokens[at]!.key, r.date)
      : 0;
  if (old) {
    const stretch = sub.apply(yearStretch(old), 'year');
    if (stretch) return { stretch, grain: sub.grain, next: at + 1 };
  }
  const whole =
    tokens[at] && tokens[at]!.gap < 2
      ? comma && !of
        ? (readYear(r, at) ?? readWordYear(r, at))
        : readWhole(r, at, depth + 1)
      : undefined;
  if (whole && (whole.bare || whole.grain !== sub.grain)) {
    const stretch = sub.apply(whole.stretch, whole.grain);
    if (stretch) return { stretch, grain: sub.grain, next: whole.next, part: sub.part, loose: whole.loose };
  }
  if (sub.from !== undefined && !isDated(r, sub.from)) return undefined;
  const stretch = sub.apply(undefined, undefined);
  return stretch && { stretch, grain: sub.grain, next: sub.next, loose: 'year' };
}

/** "in the summer", not "after a summer of tumult". */
function isDated({ tokens, locale }: Reading, i: number): boolean {
  if (locale.lang !== 'en') return true;
  const at = tokens[i - 1]?.key === 'the' ? i - 2 : i - 1;
  return (
    /^(?:in|during|since|until|till|by|before|after|and|through)$/.test(tokens[at]?.key ?? '') ||
    isNumber(tokens[at]) ||
    isDash(tokens[i + 1])
  );
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

/** "nineteen ninety-six", "two thousand and fifteen". */
function readWordYear(r: Reading, i: number): Point | undefined {
  const { tokens, locale } = r;
  const century = locale.lang === 'en' && isWord(tokens[i]) ? locale.numbers.get(tokens[i]!.key)?.value : undefined;
  if (century === undefined) return undefined;
  if (century === 2 && tokens[i + 1]?.key === 'thousand') {
    const all = readNumeral(r, i);
    const alone = all && all.value > 2000 && all.value < 2100 && all.next > i + 2;
    return alone ? { stretch: yearStretch(all.value), grain: 'year', next: all.next, bare: true } : undefined;
  }
  if (century < 10 || century > 20 || tokens[i + 1]?.gap !== 1) return undefined;
  const hundred = tokens[i + 1]!.key === 'hundred' ? i + 2 : i + 1;
  const rest = isWord(tokens[hundred]) && locale.numbers.has(tokens[hundred]!.key) ? readNumeral(r, hundred) : undefined;
  if (!rest || rest.value < 10 || rest.value > 99 || rest.scale > 1) return undefined;
  return { stretch: yearStretch(century * 100 + rest.value), grain: 'year', next: rest.next, bare: true };
}

/** "week of October 6", "week beginning February 4". */
function readWeekOf(r: Reading, i: number, depth: number): Point | undefined {
  const { tokens } = r;
  const key = tokens[i + 1]?.key ?? '';
  if (tokens[i]!.key !== 'week' || !/^(?:of|beginning|starting|commencing)$/.test(key)) return undefined;
  const day = tokens[i + 2] && readPoint(r, tokens[i + 2]!.key === 'the' ? i + 3 : i + 2, depth + 1);
  if (day?.grain !== 'day') return undefined;
  const start = key === 'of' ? weekStart(day.stretch.start) : day.stretch.start;
  return { stretch: { start, end: addDays(start, 7) }, grain: 'week', next: day.next };
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
  const decade = tagAt(r, i, 'decade');
  if (decade) return { stretch: yearStretch(Number(decade.value), 10), grain: 'decade', next: decade.next };
  const now = tagAt(r, i, 'now');
  if (now) return { stretch: { start: r.date, end: r.date }, grain: 'day', next: now.next };
  const year = tagAt(r, i, 'year');
  if (year) {
    const mark = r.tokens[year.next] && tagAt(r, year.next, 'unit');
    const next = mark && mark.value === 'year' ? mark.next : year.next;
    return { stretch: unitAround(r.date, 'year', Number(year.value)), grain: 'year', next };
  }
  const feast = feastAt(r, i, r.date);
  if (feast) return feast;
  const end = tagAt(r, i, 'yearend');
  if (end) return { stretch: dayStretch(`${yearOf(r.date)}-12-31`), grain: 'day', next: end.next };
  return undefined;
}

/** A feast of a fixed date, or Easter, in the year that brings it nearest; "next Easter" is the one after the article's day. */
function feastAt(r: Reading, i: number, date: string, offset = 0): Point | undefined {
  const feast = tagAt(r, i, 'feast');
  if (!feast) return undefined;
  const here = yearOf(date);
  const [month, day] = feast.value.split('-').map(Number) as [number, number];
  const all = [here - 1, here, here + 1].map((year) => (feast.value === 'easter' ? easter(year) : dateStretch(year, month, day)));
  const fitting = all.filter((s) => s && (offset === 0 || (offset > 0 ? s.start > date : s.end <= date)));
  const stretch = nearest(date, fitting);
  return stretch && { stretch, grain: 'day', next: feast.next, loose: 'year' };
}

/** "last year", "past five years", "next 3 days", "this May", "прошлый вторник". */
function readRelative(r: Reading, i: number): Point | undefined {
  const { tokens } = r;
  const rel = tagAt(r, i, 'rel');
  if (!rel || !r.date) return undefined;
  const offset = Number(rel.value);
  const at = rel.next;
  const dated = offset === 0 && isNumber(tokens[at]) ? readSlashDate(r, at) : undefined;
  if (dated) return { ...dated, grain: 'day' };
  if (tokens[at]?.gap === 2) return undefined;
  const feast = feastAt(r, at, r.date, offset);
  if (feast) return feast;
  const unit = tagAt(r, at, 'unit');
  if (unit) {
    const grain = unit.value as Grain;
    return { stretch: unitAround(r.date, grain, offset), grain, next: unit.next };
  }
  const many = tokens[at] && readNumeral(r, at);
  if (many && offset !== 0 && Number.isInteger(many.value) && many.value > 0 && many.value < 1000) {
    const business = tokens[many.next]?.key === 'business' || tokens[many.next]?.key === 'working' ? many.next + 1 : many.next;
    const units = tagAt(r, business, 'unit');
    if (units && business > many.next) return workingDays(r.date, Math.sign(offset) * many.value, units.next);
    if (units) return rolling(r.date, units.value as Grain, Math.sign(offset) * many.value, units.next);
  }
  const weekday = weekdayAt(r, at);
  const slash = weekday && isNumber(tokens[weekday.next]) ? readSlashDate(r, weekday.next) : undefined;
  if (slash) return { ...slash, grain: 'day' };
  if (weekday && tokens[i]!.key === 'past') {
    return {
      stretch: dayStretch(addDays(r.date, -((weekdayOf(r.date) - weekday.value + 7) % 7 || 7))),
      grain: 'day',
      next: weekday.next,
    };
  }
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

function workingDays(ref: string, count: number, next: number): Point {
  const step = Math.sign(count);
  let day = ref;
  for (let left = Math.min(Math.abs(count), 1000); left > 0; ) {
    day = addDays(day, step);
    if (weekdayOf(day) % 6 !== 0) left--;
  }
  return { stretch: count < 0 ? { start: day, end: ref } : { start: addDays(ref, 1), end: addDays(day, 1) }, grain: 'day', next };
}

/** A weekday is the last one in news; with a date behind it, it only repeats it. */
function readWeekday(r: Reading, i: number): Point | undefined {
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
function readBareDay(r: Reading, i: number): Point | undefined {
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

const AHEAD =
  /^(?:will|ll|shall|would|should|can|could|may|might|must|expected|due|scheduled|plans?|planned|set|back|going|leave|return|ready|let|please|book|remind|meet|again)$/;

/** "in two weeks" looks ahead where the sentence does; "the fewest in seven months" and "built in two years" last. Other languages have a word for it. */
function isAhead({ tokens, locale }: Reading, from: number, next: number): boolean {
  if (locale.lang !== 'en' || from === 0) return true;
  if (/^['’]$/.test(tokens[next]?.key ?? '') || tokens[next]?.key === 'time') return true;
  for (let i = from - 1; i >= 0 && i > from - 12 && tokens[i]!.key !== '.'; i--) if (AHEAD.test(tokens[i]!.key)) return true;
  return false;
}

/** "two weeks ago", "3 years from now", «через 3 года», "2 upcoming weeks", "in two weeks". */
function readDistance(r: Reading, i: number, depth: number): Point | undefined {
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
  const before = tagAt(r, unit.next, 'before');
  const behind = before ?? tagAt(r, unit.next, 'after') ?? tagAt(r, unit.next, 'from') ?? tagAt(r, unit.next, 'since');
  const anchor = behind && number && tokens[behind.next]?.gap === 1 ? readPoint(r, behind.next, depth + 1) : undefined;
  if (anchor && (anchor.grain === 'day' || grain === anchor.grain)) {
    const day = shift(anchor.stretch.start, grain, before ? -count : count);
    if (tagAt(r, unit.next, 'since')) return { stretch: { start: anchor.stretch.start, end: day }, grain, next: anchor.next };
    return { stretch: grain === 'year' ? unitAround(day, anchor.grain, 0) : dayStretch(day), grain: 'day', next: anchor.next };
  }
  const ago = tagAt(r, unit.next, 'ago');
  const later = tagAt(r, unit.next, 'later') ?? (into ? { next: unit.next } : undefined);
  if (!ago && !later) return undefined;
  if (into && !number && article === start && r.locale.lang === 'en') return undefined;
  if (into && !tagAt(r, unit.next, 'later') && !isAhead(r, i, unit.next)) return undefined;
  const day = shift(r.date, grain, ago ? -count : count);
  const next = (ago ?? later)!.next;
  if (grain === 'year' || grain === 'decade' || grain === 'century')
    return { stretch: unitAround(day, 'month', 0), grain: 'month', next };
  return { stretch: dayStretch(day), grain: 'day', next };
}
