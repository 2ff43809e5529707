import type { Relation } from '../model/entity.ts';
import { dayNumber, type Period, parsePeriod, samePeriod } from '../model/period.ts';

/** The interval in which a relation holds; dates may be days, months or years. A last sighting (`asOf`) closes nothing. */
export function intervalOf({ from, to }: Relation): Period {
  return { start: (from && parsePeriod(from)?.start) || null, end: (to && parsePeriod(to)?.start) || null };
}

/** Does the relation hold on the ISO day? A start known only to the month or year counts from its first day. */
export function holdsAt(relation: Relation, iso: string): boolean {
  const { start, end } = intervalOf(relation);
  return (start === null || start <= iso) && (end === null || iso < end);
}

export function sameWritten(a: string | undefined, b: string | undefined): boolean {
  if (a === b) return true;
  const [x, y] = [a && parsePeriod(a), b && parsePeriod(b)];
  return !!x && !!y && samePeriod(x, y);
}

/** Length in days; infinite where a side is open. */
export function lengthOf({ start, end }: Period): number {
  return start && end ? dayNumber(end) - dayNumber(start) : Number.POSITIVE_INFINITY;
}

/** The same part of the year before: 2025-01/2025-09 → 2024-01/2024-09. */
export function yearBefore({ start, end }: Period): Period | undefined {
  if (!start || !end) return undefined;
  const back = (iso: string) =>
    `${String(Number(iso.slice(0, 4)) - 1).padStart(4, '0')}${iso.slice(4).replace('-02-29', '-02-28')}`;
  return { start: back(start), end: back(end) };
}

const YEAR = 365;

/** "The past five years" begins and ends with whoever counts: spans of years are the same when both ends lie within half a year. */
export function sameSpan(a: string, b: string): boolean {
  const [x, y] = [parsePeriod(a), parsePeriod(b)];
  if (!x?.start || !x.end || !y?.start || !y.end || lengthOf(x) < 2 * YEAR || lengthOf(y) < 2 * YEAR) return false;
  return (
    Math.abs(dayNumber(x.start) - dayNumber(y.start)) <= YEAR / 2 && Math.abs(dayNumber(x.end) - dayNumber(y.end)) <= YEAR / 2
  );
}
