import { approxAfter, approxBefore } from './approximations.ts';
import type { Found } from './found.ts';
import { tagAt } from './periods/tags.ts';
import { isDash, isWord, type Reading } from './reading.ts';

const SHARES: Readonly<Record<string, number>> = {
  half: 2,
  halves: 2,
  third: 3,
  thirds: 3,
  quarter: 4,
  quarters: 4,
  fourth: 4,
  fourths: 4,
  fifth: 5,
  fifths: 5,
  sixth: 6,
  sixths: 6,
  seventh: 7,
  sevenths: 7,
  eighth: 8,
  eighths: 8,
  ninth: 9,
  ninths: 9,
  tenth: 10,
  tenths: 10,
  twentieth: 20,
  hundredth: 100,
};

const PARTS = new Set([
  'half',
  'third',
  'quarter',
  'fourth',
  'fifth',
  'sixth',
  'seventh',
  'eighth',
  'ninth',
  'tenth',
  'twentieth',
  'hundredth',
]);
/** Words beside a half or quarter of a match, a year, a dollar. */
const TIMES =
  /^(?:first|second|third|last|latter|other|this|that|next|previous|current|and|each|a|an|\d{4}|hour|hours|day|year|week|month|century|decade|mile|dozen|minute|season|game|match)$/;

const part = (value: number) => ({ kind: 'number' as const, value, step: 0.01 });

/** "two-thirds", "one-fifth", "three quarters", «две трети», «одна пятая»: the bottom behind a top that ends before token `i`. */
export function readShare({ tokens, locale }: Reading, i: number, top: number): { value: number; next: number } | undefined {
  if (locale.lang !== 'en') {
    const word = tokens[i];
    const bottom = word?.gap === 1 ? locale.bottoms.get(word.key) : undefined;
    return bottom !== undefined && locale.lang === 'ru' && top < bottom ? { value: top / bottom, next: i + 1 } : undefined;
  }
  const dash = isDash(tokens[i]) && tokens[i]!.gap === 0;
  const word = tokens[dash ? i + 1 : i];
  const bottom = word && SHARES[word.key];
  if (!bottom || top >= bottom || !(dash || word.key.endsWith('s') || tokens[i + 1]?.key === 'of')) return undefined;
  return { value: top / bottom, next: dash ? i + 2 : i + 1 };
}

const WHOLES = new Set(['of', 'the', 'its', 'their', 'all']);

/** "a quarter of a million euros": what stands behind is multiplied. */
export function partOfScale(r: Reading, i: number): { by: number; next: number } | undefined {
  const { tokens, locale, text } = r;
  const [article, word, of, one] = [tokens[i], tokens[i + 1], tokens[i + 2], tokens[i + 3]];
  if (locale.lang !== 'en' || article?.key !== 'a' || !word || !PARTS.has(word.key)) return undefined;
  if (of?.key !== 'of' || one?.key !== 'a' || !locale.scales.match(text, tokens, i + 4, locale.stems)) return undefined;
  return { by: 1 / SHARES[word.key]!, next: i + 3 };
}

/** A share of what is named beside it, without a number that it multiplies: "a third of the wagons", «половина вагонов», "üçte biri". */
export function readPart(r: Reading, i: number): Found | undefined {
  const found = r.locale.lang === 'en' ? englishPart(r, i) : (inflectedPart(r, i) ?? ordinalPart(r, i) ?? partOf(r, i));
  if (!found) return undefined;
  const figure = part(found.value);
  const approx = approxBefore(r, i) ?? approxAfter(r, found.next);
  return { from: i, next: found.next, figure: approx ? { ...figure, approx } : figure };
}

interface Part {
  readonly value: number;
  readonly next: number;
}

