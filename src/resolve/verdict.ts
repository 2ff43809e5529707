import type { CitedObservation, NotComparable, Reading } from '../model/annotation.ts';
import type { DocumentFacts } from '../model/document.ts';
import type { Indicator, Observation } from '../model/indicator.ts';
import type { Knowledge } from '../model/knowledge.ts';
import { dayNumber, overlaps, type Period, parsePeriod } from '../model/period.ts';
import { equal, type Printed, stand } from './compare.ts';
import type { Draft } from './draft.ts';
import { sameSpan, sameWritten, yearBefore } from './intervals.ts';
import { stepOf } from './units.ts';
import { approxOf } from './witness.ts';

const ACTUAL: readonly Observation['status'][] = ['official', 'reported', 'preliminary', 'derived'];
const WISHED: readonly Observation['status'][] = ['target', 'plan', 'forecast'];
/** A stock or an event without a printed time is of the days around the article. In days. */
const AROUND = 45;
/** Powers by which a magnitude word is mistaken: thousand, million. */
const SLIPS = [1e-3, 1e3, 1e-6, 1e6] as const;

export interface Judge {
  readonly facts: DocumentFacts;
  readonly knowledge: Knowledge;
  /** Articles that are this one or copies of its story. */
  readonly own: ReadonlySet<string>;
}

/** Puts a draft beside the independent observations; undefined where the figure cannot be what its sentence says and nothing explains it. */
export function judge(draft: Draft, judge: Judge): Reading | undefined {
  const { indicator, geo, partner, fit } = draft;
  const all = judge.knowledge
    .observations(indicator.slug, geo, partner)
    .filter((o) => o.status !== 'misprint' && o.rank !== 'deprecated');
  const others = all.flatMap((o) => {
    const url = witness(o, judge);
    return url ? [{ ...o, url }] : [];
  });
  const base = readingOf(draft);
  if (fit.as === 'change') return { ...base, ...changed(draft, all.length > 0, others) };
  const printed: Printed = { low: fit.low, high: fit.high, step: fit.step, ...approxOf(draft) };
  const moods = draft.status === 'actual' ? ACTUAL : WISHED;
  const timely = (o: Observation) => sameTime(draft, o, judge.facts);
  const mooded = (o: Observation) => moods.includes(o.status);
  const peers = others.filter((o) => timely(o) && mooded(o));
  if (fit.as === 'other-unit') {
    const like = peers.filter((o) => equal(printed, o.value, o.comparator));
    if (like.length === 0) return undefined;
    return {
      ...base,
      verdict: 'not-comparable',
      reason: 'unit',
      observations: [],
      suspected: { unit: indicator.unit, observations: like.map(cite) },
    };
  }
  const inRange = (v: number) => v >= indicator.plausible.min && v <= indicator.plausible.max;
  if (!inRange(printed.low) || !inRange(printed.high)) {
    for (const by of SLIPS) {
      const shifted: Printed = { ...printed, low: printed.low * by, high: printed.high * by, step: printed.step * by };
      const like = inRange(shifted.low) ? peers.filter((o) => equal(shifted, o.value, o.comparator)) : [];
      if (like.length === 0) continue;
      const { difference } = stand(printed, like) as { difference?: Reading['difference'] };
      const suspected = { unit: indicator.unit, observations: like.map(cite) };
      return { ...base, verdict: 'outside', ...(difference && { difference }), observations: like.map(cite), suspected };
    }
    return undefined;
  }
  const counted = draft.basis ? peers.filter((o) => o.basis === draft.basis) : peers;
  if (counted.length > 0) {
    const standing = stand(printed, counted);
    const { verdict } = standing;
    const cited = standing.verdict === 'same-as' ? first(counted, standing.equal) : counted;
    const aside =
      standing.verdict === 'outside'
        ? { difference: standing.difference }
        : standing.verdict === 'not-comparable'
          ? { reason: standing.reason }
          : {};
    const equals = standing.verdict === 'same-as' ? { equals: standing.equal.map((i) => counted[i]!.id) } : {};
    return { ...base, verdict, ...aside, observations: cited.map(cite), ...equals };
  }
  if (all.some((o) => timely(o) && mooded(o) && (!draft.basis || o.basis === draft.basis)))
    return { ...base, verdict: 'only-here', observations: [] };
  if (others.length === 0) return { ...base, verdict: all.length > 0 ? 'only-here' : 'no-data', observations: [] };
  const reason = whyNot(peers.length > 0, others.filter(timely), others.filter(mooded));
  const beside = peers.length > 0 ? peers : reason === 'period' ? others.filter(mooded) : others.filter(timely);
  return { ...base, verdict: 'not-comparable', reason, observations: beside.map(cite) };
}

