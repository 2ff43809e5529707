/**
 * What a character counts as, and what it is compared as. One code unit folds to one code unit, so that folding never changes a length and
 * a token's place in the text stays known: `"İlham".toLowerCase()` would be one unit too long.
 *
 * - case is folded; `I`, `İ`, `ı` and `i` are one letter, whatever the language (Azerbaijani and Turkish write all four)
 * - `ё` is `е`; the circumflex that Turkish may leave out is left out
 * - full-width and other compatibility forms are their plain letter where that is a single one
 * - a combining mark joins its letter where Unicode has the joined form, else it is left out
 * - soft hyphens, zero-width and direction characters are not there
 * - apostrophes of all kinds are one, so are hyphens; Kazakh `ә` and Azerbaijani `ə` stay two letters
 */
const BREAK = 0;
export const LETTER = 1;
export const SKIP = 2;
export const SPACE = 3;
export const HYPHEN = 4;
export const APOSTROPHE = 5;
export const DOT = 6;
export const QUOTE = 7;
/** A sign that is a token of its own: `$`, `&`, `+`, `/`. */
export const SIGN = 8;
export const MARK = 9;
/** First half of a pair of surrogates: what it is depends on the second. */
export const PAIR = 10;
/** The class is in the low four bits; these say more about a letter. */
export const CLASS_BITS = 0x0f;
export const UPPER = 0x10;
export const LOWER = 0x20;
export const LATIN = 0x40;
export const CYRILLIC = 0x80;
/** A digit, or a letter of another script without case. */
export const UNCASED = 0x100;
const PROPERTIES = 0x1ff;
/** Folded unit in an entry of `UNITS`. */
export const FOLD_SHIFT = 16;
const UNSEEN = 0x0f;

/**
 * For each code unit its class and properties, and what it folds to from bit 16; `UNSEEN` until it is first met, since classifying all
 * 65,536 would cost every start some milliseconds. Read directly only where every nanosecond counts, with `classOf` for what is unseen.
 */
export const UNITS = new Uint32Array(0x10000).fill(UNSEEN);

/** Bits of an entry of `HASHED`: the unit belongs to a word; it needs more thought than that. Neither: words end before it. */
export const PLAIN_LETTER = 1;
export const HARD = 2;

/**
 * For each code unit what the hash of a word takes in, from bit 16, and one of the bits above: all that a pass over a text needs, in one
 * load. Signs, marks, surrogates, characters that are not there and unseen ones are hard.
 */
export const HASHED = new Int32Array(0x10000).fill(HARD);

