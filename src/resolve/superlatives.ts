import type { ClaimAnnotation } from '../model/annotation.ts';
import type { FigureCandidate } from '../model/figure.ts';
import type { Observation } from '../model/indicator.ts';
import type { Knowledge, Sense } from '../model/knowledge.ts';
import { type Period, parsePeriod } from '../model/period.ts';
import type { Draft } from './draft.ts';
import { lengthOf } from './intervals.ts';
import { type CueMark, gap, groupBy, type Phrase, senses } from './phrases.ts';
import { sourcesOf } from './role-claims.ts';

/** Characters between "record" and the figure that it speaks of; "for the first time" opens a sentence and speaks of its one level. */
const NEAR = 60;
const OPENING = 160;
/** Characters between "highest" and its "since" or "in five years". */
const TOUCH = 12;
/** Two periods are of one kind when their lengths differ by a leap day at most. */
const LEAP = 2;
const YEAR = 365.25;
/** "In fifty years" is no longer a matter of this series. */
const MOST_YEARS = 40;

const EXTREMES = ['record', 'record-low', 'first-since', 'lowest-since', 'first-time'] as const satisfies readonly Sense[];
const ACTUAL: readonly Observation['status'][] = ['official', 'reported', 'preliminary', 'derived'];

/**
 * "A record $500 million", where every count that the dataset has for an earlier period of the same length is higher; "the highest since
 * 2019", "the lowest in five years", "for the first time since 2019 above" likewise, where one of the periods in between is.
 */
export function superlativeClaims(
  phrase: Phrase,
  drafts: ReadonlyMap<FigureCandidate, Draft>,
  own: ReadonlySet<string>,
  knowledge: Knowledge,
): ClaimAnnotation[] {
  return senses(phrase, ...EXTREMES).flatMap((cue): ClaimAnnotation[] => {
    const reach = cue.ref === 'first-time' ? OPENING : NEAR;
    const near = phrase.figures
      .flatMap((f) => drafts.get(f) ?? [])
      .filter((d) => d.fit.as === 'level' && d.status === 'actual' && gap(d.figure, cue) <= reach);
    const [draft, ...more] = near;
    const period = draft?.period ? parsePeriod(draft.period) : undefined;
    if (!draft || more.length > 0 || draft.fit.as !== 'level' || !period?.start) return [];
    const way = wayOf(phrase, cue, draft);
    const since = cue.ref === 'record' || cue.ref === 'record-low' ? '' : sinceOf(phrase, cue, period);
    if (since === undefined || !way) return [];
    const { low, high, step } = draft.fit;
    const between = (at: Period | undefined) =>
      !!at?.start && at.start < period.start! && at.start >= since && Math.abs(lengthOf(at) - lengthOf(period)) <= LEAP;
    const beyond = (o: Observation) => (way === 'high' ? o.value > high + step / 2 : o.value < low - step / 2);
    const earlier = knowledge
      .observations(draft.indicator.slug, draft.geo, draft.partner)
      .filter((o) => ACTUAL.includes(o.status) && o.rank !== 'deprecated')
      .filter((o) => !draft.basis || o.basis === draft.basis)
      .filter((o) => between(o.period ? parsePeriod(o.period) : undefined));
    const others = [...groupBy(earlier, (o) => o.period!).values()].filter(
      (all) => all.every(beyond) && all.some((o) => o.sources.length > 0 || o.articles.some((id) => !own.has(id))),
    );
    if (others.length === 0) return [];
    return [
      {
        kind: 'claim',
        id: `${phrase.block.id}:${draft.figure.start}:claim`,
        block: phrase.block.id,
        start: draft.figure.start,
        end: draft.figure.end,
        surface: draft.figure.surface,
        marked: true,
        claim: 'superlative',
        says: { value: high, unit: draft.indicator.unit, period: draft.period!, sources: [] },
        others: others.flat().map((o) => ({
          value: o.value,
          unit: o.unit,
          period: o.period!,
          sources: sourcesOf([...o.sources, ...o.articles.filter((id) => !own.has(id))], knowledge),
        })),
      },
    ];
  });
}

/** Is it said to be high or low? "For the first time" takes it from the verb and the bound; undefined where these do not tell. */
function wayOf(phrase: Phrase, cue: CueMark, { figure }: Draft): 'high' | 'low' | undefined {
  if (cue.ref !== 'first-time') return cue.ref === 'record' || cue.ref === 'first-since' ? 'high' : 'low';
  const { approx } = figure.figure;
  const falls = senses(phrase, 'fall').length > 0 || approx === 'lt';
  const rises = senses(phrase, 'exceed').length > 0 || approx === 'gt' || approx === 'ge';
  return falls === rises ? undefined : falls ? 'low' : 'high';
}

/**
 * The day from which periods count: "highest since 2019" begins after 2019, which may have been as high; "in five years" are four years
 * before the printed one. Undefined without one such time beside the word.
 */
function sinceOf(phrase: Phrase, cue: CueMark, period: Period): string | undefined {
  const beside = phrase.periods.filter((p) => gap(p, cue) <= TOUCH);
  const open = beside.filter((p) => p.figure.period?.endsWith('/..'));
  if (open.length === 1) {
    const start = parsePeriod(open[0]!.figure.period!)?.start;
    return start?.endsWith('-01-01') ? `${Number(start.slice(0, 4)) + 1}-01-01` : undefined;
  }
  const counted = phrase.figures.filter((f) => f.figure.unit === 'year' && f.figure.value && gap(f, cue) <= TOUCH);
  const spans = beside.flatMap((p) => {
    const at = parsePeriod(p.figure.period ?? '');
    const years = at ? Math.round(lengthOf(at) / YEAR) : 0;
    return years > 1 && Number.isFinite(years) ? [years] : [];
  });
  const [years, ...more] = [...counted.map((f) => f.figure.value!), ...spans];
  if (!years || more.length > 0 || !Number.isInteger(years) || years < 2 || years > MOST_YEARS) return undefined;
  return `${Number(period.start!.slice(0, 4)) - years + 1}${period.start!.slice(4)}`;
}