function readingOf(draft: Draft): Omit<Reading, 'verdict' | 'observations'> {
  const { indicator, geo, partner, period, change, status, basis, assertedBy } = draft;
  return {
    indicator: indicator.slug,
    geo,
    ...(partner && { partner }),
    ...(period && { period }),
    ...(change && { change: { by: change.by, ...(change.against && { against: change.against }) } }),
    ...(assertedBy && { assertedBy }),
    ...(basis && { basis }),
    status,
  };
}

type Witnessed = Observation & { readonly url: string };
const cite = ({ id, value, unit, basis, url }: Witnessed): CitedObservation => ({ id, value, unit, basis, url });
/** The equal ones first, then the rest: the card names whose value it is and still shows all. */
const first = (all: readonly Witnessed[], equals: readonly number[]) => [
  ...equals.map((i) => all[i]!),
  ...all.filter((_, i) => !equals.includes(i)),
];

/** Address under which the observation can be read independently of this article; undefined where there is none. */
function witness(o: Observation, { own, knowledge }: Judge): string | undefined {
  const ownUrls = o.articles.filter((id) => own.has(id)).map((id) => knowledge.article(id)?.url);
  const article = o.articles.find((id) => !own.has(id));
  if (article) {
    const url = knowledge.article(article)?.url;
    if (url) return url;
  }
  return o.sources.map((s) => knowledge.source(s)?.url).find((url) => url && !ownUrls.includes(url));
}

/** Is the observation of the reading's time? */
function sameTime({ indicator, period, status }: Draft, o: Observation, facts: DocumentFacts): boolean {
  if (period && o.period && sameSpan(period, o.period)) return true;
  if (sameWritten(period, o.period)) return !!period || indicator.nature === 'target' || !around(indicator);
  // Targets need no time: an open one can be set beside a dated one.
  if (indicator.nature === 'target' || status === 'target') return !period || !o.period;
  if (!around(indicator) || !o.period) return false;
  const theirs = parsePeriod(o.period);
  const ours = period ? parsePeriod(period) : facts.date ? daysAround(facts.date) : undefined;
  return !!theirs && !!ours && overlaps(ours, theirs);
}
const around = ({ nature }: Indicator) => nature === 'stock' || nature === 'event';
function daysAround(iso: string): Period {
  const at = (offset: number) => new Date((dayNumber(iso) + offset) * 86_400_000).toISOString().slice(0, 10);
  return { start: at(-AROUND), end: at(1) };
}

/** Why nothing independent can be compared; the nearest miss speaks. */
function whyNot(basisDiffers: boolean, timely: readonly Observation[], mooded: readonly Observation[]): NotComparable {
  if (basisDiffers) return 'basis';
  if (timely.length > 0) return 'target-or-actual';
  return mooded.length > 0 ? 'period' : 'target-or-actual';
}

/** A change stands beside what the counts of one and the same office give for the two periods. */
function changed(
  draft: Draft,
  known: boolean,
  others: readonly Witnessed[],
): Pick<Reading, 'verdict' | 'reason' | 'difference' | 'observations'> {
  const { change, figure, period } = draft;
  const now = period ? parsePeriod(period) : undefined;
  const base = change!.against ? parsePeriod(change!.against) : now && yearBefore(now);
  const counts = others.filter(
    (o) =>
      ACTUAL.includes(o.status) && o.basis !== 'unknown' && o.comparator === 'exact' && (!draft.basis || o.basis === draft.basis),
  );
  const at = (p: Period | undefined) => counts.filter((o) => p && o.period && samePeriodOf(o.period, p));
  const pairs = at(now).flatMap((a) => at(base).flatMap((b) => (a.basis === b.basis && b.value !== 0 ? [{ a, b }] : [])));
  const { value, range, step, approx } = figure.figure;
  const [low, high] = range ?? [value, value];
  if (pairs.length === 0 || low === undefined || high === undefined)
    return known ? { verdict: 'not-comparable', reason: 'period', observations: [] } : { verdict: 'no-data', observations: [] };
  const sign = change!.falls ? -1 : 1;
  const computed = pairs.map(({ a, b }) => ({
    value:
      change!.by === 'percent' ? (a.value / b.value - 1) * 100 * sign : change!.falls ? b.value / a.value : a.value / b.value,
    comparator: 'exact' as const,
  }));
  const standing = stand({ low, high, step: stepOf(low, step), ...(approx && { approx }) }, computed);
  const cited = pairs.flatMap(({ a, b }) => [cite(a), cite(b)]);
  return {
    verdict: standing.verdict,
    ...(standing.verdict === 'outside' && { difference: standing.difference }),
    ...(standing.verdict === 'not-comparable' && { reason: standing.reason }),
    observations: cited.filter((c, i) => cited.findIndex((o) => o.id === c.id) === i),
  };
}
const samePeriodOf = (written: string, p: Period) => {
  const q = parsePeriod(written);
  return !!q && q.start === p.start && q.end === p.end;
};
