import type { FigureCandidate } from '../../model/figure.ts';
import { mayHold } from './gate.ts';
import { type Locale, localeOf } from './locale.ts';
import { readAll } from './read.ts';
import { makeReading } from './reading.ts';

/** What the caller knows of the text. */
export interface FigureOptions {
  /** BCP 47 tag of the block's language; unknown languages are read by their script. */
  readonly lang?: string;
  /** The article's ISO day; relative periods ("last year") need it. */
  readonly date?: string;
}

const NEWLINE = 10;

/** Where the paragraph ends that starts at `from`: before an empty line. */
function paragraphEnd(text: string, from: number): number {
  for (let at = text.indexOf('\n', from); at >= 0; at = text.indexOf('\n', at + 1))
    if (text.charCodeAt(at + 1) === NEWLINE) return at;
  return text.length;
}

/**
 * Finds the figures written in one block of text: money, percentages, quantities, multiples, periods, plain numbers.
 * Spans are UTF-16 offsets into `text`, in order and without overlap. Time is linear in the length of the text.
 */
export function recogniseFigures(text: string, { lang, date }: FigureOptions = {}): FigureCandidate[] {
  const locale = localeOf(lang, text);
  const found: FigureCandidate[] = [];
  for (let from = 0; from < text.length; ) {
    const to = paragraphEnd(text, from);
    const gate = locale.gate();
    if (!gate || mayHold(text, from, to, gate, locale.lang)) readParagraph(text, from, to, locale, date, found);
    from = to + 1;
  }
  return found;
}

function readParagraph(text: string, from: number, to: number, locale: Locale, date: string | undefined, all: FigureCandidate[]) {
  const reading = makeReading(text, locale, date, from, to);
  const { tokens } = reading;
  for (const { from: first, next, figure } of readAll(reading, all)) {
    const start = tokens[first]!.start;
    const end = tokens[next - 1]!.end;
    all.push({ start, end, surface: text.slice(start, end), figure });
  }
}
