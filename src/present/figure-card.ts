import type { FigureAnnotation, Reading } from '../model/annotation.ts';
import type { FigureCard, Series } from '../model/card-content.ts';
import type { EntityId } from '../model/ids.ts';
import type { Observation } from '../model/indicator.ts';
import { parsePeriod } from '../model/period.ts';
import type { Records } from '../model/records.ts';
import { lengthOf, sameWritten } from '../resolve/intervals.ts';
import { ACTUAL, contextOf } from './context.ts';
import type { Lines } from './lines.ts';

/** Values of other times that a card has room for; the atlas shows all. */
const BESIDE = 6;
/** Two periods are as long where only a leap day differs. */
const LEAP = 2;
/** What was reached, in a few lines. */
const REACHED = 4;

type FigureBody = Omit<FigureCard, 'annotation' | 'printed' | 'related' | 'atlas' | 'dataset'>;

/** What the card of a figure says. `own`: the article's record in the dataset with its copies, which are no witnesses. */
export function figureBody(annotation: FigureAnnotation, own: ReadonlySet<string>, records: Records, lines: Lines): FigureBody {
  const { figure, reading } = annotation;
  const nothing = { shareOfGdp: [], perHead: [], inCurrencies: [] };
  if (!reading) return { kind: 'figure', figure, reading, reported: [], beside: [], series: [], context: nothing };
  const indicator = records.indicator(reading.indicator);
  const all = records.series(reading.indicator, reading.geo, reading.partner).flatMap((id) => records.observation(id) ?? []);
  const independent = all.filter((o) => o.status !== 'misprint' && isIndependent(o, own));
  // In the order of the verdict: those that say the same come first.
  const cited = reading.verdict === 'not-comparable' && reading.reason !== 'bound' ? [] : reading.observations;
  const comparable = cited.flatMap(({ id }) => independent.find((o) => o.id === id) ?? []);
  const hinted = new Set(reading.suspected?.observations.map((o) => o.id));
  const hints = all.filter((o) => hinted.has(o.id)).map(lines.value);
  // Of the same time and count and still not cited: it is this article that prints it.
  const alike = (o: Observation) => !reading.basis && ACTUAL.includes(o.status) && comparable.some((c) => c.period === o.period);
  const besides = (o: Observation) => !comparable.includes(o) && !hinted.has(o.id) && !alike(o) && o.rank !== 'deprecated';
  const rest = once(independent.filter(besides));
  const reached = outcome(reading, own, records);
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
    beside: rest.sort(nearTo(reading)).slice(0, BESIDE).map(lines.value),
    ...(reached && { outcome: { due: reached.due, values: reached.values.slice(0, REACHED).map(lines.value) } }),
    series: seriesOf(independent, lines),
    ...(reading.suspected && {
      suspected: {
        unit: reading.suspected.unit,
        values: hints,
        voices: new Set(hints.flatMap((v) => v.sources.map((s) => s.publisher ?? s.url))).size,
      },
    }),
    context: contextOf(figure, reading, independent, records, lines),
  };
}

const isIndependent = (o: Observation, own: ReadonlySet<string>) => o.sources.length > 0 || o.articles.some((id) => !own.has(id));

/**
 * What came of a target: the actual values of its time, of the indicator that it is for; before that time is over, or where it has none,
 * the latest whole year that is known. Nothing where the dataset has neither.
 */
function outcome(
  reading: Reading,
  own: ReadonlySet<string>,
  records: Records,
): { due: boolean; values: Observation[] } | undefined {
  if (reading.status === 'actual' || reading.suspected) return undefined;
  const slugs = records.ids('indicator').filter((slug) => records.indicator(slug)?.target === reading.indicator);
  const actual = [...slugs, ...(slugs.length ? [] : [reading.indicator])]
    .flatMap((slug) => records.series(slug, reading.geo, reading.partner))
    .flatMap((id) => records.observation(id) ?? [])
    .filter((o) => ACTUAL.includes(o.status) && o.rank !== 'deprecated' && o.period && isIndependent(o, own));
  const due = reading.period ? actual.filter((o) => sameWritten(o.period, reading.period)) : [];
  if (due.length > 0) return { due: true, values: due };
  const years = actual.filter((o) => isYear(o.period!)).sort((a, b) => b.period!.localeCompare(a.period!));
  const values = years.filter((o) => o.period === years[0]!.period);
  return values.length > 0 ? { due: false, values } : undefined;
}

const isYear = (period: string) => /^\d{4}$/.test(period);

/** The same value that one count gives for one time is one line, whoever said it. */
const once = (all: readonly Observation[]) => [
  ...new Map(all.map((o) => [[o.value, o.period, o.basis, o.status].join(' '), o])).values(),
];

/** Values of the same time first, then what happened beside what happened, periods as long, the nearest in time before the farther. */
function nearTo({ period, status }: Reading) {
  const parsed = (p: string | undefined) => (p ? parsePeriod(p) : undefined);
  const start = (p: string | undefined) => Date.parse(parsed(p)?.start ?? '') || 0;
  const length = (p: string | undefined) => lengthOf(parsed(p) ?? { start: null, end: null });
  const at = start(period);
  const like = (o: Observation) => (Math.abs(length(o.period) - length(period)) <= LEAP ? 0 : 1);
  const other = (o: Observation) => Number(!sameWritten(o.period, period));
  const mood = (o: Observation) => Number(ACTUAL.includes(o.status) !== (status === 'actual'));
  const far = (o: Observation) => Math.abs(start(o.period) - at);
  return (a: Observation, b: Observation) => other(a) - other(b) || mood(a) - mood(b) || like(a) - like(b) || far(a) - far(b);
}

/** One line a counting body, actual values only, in order of time. Misprints, targets and forecasts never join a line. */
export function seriesOf(observations: readonly Observation[], lines: Lines): Series[] {
  const groups = new Map<string, Observation[]>();
  for (const o of observations) {
    if (!ACTUAL.includes(o.status) || !o.period || o.rank === 'deprecated') continue;
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
