import { readNumeral } from '../numerals.ts';
import { isNumber, type Reading } from '../reading.ts';
import { addDays, dayStretch, type Grain, shift, unitAround, weekdayOf, weekStart, yearOf, yearStretch } from './calendar.ts';
import { readSlashDate } from './dates.ts';
import { feastAt } from './feasts.ts';
import { type Point, readPoint } from './points.ts';
import { readSub } from './subs.ts';
import { tagAt, weekdayAt } from './tags.ts';

export function readAnchor(r: Reading, i: number): Point | undefined {
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

/** "last year", "past five years", "next 3 days", "this May", "прошлый вторник". */
export function readRelative(r: Reading, i: number): Point | undefined {
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
export function readDistance(r: Reading, i: number, depth: number): Point | undefined {
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
  if (into && r.locale.lang === 'en' && tokens[into.next - 1]!.key === 'the') return undefined; // "in the two years" that were
  if (into && !tagAt(r, unit.next, 'later') && !isAhead(r, i, unit.next)) return undefined;
  const day = shift(r.date, grain, ago ? -count : count);
  const next = (ago ?? later)!.next;
  if (grain === 'year' || grain === 'decade' || grain === 'century')
    return { stretch: unitAround(day, 'month', 0), grain: 'month', next };
  return { stretch: dayStretch(day), grain: 'day', next };
}
