import { build } from './build-locale.ts';
import { CLDR_DATA } from './cldr-data.ts';
import type { Gate } from './gate.ts';
import type { Trie } from './trie.ts';
import type { Words } from './words/types.ts';

export interface Currency {
  readonly iso: string;
  /** Part of the major unit: 0.01 for cents. */
  readonly factor: number;
}

/** A word that takes part in a number: a value, a power of ten, or a fraction such as "half". */
export interface NumberWord {
  readonly role: 'value' | 'scale' | 'fraction';
  readonly value: number;
  /** Too common a word to count on its own. */
  readonly weak: boolean;
}

/** Everything the readers of one language look words up in. Built once, when the language is first met. */
export interface Locale {
  readonly lang: string;
  readonly decimalSign: string;
  readonly words: Words;
  readonly stems: (key: string) => readonly string[];
  readonly numbers: ReadonlyMap<string, NumberWord>;
  /** Several words: "quatre-vingt", "mil millones", "бүтін оннан". */
  readonly scales: Trie<number>;
  readonly money: Trie<Currency>;
  readonly percents: Trie<string>;
  readonly percentBefore: Trie<true>;
  readonly units: Trie<string>;
  readonly counts: Trie<string>;
  readonly before: Trie<string>;
  readonly after: Trie<string>;
  readonly times: Trie<true>;
  readonly multiples: Trie<number>;
  readonly period: Trie<string>;
  readonly months: Trie<number>;
  readonly weekdays: Trie<number>;
  /** Abbreviations, never inflected. */
  readonly shortMonths: Trie<number>;
  readonly shortWeekdays: Trie<number>;
  readonly sets: Readonly<Record<'and' | 'to' | 'from' | 'between' | 'of' | 'label', ReadonlySet<string>>>;
  /** Words that are a part by themselves: «половина», "yarısı". */
  readonly parts: ReadonlyMap<string, number>;
  /** Bottoms of fractions in words: «пятых», "üçte". */
  readonly bottoms: ReadonlyMap<string, number>;
  /** Words and signs at which a figure may start. */
  readonly sparks: ReadonlySet<string>;
  /** Codes and first parts of signs: a figure starts there only before a sign or a number. */
  readonly codes: ReadonlySet<string>;
  /** Sparks that start a figure only before a number or one of these words: "in" two weeks, "as" of, "to" date. */
  readonly needy: ReadonlyMap<string, ReadonlySet<string>>;
  /** "same" before "year". */
  readonly same: ReadonlySet<string>;
  /** What may follow "a": "a million", "a week ago". */
  readonly afterArticle: ReadonlySet<string>;
  /** Undefined for the first paragraphs of a run: making it takes longer than passing over them would save. */
  readonly gate: () => Gate | undefined;
  /** First letters of those that may be inflected. */
  readonly beginnings: ReadonlySet<string>;
}

/** "жүз", "bin": hundred and thousand stand alone; ten joins with what follows: "он бес". */
export const TURKIC: ReadonlySet<string> = new Set(['kk', 'az', 'tr', 'uz', 'ky']);

/** Signs in words: "minus five". */
export const MINUS_WORDS: ReadonlySet<string> = new Set(['minus', 'минус', 'mənfi', 'eksi', 'мінус', 'min']);

/** Languages whose names of days and months take case endings. */
export const INFLECTED_CALENDAR: ReadonlySet<string> = new Set(['ru', 'uk', 'kk', 'az', 'tr', 'uz', 'ky', 'pl', 'ka']);
/** Letters by which an inflected word is taken up. */
export const BEGINNING = 3;

const built = new Map<string, Locale>();

/** Scripts tell where the page does not: Kazakh has letters of its own, other Cyrillic is read as Russian. */
function guess(text: string): string {
  if (/[әғқңөұүһі]/iu.test(text)) return 'kk';
  if (/[а-я]/iu.test(text)) return 'ru';
  if (/[ə]/iu.test(text)) return 'az';
  if (/[ა-ჰ]/u.test(text)) return 'ka';
  return /[\u4e00-\u9fff]/u.test(text) ? 'zh' : 'en';
}

/** `lang` is a BCP 47 tag; unknown languages are read by their script. */
export function localeOf(lang: string | undefined, text: string): Locale {
  const base = lang?.slice(0, lang.search(/[-_]|$/)).toLowerCase();
  const key = base && Object.hasOwn(CLDR_DATA, base) ? base : guess(text.slice(0, 400));
  let locale = built.get(key);
  if (!locale) built.set(key, (locale = build(key)));
  return locale;
}
