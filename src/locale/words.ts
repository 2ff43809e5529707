import type { Language } from '../model/ids.ts';
import { CONVENTIONS } from './conventions.ts';
import { makeNumbers, type NumberFormats } from './numbers.ts';
import { makePeriods, type PeriodFormats } from './periods.ts';

/** A phrase, or its plural forms by `Intl.PluralRules` category; `{name}` is a placeholder, `{n}` chooses the form. */
export type Phrase = string | Readonly<Partial<Record<Intl.LDMLPluralRule, string>> & { other: string }>;
export type Catalogue = Readonly<Record<string, Phrase>>;
export type Params = Readonly<Record<string, string | number>>;

/** Everything a view says in one language. `K` are the keys of its catalogue. */
export interface Words<K extends string = string> extends NumberFormats, PeriodFormats {
  readonly language: Language;
  /** Numbers among the parameters are formatted; a parameter that is missing leaves its placeholder to be seen. */
  t(key: K, params?: Params): string;
  /** For keys made of data (`type.country`): undefined where the catalogue has none. */
  look(key: string, params?: Params): string | undefined;
  /** A value in its unit: ISO 4217 code, `percent`, `ratio`, CLDR unit id or the head noun of a count. */
  quantity(value: number, unit: string, digits?: number): string;
  list(items: readonly string[]): string;
  /** With a capital first letter ("İ" for "i" in Azerbaijani and Turkish); names that begin with a small letter on purpose have none. */
  capital(text: string): string;
  /** In the language's quotation marks. */
  quote(text: string): string;
}

const isCurrency = (unit: string) => /^[A-Z]{3}$/.test(unit);
/** Russian nouns after "млн" and "млрд" stand as after five; the other four languages don't care. */
const LARGE = 5_000_000;

/** Keys of one or more catalogues. */
type KeyOf<C> = C extends { readonly en: infer E } ? keyof E & string : never;

/** Joins the catalogues of a view (usually `COMMON` and its own) in one language. */
export function makeWords<C extends readonly Readonly<Record<Language, Catalogue>>[]>(
  language: Language,
  ...catalogs: C
): Words<KeyOf<C[number]>> {
  const catalogue: Catalogue = Object.assign({}, ...catalogs.map((one) => one[language]));
  const numbers = makeNumbers(language);
  const plurals = new Intl.PluralRules(language);
  const fill = (text: string, params: Params) =>
    text.replace(/\{(\w+)\}/g, (whole, name: string) => {
      const value = params[name];
      return value === undefined ? whole : typeof value === 'number' ? numbers.number(value) : value;
    });
  const phrase = (entry: Phrase, n: number) => (typeof entry === 'string' ? entry : (entry[plurals.select(n)] ?? entry.other));
  const look = (key: string, params: Params = {}) => {
    const entry = Object.hasOwn(catalogue, key) ? catalogue[key]! : undefined;
    return entry === undefined ? undefined : fill(phrase(entry, Number(params.n ?? 0)), params);
  };
  return {
    language,
    ...numbers,
    ...makePeriods(language),
    look,
    t: (key, params) => look(key, params) ?? key,
    quantity(value, unit, digits) {
      if (isCurrency(unit)) return numbers.money(value, unit, digits);
      if (unit === 'percent') return numbers.percent(value, digits);
      const n = numbers.compact(value, digits);
      const entry = catalogue[`unit.${unit}`];
      if (entry === undefined) return `${n}\u00a0${unit.replaceAll('-', ' ')}`;
      return fill(phrase(entry, Math.abs(value) >= 1e6 ? LARGE : value), { n });
    },
    capital(text) {
      const first = String.fromCodePoint(text.codePointAt(0) ?? 32);
      return text && first.toLocaleUpperCase(language) + text.slice(first.length);
    },
    quote: (text) => CONVENTIONS[language].quotes.replace('{x}', () => text),
    list(items) {
      if (items.length < 2) return items.join('');
      const head = items.slice(0, -1).join(', ');
      return CONVENTIONS[language].and.replace('{a}', () => head).replace('{b}', () => items.at(-1)!);
    },
  };
}

/** The part of a language tag that names one of the five, else English. */
export function languageOf(tag: string): Language {
  const primary = tag.toLowerCase().split('-')[0]!;
  return primary in CONVENTIONS ? (primary as Language) : 'en';
}
