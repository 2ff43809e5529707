import type { Language } from '../model/ids.ts';
import { CONVENTIONS, CURRENCY_SIGNS } from './conventions.ts';

/** Significant digits of a shortened number: 598.47 million is told from 598.5, and nothing in these series is known better. */
const DIGITS = 4;
const S = '\u00a0';
/** American English is the one locale whose data every browser has; its separators are then exchanged. */
const plain = (digits: number) => new Intl.NumberFormat('en-US', { maximumSignificantDigits: digits });

export interface NumberFormats {
  /** Whole number or decimal with the language's separators, at most `digits` significant digits (default 15). */
  number(value: number, digits?: number): string;
  /** From a million on with a magnitude word: "529.4 m". */
  compact(value: number, digits?: number): string;
  /** ISO 4217. "$529.4 m", "529,4 млн $". */
  money(value: number, currency: string, digits?: number): string;
  /** 18.5 is "18.5%". */
  percent(value: number, digits?: number): string;
}

export function makeNumbers(language: Language): NumberFormats {
  const c = CONVENTIONS[language];
  const number = (value: number, digits = 15) =>
    plain(digits)
      .format(value)
      .replace('-', '−')
      .replace(/[.,]/g, (mark) => (mark === ',' ? c.group : c.decimal));
  const compact = (value: number, digits = DIGITS) => {
    const size = Math.abs(value);
    const step = size >= 1e12 ? 2 : size >= 1e9 ? 1 : size >= 1e6 ? 0 : -1;
    if (step < 0) return number(value, Math.max(digits, Math.ceil(Math.log10(size + 1)), 1));
    return `${number(value / 10 ** (6 + 3 * step), digits)}${S}${c.scale[step as 0 | 1 | 2]}`;
  };
  const money = (value: number, currency: string, digits?: number) => {
    const sign = CURRENCY_SIGNS[currency] ?? currency;
    const spaced = c.money.startsWith('{c}') && sign.length > 2 ? c.money.replace('{c}', `{c}${S}`) : c.money;
    const minus = value < 0 ? '−' : '';
    return minus + spaced.replace('{c}', () => sign).replace('{n}', compact(Math.abs(value), digits));
  };
  const percent = (value: number, digits = 3) => c.percent.replace('{n}', number(value, digits));
  return { number, compact, money, percent };
}
