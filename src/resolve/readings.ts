import type { Reading } from '../model/annotation.ts';
import type { FigureCandidate } from '../model/figure.ts';
import type { EntityId } from '../model/ids.ts';
import type { Indicator } from '../model/indicator.ts';
import type { Knowledge } from '../model/knowledge.ts';
import { parsePeriod } from '../model/period.ts';
import { type Established, establish } from './established.ts';
import { locate } from './locate.ts';
import { type CueMark, gap, groupBy, overlap, type Phrase, senses } from './phrases.ts';
import { basisOf, directionOf, speakerOf, statusOf } from './tone.ts';
import { type Fit, fitOf, isCount } from './units.ts';
import { baseOf, periodOf } from './when.ts';

/** A figure understood, before it is compared with anything. */
export interface Draft {
  readonly phrase: Phrase;
  readonly figure: FigureCandidate;
  readonly indicator: Indicator;
  readonly fit: Fit;
  readonly geo: EntityId;
  readonly partner?: EntityId;
  readonly period?: string;
  readonly change?: { readonly by: 'percent' | 'ratio'; readonly falls: boolean; readonly against?: string };
  readonly status: Reading['status'];
  readonly basis?: string;
  readonly assertedBy?: EntityId;
}

/** Characters within which an announcing word belongs to a bare count: "1,100 foreign enterprises". */
const HEAD = 20;
/** A "sentence" with more figures is a table or a list: nothing in it is sure. */
const CROWDED = 24;
const dot = (f: FigureCandidate) => `${f.figure.kind} ${f.figure.kind === 'quantity' ? f.figure.unit : ''}`;

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

interface Reader {
  readonly phrase: Phrase;
  readonly figure: FigureCandidate;
  /** Read so far, in document order; the changes of a sentence after its levels. */
  readonly drafts: readonly Draft[];
  readonly phrases: readonly Phrase[];
  readonly established: Established;
  readonly knowledge: Knowledge;
  readonly date: string | undefined;
}

/** Announcing words for one figure, by place, the likeliest first. */
function announcers({ phrase, figure }: Reader): CueMark[][] {
  const cues = phrase.cues.filter((c) => c.kind === 'indicator');
  const same = phrase.figures.filter((f) => f !== figure && dot(f) === dot(figure));
  const free = (from: number, to: number) => !same.some((f) => f.start >= from && f.end <= to);
  const near = (a: CueMark, b: CueMark) => gap(a, figure) - gap(b, figure);
  const own = cues.filter((c) => overlap(c, figure));
  const before = cues.filter((c) => c.end <= figure.start && free(c.end, figure.start)).sort(near);
  const after = cues.filter((c) => c.start >= figure.end && free(figure.end, c.start)).sort(near);
  const first = [...same, figure].reduce((a, b) => (a.start < b.start ? a : b));
  const figuresLead = !cues.some((c) => c.end <= first.start);
  const ordered = [...own, ...(figuresLead ? [...after, ...before] : [...before, ...after])];
  return [...groupBy(ordered, (c) => c.start).values()];
}

/** Indicators that words of this sentence announce at one place and none rules out. */
function indicatorsOf(cues: readonly CueMark[], phrase: Phrase, knowledge: Knowledge): Indicator[] {
  return cues
    .filter((c) => !phrase.cues.some((n) => n.kind === 'not-indicator' && n.ref === c.ref))
    .flatMap((c) => knowledge.indicator(c.ref) ?? []);
}

function fits(reader: Reader, indicator: Indicator, cue: CueMark, figure = reader.figure): Fit | undefined {
  const beside = overlap(cue, figure) || (cue.start >= figure.end && gap(cue, figure) <= HEAD);
  return fitOf(figure.figure, indicator, beside);
}

function readLevel(reader: Reader): Draft | undefined {
  const { phrase, knowledge } = reader;
  for (const cues of announcers(reader)) {
    const fitting = indicatorsOf(cues, phrase, knowledge).flatMap((indicator) => {
      const fit = fits(reader, indicator, cues[0]!);
      return fit && fit.as !== 'change' ? [{ indicator, fit }] : [];
    });
    if (fitting.length === 0) continue;
    const readings = fitting.flatMap(({ indicator, fit }) => {
      const draft = place(reader, indicator, fit, cues[0]!);
      return draft ? [draft] : [];
    });
    return best(readings);
  }
  return goneOn(reader);
}

type Placed = Draft & { readonly named: number };

