import type { Figure } from '../model/figure.ts';
import type { Indicator } from '../model/indicator.ts';

/** Physical units that measure one thing, in the unit that indicators use. A bare "ton" of this news is a tonne (docs/dataset.md). */
const SAME: Readonly<Record<string, readonly [unit: string, factor: number]>> = {
  tonne: ['tonne', 1],
  ton: ['tonne', 1],
  'metric-ton': ['tonne', 1],
  kilogram: ['tonne', 1e-3],
  kilometer: ['kilometer', 1],
  meter: ['kilometer', 1e-3],
  mile: ['kilometer', 1.609344],
  'cubic-meter': ['cubic-meter', 1],
  'cubic-kilometer': ['cubic-meter', 1e9],
  'megawatt-hour': ['kilowatt-hour', 1e3],
  'gigawatt-hour': ['kilowatt-hour', 1e6],
  'kilowatt-hour': ['kilowatt-hour', 1],
  megawatt: ['megawatt', 1],
  gigawatt: ['megawatt', 1e3],
  barrel: ['barrel', 1],
  'barrel-per-day': ['barrel-per-day', 1],
  day: ['day', 1],
  week: ['day', 7],
};

/** What a printed figure can be for an indicator. Values are in the indicator's unit. */
export type Fit =
  | { readonly as: 'level'; readonly low: number; readonly high: number; readonly step: number }
  | { readonly as: 'change'; readonly by: 'percent' | 'ratio' }
  /** A number of another measure: dollars where tonnes are counted. */
  | { readonly as: 'other-unit'; readonly low: number; readonly high: number; readonly step: number };

const isCurrency = (unit: string) => /^[A-Z]{3}$/.test(unit);
export const isCount = (unit: string) => !isCurrency(unit) && !(unit in SAME) && unit !== 'percent' && unit !== 'ratio';

/** Can the figure tell a value or a change of the indicator? `announced`: a word of the indicator stands in or beside the figure. */
export function fitOf(figure: Figure, indicator: Indicator, announced: boolean): Fit | undefined {
  const { kind, unit } = figure;
  const want = indicator.unit;
  if (kind === 'percent') {
    if (want === 'percent' && unit !== 'percentage-point') return level(figure, 1);
    return { as: 'change', by: 'percent' };
  }
  if (kind === 'multiple') return want === 'ratio' ? level(figure, 1) : { as: 'change', by: 'ratio' };
  if (kind === 'money') {
    if (figure.currency === want) return level(figure, 1);
    return want in SAME ? level(figure, 1, 'other-unit') : undefined;
  }
  if (kind !== 'quantity' && kind !== 'number') return undefined;
  const own = unit ? SAME[unit] : undefined;
  const target = SAME[want];
  if (own && target) return own[0] === target[0] ? level(figure, own[1] / target[1]) : undefined;
  if (own || isCurrency(want) || target || want === 'percent' || want === 'ratio') return undefined;
  return unit === want || announced ? level(figure, 1) : undefined;
}

function level(figure: Figure, factor: number, as: 'level' | 'other-unit' = 'level'): Fit | undefined {
  const [low, high] = figure.range ?? [figure.value, figure.value];
  if (low === undefined || high === undefined) return undefined;
  return { as, low: low * factor, high: high * factor, step: stepOf(low, figure.step) * factor };
}

/**
 * The step at which a printed number tells something: its last printed digit, but never coarser than the second significant one
 * ("$1 billion" does not mean anything up to 1.5), and with it whatever a value of the dataset was rounded to.
 */
export function stepOf(value: number, printed?: number): number {
  const size = Math.abs(value);
  if (size === 0) return printed ?? 1;
  const second = 10 ** (Math.floor(Math.log10(size)) - 1);
  return Math.min(second, printed ?? lastDigit(size));
}

/** Place value of the last non-zero digit, as far as six significant ones: 100 for 500, 10 for 520. */
export function lastDigit(size: number): number {
  let step = 10 ** (Math.floor(Math.log10(size)) - 5);
  while (Math.abs(size / (step * 10) - Math.round(size / (step * 10))) < 1e-6) step *= 10;
  return step;
}
