import type { Series } from '../model/card-content.ts';
import { dayNumber, parsePeriod } from '../model/period.ts';

/** A point placed in time: the middle of its period, in days since 1970. */
export interface Placed {
  readonly day: number;
  readonly days: number;
  readonly value: number;
  readonly period: string;
}

/** Lines that can be told apart in a card, those with most points; the table has all. */
const LINES = 3;
/** A gap longer than this many steps breaks the line: nobody counted in between, so nothing is drawn there. */
const GAP_STEPS = 1.5;

export function place(point: { readonly period: string; readonly value: number }): Placed | undefined {
  const period = parsePeriod(point.period);
  if (!period?.start || !period.end) return undefined;
  const [start, end] = [dayNumber(period.start), dayNumber(period.end)];
  return { day: (start + end) / 2, days: end - start, value: point.value, period: point.period };
}

/** Years with years, months with months: lengths that a calendar makes equal. */
const lengthClass = (days: number) => (days > 360 ? 'year' : days > 170 ? 'half' : days > 80 ? 'quarter' : 'short');

/**
 * The lines of a chart: only points of the commonest period length, in order of time, cut where a step is missing. Values of other
 * lengths (January–August) would look like a fall next to whole years, so they stay out.
 */
export function lines(series: readonly Series[]): { readonly label: string; readonly runs: readonly (readonly Placed[])[] }[] {
  const placed = series.map((one) => ({
    label: one.basis.label,
    points: one.points
      .map(place)
      .filter((p) => p !== undefined)
      .sort((a, b) => a.day - b.day),
  }));
  const count = new Map<string, number>();
  for (const { points } of placed)
    for (const p of points) count.set(lengthClass(p.days), (count.get(lengthClass(p.days)) ?? 0) + 1);
  const usual = [...count].sort((a, b) => b[1] - a[1])[0]?.[0];
  const drawn = placed.flatMap(({ label, points }) => {
    const runs: Placed[][] = [];
    for (const point of points) {
      if (lengthClass(point.days) !== usual) continue;
      const last = runs.at(-1)?.at(-1);
      if (last && last.day === point.day) continue;
      if (last && point.day - last.day <= point.days * GAP_STEPS) runs.at(-1)!.push(point);
      else runs.push([point]);
    }
    return runs.length ? [{ label, runs }] : [];
  });
  const size = (line: (typeof drawn)[number]) => line.runs.flat().length;
  return drawn.sort((a, b) => size(b) - size(a)).slice(0, LINES);
}

/** A round number at or above `value`: one digit, or one and a half or two and a half, times a power of ten. */
export function roundUp(value: number): number {
  if (value <= 0) return 1;
  const power = 10 ** Math.floor(Math.log10(value));
  return [1, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10].map((step) => step * power).find((step) => step >= value * 0.999)!;
}
