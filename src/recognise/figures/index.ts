import type { FigureCandidate } from '../../model/figure.ts';
import { readFigure } from './figures.ts';
import type { Found } from './found.ts';
import { BEGINNING, localeOf } from './locale.ts';
import { readMultiple } from './multiples.ts';
import { readPeriod } from './periods/spans.ts';
import { makeReading, type Reading } from './reading.ts';

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
  const reading = makeReading(text, locale, date);
  const found: FigureCandidate[] = [];
  for (let i = 0; i < reading.tokens.length; ) {
    const figure = mayStart(reading, i) ? readAt(reading, i) : undefined;
    if (figure) {
      const start = reading.tokens[figure.from]!.start;
      const end = reading.tokens[figure.next - 1]!.end;
      found.push({ start, end, surface: text.slice(start, end), figure: figure.figure });
      i = figure.next;
    } else i++;
  }
  return found;
}

/** The cheap test that most words fail. */
function mayStart({ tokens, locale }: Reading, i: number): boolean {
  const { kind, key } = tokens[i]!;
  if (kind === 'number' || locale.sparks.has(key)) return true;
  const next = tokens[i + 1];
  if (next !== undefined && next.kind !== 'word' && locale.codes.has(key)) return true;
  if (kind === 'sign') return false;
  if (next !== undefined && (key === 'a' || key === 'an')) return locale.afterArticle.has(next.key);
  return locale.beginnings.size > 0 && key.length > BEGINNING && locale.beginnings.has(key.slice(0, BEGINNING));
}

const ROUND = 500;

function readAt(r: Reading, i: number): Found | undefined {
  const period = readPeriod(r, i);
  const figure = readFigure(r, i) ?? readMultiple(r, i);
  if (!period || !figure) return period ?? figure;
  return figure.next > period.next && !isYearOfNoun(r, period, figure) ? figure : period;
}

/** "2023 elections": the noun belongs to a year; "2000 pieces" is a count. */
function isYearOfNoun(r: Reading, period: Found, figure: Found): boolean {
  if (figure.figure.kind !== 'quantity' || r.locale.units.match(r.text, r.tokens, period.next, r.locale.stems)) return false;
  return (figure.figure.value ?? 0) % ROUND !== 0;
}
