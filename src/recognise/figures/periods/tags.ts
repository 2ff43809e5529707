import { isDash, isNumber, isWord, lookUp, type Reading } from '../reading.ts';
import type { Match } from '../trie.ts';

/** Letters of an abbreviated month. */
const SHORT = 3;
const FIRST_YEAR = 1000;
const LAST_YEAR = 2200;

/** The tag of the period word at token `i`, if it is of one of these classes: `rel`, `unit`, `ord`, … */
export function tagAt(r: Reading, i: number, cls: string): Match<string> | undefined {
  if (!isWord(r.tokens[i])) return undefined;
  const found = lookUp(r, i, 'period');
  if (!found) return undefined;
  const colon = found.value.indexOf(':');
  const name = colon < 0 ? found.value : found.value.slice(0, colon);
  return name === cls ? { value: found.value.slice(colon + 1), next: found.next } : undefined;
}

export function monthAt(r: Reading, i: number): Match<number> | undefined {
  const { text, tokens, locale } = r;
  const token = tokens[i];
  if (!isWord(token)) return undefined;
  const found = lookUp(r, i, 'months');
  if (!found) return undefined;
  // "may", "mar", "mart" are words too: in English a month begins with a capital or stands by a number.
  if (
    locale.lang === 'en' &&
    (token.key === 'may' || token.key === 'march' || token.key === 'mar') &&
    text[token.start] === token.key[0]
  ) {
    const near =
      isNumber(tokens[found.next]) ||
      isNumber(tokens[i - 1]) ||
      isOrdinal(r, i - 1) ||
      isOrdinal(r, i - 2) ||
      tagAt(r, found.next, 'ord');
    if (!near) return undefined;
  }
  if (locale.lang === 'en' && token.key === 'may' && /^(?:i|we|you|he|she|they|it|be|have|not)$/.test(tokens[i + 1]?.key ?? ''))
    return undefined;
  if (token.gap === 0 && tokens[i - 1]?.key === '$') return undefined;
  if (isNoMonth(r, i, found.next)) return undefined;
  // "aralık" and "ocak" are an interval and a hearth where no date, no "ay" and no second month is near.
  if (locale.lang === 'tr' && /^(?:aralık|ocak)/.test(token.key) && text[token.start] === token.key[0]) {
    const next = tokens[found.next]?.key ?? '';
    const joined = /^[-–—]$/.test(next); // "ocak-ağustos"
    if (!isNumber(tokens[i - 1]) && !isNumber(tokens[found.next]) && !next.startsWith('ay') && !joined) return undefined;
  }
  if (
    locale.lang === 'en' &&
    token.end - token.start <= 4 &&
    /^(?:jan|mar|jun|sept?|dec|feb|jul|aug|oct|nov|apr)$/.test(token.key)
  ) {
    const lead = tokens[i - 1]?.key ?? '';
    const after = tokens[found.next];
    const dated =
      isNumber(after) ||
      /^[.,/\-–—'’]$/.test(after?.key ?? '') ||
      isNumber(tokens[i - 1]) ||
      tagAt(r, found.next, 'of') ||
      tagAt(r, found.next, 'to') ||
      tagAt(r, found.next, 'ord');
    if (
      !dated &&
      !/^(?:in|since|until|till|by|from|to|and|between|of|last|this|next|early|late|mid|through|-|–|th|st|nd|rd|before|after)$/.test(
        lead,
      )
    )
      return undefined;
  }
  const stop = tokens[found.next];
  const short = tokens[found.next - 1]!.end - token.start <= 5;
  if (stop?.key === '.' && stop.gap === 0 && short && found.next === i + 1) {
    const after = tokens[found.next + 1];
    if (after && after.gap === 1 && isNumber(after)) return { value: found.value, next: found.next + 1 };
  }
  return found;
}

/** Names of months that mean something else where no date is near: a season, an abbreviation that is a word, a person's name. */
function isNoMonth(r: Reading, i: number, next: number): boolean {
  const { text, tokens, locale } = r;
  const day = tokens[next];
  if (isNumber(tokens[i - 1]) || (isNumber(day) && day.literal!.plain && (day.literal!.value <= 31 || day.key.length === 4)))
    return false;
  const { key, start } = tokens[i]!;
  const behind = tokens[next];
  const month = isWord(behind) && tagAt(r, next, 'unit')?.value === 'month';
  if (month || (next > i + 1 && tokens[next - 1]!.kind === 'word')) return false;
  if (locale.lang === 'kk') {
    const dated = /^жыл/.test(tokens[i - 1]?.key ?? '') || isDash(tokens[i - 1]) || isDash(behind);
    // «маусым» is June and season; «қар» and «жел» are snow and wind.
    const short = tokens[i]!.end - start <= SHORT && !(behind?.key === '.' && behind.gap === 0);
    return !dated && (key.startsWith('маусым') || short);
  }
  if (locale.lang !== 'tr' || text[start] === key[0] || !isWord(behind) || behind.gap !== 1) return false;
  const c = text[behind.start]!;
  return c !== c.toLowerCase(); // "Kasım Cömert"
}

const isOrdinal = ({ tokens }: Reading, i: number) =>
  i >= 0 && (isNumber(tokens[i]) || /^(?:st|nd|rd|th|of|first|second|third|\w+th)$/.test(tokens[i]!.key));

export function weekdayAt(r: Reading, i: number): Match<number> | undefined {
  const { text, tokens, locale } = r;
  const token = tokens[i];
  if (!isWord(token)) return undefined;
  const found = lookUp(r, i, 'weekdays');
  if (!found) return undefined;
  // "bazar", "pazar" is a market, save with the day behind it.
  if (/^[bp]azar/.test(token.key) && !tokens[found.next]?.key.startsWith('gün')) return undefined;
  if (locale.lang === 'en' && /^(?:sun|sat|wed|mon|fri)$/.test(token.key) && text[token.start] === token.key[0]) {
    if (!isNumber(tokens[found.next]) && !monthAt(r, found.next)) return undefined;
  }
  const after = tokens[found.next];
  if (locale.lang === 'en' && token.end - token.start === 3 && isWord(after) && after.gap === 1 && !monthAt(r, found.next)) {
    const c = text[after.start]!;
    if (c !== c.toLowerCase()) return undefined; // "Sun Belt"
  }
  return found;
}

/** The token behind the ending of a decade in Russian: «1990-х». */
export function decadeEnding({ tokens, locale }: Reading, i: number): number | undefined {
  const isDecade = locale.lang === 'ru' && isDash(tokens[i]) && tokens[i]!.gap === 0 && tokens[i + 1]?.key === 'х';
  return isDecade && tokens[i + 1]!.gap === 0 ? i + 2 : undefined;
}

/** A year in four digits; a following "year" word («года», "ilinde") belongs to it. */
export function yearAt(r: Reading, i: number): { year: number; next: number; marked: boolean } | undefined {
  const { tokens } = r;
  const token = tokens[i];
  if (!isNumber(token) || !token.literal!.plain || token.end - token.start !== 4) return undefined;
  const year = token.literal!.value;
  if (year < FIRST_YEAR || year > LAST_YEAR || decadeEnding(r, i + 1) !== undefined) return undefined;
  const mark = yearMark(r, i + 1);
  return { year, next: mark ?? i + 1, marked: mark !== undefined };
}

/** «года», «г.», "-ci il", "жылы", "yılı" behind a year; English has none. */
export function yearMark(r: Reading, from: number): number | undefined {
  const { tokens, locale } = r;
  if (locale.lang === 'en') return undefined;
  let i = from;
  // An ordinal ending or an apostrophe: "2025-ci", "2025'te", "2025-жылы".
  const joint = tokens[i];
  if (joint && joint.gap === 0 && joint.kind === 'sign' && isWord(tokens[i + 1]) && tokens[i + 1]!.gap === 0) {
    const glued = tagAt(r, i + 1, 'unit');
    if (glued?.value === 'year') return stopped(r, glued.next);
    if (
      !/^(?:c[iıuü]|нш[іы]|[іы]?нш[іы]|й|го|м|е|е?му|д[ae]|t[ae]|d[ae]n|t[ae]n|[ny]?[iıuü]n?|inci|ıncı|uncu|üncü)$/u.test(
        tokens[i + 1]!.key,
      )
    )
      return undefined;
    i += 2;
    const word = tagAt(r, i, 'unit');
    return word?.value === 'year' ? stopped(r, word.next) : i;
  }
  const word = tokens[i] && tokens[i]!.gap < 2 ? tagAt(r, i, 'unit') : undefined;
  return word?.value === 'year' ? stopped(r, word.next) : undefined;
}

function stopped({ tokens }: Reading, next: number): number {
  return tokens[next]?.key === '.' && tokens[next]!.gap === 0 && tokens[next - 1]!.end - tokens[next - 1]!.start <= 2
    ? next + 1
    : next;
}
