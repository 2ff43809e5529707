import type { FigureAnnotation, Reading } from '../model/annotation.ts';
import type { FigureCard, Series } from '../model/card-content.ts';
import type { EntityId } from '../model/ids.ts';
import type { Observation } from '../model/indicator.ts';
import { parsePeriod } from '../model/period.ts';
import type { Records } from '../model/records.ts';
import { sameWritten } from '../resolve/intervals.ts';
import { contextOf } from './context.ts';
import type { Lines } from './lines.ts';

/** Values of other times that a card has room for; the atlas shows all. */
const BESIDE = 6;
const LINE: readonly Observation['status'][] = ['official', 'reported', 'preliminary', 'derived'];

type FigureBody = Omit<FigureCard, 'annotation' | 'printed' | 'related' | 'atlas' | 'dataset'>;

/** What the card of a figure says. `own`: the article's record in the dataset with its copies, which are no witnesses. */
export function figureBody(annotation: FigureAnnotation, own: ReadonlySet<string>, records: Records, lines: Lines): FigureBody {
  const { figure, reading } = annotation;
  if (!reading) return { kind: 'figure', figure, reading, reported: [], beside: [], series: [], context: { inCurrencies: [] } };
  const indicator = records.indicator(reading.indicator);
  const all = records.series(reading.indicator, reading.geo, reading.partner).flatMap((id) => records.observation(id) ?? []);
  const independent = all.filter((o) => o.status !== 'misprint' && isIndependent(o, own));
  const cited = new Set(reading.observations.map((o) => o.id));
  const comparable = reading.verdict === 'not-comparable' ? [] : independent.filter((o) => cited.has(o.id));
  const rest = independent.filter((o) => !comparable.includes(o));
  const hinted = new Set(reading.suspected?.observations.map((o) => o.id));
  return {
    kind: 'figure',
    figure,
    reading,
    ...(indicator && { indicator: lines.indicator(reading.indicator), scope: lines.text(indicator.scope) }),
    geo: lines.entity(reading.geo),
    ...(reading.partner && { partner: lines.entity(reading.partner) }),
    ...(reading.assertedBy && { saidBy: lines.entity(reading.assertedBy as EntityId).label }),
    ...(reading.basis && { countedBy: lines.basis(reading.basis) ?? { id: reading.basis, label: reading.basis } }),
    reported: comparable.map(lines.value),
    beside: [...outcomes(reading, own, records), ...[...rest].sort(nearTo(reading.period))].slice(0, BESIDE).map(lines.value),
    series: seriesOf(independent, lines),
    ...(reading.suspected && {
      suspected: { unit: reading.suspected.unit, values: all.filter((o) => hinted.has(o.id)).map(lines.value) },
    }),
    context: contextOf(figure, reading, independent, records, lines),
  };
}

const isIndependent = (o: Observation, own: ReadonlySet<string>) => o.sources.length > 0 || o.articles.some((id) => !own.has(id));

/** What came of a target whose time is over: the actual values of exactly that time, of the indicator that the target is for. */
function outcomes(reading: Reading, own: ReadonlySet<string>, records: Records): Observation[] {
  if (reading.status === 'actual' || !reading.period) return [];
  const slugs = records.ids('indicator').filter((slug) => records.indicator(slug)?.target === reading.indicator);
  return slugs
    .flatMap((slug) => records.series(slug, reading.geo, reading.partner))
    .flatMap((id) => records.observation(id) ?? [])
    .filter((o) => LINE.includes(o.status) && o.rank !== 'deprecated' && sameWritten(o.period, reading.period))
    .filter((o) => isIndependent(o, own));
}

/** Values of the same time first, then the nearest in time. */
function nearTo(period: string | undefined) {
  const start = (p: string | undefined) => Date.parse((p && parsePeriod(p)?.start) || '') || 0;
  const at = start(period);
  const far = (o: Observation) => (sameWritten(o.period, period) ? -1 : Math.abs(start(o.period) - at));
  return (a: Observation, b: Observation) => far(a) - far(b);
}

/** One line a counting body, actual values only, in order of time. Misprints, targets and forecasts never join a line. */
export function seriesOf(observations: readonly Observation[], lines: Lines): Series[] {
  const groups = new Map<string, Observation[]>();
  for (const o of observations) {
    if (!LINE.includes(o.status) || !o.period || o.rank === 'deprecated') continue;
    groups.set(o.basis, [...(groups.get(o.basis) ?? []), o]);
  }
  const start = (o: Observation) => parsePeriod(o.period!)?.start ?? '';
  return [...groups].map(([slug, own]) => ({
    basis: lines.basis(slug) ?? { id: 'unknown', label: '' },
    points: own
      .sort((a, b) => start(a).localeCompare(start(b)) || a.period!.localeCompare(b.period!))
      .map((o) => ({ period: o.period!, value: o.value, id: o.id })),
  }));
}
