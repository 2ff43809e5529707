import type { Observation } from '../../model/indicator.ts';
import { dayNumber, parsePeriod } from '../../model/period.ts';
import { isActual, type Kit } from './kit.ts';

export interface ChartPoint {
  readonly id: string;
  /** Middle of the period. */
  readonly date: Date;
  readonly value: number;
  readonly who: string;
  readonly period: string;
  readonly actual: boolean;
  readonly start: Date;
  readonly end: Date;
  /** Of a whole year: only these are joined by lines. */
  readonly year: boolean;
  readonly text: string;
}

const DAY_MS = 86_400_000;

/** Values that have a place in time, in its order. */
export function chartPoints(values: readonly Observation[], kit: Kit): readonly ChartPoint[] {
  const { words, lines } = kit;
  return values
    .flatMap((o) => {
      const period = o.period ? parsePeriod(o.period) : undefined;
      if (!o.period || !period?.start || !period.end) return [];
      const [start, end] = [dayNumber(period.start), dayNumber(period.end)];
      const line = lines.value(o);
      const who = line.basis?.label ?? words.t('basis.unknown');
      return [
        {
          id: o.id,
          date: new Date(((start + end) / 2) * DAY_MS),
          start: new Date(start * DAY_MS),
          end: new Date(end * DAY_MS),
          value: o.value,
          who,
          period: words.period(o.period),
          actual: isActual(o),
          year: end - start > 360 && end - start < 370,
          text: `${words.t(`value.${o.comparator}`, { value: words.quantity(o.value, o.unit) })}\n${words.period(o.period)} · ${words.t(`status.${o.status}`)}\n${who}`,
        },
      ];
    })
    .sort((a, b) => a.date.getTime() - b.date.getTime());
}

/** Runs of consecutive years of one counter: the only points that a line may join. A missing year leaves a gap. */
export function yearLines(points: readonly ChartPoint[]): readonly (readonly ChartPoint[])[] {
  const byWho = new Map<string, Map<number, ChartPoint>>();
  for (const point of points) {
    if (!point.actual || !point.year) continue;
    const years = byWho.get(point.who) ?? new Map<number, ChartPoint>();
    byWho.set(point.who, years);
    if (!years.has(point.date.getUTCFullYear())) years.set(point.date.getUTCFullYear(), point);
  }
  const runs: ChartPoint[][] = [];
  for (const years of byWho.values()) {
    let run: ChartPoint[] = [];
    for (const [year, point] of [...years].sort((a, b) => a[0] - b[0])) {
      if (run.length && year - run.at(-1)!.date.getUTCFullYear() > 1) {
        runs.push(run);
        run = [];
      }
      run.push(point);
    }
    runs.push(run);
  }
  return runs.filter((run) => run.length > 1);
}

/** The counters that get a colour of their own, most values first; everybody else is grey and named on pointing. */
export function leadingCounters(points: readonly ChartPoint[], unknown: string, most = 3): readonly string[] {
  const count = new Map<string, number>();
  for (const { who } of points) if (who !== unknown) count.set(who, (count.get(who) ?? 0) + 1);
  return [...count]
    .sort((a, b) => b[1] - a[1])
    .slice(0, most)
    .map(([who]) => who);
}

/** The middle of every year shown, or of every second, fifth … so that at most `most` are named. */
export function yearMiddles(points: readonly ChartPoint[], most: number): Date[] {
  const years = points.map((p) => p.date.getUTCFullYear());
  const [first, last] = [Math.min(...years), Math.max(...years)];
  const step = [1, 2, 5, 10, 20, 50].find((n) => (last - first) / n < most) ?? 100;
  const named: Date[] = [];
  for (let year = Math.ceil(first / step) * step; year <= last; year += step) named.push(new Date(Date.UTC(year, 6, 2)));
  return named;
}

/** The unit of most values: the one of the axis. */
export function commonestUnit(values: readonly Pick<Observation, 'unit'>[]): string {
  const count = new Map<string, number>();
  for (const { unit } of values) count.set(unit, (count.get(unit) ?? 0) + 1);
  return [...count].sort((a, b) => b[1] - a[1])[0]?.[0] ?? '';
}
