import { MINUS_WORDS, TURKIC } from './locale.ts';
import { headNoun } from './nouns.ts';
import { isDash, isNumber, isWord, type Reading, skipStop } from './reading.ts';
import { noStems } from './trie.ts';

/** A number in digits, words or both, with its magnitude. */
export interface Numeral {
  /** Tokens from `from` to before `next`. */
  readonly from: number;
  readonly next: number;
  readonly value: number;
  readonly step: number;
  /** Value before the magnitude. */
  readonly mantissa: number;
  /** Product of the magnitudes, 1 without. */
  readonly scale: number;
  readonly digits: boolean;
  /** Digits only: may as well be a year, a label or a part of a date. */
  readonly plain: boolean;
  /** "one", "bir": no number unless something is counted with it. */
  readonly weak: boolean;
}

/** "mil millones", "thousand million". */
const MOST_SCALES = 3;
/** No number has more words; keeps time linear. */
const MOST_WORDS = 20;
/** Longer runs of digits are codes. */
const MOST_DIGITS = 24;
const LETTER_SCALES = /^[KMB]$/;
const tidy = (value: number) => Number(value.toPrecision(15));

/** Step of an integer printed in full: whole thousands count as rounded. */
function integerStep(value: number): number {
  let step = 1;
  if (value === 0) return 1;
  while (value % (step * 1000) === 0) step *= 1000;
  return step;
}

/**
 * Reads the number that starts at token `i`. `money` says that a sign of money stands before it, so that "4.5m" means millions.
 */
export function readNumeral(r: Reading, i: number, money = false): Numeral | undefined {
  const { tokens, locale } = r;
  const token = tokens[i];
  if (!token) return undefined;
  if (isSign(r, i)) {
    const rest = readNumeral(r, i + 1, money);
    if (!rest?.digits) return undefined;
    const negative = token.key !== '+';
    return {
      ...rest,
      from: i,
      value: negative ? -rest.value : rest.value,
      mantissa: negative ? -rest.mantissa : rest.mantissa,
      plain: false,
    };
  }
  if (token.kind === 'number') return token.end - token.start > MOST_DIGITS ? undefined : readDigits(r, i, money);
  if (token.kind !== 'word') return undefined;
  if (locale.numbers.has(token.key) || startsHundred(r, i) || (isArticle(r, i) && tokens[i + 1]?.gap === 1))
    return readWords(r, i, money);
  return undefined;
}

