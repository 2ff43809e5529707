import type { ClaimAnnotation } from '../model/annotation.ts';
import type { FigureCandidate } from '../model/figure.ts';
import type { Knowledge } from '../model/knowledge.ts';
import { type Period, parsePeriod } from '../model/period.ts';
import type { Draft } from './draft.ts';
import { lengthOf } from './intervals.ts';
import { type CueMark, gap, groupBy, type Phrase, senses } from './phrases.ts';
import { sourcesOf } from './role-claims.ts';

/** Characters between "record" and the figure that it speaks of. */
const NEAR = 60;
/** Characters between "highest" and its "since". */
const TOUCH = 12;
/** Two periods are of one kind when their lengths differ by a leap day at most. */
const LEAP = 2;

/**
 * "A record $500 million", where every count that the dataset has for an earlier period of the same length is higher; "the highest since
 * 2019" likewise, where one between the two is.
 */
export function superlativeClaims(
  phrase: Phrase,
  drafts: ReadonlyMap<FigureCandidate, Draft>,
  own: ReadonlySet<string>,
  knowledge: Knowledge,
): ClaimAnnotation[] {
  return senses(phrase, 'record', 'first-since').flatMap((cue): ClaimAnnotation[] => {
    const near = phrase.figures
      .flatMap((f) => drafts.get(f) ?? [])
      .filter((d) => d.fit.as === 'level' && d.status === 'actual' && gap(d.figure, cue) <= NEAR);
    const [draft, ...more] = near;
    const period = draft?.period ? parsePeriod(draft.period) : undefined;
    if (!draft || more.length > 0 || draft.fit.as !== 'level' || !period?.start) return [];
    const since = cue.ref === 'first-since' ? sinceOf(phrase, cue) : '';
    if (since === undefined) return [];
    const { high, step } = draft.fit;
    const between = (at: Period | undefined) =>
      !!at?.start && at.start < period.start! && at.start >= since && Math.abs(lengthOf(at) - lengthOf(period)) <= LEAP;
    const earlier = knowledge
      .observations(draft.indicator.slug, draft.geo, draft.partner)
      .filter((o) => ['official', 'reported', 'preliminary', 'derived'].includes(o.status))
      .filter((o) => !draft.basis || o.basis === draft.basis)
      .filter((o) => between(o.period ? parsePeriod(o.period) : undefined));
    const higher = [...groupBy(earlier, (o) => o.period!).values()].filter(
      (all) =>
        all.every((o) => o.value > high + step / 2) &&
        all.some((o) => o.sources.length > 0 || o.articles.some((id) => !own.has(id))),
    );
    if (higher.length === 0) return [];
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
        others: higher.flat().map((o) => ({
          value: o.value,
          unit: o.unit,
          period: o.period!,
          sources: sourcesOf([...o.sources, ...o.articles.filter((id) => !own.has(id))], knowledge),
        })),
      },
    ];
  });
}

/** The day after which "highest since 2019" holds: 2019 itself may have been as high. Undefined without one such time beside the word. */
function sinceOf(phrase: Phrase, cue: CueMark): string | undefined {
  const open = phrase.periods.filter((p) => p.figure.period?.endsWith('/..') && gap(p, cue) <= TOUCH);
  const start = open.length === 1 ? parsePeriod(open[0]!.figure.period!)?.start : undefined;
  return start?.endsWith('-01-01') ? `${Number(start.slice(0, 4)) + 1}-01-01` : undefined;
}
