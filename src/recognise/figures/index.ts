import type { FigureCandidate } from '../../model/figure.ts';
import { readFigure } from './figures.ts';
import type { Found } from './found.ts';
import { localeOf } from './locale.ts';
import { readMultiple } from './multiples.ts';
import type { Reading } from './reading.ts';
import { tokenize } from './tokens.ts';

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
  const locale = localeOf(lang, text);
  const reading: Reading = { text, tokens: tokenize(text, locale), locale, date };
  const found: FigureCandidate[] = [];
  for (let i = 0; i < reading.tokens.length; ) {
    const figure = readAt(reading, i);
    if (figure) {
      const start = reading.tokens[figure.from]!.start;
      const end = reading.tokens[figure.next - 1]!.end;
      found.push({ start, end, surface: text.slice(start, end), figure: figure.figure });
      i = figure.next;
    } else i++;
  }
  return found;
}

function readAt(r: Reading, i: number): Found | undefined {
  return readFigure(r, i) ?? readMultiple(r, i);
}