function isSign({ tokens, text, locale }: Reading, i: number): boolean {
  const token = tokens[i]!;
  const next = tokens[i + 1];
  if (!isNumber(next)) return false;
  if (MINUS_WORDS.has(token.key) && (token.key !== 'min' || locale.lang === 'nl')) return next.gap === 1;
  if (token.key !== '-' && token.key !== '−' && token.key !== '+' && token.key !== '–') return false;
  if (next.gap !== 0) return false;
  return i === 0 || token.gap !== 0 || /[([€$£₼₸₽₺]/.test(text[token.start - 1]!);
}

function readDigits(r: Reading, i: number, money: boolean): Numeral {
  const { tokens } = r;
  const literal = tokens[i]!.literal!;
  let value = literal.value;
  let next = i + 1;
  let step = literal.decimals > 0 ? 10 ** -literal.decimals : 1;
  let plain = literal.plain;
  const mixed = readFraction(r, next);
  if (mixed && literal.plain && (tokens[next]!.gap === 1 || !mixed.printed)) {
    value += mixed.value;
    next = mixed.next;
    step = 0.01;
    plain = false;
  } else {
    const alone = literal.plain ? readFraction(r, i) : undefined;
    if (alone?.printed) {
      value = alone.value;
      next = alone.next;
      step = 0.01;
      plain = false;
    }
  }
  const half = r.locale.lang !== 'en' && isWord(tokens[next]) ? r.locale.numbers.get(tokens[next]!.key) : undefined;
  if (half?.role === 'fraction' && half.value === 0.5 && plain) {
    value += 0.5; // "2 buçuk milyon", "3 жарым мың"
    next++;
    step = 0.1;
    plain = false;
  }
  const power = readExponent(r, next);
  if (power) {
    value = tidy(value * 10 ** power.value);
    step *= 10 ** power.value;
    next = power.next;
    plain = false;
  }
  next = skipTolerance(r, next);
  const scaled = readScales(r, next, value, money);
  if (literal.decimals === 0 && scaled.scale === 1 && step === 1) step = integerStep(value);
  return {
    from: i,
    next: scaled.next,
    value: scaled.value,
    mantissa: value,
    scale: scaled.scale,
    step: step * scaled.lastScale,
    digits: true,
    plain: plain && scaled.scale === 1,
    weak: false,
  };
}

/** "1/2", "½": `printed` when made of two numbers. */
function readFraction({ tokens }: Reading, i: number): { value: number; next: number; printed: boolean } | undefined {
  const top = tokens[i];
  if (!isNumber(top)) return undefined;
  if (top.literal!.value < 1 && top.end - top.start === 1 && top.literal!.value > 0) {
    return { value: top.literal!.value, next: i + 1, printed: false };
  }
  let slash = i + 1;
  if (tokens[slash]?.key !== '/') return undefined;
  const bottom = tokens[++slash];
  if (!isNumber(bottom) || !bottom.literal!.plain || !top.literal!.plain || bottom.gap !== tokens[i + 1]!.gap) return undefined;
  const [a, b] = [top.literal!.value, bottom.literal!.value];
  if (a >= b || a < 1 || b > 16 || tokens[slash + 1]?.key === '/') return undefined;
  return { value: a / b, next: slash + 1, printed: true };
}

/** 4e14, 1e-3. */
function readExponent({ tokens }: Reading, i: number): { value: number; next: number } | undefined {
  if (tokens[i]?.key !== 'e' || tokens[i]!.gap !== 0) return undefined;
  const minus = isDash(tokens[i + 1]);
  const at = minus ? i + 2 : i + 1;
  const digits = tokens[at];
  if (!isNumber(digits) || digits.gap !== 0 || !digits.literal!.plain || digits.literal!.value > 30) return undefined;
  return { value: (minus ? -1 : 1) * digits.literal!.value, next: at + 1 };
}

/** "9.83 ± 0.01", "9.83 +/- 0.01": the tolerance belongs to the number. */
function skipTolerance({ tokens }: Reading, i: number): number {
  let at = i;
  if (tokens[at]?.key === '±') at++;
  else if (tokens[at]?.key === '+' && tokens[at + 1]?.key === '/' && isDash(tokens[at + 2])) at += 3;
  else return i;
  if (!isNumber(tokens[at])) return i;
  const power = readExponent({ tokens } as Reading, at + 1);
  return power ? power.next : at + 1;
}

interface Scaled {
  readonly value: number;
  readonly scale: number;
  readonly lastScale: number;
  readonly next: number;
}

/** Magnitudes behind a value; a smaller part may follow: "2 million 300 thousand". */
function readScales(r: Reading, from: number, start: number, money: boolean, below = Number.POSITIVE_INFINITY): Scaled {
  const { tokens } = r;
  let value = start;
  let scale = 1;
  let next = from;
  for (
    let found = readScale(r, next, money), words = 0;
    found && found.value !== 100 && found.value < below && words < MOST_SCALES;
    found = readScale(r, next, money), words++
  ) {
    value = tidy(value * found.value);
    scale *= found.value;
    next = found.next;
  }
  if (scale === 1) return { value, scale, lastScale: 1, next };
  let lastScale = scale;
  const part = tokens[next];
  if (part?.gap === 1 && isNumber(part) && part.literal!.plain && part.literal!.value < 1000) {
    const smaller = readScales(r, next + 1, part.literal!.value, money, scale);
    if (smaller.scale > 1 && smaller.scale < scale) {
      value += smaller.value;
      lastScale = smaller.scale;
      next = smaller.next;
    }
  }
  return { value, scale, lastScale, next };
}

function readScale(r: Reading, i: number, money: boolean): { value: number; next: number } | undefined {
  const { tokens, locale, text } = r;
  const at = isDash(tokens[i]) && tokens[i]!.gap === 0 && tokens[i + 1]?.gap === 0 ? i + 1 : i;
  const token = tokens[at];
  if (!isWord(token)) return undefined;
  const found = locale.scales.match(text, tokens, at, locale.stems);
  if (!found) return undefined;
  if (token.end - token.start === 1 && found.next === at + 1 && token.key.charCodeAt(0) < 0x2000) {
    const after = skipStop(r, found.next);
    const paid = money || locale.money.match(text, tokens, after, locale.stems) !== undefined;
    // "5m people": a noun behind the letter says that it means millions.
    const counted =
      token.gap === 0 &&
      locale.lang === 'en' &&
      /^[mk]$/.test(token.key) &&
      tokens[after]?.gap === 1 &&
      headNoun(r, after) !== undefined;
    const capital = token.gap === 0 && locale.lang === 'en' && LETTER_SCALES.test(text.slice(token.start, token.end));
    if (!paid && !counted && !capital) return undefined;
  }
  const word = tokens[found.next - 1]!;
  const short = word.end - word.start <= 4;
  return { value: found.value, next: short ? skipStop(r, found.next) : found.next };
}

/** "жүз пайыз", "bin lira": a hundred or a thousand without a number before it. */
function startsHundred({ tokens, locale, text }: Reading, i: number): boolean {
  if (!TURKIC.has(locale.lang) || tokens[i]!.end - tokens[i]!.start < 3) return false;
  const found = locale.scales.match(text, tokens, i, noStems);
  return found !== undefined && found.value <= 1000;
}

/** "a million", "half a million", "a quarter of a million". */
function isArticle({ tokens, locale, text }: Reading, i: number): boolean {
  const token = tokens[i]!;
  if (locale.lang !== 'en' || (token.key !== 'a' && token.key !== 'an')) return false;
  const found = locale.scales.match(text, tokens, i + 1, locale.stems);
  return found !== undefined && tokens[i + 1]!.end - tokens[i + 1]!.start > 3;
}

function readWords(r: Reading, i: number, money: boolean): Numeral | undefined {
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
  const tenths = readTenths(r, j, part);
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

const SHARES: Readonly<Record<string, number>> = {
  half: 2,
  third: 3,
  thirds: 3,
  quarter: 4,
  quarters: 4,
  fourths: 4,
  fifth: 5,
  fifths: 5,
  sixths: 6,
  eighths: 8,
  tenth: 10,
  tenths: 10,
};

/** "two-thirds", "one-fifth", "three quarters". */
function readShare({ tokens, locale }: Reading, i: number, top: number): { value: number; next: number } | undefined {
  if (locale.lang !== 'en') return undefined;
  const dash = isDash(tokens[i]) && tokens[i]!.gap === 0;
  const word = tokens[dash ? i + 1 : i];
  const bottom = word && SHARES[word.key];
  if (!bottom || top >= bottom || !(dash || word.key.endsWith('s'))) return undefined;
  return { value: top / bottom, next: dash ? i + 2 : i + 1 };
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

/** Whole and tenths in words: "жүз қырық алты бүтін оннан төрт", «три целых пять десятых». */
function readTenths(r: Reading, i: number, whole: number): { value: number; next: number } | undefined {
  const { tokens, locale } = r;
  const key = tokens[i]?.key;
  if (key !== 'бүтін' && key !== 'целых' && key !== 'целая' && key !== 'tam') return undefined;
  if (locale.lang === 'ru') {
    const top = readWords(r, i + 1, false);
    const size = top && /^(десят|сот|тысячн)/.exec(tokens[top.next]?.key ?? '')?.[1];
    if (!top || !size) return undefined;
    return { value: tidy(whole + top.value / (size === 'десят' ? 10 : size === 'сот' ? 100 : 1000)), next: top.next + 1 };
  }
  const size = locale
    .stems(tokens[i + 1]?.key ?? '')
    .map((stem) => locale.numbers.get(stem)?.value ?? (stem === 'жүз' || stem === 'yüz' ? 100 : 0))
    .find(Boolean);
  const top = size ? readWords(r, i + 2, false) : undefined;
  if (!size || !top) return undefined;
  const value = top.scale > 1 ? top.mantissa : top.value;
  const next = top.scale > 1 ? top.next - 1 : top.next;
  return { value: tidy(whole + value / size), next };
}
