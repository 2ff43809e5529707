import type { EntityAnnotation } from '../model/annotation.ts';
import type { FigureCandidate, Span } from '../model/figure.ts';
import type { Cue, Knowledge, Sense } from '../model/knowledge.ts';
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
    starts.forEach((start, i) => {
      const end = starts[i + 1] ?? Number.POSITIVE_INFINITY;
      const here = <T extends Span>(all: readonly T[]) => all.filter((s) => s.start >= start && s.start < end);
      const numbers = here(figures);
      phrases.push({
        index: phrases.length,
        start,
        end,
        block,
        lang,
        cues: here(marks),
        entities: here(mentions),
        figures: numbers.filter((f) => f.figure.kind !== 'period'),
        periods: numbers.filter((f) => f.figure.kind === 'period'),
      });
    });
  }
  return phrases;
}

/**
 * Drops announcing words that are a part of something longer: "trade" in "trade turnover", in "Minister of Trade", in the name of an
 * organisation. A counting body may be an entity too and stays; so do the words inside those of a target ("trade turnover to"), which
 * may turn out to be none.
 */
function settle(cues: readonly CueMark[], mentions: readonly EntityAnnotation[], knowledge: Knowledge): CueMark[] {
  const strong = cues.filter((c) => c.kind !== 'sense' && knowledge.indicator(c.ref)?.nature !== 'target');
  return cues
    .filter((c) => {
      if (strong.some((o) => longer(o, c) && inside(c, o))) return false;
      if (c.kind === 'sense' && cues.some((o) => o.kind === 'sense' && longer(o, c) && inside(c, o))) return false;
      return c.kind === 'basis' || c.kind === 'post' || !mentions.some((m) => inside(c, m));
    })
    .sort((a, b) => a.start - b.start || b.end - a.end);
}

/** Marks of one or several senses. */
export function senses(phrase: Phrase, ...wanted: readonly Sense[]): CueMark[] {
  return phrase.cues.filter((c) => c.kind === 'sense' && wanted.includes(c.ref as Sense));
}

/** Languages in which the word that governs a number or a clause stands after it. */
export const verbLast = (lang: string) => lang === 'az' || lang === 'kk' || lang === 'tr';
