import { readDigits } from './digits.ts';
import { MINUS_WORDS } from './locale.ts';
import { isDash, isNumber, type Reading } from './reading.ts';
import { isArticle, readWords, startsHundred } from './spelled.ts';

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

/** Signs to which a sign or a point of a number may be glued. */
const BEFORE_NUMBER = /[([€$£₼₸₽₺]/;
/** Longer runs of digits are codes. */
const MOST_DIGITS = 24;

export const tidy = (value: number) => Number(value.toPrecision(15));

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
  const point =
    token.key === '.' &&
    (i === 0 || token.gap > 0 || BEFORE_NUMBER.test(r.text[token.start - 1]!)) &&
    isNumber(tokens[i + 1]) &&
    tokens[i + 1]!.gap === 0;
  if (point && tokens[i + 1]!.literal!.plain) {
    const rest = readNumeral(r, i + 1, money); // ".75"
    const by = 10 ** -(tokens[i + 1]!.end - tokens[i + 1]!.start);
    return (
      rest && {
        ...rest,
        from: i,
        value: tidy(rest.value * by),
        mantissa: tidy(rest.mantissa * by),
        step: tidy(by * rest.scale),
        plain: false,
      }
    );
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
  if (
    next.gap !== 0 ||
    (isDash(tokens[i + 2]) && tokens[i + 2]!.gap === 0 && isNumber(tokens[i + 3]) && tokens[i + 3]!.gap === 0)
  )
    return false;
  return i === 0 || token.gap !== 0 || BEFORE_NUMBER.test(text[token.start - 1]!);
}
