import type { ClaimAnnotation } from '../model/annotation.ts';
import type { FigureCandidate } from '../model/figure.ts';
import { formatPeriod, parsePeriod } from '../model/period.ts';
import type { Draft } from './draft.ts';
import { sameWritten, yearBefore } from './intervals.ts';
import { gap, type Phrase, senses } from './phrases.ts';
import { directionOf } from './tone.ts';
import { stepOf } from './units.ts';
import { isBase } from './when.ts';

/** "From" and its base touch; az, kk and tr say it by an ending. */
const BESIDE = 14;
const ABLATIVE = /(?:[dt][ae]n|dən|[дт][ае]н|н[ае]н)$/u;

type Interval = readonly [low: number, high: number];
/** The values that a printed number can stand for: half a step to both sides, a whole one where it is "about". */
function spread({ figure }: FigureCandidate): Interval | undefined {
  const { value, step, approx } = figure;
  // "Rose to 5" reads like "up to 5" in some languages: beside a change it is the result, not a bound.
  if (value === undefined || (approx && approx !== 'about' && approx !== 'le')) return undefined;
  const width = stepOf(value, step) * (approx === 'about' ? 1 : 0.5);
  return [value - width, value + width];
}

/** "Up 20 % to $5 billion from $4 billion": a change, its result and its base in one sentence that do not go together however each was rounded. */
export function arithmeticClaims(phrase: Phrase, drafts: ReadonlyMap<FigureCandidate, Draft>): ClaimAnnotation[] {
  const changes = phrase.figures.filter(
    (f) =>
      (f.figure.kind === 'percent' && f.figure.unit !== 'percentage-point' && directionOf(phrase, f)) ||
      f.figure.kind === 'multiple',
  );
  const levels = phrase.figures.filter((f) => f.figure.kind === 'money' || f.figure.kind === 'quantity');
  const [change, ...more] = changes;
  const [a, b, ...rest] = levels;
  if (!change || more.length > 0 || !a || !b || rest.length > 0) return [];
  if (a.figure.kind !== b.figure.kind || a.figure.currency !== b.figure.currency || a.figure.unit !== b.figure.unit) return [];
  const based = [a, b].filter((f) => isBase(phrase, f) || comesFrom(phrase, f));
  if (based.length !== 1) return [];
  const base = based[0]!;
  const now = base === a ? b : a;
  if (drafts.get(now)?.status !== undefined && drafts.get(now)!.status !== 'actual') return [];
  return unlike(phrase, change, now, base, directionOf(phrase, change) === 'fall');
}

/** The claim that a change does not go together with its result and base, if no rounding of the three makes it. */
function unlike(
  phrase: Phrase,
  change: FigureCandidate,
  now: FigureCandidate,
  base: FigureCandidate,
  falls: boolean,
): ClaimAnnotation[] {
  const [x, y, z] = [spread(now), spread(base), spread(change)];
  if (!x || !y || !z || y[0] <= 0) return [];
  const ratio: Interval = falls ? [y[0] / x[1], y[1] / x[0]] : [x[0] / y[1], x[1] / y[0]];
  const computed: Interval =
    change.figure.kind === 'multiple'
      ? ratio
      : falls
        ? [(1 - x[1] / y[0]) * 100, (1 - x[0] / y[1]) * 100]
        : [(ratio[0] - 1) * 100, (ratio[1] - 1) * 100];
  if (computed[0] <= z[1] && z[0] <= computed[1]) return [];
  const value =
    change.figure.kind === 'multiple'
      ? falls
        ? base.figure.value! / now.figure.value!
        : now.figure.value! / base.figure.value!
      : Math.abs(now.figure.value! / base.figure.value! - 1) * 100;
  return [claim(phrase, change, value, change.figure.kind === 'multiple' ? 'ratio' : 'percent')];
}

function comesFrom(phrase: Phrase, f: FigureCandidate): boolean {
  if (senses(phrase, 'from').some((c) => c.end <= f.start && gap(c, f) <= BESIDE)) return true;
  return ABLATIVE.test(f.surface) && !/million$/u.test(f.surface);
}

const levelsOf = (phrase: Phrase | undefined, drafts: ReadonlyMap<FigureCandidate, Draft>) =>
  (phrase?.figures ?? []).flatMap((f) => {
    const d = drafts.get(f);
    return d && d.fit.as === 'level' && d.status === 'actual' ? [d] : [];
  });

/** Do two flows of goods make up the trade of a pair: exports and imports of one side, or what each sold the other? */
function makeUp(a: Draft, b: Draft): boolean {
  const slugs = [a.indicator.slug, b.indicator.slug].sort().join();
  if (slugs === 'exports,imports') return a.geo === b.geo && a.partner === b.partner;
  return (slugs === 'exports,exports' || slugs === 'imports,imports') && a.geo === b.partner && b.geo === a.partner;
}