const APOSTROPHES = new Set("'’‘ʼʻʹˈ`´′‛＇");
const HYPHENS = new Set('-‐‑‒–—−﹣－');
const QUOTES = new Set('"“”„‟«»‹›＂');
const SKIPPED = /[\u00ad\u061c\u0640\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/;
/** Letters that fold to another one in every language. */
const SAME: Readonly<Record<string, string>> = {
  I: 'i',
  İ: 'i',
  ı: 'i',
  ё: 'е',
  Ё: 'е',
  â: 'a',
  Â: 'a',
  î: 'i',
  Î: 'i',
  û: 'u',
  Û: 'u',
};

const entry = (unit: number, bits: number): number => ((unit << FOLD_SHIFT) | bits) >>> 0;

function classify(unit: number): number {
  const char = String.fromCharCode(unit);
  if (unit >= 0xd800 && unit < 0xe000) return entry(unit, unit < 0xdc00 ? PAIR : BREAK);
  if (APOSTROPHES.has(char)) return entry(unit, APOSTROPHE);
  if (HYPHENS.has(char)) return entry(unit, HYPHEN);
  if (QUOTES.has(char)) return entry(unit, QUOTE);
  if (SKIPPED.test(char)) return entry(unit, SKIP);
  if (char === '.' || char === '․') return entry(unit, DOT);
  if (/\s/.test(char)) return entry(unit, SPACE);
  if (/\p{M}/u.test(char)) return entry(unit, MARK);
  if (/[\p{L}\p{N}]/u.test(char)) {
    const plain = char.normalize('NFKC');
    const base = plain.length === 1 ? plain : char;
    const lower = SAME[base] ?? base.toLowerCase();
    const same = SAME[lower] ?? lower;
    const folded = same.length === 1 ? same.charCodeAt(0) : unit;
    const cased = /\p{Lu}|\p{Lt}/u.test(char) ? UPPER : /\p{Ll}/u.test(char) ? LOWER : 0;
    const script = /\p{Script=Latin}/u.test(char) ? LATIN : /\p{Script=Cyrillic}/u.test(char) ? CYRILLIC : 0;
    // A letter whose plain form is no letter (modifier signs) stays itself.
    const isLetter = folded !== unit && (classOf(folded) & CLASS_BITS) === LETTER;
    return entry(isLetter ? foldOf(folded) : unit, LETTER | cased | script | (cased || script ? 0 : UNCASED));
  }
  return entry(unit, /\p{Sc}|[&+/@#%№°]/u.test(char) ? SIGN : BREAK);
}

/** Class and property bits of a UTF-16 code unit. */
export function classOf(unit: number): number {
  let known = UNITS[unit]!;
  if ((known & CLASS_BITS) === UNSEEN) {
    UNITS[unit] = known = classify(unit);
    const kind = known & CLASS_BITS;
    const hard = kind === SKIP || kind === MARK || kind === PAIR || kind === SIGN;
    HASHED[unit] = (hashedAs(known >>> FOLD_SHIFT) << FOLD_SHIFT) | (kind === LETTER ? PLAIN_LETTER : hard ? HARD : 0);
  }
  return known & PROPERTIES;
}

/** The unit as it is compared. Meaningful for letters and signs, and only after `classOf` has seen it. */
export function foldOf(unit: number): number {
  return UNITS[unit]! >>> FOLD_SHIFT;
}

/** A letter and the mark after it as one folded unit; 0 where Unicode has no joined form. */
export function joinMark(folded: number, mark: number): number {
  const joined = String.fromCharCode(folded, mark).normalize('NFC');
  if (joined.length !== 1) return 0;
  const unit = joined.charCodeAt(0);
  classOf(unit);
  return foldOf(unit);
}

/** What a pair of surrogates is: a letter with its folded units, or none. Mathematical letters fold to plain ones. */
export function foldPair(high: number, low: number): readonly number[] | 'mark' | undefined {
  const char = String.fromCharCode(high, low);
  if (/\p{M}/u.test(char)) return 'mark';
  if (!/[\p{L}\p{N}]/u.test(char)) return undefined;
  const plain = char.normalize('NFKC');
  const folded = plain.length <= 2 ? plain.toLowerCase() : char;
  if (folded.length === 1)
    return (classOf(folded.charCodeAt(0)) & CLASS_BITS) === LETTER ? [foldOf(folded.charCodeAt(0))] : [high, low];
  return folded.length === 2 && (folded.charCodeAt(0) & 0xfc00) === 0xd800
    ? [folded.charCodeAt(0), folded.charCodeAt(1)]
    : [high, low];
}

const CYRILLIC_LOOKS = 'АВЕКМНОРСТХУІЈЅҺӘаеорсхуіјѕһәԛԝ';
const LATIN_LOOKS = 'ABEKMHOPCTXYIJSHƏaeopcxyijshəqw';
const TO_LATIN = new Map([...CYRILLIC_LOOKS].map((c, i) => [c, LATIN_LOOKS[i]!]));
const TO_CYRILLIC = new Map([...LATIN_LOOKS].map((c, i) => [c, CYRILLIC_LOOKS[i]!]));

/** First letter of the Unicode block Cyrillic, and how many units from there on hold all of `CYRILLIC_LOOKS`. */
const CYRILLIC_FROM = 0x400;
const CYRILLIC_UNITS = 0x130;
const LOOKS = Uint16Array.from({ length: CYRILLIC_UNITS }, (_, i) => CYRILLIC_FROM + i);

/**
 * What a folded unit counts as in a hash: a Cyrillic letter as the Latin one that some case of it looks like. So a word of mixed scripts has
 * the hash of the word that `unmix` makes of it, and a pass over a text need not ask which words are mixed.
 */
export function hashedAs(folded: number): number {
  const place = folded - CYRILLIC_FROM;
  return place >= 0 && place < CYRILLIC_UNITS ? LOOKS[place]! : folded;
}

for (const [cyrillic, latin] of TO_LATIN) {
  LOOKS[cyrillic.toLowerCase().charCodeAt(0) - CYRILLIC_FROM] = latin.toLowerCase().charCodeAt(0);
}

/**
 * A word that mixes Latin and Cyrillic letters, written in the script of most of its letters: "Сaspian" with a Cyrillic С is "Caspian".
 * Undefined where a letter of the other script has no twin. Whole words of one script are never touched.
 */
export function unmix(word: string): string | undefined {
  let latin = 0;
  let cyrillic = 0;
  for (let i = 0; i < word.length; i++) {
    const bits = classOf(word.charCodeAt(i));
    if (bits & LATIN) latin++;
    if (bits & CYRILLIC) cyrillic++;
  }
  const [map, other] = latin >= cyrillic ? [TO_LATIN, CYRILLIC] : [TO_CYRILLIC, LATIN];
  let out = '';
  for (const char of word) {
    const twin = classOf(char.charCodeAt(0)) & other ? map.get(char) : char;
    if (twin === undefined) return undefined;
    out += twin;
  }
  return out;
}

const PLAIN: Readonly<Record<string, string>> = { ə: 'e', ø: 'o', ł: 'l', đ: 'd', ß: 's', æ: 'a' };

/** A folded Latin word as a keyboard without its letters writes it: `azərbaycan` → `azerbaycan`. Cyrillic letters are never changed. */
export function withoutDiacritics(folded: string): string {
  let out = '';
  for (const char of folded) {
    if (!(classOf(char.charCodeAt(0)) & LATIN)) out += char;
    else out += PLAIN[char] ?? char.normalize('NFD')[0]!;
  }
  return out;
}
