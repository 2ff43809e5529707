import { isDash, isNumber, isWord, type Reading } from '../reading.ts';
import { addDays, dayStretch, type Grain, partOf, type Stretch, unitAround, yearStretch } from './calendar.ts';
import { fullYear, readNamedDate, readNumericDate, readSlashDate } from './dates.ts';
import { readAnchor, readDistance, readRelative } from './relative.ts';
import { readSub, type Sub } from './subs.ts';
import { tagAt, weekdayAt } from './tags.ts';
import { readBareDay, readWeekday, readWeekOf } from './weekdays.ts';
import { readDecade, readWordYear, readYear } from './years.ts';

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

export const DEEPEST = 3;

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
    const dated = readNamedDate(r, i) ?? readNumericDate(r, i) ?? readLedSlashDate(r, i);
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

/** "on 11/20", "by 2/28": digits with a slash are a date behind a word of time; "9/11" is a name, "24/7" no date. */
function readLedSlashDate(r: Reading, i: number): ReturnType<typeof readSlashDate> {
  const lead = r.tokens[i - 1]?.key ?? '';
  if (r.locale.lang !== 'en' || !/^(?:on|by|until|till|since|from|due|before|through)$/.test(lead)) return undefined;
  if (r.tokens[i]!.key === '9' && r.tokens[i + 2]?.key === '11') return undefined;
  return readSlashDate(r, i);
}

/** A part, with the whole that follows ("of 2024", "this year") or the one that the article's date suggests. */
function settle(r: Reading, sub: Sub, depth: number): Point | undefined {
  const { tokens, locale } = r;
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
  if (tokens[at]?.key === 'the') at++;
  if (tokens[at]?.key === 'year' && isNumber(tokens[at + 1])) at++; // "May of the year 2024"
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
  // "the second half of the match"
  if ((sub.grain === 'half' || sub.grain === 'quarter') && locale.lang === 'en' && tokens[sub.next]?.key === 'of')
    return undefined;
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