/** A total beside its two parts, in one sentence or in two that follow: turnover is exports and imports of the same pair and time. */
export function sumClaims(
  phrase: Phrase,
  before: Phrase | undefined,
  drafts: ReadonlyMap<FigureCandidate, Draft>,
): ClaimAnnotation[] {
  const levels = levelsOf(phrase, drafts);
  const isTotal = (d: Draft) => d.indicator.slug === 'bilateral-trade-turnover';
  const parts = levels.filter((d) => !isTotal(d));
  const [total, ...totals] = [...levels, ...(before?.block === phrase.block ? levelsOf(before, drafts) : [])].filter(isTotal);
  const [a, b, ...rest] = parts;
  if (!total || !a || !b || rest.length > 0 || totals.length > 0) return [];
  const key = (d: Draft) => [d.period, ...[d.geo, d.partner].sort()].join(' ');
  if (!makeUp(a, b) || key(a) !== key(total) || key(b) !== key(total)) return [];
  const [t, x, y] = [spread(total.figure), spread(a.figure), spread(b.figure)];
  if (!t || !x || !y || (x[0] + y[0] <= t[1] && t[0] <= x[1] + y[1])) return [];
  return [claim(total.phrase, total.figure, a.figure.figure.value! + b.figure.figure.value!, total.indicator.unit)];
}

/** Sentences in which a change, its result and its base may stand apart. */
const APART = 2;

/** "It grew by 20 percent to $529 million. A year earlier it was $463 million": the three as they were read, in sentences that follow. */
export function changeClaims(
  phrase: Phrase,
  phrases: readonly Phrase[],
  drafts: ReadonlyMap<FigureCandidate, Draft>,
): ClaimAnnotation[] {
  const around = phrases.slice(Math.max(0, phrase.index - APART), phrase.index + APART + 1);
  const changes = phrase.figures.flatMap((f) => {
    const d = drafts.get(f);
    return d?.change && d.period && d.status === 'actual' ? [d] : [];
  });
  return changes.flatMap((d): ClaimAnnotation[] => {
    const { change, figure, period } = d;
    const year = parsePeriod(period!);
    const earlier = change!.against ? parsePeriod(change!.against) : year && yearBefore(year);
    if (!earlier) return [];
    const near = around.filter((p) => p.block.article === phrase.block.article).flatMap((p) => levelsOf(p, drafts));
    const same = near.filter(
      (o) => o.indicator === d.indicator && [o.geo, o.partner].sort().join() === [d.geo, d.partner].sort().join(),
    );
    const now = same.filter((o) => sameWritten(o.period, period));
    const base = same.filter((o) => sameWritten(o.period, formatPeriod(earlier)));
    if (now.length !== 1 || base.length !== 1) return [];
    return unlike(phrase, figure, now[0]!.figure, base[0]!.figure, change!.falls);
  });
}

/** Relative width of "a third": a fraction in words is seldom exact. */
const ROUGH = 0.15;

/** "Exports were $456 million, or 86 percent of the turnover of $529 million": a part, its whole and the share of one in the other. */
export function shareClaims(phrase: Phrase, drafts: ReadonlyMap<FigureCandidate, Draft>): ClaimAnnotation[] {
  const levels = phrase.figures.flatMap((f) => {
    const d = drafts.get(f);
    return d && d.fit.as === 'level' && d.indicator.unit !== 'percent' ? [d] : [];
  });
  const whole = levels.find((d) => d.indicator.symmetric);
  const part = levels.find((d) => d !== whole);
  if (!whole || !part || levels.length !== 2 || levels.some((d) => d.status !== 'actual')) return [];
  if (part.indicator.slug !== 'exports' && part.indicator.slug !== 'imports') return [];
  if (whole.period !== part.period || [whole.geo, whole.partner].sort().join() !== [part.geo, part.partner].sort().join())
    return [];
  const shares = phrase.figures.filter((f) => isShare(phrase, f));
  const [share, ...more] = shares;
  const [x, y] = [spread(part.figure), spread(whole.figure)];
  if (!share || more.length > 0 || !x || !y || y[0] <= 0) return [];
  const { kind, value } = share.figure;
  const printed = kind === 'number' ? rough(value! * 100) : spread(share);
  if (!printed || ((x[0] / y[1]) * 100 <= printed[1] && printed[0] <= (x[1] / y[0]) * 100)) return [];
  return [claim(phrase, share, (part.figure.figure.value! / whole.figure.figure.value!) * 100, 'percent')];
}

const rough = (percent: number): Interval => [percent * (1 - ROUGH), percent * (1 + ROUGH)];

/** A percentage beside a word of share and none of change, or a fraction in words. */
function isShare(phrase: Phrase, f: FigureCandidate): boolean {
  const { kind, value = 0, unit } = f.figure;
  if (kind === 'number') return value > 0 && value < 1 && !/\d/.test(f.surface);
  if (kind !== 'percent' || unit === 'percentage-point') return false;
  return senses(phrase, 'share').some((c) => gap(c, f) <= BESIDE) && !directionOf(phrase, f);
}

function claim(phrase: Phrase, figure: FigureCandidate, computed: number, unit: string): ClaimAnnotation {
  return {
    kind: 'claim',
    id: `${phrase.block.id}:${figure.start}:claim`,
    block: phrase.block.id,
    start: figure.start,
    end: figure.end,
    surface: figure.surface,
    marked: true,
    claim: 'arithmetic',
    says: { value: figure.figure.kind === 'number' ? figure.figure.value! * 100 : figure.figure.value!, unit, sources: [] },
    others: [{ value: computed, unit, sources: [] }],
  };
}
