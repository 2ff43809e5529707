import { TURKIC } from './locale.ts';
import { type Numeral, tidy } from './numerals.ts';
import { readShare } from './parts.ts';
import { isDash, isWord, type Reading } from './reading.ts';
import { readScale, readScales } from './scales.ts';
import { readPoint, readTenths } from './spelled-fractions.ts';
import { noStems } from './trie.ts';

/** No number has more words; keeps time linear. */
const MOST_WORDS = 20;

/** "жүз пайыз", "bin lira": a hundred or a thousand without a number before it. */
export function startsHundred({ tokens, locale, text }: Reading, i: number): boolean {
  if (!TURKIC.has(locale.lang) || tokens[i]!.end - tokens[i]!.start < 3) return false;
  const found = locale.scales.match(text, tokens, i, noStems);
  return found !== undefined && found.value <= 1000;
}

/** "a million", "half a million", "a quarter of a million". */
export function isArticle({ tokens, locale, text }: Reading, i: number): boolean {
  const token = tokens[i]!;
  if (locale.lang !== 'en' || (token.key !== 'a' && token.key !== 'an')) return false;
  const found = locale.scales.match(text, tokens, i + 1, locale.stems);
  return found !== undefined && tokens[i + 1]!.end - tokens[i + 1]!.start > 3;
}

export function readWords(r: Reading, i: number, money: boolean): Numeral | undefined {
  const { tokens, locale } = r;
  let total = 0;
  /** What is counted since the last magnitude. */
  let part = 0;
  let last = Number.POSITIVE_INFINITY;
  let smallest = Number.POSITIVE_INFINITY;
  let scale = 1;
  let step = 1;
  let count = 0;
  let weak = true;
  let j = i;
  let lastValue = Number.POSITIVE_INFINITY;
  if (isArticle(r, i)) {
    part = 1;
    j++;
    count++;
  }
  while (count < MOST_WORDS) {
    let at = j;
    if (count > 0) {
      const joint = tokens[at];
      if (isDash(joint) && joint!.gap === 0 && tokens[at + 1]?.gap === 0) at++;
      else if (joint && locale.sets.and.has(joint.key) && (part === 0 || lastValue >= 20 || isHalfBehind(r, at + 1))) at++;
      else if (joint?.key === ',' && part === 0 && total > 0 && isWord(tokens[at + 1])) at++;
    }
    let token = tokens[at];
    if (token?.key === 'a' && at > j && locale.numbers.get(tokens[at + 1]?.key ?? '')?.role === 'fraction') token = tokens[++at]; // "and a half"
    if (!isWord(token) || (count > 0 && token.gap === 2)) break;
    const word = locale.numbers.get(token.key);
    if (word?.role === 'value') {
      if (count > 0 && !continues(word.value, part, lastValue, locale.lang)) break;
      part = locale.lang === 'fr' && word.value === 20 && part === 4 ? 80 : part + word.value;
      lastValue = locale.lang === 'fr' && part === 80 ? 80 : word.value;
      if (!word.weak || count > 0) weak = false;
      count++;
      j = at + 1;
      continue;
    }
    if (word?.role === 'fraction') {
      const half = readHalf(r, at, part, count);
      if (!half) break;
      part = half.value;
      step = 0.1;
      lastValue = 0;
      count++;
      j = half.next;
      continue;
    }
    const found = count > 0 || startsHundred(r, at) ? readScale(r, at, money) : undefined;
    if (!found) break;
    if (found.value === 100) {
      if (part > 20) break;
      part = (part || 1) * 100;
      lastValue = 100;
    } else {
      if (part === 0 && at !== j) break;
      const grows = found.value > last;
      total = grows ? (total + part) * found.value : total + (part || 1) * found.value;
      last = found.value;
      smallest = found.value;
      scale = Math.max(scale, found.value);
      part = 0;
      lastValue = Number.POSITIVE_INFINITY;
    }
    weak = count === 0;
    count++;
    j = found.next;
  }
  if (count === 0 || (count === 1 && isArticle(r, i))) return undefined;
  const share = count === 1 && part > 0 && part < 10 ? readShare(r, j, part) : undefined;
  if (share)
    return {
      from: i,
      next: share.next,
      value: share.value,
      mantissa: share.value,
      scale: 1,
      step: 0.01,
      digits: false,
      plain: false,
      weak: false,
    };
  const tenths = readTenths(r, j, part) ?? readPoint(r, j, part);
  if (tenths) {
    const scaled = readScales(r, tenths.next, tenths.value, money);
    const value = total + scaled.value;
    return {
      from: i,
      next: scaled.next,
      value,
      mantissa: tenths.value,
      scale: scaled.scale,
      step: 0.1 * scaled.lastScale,
      digits: false,
      plain: false,
      weak: false,
    };
  }
  const value = tidy(total + part);
  if (value === 0.5 && count === 1 && scale === 1) weak = true;
  return {
    from: i,
    next: j,
    value,
    mantissa: scale > 1 ? value / scale : value,
    scale,
    step: part > 0 ? step : smallest === Number.POSITIVE_INFINITY ? step : smallest * step,
    digits: false,
    plain: false,
    weak,
  };
}

/** "two and a half" */
function isHalfBehind({ tokens, locale }: Reading, i: number): boolean {
  const at = tokens[i]?.key === 'a' ? i + 1 : i;
  return locale.numbers.get(tokens[at]?.key ?? '')?.role === 'fraction';
}

/** May a word of this value stand behind what has been read: "twenty" + "five", not "five" + "six". */
function continues(value: number, part: number, lastValue: number, lang: string): boolean {
  if (part === 0) return true;
  if (lang === 'fr' && ((part % 100 === 4 && value === 20) || ((part % 100 === 60 || part % 100 === 80) && value < 20)))
    return true;
  if (lastValue >= 100) return value < 100;
  return lastValue >= (TURKIC.has(lang) ? 10 : 20) && lastValue < 100 && value > 0 && value < 10;
}

/** A fraction alone ("half a million"), behind a number ("үш жарым") or behind "and" ("two and a half"). */
function readHalf(
  { tokens, locale }: Reading,
  at: number,
  part: number,
  count: number,
): { value: number; next: number } | undefined {
  const word = locale.numbers.get(tokens[at]!.key)!;
  if (count > 0) return part > 0 && Number.isInteger(part) ? { value: part + word.value, next: at + 1 } : undefined;
  const next = tokens[at + 1];
  const article = next && (next.key === 'a' || next.key === 'an');
  return { value: word.value, next: article ? at + 2 : at + 1 };
}