/** Puts a level at its places and time, and a wish where wishes are kept. */
function place(reader: Reader, indicator: Indicator, fit: Fit, cue: CueMark): Placed | undefined {
  const { phrase, figure, established, knowledge } = reader;
  const rivals = phrase.figures.filter((f) => {
    const other = fits(reader, indicator, cue, f);
    return other?.as === fit.as && dot(f) === dot(figure);
  });
  const status = statusOf(phrase, figure, rivals);
  const at = locate({ phrase, figure, cue, indicator, rivals, ...withBefore(reader) }, established, knowledge);
  if (!at) return undefined;
  const period = periodOf(phrase, figure, rivals, timed(reader, indicator, status)) ?? carriedPeriod(reader, indicator, status);
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

const timed = ({ date }: Reader, indicator: Indicator, status: Draft['status']) => ({
  indicator,
  date,
  wish: status !== 'actual',
});

function withBefore({ phrase, drafts }: Reader) {
  const last = drafts.at(-1);
  if (!last || last.phrase.block !== phrase.block) return {};
  const { geo, partner } = last;
  return { before: { geo, ...(partner && { partner }), back: phrase.index - last.phrase.index } };
}

function said({ phrase, phrases, knowledge }: Reader) {
  const basis = basisOf(phrase, phrases, knowledge);
  const assertedBy = speakerOf(phrase, phrases);
  return { ...(basis && { basis }), ...(assertedBy && { assertedBy }) };
}

/** The period of the sentence before, where it has one and this sentence goes on in the same paragraph. */
function carriedPeriod(reader: Reader, indicator: Indicator, status: Draft['status']): string | undefined {
  const { phrase, phrases } = reader;
  const before = phrases[phrase.index - 1];
  if (phrase.periods.length > 0 || before?.block !== phrase.block || status !== 'actual') return undefined;
  const [first, ...more] = before.periods;
  return first && !more.length ? periodOf(before, first, [], timed(reader, indicator, 'actual')) : undefined;
}

/** The one reading that explains most; undefined where two different ones explain as much. */
function best(readings: readonly Placed[]): Draft | undefined {
  const weight = (d: Placed) =>
    (d.fit.as === 'level' ? 100 : 0) + d.named * 10 + (d.partner ? 5 : 0) + (d.indicator.nature === 'target' ? 1 : 0);
  const [first, second] = [...readings].sort((a, b) => weight(b) - weight(a));
  if (!first || (second && weight(second) === weight(first) && second.indicator.slug !== first.indicator.slug)) return undefined;
  const { named: _, ...draft } = first;
  return draft;
}

/**
 * A level without a word of its own goes on with what was just read: "$463 million in 2022 and $529 million in 2023", "with Uzbekistan
 * $4.2 billion", "and $5 billion is expected". Something must tie the two: a word of change or tone, another time, another partner.
 */
function goneOn(reader: Reader): Draft | undefined {
  const { phrase, figure, drafts, established, knowledge } = reader;
  const last = drafts.filter((d) => !d.change && dot(d.figure) === dot(figure)).at(-1);
  if (!last || last.phrase.block !== phrase.block || isCount(last.indicator.unit) || last.indicator.nature === 'target')
    return undefined;
  const { indicator } = last;
  const fit = fitOf(figure.figure, indicator, false);
  if (!fit || fit.as !== last.fit.as) return undefined;
  const rivals = phrase.figures.filter((f) => dot(f) === dot(figure));
  const status = statusOf(phrase, figure, rivals);
  const period = periodOf(phrase, figure, rivals, timed(reader, indicator, status));
  const meant = wished(reader, indicator, status, period);
  if (!meant) return undefined;
  const { geo, partner } = last;
  const draft = { phrase, figure, indicator: meant, fit, ...(period && { period }), status, ...said(reader) };
  const links = senses(phrase, 'target', 'forecast', 'plan', 'reach', 'rise', 'fall', 'compared');
  if (last.phrase !== phrase) {
    const strangers = phrase.entities.some((e) => e.type !== 'person' && e.type !== 'outlet');
    const announced = phrase.cues.some((c) => c.kind === 'indicator');
    if (phrase.index - last.phrase.index > 1 || links.length === 0 || strangers || announced) return undefined;
    return { ...draft, geo, ...(partner && { partner }) };
  }
  const cue = phrase.cues.find((c) => c.kind === 'indicator' && c.ref === indicator.slug);
  const other = cue && indicator.symmetric && locate({ phrase, figure, cue, indicator, rivals }, established, knowledge);
  if (other && other.named === 2 && (other.geo !== geo || other.partner !== partner)) {
    const { named: _, ...places } = other;
    return { ...draft, ...places };
  }
  const named = phrase.entities.some((e) => e.start >= last.figure.end && e.end <= figure.start && e.type !== 'person');
  const tied = period !== last.period || links.some((c) => c.start >= last.figure.end && c.end <= figure.start);
  return tied && !named ? { ...draft, geo, ...(partner && { partner }) } : undefined;
}

/** "Up 18.5 percent", "sevenfold": a change of what the sentence is about. */
function readChange(reader: Reader): Draft | undefined {
  const { phrase, figure, drafts, established, knowledge } = reader;
  const direction = directionOf(phrase, figure);
  if (figure.figure.kind === 'percent') {
    const share = senses(phrase, 'share').some((c) => gap(c, figure) <= HEAD);
    if (!direction || share || figure.figure.unit === 'percentage-point') return undefined;
  }
  const by = figure.figure.kind === 'percent' ? 'percent' : 'ratio';
  const against = baseOf(phrase);
  const change = { by, falls: direction === 'fall', ...(against && { against }) } as const;
  const fit: Fit = { as: 'change', by };
  const announced = announcers(reader);
  const level = drafts.filter((d) => d.phrase === phrase && !d.change && d.figure.end <= figure.start).at(-1);
  if (level && !announced.some(([c]) => c && c.start >= level.figure.end && c.end <= figure.start)) {
    const { change: _, ...same } = level;
    return { ...same, figure, fit, change };
  }
  for (const cues of announced) {
    const indicators = indicatorsOf(cues, phrase, knowledge).filter(
      (i) => i.nature !== 'target' && fitOf(figure.figure, i, false)?.as === 'change',
    );
    if (indicators.length === 0) continue;
    const readings = indicators.flatMap((indicator): Placed[] => {
      const at = locate(
        { phrase, figure, cue: cues[0]!, indicator, rivals: [figure], ...withBefore(reader) },
        established,
        knowledge,
      );
      if (!at) return [];
      const period = periodOf(phrase, figure, [figure], timed(reader, indicator, 'actual'));
      return [
        {
          ...at,
          phrase,
          figure,
          indicator,
          fit,
          change,
          ...(period && { period }),
          status: statusOf(phrase, figure, [figure]),
          ...said(reader),
        },
      ];
    });
    return best(readings);
  }
  return undefined;
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
