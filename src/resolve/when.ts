import type { FigureCandidate, Span } from '../model/figure.ts';
import type { Indicator } from '../model/indicator.ts';
import { formatPeriod, type Period, parsePeriod } from '../model/period.ts';
import { lengthOf, yearBefore } from './intervals.ts';
import { type CueMark, gap, overlap, type Phrase, senses, verbLast } from './phrases.ts';

/** Characters between a word of comparison and the period or figure that it makes the base. */
const BASE = 26;
/** The longest year. In days. */
const YEAR = 366;
/** The shortest time over which a flow is reported, in days. */
const MONTH = 28;

/** Does a word of comparison make this span the base: "compared with 2021", «по сравнению с 2021 годом», "2021-ci illə müqayisədə"? */
export function isBase(phrase: Phrase, span: Span): boolean {
  const marks = senses(phrase, 'compared');
  const between = (a: number, b: number) =>
    [...phrase.figures, ...phrase.periods].some((f) => f !== span && f.start >= a && f.end <= b);
  return marks.some((c) => {
    if (gap(c, span) > BASE) return false;
    if (c.end <= span.start) return !between(c.end, span.start);
    return c.start >= span.end && verbLast(phrase.lang) && !between(span.end, c.start);
  });
}

/** The base period of a comparison, where the sentence names it: 2021 in "seven times higher than in 2021". */
export function baseOf(phrase: Phrase): string | undefined {
  const relative = senses(phrase, ...RELATIVE);
  const [first, ...more] = phrase.periods.filter(
    (p) => (isBase(phrase, p) || opensOnly(p)) && !relative.some((c) => overlap(c, p)),
  );
  if (!first || more.length > 0) return undefined;
  // "Since 2018" has the year, or the month, in which it starts for its base.
  const [, start] = /^(\d{4}-\d{2}-\d{2})\/\.\.$/.exec(first.figure.period!) ?? [];
  return start?.endsWith('-01-01') ? start.slice(0, 4) : start?.endsWith('-01') ? start.slice(0, 7) : first.figure.period;
}

const opensOnly = (p: FigureCandidate) => parsePeriod(p.figure.period ?? '')?.end === null;

/** A figure's time is asked for with what is known of it. */
export interface Timed {
  readonly indicator: Indicator;
  /** Wanted or expected: only what was still to come can be its time, and for what happened only what had begun. */
  readonly wish: boolean;
  /** The article's ISO day. */
  readonly date: string | undefined;
  /** The time that was spoken of just before, which "a year earlier" counts from. */
  readonly anchor?: string;
  /** Only what stands behind this offset of the block tells the time. */
  readonly from?: number;
}

/** A period of a sentence, as the figure's own time. */
interface Dated extends Span {
  readonly written: string;
  /** Stands in a word of change ("less than a year earlier"): a time only for a level that comes after another one. */
  readonly second?: boolean;
}

/** Senses that tell a time by another one. */
const RELATIVE = ['year-before', 'same-time'] as const;

/** "A year earlier", "the same year": told from the time that was spoken of before, in the sentence or ahead of it. */
function relativeTimes(phrase: Phrase, { indicator, anchor }: Timed): { cues: readonly CueMark[]; dated: Dated[] } {
  const cues = senses(phrase, ...RELATIVE);
  const changes = senses(phrase, 'rise', 'fall');
  const dated = cues.flatMap((c): Dated[] => {
    const lead = phrase.periods.find((p) => p.end <= c.start && !cues.some((o) => overlap(o, p)))?.figure.period;
    const base = parsePeriod(anchor ?? lead ?? '');
    const meant = base && (c.ref === 'year-before' ? yearBefore(base) : base);
    return meant && !isBase(phrase, c)
      ? [{ start: c.start, end: c.end, written: written(meant, indicator), second: changes.some((o) => overlap(o, c)) }]
      : [];
  });
  return { cues: dated.length > 0 ? cues : [], dated };
}

