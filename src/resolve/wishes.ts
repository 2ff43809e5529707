import type { FigureCandidate } from '../model/figure.ts';
import type { Indicator } from '../model/indicator.ts';
import { parsePeriod } from '../model/period.ts';
import type { Draft, Reader } from './draft.ts';
import type { Phrase } from './phrases.ts';
import { statusOf } from './tone.ts';

/** A wish behind what was reached has a time of its own: "reached A in 2024, while the goal is B". */
export function behind(
  phrase: Phrase,
  rivals: readonly FigureCandidate[],
  figure: FigureCandidate,
  status: Draft['status'],
): number | undefined {
  const last = rivals.filter((r) => r.end <= figure.start).at(-1);
  return last && status !== 'actual' && statusOf(phrase, last, rivals) === 'actual' ? last.end : undefined;
}

/**
 * Where a wish is kept apart from what happened, the indicator that keeps it; undefined where the two do not go together. A forecast of
 * the running year stays with the indicator itself, one "by 2030" or without a time is kept with the targets.
 */
export function wished(
  { knowledge, date }: Reader,
  indicator: Indicator,
  status: Draft['status'],
  period: string | undefined,
): Indicator | undefined {
  const start = period && parsePeriod(period)?.start;
  const far = !start || (!!date && start.slice(0, 4) > date.slice(0, 4));
  const wish = status === 'target' || status === 'plan' || (status === 'forecast' && far);
  if (indicator.nature === 'target') return wish ? indicator : undefined;
  return wish && indicator.target ? knowledge.indicator(indicator.target) : indicator;
}
