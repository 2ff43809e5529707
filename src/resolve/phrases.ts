import type { EntityAnnotation } from '../model/annotation.ts';
import type { FigureCandidate, Span } from '../model/figure.ts';
import type { Cue, Knowledge, Sense } from '../model/knowledge.ts';
import { parsePeriod } from '../model/period.ts';
import type { ResolveBlock } from './resolve.ts';

/** An announcing word in place: what it announces, and where it stands in its block. */
export interface CueMark extends Span {
  readonly kind: Cue['kind'];
  readonly ref: string;
}

/** A sentence as resolution sees it: no text, only what was recognised in it, each in order of place. */
export interface Phrase extends Span {
  /** Position in the document, from 0. */
  readonly index: number;
  readonly block: ResolveBlock;
  readonly lang: string;
  readonly cues: readonly CueMark[];
  /** Linked mentions, also unmarked ones. */
  readonly entities: readonly EntityAnnotation[];
  /** Every figure but periods. */
  readonly figures: readonly FigureCandidate[];
  readonly periods: readonly FigureCandidate[];
}

const inside = (a: Span, b: Span) => a.start >= b.start && a.end <= b.end;
const longer = (a: Span, b: Span) => a.end - a.start > b.end - b.start;
export const overlap = (a: Span, b: Span) => a.start < b.end && b.start < a.end;
/** Characters between two spans; 0 where they touch or overlap. */
export const gap = (a: Span, b: Span) => Math.max(0, a.start - b.end, b.start - a.end);

export function groupBy<T, K>(all: readonly T[], key: (one: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const one of all) {
    const k = key(one);
    const group = groups.get(k);
    if (group) group.push(one);
    else groups.set(k, [one]);
  }
  return groups;
}

/** Cuts blocks into sentences with what stands in each. `entities` may come in any order. */
export function phrasesOf(
  blocks: readonly ResolveBlock[],
  entities: readonly EntityAnnotation[],
  knowledge: Knowledge,
): Phrase[] {
  const byBlock = groupBy(entities, (e) => e.block);
  const phrases: Phrase[] = [];
  for (const block of blocks) {
    const { sentences, cues, figures, lang } = block.candidates;
    const mentions = [...(byBlock.get(block.id) ?? [])].sort((a, b) => a.start - b.start);
    const marks = settle(
      cues.map(({ start, end, cue }): CueMark => {
        const { kind, ref } = knowledge.cue(cue);
        return { start, end, kind, ref };
      }),
      mentions,
      knowledge,
    );
    const starts = sentences.length ? sentences : [0];
    const [here, named, numbers] = [deal(marks, starts), deal(mentions, starts), deal(figures, starts)];
    starts.forEach((start, i) => {
      phrases.push({
        index: phrases.length,
        start,
        end: starts[i + 1] ?? Number.POSITIVE_INFINITY,
        block,
        lang,
        cues: here[i]!,
        entities: named[i]!,
        figures: numbers[i]!.filter((f) => f.figure.kind !== 'period'),
        periods: joined(
          numbers[i]!.filter((f) => f.figure.kind === 'period' && !here[i]!.some((c) => joins(c) && overlap(c, f))),
          here[i]!,
        ),
      });
    });
  }
  return phrases;
}

/** Characters between the two months of "between January and September 2024". */
const AND = 5;

/** Two months behind "between" are one time, in the year that stands at the second. */
function joined(periods: readonly FigureCandidate[], cues: readonly CueMark[]): FigureCandidate[] {
  return periods.flatMap((p, i) => {
    const after = (a: FigureCandidate) => cues.some((c) => c.ref === 'between' && c.end <= a.start && gap(c, a) <= 1);
    const [q, before] = [periods[i + 1], periods[i - 1]];
    if (before && after(before) && monthsOf(before, p)) return [];
    const both = q && after(p) ? monthsOf(p, q) : undefined;
    return [both ? { ...p, end: q!.end, figure: { ...p.figure, period: both } } : p];
  });
}

function monthsOf(first: FigureCandidate, last: FigureCandidate): string | undefined {
  const month = /^\d{4}-(\d{2})$/.exec(first.figure.period ?? '')?.[1];
  const until = /^(\d{4})-(\d{2})$/.exec(last.figure.period ?? '');
  if (!month || !until || /\d/.test(first.surface) || !/\d{4}/.test(last.surface) || gap(first, last) > AND) return undefined;
  const year = Number(until[1]) - (month > until[2]! ? 1 : 0);
  return `${year}-${month}-01/${parsePeriod(last.figure.period!)!.end}`;
}

/** "Between" and "compared" are no time, whatever month they begin like (Turkish "arasında" and "Ara", December). */
const joins = (c: CueMark) => c.kind === 'sense' && (c.ref === 'between' || c.ref === 'compared');

/** Deals what is sorted by place to the sentences in which it starts. */
function deal<T extends Span>(sorted: readonly T[], starts: readonly number[]): T[][] {
  const dealt: T[][] = starts.map(() => []);
  let i = 0;
  for (const one of sorted) {
    while (i + 1 < starts.length && starts[i + 1]! <= one.start) i++;
    dealt[i]!.push(one);
  }
  return dealt;
}

/**
 * Drops announcing words that are a part of something longer: "trade" in "trade turnover", in "Minister of Trade", in the name of an
 * organisation. A counting body may be an entity too and stays; so do the words inside those of a target ("trade turnover to"), which
 * may turn out to be none.
 */
function settle(cues: readonly CueMark[], mentions: readonly EntityAnnotation[], knowledge: Knowledge): CueMark[] {
  const unit = (c: CueMark) => (c.kind === 'indicator' ? knowledge.indicator(c.ref)?.unit : undefined);
  const target = (c: CueMark) => c.kind === 'indicator' && knowledge.indicator(c.ref)?.nature === 'target';
  // "Deals worth" announces a sum and leaves "deals" to announce their number: only what is counted alike competes.
  const beats = (o: CueMark, c: CueMark) => {
    if (!longer(o, c) || !inside(c, o)) return false;
    // "Less than a year earlier, when it was …": the year stays told.
    if (o.kind === 'sense') return c.kind === 'sense' && !(c.ref === 'year-before' && (o.ref === 'rise' || o.ref === 'fall'));
    return !target(o) && (!unit(o) || !unit(c) || unit(o) === unit(c));
  };
  const sorted = [...cues].sort((a, b) => a.start - b.start || b.end - a.end);
  const kept: CueMark[] = [];
  // Whatever holds a cue inside starts before it: one walk, with only those open that have not ended.
  let open: CueMark[] = [];
  let next = 0;
  let around: EntityAnnotation[] = [];
  for (const c of sorted) {
    open = open.filter((o) => o.end > c.start);
    while (mentions[next] && mentions[next]!.start <= c.start) around.push(mentions[next++]!);
    around = around.filter((m) => m.end > c.start);
    const covered = c.kind !== 'basis' && c.kind !== 'post' && around.some((m) => inside(c, m));
    if (!covered && !open.some((o) => beats(o, c))) kept.push(c);
    open.push(c);
  }
  return kept;
}

/** Marks of one or several senses. */
export function senses(phrase: Phrase, ...wanted: readonly Sense[]): CueMark[] {
  return phrase.cues.filter((c) => c.kind === 'sense' && wanted.includes(c.ref as Sense));
}

/** Languages in which the word that governs a number or a clause stands after it. */
export const verbLast = (lang: string) => lang === 'az' || lang === 'kk' || lang === 'tr';
