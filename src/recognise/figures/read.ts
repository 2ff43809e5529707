import type { Figure, FigureCandidate } from '../../model/figure.ts';
import { readFigure } from './figures.ts';
import type { Found } from './found.ts';
import { BEGINNING, type Locale, TURKIC } from './locale.ts';
import { readMultiple } from './multiples.ts';
import { partOfScale, readPart } from './parts.ts';
import { readPeriod } from './periods/spans.ts';
import { tagAt } from './periods/tags.ts';
import { isDash, type Reading } from './reading.ts';
import type { Token } from './tokens.ts';

/** All figures of a reading, from left to right; where two kinds begin at one word, the longer one stays. */
export function readAll(r: Reading, earlier: readonly FigureCandidate[] = []): Found[] {
  const found: Found[] = [];
  for (let i = 0; i < r.tokens.length; ) {
    const figure = mayStart(r, i) ? readAt(r, i) : readSameYear(r, i, found, earlier);
    if (figure) found.push(figure);
    i = figure ? figure.next : i + 1;
  }
  return found;
}

const YEAR = /^\d{4}/;

/** "the same year", «том же году», "aynı yıl", "həmin ildə", «сол жылы»: the year that this block named last. */
function readSameYear(r: Reading, i: number, found: readonly Found[], earlier: readonly FigureCandidate[]): Found | undefined {
  const { tokens, locale } = r;
  if ((found.length === 0 && earlier.length === 0) || !locale.same.has(tokens[i]!.key) || tokens[i + 1]?.kind !== 'word')
    return undefined;
  const unit = tagAt(r, i + 1, 'unit');
  const isPeriod = ({ figure }: { readonly figure: Figure }) => figure.kind === 'period';
  const last = unit?.value === 'year' ? (found.findLast(isPeriod) ?? earlier.findLast(isPeriod)) : undefined;
  const period = last?.figure.period ?? '';
  const year = YEAR.exec(period)?.[0];
  if (!unit || !year || period.includes('/')) return undefined;
  const from = locale.lang === 'ru' ? i - 1 : i; // «том же году»
  return { from, next: unit.next, figure: { kind: 'period', period: year } };
}

/** The cheap test that most words fail. */
function mayStart({ tokens, locale }: Reading, i: number): boolean {
  const { kind, key } = tokens[i]!;
  if (kind === 'number') return true;
  const next = tokens[i + 1];
  if (locale.sparks.has(key)) {
    if (isDash(tokens[i])) return next !== undefined && (next.kind !== 'word' || locale.codes.has(next.key));
    const wanted = locale.needy.get(key);
    return !wanted || (next !== undefined && answers(wanted, locale, next, tokens[i + 2]));
  }
  if (next === undefined) return false;
  if (next.kind !== 'word' && locale.codes.has(key)) return true;
  if (kind === 'sign') return key === '.' && next.kind === 'number' && next.gap === 0;
  if (key === 'a' || key === 'an') return locale.afterArticle.has(next.key);
  return locale.beginnings.size > 0 && key.length > BEGINNING && locale.beginnings.has(key.slice(0, BEGINNING));
}

const isNumeric = (locale: Locale, token: Token | undefined) =>
  token !== undefined && (token.kind === 'number' || locale.numbers.has(token.key));

/** Is the word behind a needy one what it needs? An article only with a number behind: "in the two weeks". */
function answers(wanted: ReadonlySet<string>, locale: Locale, next: Token, more: Token | undefined): boolean {
  if (next.key === 'the' && wanted.has('the')) return isNumeric(locale, more);
  return isNumeric(locale, next) || wanted.has(next.key) || locale.afterArticle.has(more?.key ?? '');
}

const ROUND = 500;

function readAt(r: Reading, i: number): Found | undefined {
  const { kind, literal } = r.tokens[i]!;
  if (kind === 'sign' || (literal && literal.decimals > 0)) return readFigure(r, i);
  const scaled = partOfScale(r, i);
  if (scaled) {
    const found = readFigure(r, scaled.next);
    const { value, step } = found?.figure ?? {};
    if (found && value !== undefined && step !== undefined)
      return { ...found, from: i, figure: { ...found.figure, value: value * scaled.by, step: step * scaled.by } };
  }
  const part = readPart(r, i);
  if (part) return part;
  const period = readPeriod(r, i);
  const [read, multiple] = [readFigure(r, i), readMultiple(r, i)];
  const figure = multiple && (!read || multiple.next >= read.next) ? multiple : read;
  if (!period || !figure) return period ?? figure;
  return figure.next > period.next && !isYearOfNoun(r, period, figure) ? figure : period;
}

/** Possession or a case: "2024 büdcəsi" is the year's, "2015 yetişkin" are adults. */
const INFLECTED = /[ıiuüыің]$/u;

/** "2023 elections": the noun belongs to a year; "2000 pieces" is a count. */
function isYearOfNoun(r: Reading, period: Found, figure: Found): boolean {
  const { text, tokens, locale } = r;
  const { kind, value = 0 } = figure.figure;
  if (kind !== 'quantity' || locale.units.match(text, tokens, period.next, locale.stems)) return false;
  if (locale.lang === 'ru' && (value % 10 > 4 || value % 10 === 0)) return false; // «2015 жителей»: the genitive says so
  if (TURKIC.has(locale.lang) && !INFLECTED.test(tokens[figure.next - 1]!.key)) return false;
  return value % ROUND !== 0;
}
