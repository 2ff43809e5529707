import type { Reading } from '../model/annotation.ts';
import type { FigureCandidate } from '../model/figure.ts';
import type { EntityId } from '../model/ids.ts';
import type { Indicator } from '../model/indicator.ts';
import type { Knowledge } from '../model/knowledge.ts';
import type { Established } from './established.ts';
import type { Phrase } from './phrases.ts';
import { basisOf, speakerOf } from './tone.ts';
import type { Fit } from './units.ts';
import type { Timed } from './when.ts';

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

export interface Reader {
  readonly phrase: Phrase;
  readonly figure: FigureCandidate;
  /** Read so far, in document order; the changes of a sentence after its levels. */
  readonly drafts: readonly Draft[];
  readonly phrases: readonly Phrase[];
  readonly established: Established;
  readonly knowledge: Knowledge;
  readonly date: string | undefined;
}

export type Placed = Draft & { readonly named: number };

/** Same kind and unit: figures that could be levels of the same thing. */
export const dot = (f: FigureCandidate) => `${f.figure.kind} ${f.figure.kind === 'quantity' ? f.figure.unit : ''}`;

/** Sentences back from which "a year earlier" counts. */
const ANCHORED = 2;

/** What a figure's time is asked for with. `from`: where in the block to look for it, if not from the start. */
export function timed({ date, drafts, phrase }: Reader, indicator: Indicator, status: Draft['status'], from?: number): Timed {
  const anchor = recent(drafts, phrase, ANCHORED, (d) => !d.change && d.status === 'actual')?.period;
  return { indicator, date, wish: status !== 'actual', ...(anchor && { anchor }), ...(from !== undefined && { from }) };
}

/** The last draft of the same block, at most so many sentences back, that will do. */
export function lately(drafts: readonly Draft[], phrase: Phrase, back: number, will: (d: Draft) => boolean): Draft | undefined {
  for (let i = drafts.length - 1; i >= 0; i--) {
    const d = drafts[i]!;
    if (d.phrase.block !== phrase.block || phrase.index - d.phrase.index > back) return undefined;
    if (will(d)) return d;
  }
  return undefined;
}

/** The last draft of the same article, at most so many sentences back, that will do. */
export function recent(drafts: readonly Draft[], phrase: Phrase, back: number, will: (d: Draft) => boolean): Draft | undefined {
  for (let i = drafts.length - 1; i >= 0; i--) {
    const d = drafts[i]!;
    if (d.phrase.block.article !== phrase.block.article || phrase.index - d.phrase.index > back) return undefined;
    if (will(d)) return d;
  }
  return undefined;
}

export function withBefore({ phrase, drafts }: Reader) {
  const last = drafts.at(-1);
  if (!last || last.phrase.block !== phrase.block) return {};
  const { geo, partner } = last;
  return { before: { geo, ...(partner && { partner }), back: phrase.index - last.phrase.index, at: last.figure.start } };
}

export function said({ phrase, phrases, knowledge }: Reader) {
  const basis = basisOf(phrase, phrases, knowledge);
  const assertedBy = speakerOf(phrase, phrases);
  return { ...(basis && { basis }), ...(assertedBy && { assertedBy }) };
}

/** The one reading that explains most; undefined where two different ones explain as much. */
export function best(readings: readonly Placed[]): Draft | undefined {
  const weight = (d: Placed) =>
    (d.fit.as === 'level' ? 100 : 0) + d.named * 10 + (d.partner ? 5 : 0) + (d.indicator.nature === 'target' ? 1 : 0);
  const [first, second] = [...readings].sort((a, b) => weight(b) - weight(a));
  if (!first || (second && weight(second) === weight(first) && second.indicator.slug !== first.indicator.slug)) return undefined;
  const { named: _, ...draft } = first;
  return draft;
}
