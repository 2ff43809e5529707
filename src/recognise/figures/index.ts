import type { FigureCandidate } from '../../model/figure.ts';
import { localeOf } from './locale.ts';
import { readAll } from './read.ts';
import { makeReading } from './reading.ts';

/** What the caller knows of the text. */
export interface FigureOptions {
  /** BCP 47 tag of the block's language; unknown languages are read by their script. */
  readonly lang?: string;
  /** The article's ISO day; relative periods ("last year") need it. */
  readonly date?: string;
}

/**
 * Finds the figures written in one block of text: money, percentages, quantities, multiples, periods, plain numbers.
 * Spans are UTF-16 offsets into `text`, in order and without overlap. Time is linear in the length of the text.
 */
export function recogniseFigures(text: string, { lang, date }: FigureOptions = {}): FigureCandidate[] {
  const reading = makeReading(text, localeOf(lang, text), date);
  const { tokens } = reading;
  return readAll(reading).map(({ from, next, figure }) => {
    const start = tokens[from]!.start;
    const end = tokens[next - 1]!.end;
    return { start, end, surface: text.slice(start, end), figure };
  });
}
