import type { FigureCandidate } from '../model/figure.ts';
import type { Indicator } from '../model/indicator.ts';
import type { Knowledge } from '../model/knowledge.ts';
import { announcers, fits, indicatorsOf } from './announce.ts';
import { readChange } from './changes.ts';
import { goneOn } from './continued.ts';
import { best, type Draft, dot, type Placed, type Reader, said, timed, withBefore } from './draft.ts';
import { establish } from './established.ts';
import { locate } from './locate.ts';
import { type CueMark, groupBy, overlap, type Phrase, senses } from './phrases.ts';
import { statusOf } from './tone.ts';
import { type Fit, isCount } from './units.ts';
import { periodOf } from './when.ts';
import { behind, wished } from './wishes.ts';

/** A "sentence" with more figures is a table or a list: nothing in it is sure. */
const CROWDED = 24;
/**
 * Reads every figure of the document that its sentence and what stands before it make sure; the others are not in the map. `date`: the
 * article's ISO day.
 */
export function readFigures(
  phrases: readonly Phrase[],
  date: string | undefined,
  knowledge: Knowledge,
): Map<FigureCandidate, Draft> {
  const established = establish(phrases, date, knowledge);
  const drafts: Draft[] = [];
  for (const phrase of phrases) {
    if (phrase.figures.length > CROWDED) continue;
    const changes: FigureCandidate[] = [];
    for (const figure of phrase.figures) {
      const draft = readLevel({ phrase, figure, drafts, phrases, established, knowledge, date });
      if (draft) drafts.push(draft);
      else if (figure.figure.kind === 'percent' || figure.figure.kind === 'multiple') changes.push(figure);
    }
    for (const figure of changes) {
      const draft = readChange({ phrase, figure, drafts, phrases, established, knowledge, date });
      if (draft) drafts.push(draft);
    }
  }
  return new Map(completed(drafts).map((d) => [d.figure, d]));
}

function readLevel(reader: Reader): Draft | undefined {
  const { phrase, knowledge } = reader;
  const groups = announcers(reader);
  for (const [at, cues] of groups.entries()) {
    const fitting = indicatorsOf(cues, phrase, knowledge).flatMap((indicator) => {
      const fit = fits(reader, indicator, cues[0]!);
      return fit && fit.as !== 'change' ? [{ indicator, fit }] : [];
    });
    if (fitting.length === 0) continue;
    const readings = fitting.flatMap(({ indicator, fit }) => {
      const draft = place(reader, indicator, fit, cues[0]!);
      return draft ? [draft] : [];
    });
    // Words that share letters are two ways to read one phrase: "tonnes of cargo" and "cargo handled".
    const next = groups[at + 1]?.[0];
    if (readings.length === 0 && next && overlap(next, cues[0]!)) continue;
    return best(readings);
  }
  return goneOn(reader);
}

/** Puts a level at its places and time, and a wish where wishes are kept. */
function place(reader: Reader, indicator: Indicator, fit: Fit, cue: CueMark): Placed | undefined {
  const { phrase, figure, established, knowledge } = reader;
  const rivals = phrase.figures.filter((f) => {
    const other = fits(reader, indicator, cue, f);
    return other?.as === fit.as && dot(f) === dot(figure);
  });
  const status = statusOf(phrase, figure, rivals);
  const at = locate({ phrase, figure, cue, indicator, rivals, ...withBefore(reader) }, established, knowledge);
  if (!at || (!at.partner && needsPartner(indicator, cue, phrase))) return undefined;
  const period =
    periodOf(phrase, figure, rivals, timed(reader, indicator, status, behind(phrase, rivals, figure, status))) ??
    carriedPeriod(reader, indicator, status, rivals);
  const meant = wished(reader, indicator, status, period);
  if (!meant) return undefined;
  return {
    ...at,
    phrase,
    figure,
    indicator: meant,
    fit,
    ...(period && { period }),
    status,
    ...said(reader),
  };
}

/** "900 companies": only with capital from somewhere are they what the dataset counts. */
const needsPartner = (indicator: Indicator, cue: CueMark, phrase: Phrase) =>
  !!indicator.partnerTypes &&
  isCount(indicator.unit) &&
  senses(phrase, 'bare').some((c) => c.start === cue.start && c.end === cue.end);

/** The period of the sentence before, where it has one and this sentence goes on in the same paragraph. */
function carriedPeriod(
  reader: Reader,
  indicator: Indicator,
  status: Draft['status'],
  rivals: readonly FigureCandidate[],
): string | undefined {
  const { phrase, phrases, figure } = reader;
  // A time behind the next level is that one's: "It was A, against B in 2022".
  const next = rivals.find((r) => r.start >= figure.end);
  const theirs = phrase.periods.every((p) => next && rivals[0] === figure && p.start >= next.end);
  const before = phrases[phrase.index - 1];
  if (!theirs || before?.block !== phrase.block || status !== 'actual') return undefined;
  if (senses(before, 'year-before', 'same-time').length > 0) return undefined;
  const [first, ...more] = before.periods;
  return first && !more.length ? periodOf(before, first, [], timed(reader, indicator, 'actual')) : undefined;
}

/** Takes a missing period from another sentence that prints the same value of the same thing; without a required one a level is none. */
function completed(drafts: readonly Draft[]): Draft[] {
  const key = (d: Draft) =>
    [
      d.phrase.block.article,
      d.indicator.slug,
      d.geo,
      d.partner,
      d.figure.figure.kind,
      d.figure.figure.value,
      d.figure.figure.currency,
    ].join(' ');
  const dated = groupBy(
    drafts.filter((d) => d.period),
    key,
  );
  return drafts.flatMap((d) => {
    if (d.period) return [d];
    const periods = new Set(dated.get(key(d))?.map((o) => o.period));
    const period = periods.size === 1 ? [...periods][0] : undefined;
    if (period) return [{ ...d, period }];
    return d.change || !d.indicator.requires.includes('period') ? [d] : [];
  });
}
