import { INFLECTED_CALENDAR, type Locale } from './locale.ts';
import { type Token, tokenize } from './tokens.ts';
import { type Match, noStems } from './trie.ts';

/** One block on its way through the readers. */
export interface Reading {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly locale: Locale;
  /** The article's ISO day. */
  readonly date: string | undefined;
  /** Looked-up period words, months and weekdays by token; `null` is none. Every reader asks for them again and again. */
  readonly seen: Readonly<Record<'period' | 'months' | 'weekdays', (Match<never> | null | undefined)[]>>;
}

/** The part of `text` between two offsets, which are borders of paragraphs. */
export function makeReading(text: string, locale: Locale, date: string | undefined, from = 0, to = text.length): Reading {
  const day = date && /^\d{4}-\d{2}-\d{2}$/.test(date) ? date : undefined;
  const tokens = tokenize(text, locale, from, to);
  return {
    text,
    tokens,
    locale,
    date: day,
    seen: { period: [], months: [], weekdays: [] },
  };
}

function find({ text, tokens, locale }: Reading, i: number, table: 'period' | 'months' | 'weekdays') {
  if (table === 'period') return locale.period.match(text, tokens, i, locale.stems);
  const stems = INFLECTED_CALENDAR.has(locale.lang) ? locale.stems : noStems;
  const short = table === 'months' ? locale.shortMonths : locale.shortWeekdays;
  return locale[table].match(text, tokens, i, stems) ?? short.match(text, tokens, i, noStems);
}

/** Phrase of a table at token `i`, remembered. */
export function lookUp<K extends 'period' | 'months' | 'weekdays'>(
  r: Reading,
  i: number,
  table: K,
): ReturnType<Locale[K]['match']> {
  const known = r.seen[table];
  let found = known[i];
  if (found === undefined) {
    found = (find(r, i, table) ?? null) as Match<never> | null;
    known[i] = found;
  }
  return (found ?? undefined) as ReturnType<Locale[K]['match']>;
}

export const isWord = (token: Token | undefined): token is Token & { kind: 'word' } => token?.kind === 'word';
export const isNumber = (token: Token | undefined): token is Token & { kind: 'number' } => token?.kind === 'number';
const DASHES = new Set(['-', '–', '—', '−', '‑', '~']);
export const isDash = (token: Token | undefined): boolean => token !== undefined && DASHES.has(token.key);

/** Does the word at `i` begin with a capital? */
export function isCapital({ text, tokens }: Reading, i: number): boolean {
  const token = tokens[i];
  if (!isWord(token)) return false;
  const c = text[token.start]!;
  return c !== c.toLowerCase();
}

/** Index behind the full stop of an abbreviation at `i`, where the sentence goes on: "тыс. руб.", "2,2 млн.руб.". */
export function skipStop({ text, tokens }: Reading, i: number): number {
  const stop = tokens[i];
  const after = tokens[i + 1];
  if (stop?.key !== '.' || stop.gap !== 0 || !after || after.gap === 2) return i;
  if (after.gap === 0 || after.kind === 'sign') return i + 1;
  const c = text[after.start]!;
  return c === c.toLowerCase() || after.end - after.start === 3 ? i + 1 : i;
}

/** Is a word or code glued to the left of token `i`: "G20", "COVID-19"? */
export function isGluedLeft({ tokens }: Reading, i: number): boolean {
  const token = tokens[i]!;
  if (token.gap !== 0 || i === 0) return false;
  const before = tokens[i - 1]!;
  if (before.kind !== 'sign') return true;
  if (before.key === '_' || before.key === '/' || before.key === ':' || before.key === '=') return i > 1 && before.gap === 0;
  return (
    (isDash(before) || before.key === '.' || before.key === ',') && before.gap === 0 && i > 1 && tokens[i - 2]!.kind !== 'sign'
  );
}
