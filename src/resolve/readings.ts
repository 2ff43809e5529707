import type { FigureCandidate } from '../model/figure.ts';
import type { Indicator } from '../model/indicator.ts';
import type { Knowledge } from '../model/knowledge.ts';
import { parsePeriod } from '../model/period.ts';
import { announcers, fits, indicatorsOf } from './announce.ts';
import { readChange } from './changes.ts';
import { best, type Draft, dot, lately, type Placed, type Reader, said, timed, withBefore } from './draft.ts';
import { establish } from './established.ts';
import { locate } from './locate.ts';
import { type CueMark, groupBy, overlap, type Phrase, senses } from './phrases.ts';
import { statusOf } from './tone.ts';
import { type Fit, fitOf, isCount } from './units.ts';
import { periodOf } from './when.ts';

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
    carriedPeriod(reader, indicator, status);
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

/** A wish behind what was reached has a time of its own: "reached A in 2024, while the goal is B". */
function behind(
  phrase: Phrase,
  rivals: readonly FigureCandidate[],
  figure: FigureCandidate,
  status: Draft['status'],
): number | undefined {
  const last = rivals.filter((r) => r.end <= figure.start).at(-1);
  return last && status !== 'actual' && statusOf(phrase, last, rivals) === 'actual' ? last.end : undefined;
}

/**
 * Where a wish is kept apart from what happened, the indicator that keeps it; undefined where the two do not go together. A forecast of
 * the running year stays with the indicator itself, one "by 2030" or without a time is kept with the targets.
 */
function wished(
  { knowledge, date }: Reader,
  indicator: Indicator,
  status: Draft['status'],
  period: string | undefined,
): Indicator | undefined {
  const start = period && parsePeriod(period)?.start;
  const far = !start || (!!date && start.slice(0, 4) > date.slice(0, 4));
  const wish = status === 'target' || status === 'plan' || (status === 'forecast' && far);
  if (indicator.nature === 'target') return wish ? indicator : undefined;
  return wish && indicator.target ? knowledge.indicator(indicator.target) : indicator;
}

/** The period of the sentence before, where it has one and this sentence goes on in the same paragraph. */
function carriedPeriod(reader: Reader, indicator: Indicator, status: Draft['status']): string | undefined {
  const { phrase, phrases } = reader;
  const before = phrases[phrase.index - 1];
  if (phrase.periods.length > 0 || before?.block !== phrase.block || status !== 'actual') return undefined;
  if (senses(before, 'year-before', 'same-time').length > 0) return undefined;
  const [first, ...more] = before.periods;
  return first && !more.length ? periodOf(before, first, [], timed(reader, indicator, 'actual')) : undefined;
}

/**
 * A level without a word of its own goes on with what was just read: "$463 million in 2022 and $529 million in 2023", "with Uzbekistan
 * $4.2 billion", "and $5 billion is expected". Something must tie the two: a word of change or tone, another time, another partner.
 */
function goneOn(reader: Reader): Draft | undefined {
  const { phrase, figure, drafts, established, knowledge } = reader;
  const alike = (d: Draft) => !d.change && dot(d.figure) === dot(figure);
  const last = lately(drafts, phrase, 1, alike) ?? paragraphBefore(reader, alike);
  if (!last) return spokenOf(reader);
  if (last.indicator.nature === 'target') return nextTarget(reader, last);
  if (isCount(last.indicator.unit)) return undefined;
  const { indicator } = last;
  const fit = fitOf(figure.figure, indicator, false);
  if (!fit || fit.as !== last.fit.as) return undefined;
  const rivals = phrase.figures.filter((f) => dot(f) === dot(figure));
  const status = statusOf(phrase, figure, rivals);
  const period = periodOf(phrase, figure, rivals, timed(reader, indicator, status, behind(phrase, rivals, figure, status)));
  const meant = wished(reader, indicator, status, period);
  if (!meant) return undefined;
  const { geo, partner } = last;
  const draft = { phrase, figure, indicator: meant, fit, ...(period && { period }), status, ...said(reader) };
  const links = senses(phrase, ...LINKS);
  if (last.phrase !== phrase) {
    const strangers = phrase.entities.some((e) => e.type !== 'person' && e.type !== 'outlet');
    const announced = phrase.cues.some((c) => c.kind === 'indicator');
    if (links.length === 0 || strangers || announced) return undefined;
    return { ...draft, geo, ...(partner && { partner }) };
  }
  const cue = phrase.cues.find((c) => c.kind === 'indicator' && c.ref === indicator.slug);
  const other = cue && indicator.partnerTypes && locate({ phrase, figure, cue, indicator, rivals }, established, knowledge);
  if (other && other.named === 2 && (other.geo !== geo || other.partner !== partner)) {
    const { named: _, ...places } = other;
    return { ...draft, ...places };
  }
  const named = phrase.entities.some((e) => e.start >= last.figure.end && e.end <= figure.start && e.type !== 'person');
  const tied = period !== last.period || links.some((c) => c.start >= last.figure.end && c.end <= figure.start);
  return tied && !named ? { ...draft, geo, ...(partner && { partner }) } : undefined;
}

