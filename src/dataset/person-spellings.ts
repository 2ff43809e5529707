/**
 * How newspapers in Azerbaijani and Turkish spell people of the region: letter by letter after the Russian spelling, and Azerbaijani names in
 * Turkish after the Azerbaijani one. Letters only, as the practical transcriptions of both languages give them; nothing is guessed.
 */
interface SpellingRule {
  readonly from: 'ru' | 'az';
  readonly to: 'az' | 'tr';
  /** Undefined where a letter has no rule. */
  readonly spell: (text: string) => string | undefined;
}

const pairs = (list: string): Readonly<Record<string, string>> =>
  Object.fromEntries(list.split(/\s+/).map((pair) => pair.split(':') as [string, string]));

const COMMON =
  'а:a б:b в:v д:d ё:yo ж:j з:z и:i й:y к:k л:l м:m н:n о:o п:p р:r с:s т:t у:u ф:f ц:ts ч:ç ш:ş щ:ş ъ: ы:ı ь: э:e ю:yu я:ya';
const AZERBAIJANI = pairs(`${COMMON} х:x`);
const TURKISH = pairs(`${COMMON} х:h г:g`);
const AZERBAIJANI_IN_TURKISH = pairs('ə:e x:h q:g');
const CYRILLIC = /^[а-яё\s-]+$/iu;
const VOWEL_OR_EDGE = /^$|[аеёиоуыэюя\s-]/u;
const FRONT = /[еиэ]/u;

function cyrillic(text: string, table: Readonly<Record<string, string>>): string | undefined {
  if (!CYRILLIC.test(text)) return undefined;
  const small = text.toLowerCase();
  let out = '';
  for (let i = 0; i < text.length; i++) {
    const letter = small[i]!;
    const before = small[i - 1] ?? '';
    let written = table[letter];
    // Джаббаров is Cabbarov; Ерлан is Yerlan and Токаев Tokayev, but Серик is Serik.
    if (letter === 'ж' && before === 'д') continue;
    if (letter === 'д' && small[i + 1] === 'ж') written = 'c';
    else if (letter === 'е') written = VOWEL_OR_EDGE.test(before) ? 'ye' : 'e';
    // In Azerbaijani a hard г is q: Jumanqarin.
    else if (letter === 'г') written ??= FRONT.test(small[i + 1] ?? '') ? 'g' : 'q';
    if (letter === ' ' || letter === '-') written = letter;
    if (written === undefined) return undefined;
    out += letter === text[i] ? written : capital(written);
  }
  return out;
}

/** Turkish and Azerbaijani capitals: i is İ. */
const capital = (word: string) => (word[0] === 'i' ? 'İ' : (word[0] ?? '').toUpperCase()) + word.slice(1);

function azerbaijaniInTurkish(text: string): string {
  let out = '';
  for (const letter of text) {
    const small = letter === 'Ə' ? 'ə' : letter.toLowerCase();
    const written = AZERBAIJANI_IN_TURKISH[small];
    out += written === undefined ? letter : small === letter ? written : capital(written);
  }
  return out;
}

/**
 * How else English writes a person of the region whose name was in Cyrillic: with or without the y that both passports and BGN/PCGN put before e
 * (Yeraly and Eraly, Tokayev and Tokaev). Each rule alone and all together.
 */
const ENGLISH: readonly (readonly [from: RegExp, to: string])[] = [
  [/(?<![\p{L}])Ye(?=\p{L})/gu, 'E'],
  [/(?<=[aiou])yev/gu, 'ev'],
];

/** Other English spellings by rule, without the one that is given. */
export function englishSpellings(text: string): string[] {
  const each = ENGLISH.map(([from, to]) => text.replace(from, to));
  const all = ENGLISH.reduce((spelt, [from, to]) => spelt.replace(from, to), text);
  return [...new Set([...each, all])].filter((spelt) => spelt !== text);
}

export const SPELLING_RULES: readonly SpellingRule[] = [
  { from: 'ru', to: 'az', spell: (text) => cyrillic(text, AZERBAIJANI) },
  { from: 'az', to: 'tr', spell: azerbaijaniInTurkish },
  { from: 'ru', to: 'tr', spell: (text) => cyrillic(text, TURKISH) },
];
