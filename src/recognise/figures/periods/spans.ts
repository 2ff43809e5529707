import { formatPeriod } from '../../../model/period.ts';
import type { Found } from '../found.ts';
import { readNumeral } from '../numerals.ts';
import { isDash, isNumber, isWord, type Reading } from '../reading.ts';
import type { Stretch } from './calendar.ts';
import { addDays, addMonths, yearStretch } from './calendar.ts';
import { type Point, readPoint } from './points.ts';
import { tagAt, yearAt } from './tags.ts';

/** Three years: accounts of more are not counted in months. */
const MOST_MONTHS = 36;

interface Read {
  readonly from: number;
  readonly next: number;
  readonly start: string | null;
  readonly end: string | null;
}

/** Reads a period at token `i`: a point of the calendar, a span between two, or an open one ("since 2018"). */
export function readPeriod(r: Reading, i: number): Found | undefined {
  const read = readOpen(r, i) ?? readSpan(r, i);
  if (!read || (read.start !== null && read.end !== null && read.start >= read.end)) return undefined;
  return { from: read.from, next: read.next, figure: { kind: 'period', period: formatPeriod(read) } };
}

/** "since 2018", "until the end of May", "after June 2024"; a bare number behind is no year unless it looks like one. */
function readOpen(r: Reading, i: number): Read | undefined {
  const since = tagAt(r, i, 'since');
  const date = r.date ? tagAt(r, i, 'todate') : undefined;
  if (date && r.tokens[i - 1]?.key !== 'up') return { from: i, next: date.next, start: null, end: r.date! };
  const after = since ? undefined : tagAt(r, i, 'after');
  const until = tagAt(r, i, 'until');
  const opened = since ?? after ?? until ?? tagAt(r, i, 'before');
  if (!opened || r.tokens[opened.next]?.gap === 2) return undefined;
  const at = r.tokens[opened.next]?.key === 'the' ? opened.next + 1 : opened.next;
  const point = r.tokens[at] && readPoint(r, at);
  if (!point || (point.bare && !isYearLike(r, at))) return undefined;
  const { start, end } = point.stretch;
  if (after) return { from: i, next: point.next, start: end, end: null };
  if (!since) return { from: i, next: point.next, start: null, end: until || point.part === 'late' ? end : start };
  const joint = tagAt(r, point.next, 'to');
  const second = joint && readPoint(r, joint.next);
  if (second) return { from: i, next: second.next, start, end: second.stretch.end };
  if (point.grain === 'season') return { from: i, next: point.next, start, end }; // «с января по август»
  return { from: i, next: point.next, start, end: null };
}

/** "the eleven months to November 2024": so many, the last of them named. Without a year it is the last November that was. */
function readMonthsTo(r: Reading, i: number): Read | undefined {
  const count = isNumber(r.tokens[i]) || r.locale.numbers.has(r.tokens[i]!.key) ? readNumeral(r, i) : undefined;
  if (!count || !Number.isInteger(count.value) || count.value < 2 || count.value > MOST_MONTHS) return undefined;
  const unit = tagAt(r, count.next, 'unit');
  const joint = unit?.value === 'month' ? tagAt(r, unit.next, 'to') : undefined;
  const last = joint && r.tokens[joint.next] ? readPoint(r, joint.next) : undefined;
  if (last?.grain !== 'month') return undefined;
  const named = last.stretch.end;
  const end = r.date && named > addMonths(r.date, 1) && !/\d/u.test(r.tokens[last.next - 1]!.key) ? addMonths(named, -12) : named;
  return { from: i, next: last.next, start: addMonths(end, -count.value), end };
}

function readSpan(r: Reading, i: number): Read | undefined {
  const { tokens } = r;
  const years = readYears(r, i) ?? readMonthsTo(r, i);
  if (years) return years;
  const between = tagAt(r, tokens[i - 1]?.key === 'the' ? i - 2 : i - 1, 'between') !== undefined;
  const first = readPoint(r, i);
  if (!first) return undefined;
  const alone = { from: i, next: first.next, start: first.stretch.start, end: first.stretch.end };
  const joint = tokens[first.next];
  const to =
    isDash(joint) && joint!.gap === tokens[first.next + 1]?.gap
      ? first.next + 1
      : (tagAt(r, first.next, 'to') ?? tagAt(r, first.next, 'until') ?? (between ? tagAt(r, first.next, 'and') : undefined))
          ?.next;
  if (to !== undefined && tokens[to]) {
    const second = readPoint(r, tokens[to]!.key === 'the' ? to + 1 : to);
    const last = second && later(second, first);
    if (
      last &&
      fits(first, last) &&
      !(first.bare && isDash(tokens[last.next]) && tokens[last.next]!.gap === 0) &&
      first.stretch.start < last.stretch.end
    ) {
      const start = first.part === 'late' ? first.stretch.end : first.stretch.start;
      if (start < last.stretch.end) return { from: i, next: last.next, start, end: last.stretch.end };
    }
  }
  if (first.stretch.start === first.stretch.end) return undefined; // "now" alone
  const more = openedBehind(r, first.next);
  if (more !== undefined) return { from: i, next: more, start: first.stretch.start, end: null };
  if (first.bare && !standsForYear(r, i, first.next)) return undefined;
  return alone;
}

