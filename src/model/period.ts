/**
 * A half-open interval of days: `start` belongs to it, `end` does not. `null` is open.
 * Written `2025-01-01/2025-09-01`, with `..` for an open side. Short forms stand for calendar units:
 * `2022`, `2022-Q1`, `2022-H1`, `2022-03`, `2022-03-05`.
 */
export interface Period {
  /** ISO day, inclusive. */
  readonly start: string | null;
  /** ISO day, exclusive. */
  readonly end: string | null;
}

const DAY_MS = 86_400_000;
const pad = (n: number) => String(n).padStart(2, '0');

/** ISO day from calendar parts; month from 1, overflow carries over (month 13 is January of the next year). */
export function day(year: number, month = 1, date = 1): string {
  const d = new Date(0);
  d.setUTCFullYear(year, month - 1, date);
  return `${String(d.getUTCFullYear()).padStart(4, '0')}-${pad(d.getUTCMonth() + 1)}-${pad(d.getUTCDate())}`;
}

/** Days since 1970-01-01 of an ISO day. */
export function dayNumber(iso: string): number {
  return Math.round(Date.parse(`${iso}T00:00:00Z`) / DAY_MS);
}

function parseUnit(text: string): Period | undefined {
  const m = /^(\d{4})(?:-(?:Q([1-4])|H([12])|(0[1-9]|1[0-2])(?:-(0[1-9]|[12]\d|3[01]))?))?$/.exec(text);
  if (!m) return undefined;
  const y = Number(m[1]);
  if (m[2]) return { start: day(y, Number(m[2]) * 3 - 2), end: day(y, Number(m[2]) * 3 + 1) };
  if (m[3]) return { start: day(y, Number(m[3]) * 6 - 5), end: day(y, Number(m[3]) * 6 + 1) };
  if (m[5]) {
    const start = day(y, Number(m[4]), Number(m[5]));
    if (start !== text) return undefined; // 2023-02-30
    return { start, end: day(y, Number(m[4]), Number(m[5]) + 1) };
  }
  if (m[4]) return { start: day(y, Number(m[4])), end: day(y, Number(m[4]) + 1) };
  return { start: day(y), end: day(y + 1) };
}

/** Reads any written form of a period; undefined when the text is none or runs backwards. */
export function parsePeriod(text: string): Period | undefined {
  const cut = text.indexOf('/');
  if (cut < 0) return parseUnit(text);
  const [a, b] = [text.slice(0, cut), text.slice(cut + 1)];
  const start = a === '..' ? null : parseUnit(a)?.start;
  const end = b === '..' ? null : parseUnit(b)?.start;
  if (start === undefined || end === undefined) return undefined;
  if (start !== null && end !== null && start >= end) return undefined;
  return { start, end };
}

/** The shortest written form: a calendar unit where the interval is one, else `start/end`. */
export function formatPeriod({ start, end }: Period): string {
  if (start && end) {
    const y = Number(start.slice(0, 4));
    const m = Number(start.slice(5, 7));
    if (start.endsWith('-01')) {
      if (m === 1 && end === day(y + 1)) return start.slice(0, 4);
      if (end === day(y, m + 1)) return start.slice(0, 7);
      if (m % 3 === 1 && end === day(y, m + 3)) return `${start.slice(0, 4)}-Q${(m + 2) / 3}`;
      if (m % 6 === 1 && end === day(y, m + 6)) return `${start.slice(0, 4)}-H${(m + 5) / 6}`;
    }
    if (dayNumber(end) - dayNumber(start) === 1) return start;
  }
  return `${start ?? '..'}/${end ?? '..'}`;
}

export function samePeriod(a: Period, b: Period): boolean {
  return a.start === b.start && a.end === b.end;
}

/** Is the ISO day inside? */
export function containsDay(period: Period, iso: string): boolean {
  return (period.start === null || period.start <= iso) && (period.end === null || iso < period.end);
}

export function overlaps(a: Period, b: Period): boolean {
  return (a.start === null || b.end === null || a.start < b.end) && (b.start === null || a.end === null || b.start < a.end);
}
