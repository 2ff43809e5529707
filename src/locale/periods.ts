import type { Language } from '../model/ids.ts';
import { type Period, parsePeriod } from '../model/period.ts';
import { CONVENTIONS, type DateParts } from './conventions.ts';

export interface PeriodFormats {
  /** Written form of `model/period` as its last day inclusive: `2025-01-01/2025-09-01` is "January–August 2025". Unreadable text comes back as it is. */
  period(text: string): string;
  /** ISO day, month or year, as precise as it is. */
  date(text: string): string;
  /** Time in office, its end as the source prints it: "31 August 2022 – 5 September 2023", "since 2019". Empty when both sides are. */
  tenure(from?: string, to?: string): string;
}

const partsOf = (iso: string): DateParts => {
  const [year, month, day] = iso.split('-').map(Number);
  return { year: year!, month, day };
};
const precision = (p: DateParts) => (p.day ? 'day' : p.month ? 'month' : 'year');
const isDate = (text: string) => /^\d{4}(-\d\d(-\d\d)?)?$/.test(text);
/** The day before an exclusive end. */
function lastDay(end: string): string {
  const date = new Date(`${end}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() - 1);
  return date.toISOString().slice(0, 10);
}
/** First days of months and years as precise as they are meant: 2018-01-01 is 2018. */
const shortest = (iso: string) => (iso.endsWith('-01-01') ? iso.slice(0, 4) : iso.endsWith('-01') ? iso.slice(0, 7) : iso);

export function makePeriods(language: Language): PeriodFormats {
  const c = CONVENTIONS[language];
  const fill = (pattern: string, y: number, m: string, d = '') =>
    pattern.replace('{y}', String(y)).replace('{m}', m).replace('{d}', d);
  const format = (p: DateParts) =>
    p.day
      ? fill(c.day, p.year, c.monthsOfDay[p.month! - 1]!, String(p.day))
      : p.month
        ? fill(c.month, p.year, c.months[p.month - 1]!)
        : String(p.year);
  const date = (text: string) => (isDate(text) ? format(partsOf(text)) : text);
  const open = (side: 'since' | 'until', iso: string) => {
    const parts = partsOf(iso);
    return c[side][precision(parts)](format(parts), parts);
  };

  function closed(start: string, end: string): string {
    const last = lastDay(end);
    const [a, b] = [partsOf(start), partsOf(last)];
    if (start === last) return format(a);
    if (start.endsWith('-01') && end.endsWith('-01')) {
      const wholeYears = a.month === 1 && b.month === 12;
      if (wholeYears) return a.year === b.year ? String(a.year) : `${a.year}–${b.year}`;
      if (a.year !== b.year) return `${date(start.slice(0, 7))} – ${date(last.slice(0, 7))}`;
      const months = a.month === b.month ? c.months[a.month! - 1]! : `${c.months[a.month! - 1]}–${c.months[b.month! - 1]}`;
      return fill(c.month, a.year, months);
    }
    if (a.year === b.year && a.month === b.month) return fill(c.day, a.year, c.monthsOfDay[a.month! - 1]!, `${a.day}–${b.day}`);
    return `${format(a)} – ${format(b)}`;
  }

  return {
    date,
    period(text) {
      const found: Period | undefined = parsePeriod(text);
      if (!found) return text;
      const { start, end } = found;
      if (start && end) return closed(start, end);
      return start ? open('since', shortest(start)) : end ? open('until', shortest(end)) : '';
    },
    tenure(from, to) {
      if (from && to) return `${date(from)} – ${date(to)}`;
      return from ? open('since', from) : to ? open('until', to) : '';
    },
  };
}
