import type { Approximation } from '../model/figure.ts';
import type { Observation } from '../model/indicator.ts';
import { lastDigit, stepOf } from './units.ts';

/** A printed level in the indicator's unit; `low` and `high` are equal unless a range is printed. */
export interface Printed {
  readonly low: number;
  readonly high: number;
  readonly step: number;
  readonly approx?: Approximation;
}

/** Float noise of sums such as 0.1 + 0.2, relative. */
const NOISE = 1e-9;

/** "About 1.5" may be 1.45 or 1.57, but 1.4 would be called 1.4. In steps. */
const ABOUT = 0.75;

/** How far "more than 500" goes: as far as its last digit (to 600), but no farther than a fifth. */
const slack = (value: number) => (value === 0 ? 0 : Math.min(lastDigit(Math.abs(value)), Math.abs(value) / 5));

/** The values that a number can stand for: as rounded to its step, and as wide as its word of approximation allows. */
function reach(low: number, high: number, step: number, approx: Approximation | 'exact'): readonly [number, number] {
  if (approx === 'about') return [low - step * ABOUT, high + step * ABOUT];
  if (approx === 'gt' || approx === 'ge') return [low - step / 2, high + Math.max(step, slack(high))];
  if (approx === 'lt' || approx === 'le') return [low - Math.max(step, slack(low)), high + step / 2];
  return [low - step / 2, high + step / 2];
}

const APPROX = { exact: 'exact', about: 'about', over: 'gt', 'up-to': 'le' } as const;

/** Do the two say the same at the coarser of their precisions? */
export function equal(printed: Printed, value: number, comparator: Observation['comparator'] = 'exact'): boolean {
  const [a, b] = reach(printed.low, printed.high, printed.step, printed.approx ?? 'exact');
  const noise = Math.abs(value) * NOISE;
  if (value >= a - noise && value <= b + noise) return true;
  const [c, d] = reach(value, value, stepOf(value), APPROX[comparator]);
  return printed.low >= c - noise && printed.high <= d + noise;
}

export type Standing =
  | { readonly verdict: 'same-as'; readonly equal: readonly number[] }
  | { readonly verdict: 'not-comparable'; readonly reason: 'bound' }
  | { readonly verdict: 'between' }
  | { readonly verdict: 'outside'; readonly difference: { readonly ratio: number; readonly base: number } };

/** "More than 400" beside 500 and 598: true of all, and no more is said. */
function holds({ low, high, approx }: Printed, values: readonly number[]): boolean {
  if (approx === 'gt' || approx === 'ge') return values.every((v) => v > high);
  if (approx === 'lt' || approx === 'le') return values.every((v) => v < low);
  return false;
}

/** How a printed value stands to the others; `others` holds at least one. Indexes of `equal` are into `others`. */
export function stand(printed: Printed, others: readonly Pick<Observation, 'value' | 'comparator'>[]): Standing {
  const same = others.flatMap((o, i) => (equal(printed, o.value, o.comparator) ? [i] : []));
  if (same.length > 0) return { verdict: 'same-as', equal: same };
  const values = others.map((o) => o.value);
  if (holds(printed, values)) return { verdict: 'not-comparable', reason: 'bound' };
  const middle = (printed.low + printed.high) / 2;
  if (Math.min(...values) < middle && middle < Math.max(...values)) return { verdict: 'between' };
  const base = values.reduce((a, b) => (Math.abs(b - middle) < Math.abs(a - middle) ? b : a));
  return { verdict: 'outside', difference: { ratio: base === 0 ? Number.MAX_VALUE : middle / base - 1, base } };
}