/** "2018 or later", "from 2020 onwards", "2019-cu ildən bəri", «2019 жылдан бері», "2019'dan bu yana". */
function openedBehind({ tokens }: Reading, i: number): number | undefined {
  if (/^(?:onwards?|bəri|etibarən|бері|бергі|бастап|beri|itibaren)$/u.test(tokens[i]?.key ?? '')) return i + 1;
  if (tokens[i]?.key === 'bu' && tokens[i + 1]?.key === 'yana') return i + 2;
  const joined =
    /^(?:or|and)$/.test(tokens[i]?.key ?? '') && /^(?:later|beyond|onwards?|greater)$/.test(tokens[i + 1]?.key ?? '');
  return joined ? i + 2 : undefined;
}

/** The end of a span lies behind its start: "from next Monday to Friday", "April until the end of June". */
function later(point: Point, first: Point): Point {
  let { stretch } = point;
  for (let tries = 0; tries < 3 && point.loose && stretch.end <= first.stretch.start; tries++) {
    const by = (iso: string) => (point.loose === 'week' ? addDays(iso, 7) : addMonths(iso, 12));
    stretch = { start: by(stretch.start), end: by(stretch.end) };
  }
  return { ...point, stretch };
}

const fits = (a: Point, b: Point) => a.grain === b.grain || (a.grain !== 'year' && b.grain !== 'year') || b.bare === undefined;

/** 2023–2025, 2013/14; "2010-2015-86" is something else. */
function readYears(r: Reading, i: number): Read | undefined {
  const { tokens } = r;
  const first = yearAt(r, i);
  const joint = tokens[i + 1];
  if (
    !first ||
    first.marked ||
    !joint ||
    (!isDash(joint) && joint.key !== '/') ||
    (i > 0 && isDash(tokens[i - 1]) && tokens[i]!.gap === 0)
  )
    return undefined;
  const token = tokens[i + 2];
  if (!isNumber(token) || !token.literal!.plain || token.gap !== joint.gap) return undefined;
  const after = tokens[i + 3];
  if (after && after.gap === 0 && (isDash(after) || after.key === '/')) return undefined;
  const second = yearAt(r, i + 2);
  const short =
    token.end - token.start === 2 && joint.gap === 0 ? Math.floor(first.year / 100) * 100 + token.literal!.value : undefined;
  const last = second?.year ?? short;
  if (last === undefined || last <= first.year || (short !== undefined && last - first.year > 5)) return undefined;
  if (first.year < 1800 || last > 2150) return undefined;
  const stretch: Stretch = { start: yearStretch(first.year).start, end: yearStretch(last).end };
  return { from: i, next: second?.next ?? i + 3, ...stretch };
}

const isYearLike = (r: Reading, i: number) => {
  const year = yearAt(r, i)?.year ?? 0;
  return year >= 1800 && year <= 2150;
};
const YEAR_LEADS = new Set(
  'in since by of from until till during for than after before to around circa and or between early late mid through fiscal year fy back'.split(
    ' ',
  ),
);

/** Does a bare number of four digits mean a year here? It does behind "in" and its like, at the end of a clause, or between 1900 and 2100. */
function standsForYear(r: Reading, i: number, next: number): boolean {
  const { tokens, locale } = r;
  if (isNumber(tokens[i]) && !isYearLike(r, i)) return false;
  const before = tokens[i - 1];
  const year = yearAt(r, i)?.year ?? 0;
  if (isWord(tokens[i])) return before !== undefined && YEAR_LEADS.has(before.key);
  if (tokens[i]!.gap === 0 && before && !/^["“„«([—–‘'’]$/.test(before.key)) return false;
  if (isDash(before) && isNumber(tokens[i - 2])) return false; // telephone numbers, scores
  const after = tokens[next];
  if (after?.gap === 0 && (isWord(after) || isDash(after) || after.key === '/' || after.key === ':')) return false;
  if (before && locale.sets.label.has(before.key)) return false;
  if (before && YEAR_LEADS.has(before.key)) return true;
  if (year < 1900 || year > 2100) return false;
  return !isNamedBefore(r, i);
}

/** "Expo 2020", "Vision 2030": a name ends in this number. */
function isNamedBefore({ tokens, text }: Reading, i: number): boolean {
  const token = tokens[i - 1];
  if (!isWord(token) || tokens[i]!.gap !== 1) return false;
  const c = text[token.start]!;
  const opens = i === 1 || token.gap === 2 || tokens[i - 2]?.key === '.';
  return c !== c.toLowerCase() && !opens;
}