/** Periods of a sentence that a figure can be for, in order. */
function periodsFor(phrase: Phrase, timed: Timed): Dated[] {
  const relative = relativeTimes(phrase, timed);
  const own = absoluteTimes(phrase, timed).filter((p) => !relative.cues.some((c) => overlap(c, p)));
  return [...own, ...relative.dated].sort((a, b) => a.start - b.start).filter((p) => p.start >= (timed.from ?? 0));
}

/** "The highest of the past five years": over so many years, not in them. */
function measures(phrase: Phrase, p: Span): boolean {
  return senses(phrase, 'first-since', 'lowest-since', 'record', 'record-low', 'first-time').some((c) => gap(c, p) <= 1);
}

/** "Until 2030" is for 2030, where something is wanted. */
function closed(period: Period | undefined, { wish }: Timed): Period | undefined {
  if (!wish || period?.start !== null || !period.end?.endsWith('-01-01')) return period;
  return { start: `${Number(period.end.slice(0, 4)) - 1}-01-01`, end: period.end };
}

function absoluteTimes(phrase: Phrase, timed: Timed): Dated[] {
  return phrase.periods.flatMap((p): Dated[] => {
    const period = closed(parsePeriod(p.figure.period ?? ''), timed);
    if (!period?.start || !period.end || isBase(phrase, p) || (lengthOf(period) > YEAR && measures(phrase, p))) return [];
    const { indicator, wish, date } = timed;
    // "January–August" without a year is the last one, for what happened.
    const due = wish || !date || period.start <= date || /\d{4}/.test(p.surface) ? period : yearBefore(period)!;
    if (date && (wish ? due.end! <= date : due.start! > date)) return [];
    if (indicator.nature === 'flow' && lengthOf(due) < MONTH && !isYearEnd(due)) return [];
    const whole = wish && isLate(due) ? yearOf(due) : due;
    return [{ start: p.start, end: p.end, written: written(whole, indicator) }];
  });
}

/** The last third of a year, which "by the end of 2025" is read as: a wish for it is one for the year. */
const isLate = ({ start, end }: Period) => !!start?.endsWith('-09-01') && end === `${Number(start.slice(0, 4)) + 1}-01-01`;
const yearOf = ({ start, end }: Period): Period => ({ start: `${start!.slice(0, 4)}-01-01`, end });

const isYearEnd = (period: Period) => lengthOf(period) === 1 && period.start!.endsWith('-12-31');
/** "By the end of the year" is the year for whatever adds up. */
function written(period: Period, indicator: Indicator): string {
  return indicator.nature === 'flow' && isYearEnd(period) ? period.start!.slice(0, 4) : formatPeriod(period);
}

/**
 * The period of one figure among the levels of its sentence (`rivals`, in order, the figure among them). With several periods each figure
 * takes its own: the one before it, or, where the sentence puts figures first, the one after it, with no other level in between.
 */
export function periodOf(
  phrase: Phrase,
  figure: FigureCandidate,
  rivals: readonly FigureCandidate[],
  timed: Timed,
): string | undefined {
  const all = periodsFor(phrase, timed).filter((p) => !p.second || rivals.some((r) => r !== figure && r.end <= p.start));
  const distinct = new Set(all.map((p) => p.written));
  const based = isBase(phrase, figure);
  if (distinct.size === 1 && !based && (rivals.length < 2 || all[0]!.start < rivals[0]!.start)) return [...distinct][0];
  if (distinct.size === 0) return undefined;
  const others = rivals.filter((r) => r !== figure);
  const free = (from: number, to: number) => !others.some((r) => r.start >= from && r.end <= to);
  const before = all.filter((p) => p.end <= figure.start && free(p.end, figure.start)).at(-1);
  const after = all.find((p) => p.start >= figure.end && free(figure.end, p.start));
  const first = rivals[0] ?? figure;
  const leads = all.some((p) => p.end <= first.start);
  // A base without its own period ("against $500 million a year earlier") is another time than the one that leads.
  if (based) return after ? after.written : undefined;
  const own = leads ? (before ?? (figure === first ? undefined : after)) : (after ?? before);
  if (own) return own.written;
  return distinct.size === 1 && leads ? [...distinct][0] : undefined;
}