/** Senses that tie a bare number to what was just read. */
const LINKS = ['target', 'forecast', 'plan', 'reach', 'rise', 'fall', 'compared', 'year-before', 'same-time'] as const;

/** The next paragraph goes on with what was read only where it counts its time from there: "A year earlier it was …". */
function paragraphBefore({ phrase, phrases, drafts }: Reader, will: (d: Draft) => boolean): Draft | undefined {
  const before = phrases[phrase.index - 1];
  if (!before || before.block === phrase.block || before.block.article !== phrase.block.article) return undefined;
  if (senses(phrase, 'year-before', 'same-time').length === 0) return undefined;
  return drafts.findLast((d) => d.phrase === before && will(d));
}

/** "Trade of A with B fell short of hopes. It totaled …": the sentence before names what is counted and where, and has no number. */
function spokenOf(reader: Reader): Draft | undefined {
  const { phrase, phrases, figure, established, knowledge } = reader;
  const before = phrases[phrase.index - 1];
  if (before?.block !== phrase.block || before.figures.some((f) => dot(f) === dot(figure))) return undefined;
  if (phrase.entities.some((e) => e.type !== 'person' && e.type !== 'outlet')) return undefined;
  if (phrase.cues.some((c) => c.kind === 'indicator') || senses(phrase, ...LINKS).length === 0) return undefined;
  const cues = before.cues.filter((c) => c.kind === 'indicator' && !c.ref.endsWith('-growth'));
  const rivals = phrase.figures.filter((f) => dot(f) === dot(figure));
  const readings = cues.flatMap((cue): Placed[] => {
    const [indicator] = indicatorsOf([cue], before, knowledge);
    const fit = indicator && fitOf(figure.figure, indicator, false);
    if (!indicator || fit?.as !== 'level' || isCount(indicator.unit)) return [];
    const at = locate({ phrase: before, figure, cue, indicator, rivals: [] }, established, knowledge);
    if (!at || at.named === 0) return [];
    const status = statusOf(phrase, figure, rivals);
    const period = periodOf(phrase, figure, rivals, timed(reader, indicator, status));
    const meant = wished(reader, indicator, status, period);
    if (!meant) return [];
    return [{ ...at, phrase, figure, indicator: meant, fit, ...(period && { period }), status, ...said(reader) }];
  });
  return best(readings);
}

/** "The goal between A and B is nearer: $1 billion", behind a goal of another pair. */
function nextTarget(reader: Reader, { indicator, phrase: before }: Draft): Draft | undefined {
  const { phrase, figure, established, knowledge } = reader;
  const fit = fitOf(figure.figure, indicator, false);
  const rivals = phrase.figures.filter((f) => dot(f) === dot(figure));
  const cue = senses(phrase, 'target')[0];
  if (before === phrase || !cue || fit?.as !== 'level' || rivals.length > 1) return undefined;
  if (phrase.cues.some((c) => c.kind === 'indicator')) return undefined;
  const at = locate({ phrase, figure, cue, indicator, rivals }, established, knowledge);
  if (at?.named !== 2) return undefined;
  const { named: _, ...places } = at;
  const period = periodOf(phrase, figure, rivals, timed(reader, indicator, 'target'));
  return { ...places, phrase, figure, indicator, fit, ...(period && { period }), status: 'target', ...said(reader) };
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