function englishPart({ tokens }: Reading, i: number): Part | undefined {
  const article = tokens[i]!.key === 'a' || tokens[i]!.key === 'an' || tokens[i]!.key === 'one';
  const at = article ? i + 1 : i;
  const word = tokens[at];
  const half = !article && word?.key === 'half';
  if (!word || (!half && !(article && PARTS.has(word.key))) || (article && word.gap !== 1)) return undefined;
  const [before, after] = [tokens[i - 1], tokens[at + 1]];
  const changed = before?.key === 'by' || before?.key === 'than'; // "fell by half", "more than a third"
  const ends =
    changed &&
    (!after ||
      after.gap === 2 ||
      (after.kind === 'sign' && !isDash(after)) ||
      /^(?:to|in|from|since|this|last|by|on|and|as|after|over|compared|during|between)$/.test(after.key));
  if (!ends && (after?.gap !== 1 || (half ? !WHOLES.has(after.key) : after.key !== 'of'))) return undefined;
  const time = half && before && tokens[i]!.gap < 2 && (isDash(before) || TIMES.test(before.key) || before.kind === 'number');
  if (time || (after?.key === 'of' && TIMES.test(tokens[tokens[at + 2]?.key === 'the' ? at + 3 : at + 2]?.key ?? '')))
    return undefined;
  return { value: 1 / SHARES[word.key]!, next: at + 1 };
}

/** «половина вагонов», "vagonların yarısı"; not half of a year, the first half of a match, half a million. */
function inflectedPart(r: Reading, i: number): Part | undefined {
  const { tokens, locale, text } = r;
  const value = locale.parts.get(tokens[i]!.key);
  if (value === undefined || (i > 0 && (tagAt(r, i - 1, 'ord') || tagAt(r, i - 1, 'rel') || tokens[i - 1]!.kind === 'number')))
    return undefined;
  if (i > 0 && locale.lang !== 'ru' && tagAt(r, i - 1, 'unit')) return undefined;
  const next = tokens[i + 1];
  if (next && locale.lang === 'ru' && (tagAt(r, i + 1, 'unit') || locale.scales.match(text, tokens, i + 1, locale.stems)))
    return undefined;
  if (OBLIQUE.test(tokens[i]!.key) && !approxBefore(r, i)) return undefined;
  return { value, next: i + 1 };
}
/** As well the plural that a number stands before: «более трети», «две трети». */
const OBLIQUE = /^(?:трети|четверти|половины)$/;

/** «пятая часть», «десятую долю» */
function ordinalPart(r: Reading, i: number): Part | undefined {
  if (r.locale.lang !== 'ru' || !/^(?:част(?:ь|и|ью)|дол(?:я|и|ю|ей))$/.test(r.tokens[i + 1]?.key ?? '')) return undefined;
  const bottom = r.locale.bottoms.get(r.tokens[i]!.key);
  return bottom === undefined ? undefined : { value: 1 / bottom, next: i + 2 };
}

/** "үштен бірі", "üçdə ikisi", "dörtte üçü": the whole in the case of "from" or "in", then the parts. */
function partOf({ tokens, locale }: Reading, i: number): Part | undefined {
  if (locale.lang === 'ru') return undefined;
  const [bottom, word] = [locale.bottoms.get(tokens[i]!.key), tokens[i + 1]];
  if (bottom === undefined || !isWord(word) || word.gap !== 1) return undefined;
  const plain = locale.numbers.get(word.key);
  const top = plain?.role === 'value' ? plain.value : possessed(word.key, locale.numbers);
  if (top === undefined || top >= bottom || top < 1) return undefined;
  // "onda bir" is "then a" as well; the possessive ending tells.
  if (plain && tokens[i]!.key === 'onda') return undefined;
  return { value: top / bottom, next: i + 2 };
}

const POSSESSED = /^s?[ıiuü](?:n[a-zəıüğ]{0,5})?$|^с?[ыі](?:н[а-яәіңғүұқөһ]{0,5})?$/u;

/** The number below ten that a word is with the ending of possession and a case: "üçü", "dördünden", «екісін». */
function possessed(key: string, numbers: Reading['locale']['numbers']): number | undefined {
  for (const [word, { role, value }] of numbers) {
    if (role !== 'value' || value >= 10 || value < 1) continue;
    for (const stem of [word, word.replace(/t$/, 'd')])
      if (key.startsWith(stem) && POSSESSED.test(key.slice(stem.length))) return value;
  }
  return undefined;
}
