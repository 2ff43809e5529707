import { primaryTag } from './language-tag.ts';

/** What a text is written in, as far as this extension reads: its five languages, or another. */
export type DetectedLanguage = 'en' | 'ru' | 'az' | 'kk' | 'tr' | 'other';

/** Letters below which nothing is said. */
const LEAST_LETTERS = 40;

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;

const wordsOf = (list: string): ReadonlySet<string> => new Set(list.split(' '));
/** Function words that make up a tenth and more of running English; other Latin languages have few of them. */
const ENGLISH = wordsOf('the of and to in that is for was with on by has will');
const TURKISH = wordsOf('ve bir bu ile için olarak olan daha de da göre arasında kadar');
const AZERBAIJANI = wordsOf('və bu ilə üçün olan edib görə bir da də arasında qədər');

interface Letters {
  readonly latin: number;
  readonly cyrillic: number;
  /** Of all scripts. */
  readonly letters: number;
  /** Runs of letters. */
  readonly words: number;
}

/**
 * Letters by script, as far as the blocks of our languages go. By code units: the same asked of `\p{Script=…}` takes a browser ten times as long,
 * most of it for building the expressions, and it is done on every page.
 */
export function countLetters(text: string): Letters {
  let latin = 0;
  let cyrillic = 0;
  let letters = 0;
  let words = 0;
  let inWord = false;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    const isLatin =
      (unit >= 0x61 && unit <= 0x7a) ||
      (unit >= 0x41 && unit <= 0x5a) ||
      (unit >= 0xc0 && unit <= 0x2af && unit !== 0xd7 && unit !== 0xf7) ||
      (unit >= 0x1e00 && unit <= 0x1eff);
    const isCyrillic = unit >= 0x400 && unit <= 0x52f && (unit < 0x482 || unit > 0x489);
    // Between Latin and the letters of farther scripts lie combining marks, punctuation and symbols, which running text is full of.
    const isOther = !isLatin && !isCyrillic && unit >= 0x370 && (unit < 0x2000 || unit >= 0x2c00) && /\p{L}/u.test(text[i]!);
    const isLetter = isLatin || isCyrillic || isOther;
    if (isLatin) latin += 1;
    if (isCyrillic) cyrillic += 1;
    if (isLetter) letters += 1;
    if (isLetter && !inWord) words += 1;
    inWord = isLetter;
  }
  return { latin, cyrillic, letters, words };
}

/**
 * Language by script and letter frequency; undefined for too little text. Letters decide where an alphabet has its own (ə in Azerbaijani
 * makes up a tenth of all letters, ә ғ қ ң ө ұ ү һ і a tenth of Kazakh); function words decide between Latin alphabets.
 */
export function detectLanguage(text: string): DetectedLanguage | undefined {
  const sample = text.slice(0, 4000).normalize('NFC');
  const { latin, cyrillic, letters, words } = countLetters(sample);
  if (letters < LEAST_LETTERS) return undefined;
  if (cyrillic > letters * 0.5) {
    if (count(sample, /[әғқңөұүһі]/giu) > cyrillic * 0.03 && count(sample, /[әғқңұ]/giu) > cyrillic * 0.02) return 'kk';
    // Ukrainian, Belarusian, Serbian, Macedonian, Kyrgyz, Tajik, Mongolian have letters that Russian lacks.
    if (count(sample, /[іїєґўјљњћђџѓќѕңөүҳҷӣӯҒғқҚ]/giu) > cyrillic * 0.01) return 'other';
    // Bulgarian shares the alphabet; Russian has ы and э about once in fifty letters, Bulgarian never.
    return count(sample, /[ыэё]/giu) > cyrillic * 0.005 ? 'ru' : 'other';
  }
  if (latin <= letters * 0.5) return 'other';
  const said = sample.toLowerCase().split(NO_LATIN);
  const share = (list: ReadonlySet<string>) => said.reduce((sum, word) => sum + (list.has(word) ? 1 : 0), 0) / words;
  if (count(sample, /[əƏ]/g) > latin * 0.02) return 'az';
  const turkic = count(sample, /[ığş]/g) / latin;
  if (turkic > 0.012 && count(sample, /[țăâîșßñãõåøæœ]/gi) < latin * 0.01) {
    const az = count(sample, /[xq]/gi) / latin + share(AZERBAIJANI);
    return az > share(TURKISH) && count(sample, /[əƏ]/g) > 0 ? 'az' : 'tr';
  }
  return share(ENGLISH) > 0.1 ? 'en' : 'other';
}

/** What stands between words of Latin letters. */
const NO_LATIN = /[^a-z\u00df-\u02af\u1e00-\u1eff]+/;

/** Sites declare the language of their template: the letters win where they contradict it beyond doubt. */
export function chooseLanguage(declared: string | null | undefined, text: string): string | undefined {
  const said = primaryTag(declared);
  const seen = detectLanguage(text);
  if (seen && seen !== 'other') return seen;
  if (!seen || !said) return said;
  const script = SCRIPTS[said];
  return !script || count(text.slice(0, 4000), script) > LEAST_LETTERS ? said : undefined;
}

const SCRIPTS: Readonly<Record<string, RegExp>> = {
  en: /\p{Script=Latin}/gu,
  az: /\p{Script=Latin}/gu,
  tr: /\p{Script=Latin}/gu,
  ru: /\p{Script=Cyrillic}/gu,
};
