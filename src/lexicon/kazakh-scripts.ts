/**
 * Kazakh in its other two alphabets, by letter: Latin as in the alphabet of January 2021 (ä ğ ñ ö q ş ū ü; и and й are i, ы is y, і is ı), Arabic
 * as in the writing of Kazakhs in China (A. Baitursynuly's). Letters only: nothing is guessed, and the way back is not needed.
 */
const LATIN: Readonly<Record<string, string>> = {
  ...letters('абвгдежзиклмнопрстуфхшыэғқңұүөһійә', 'abvgdejziklmnoprstufhşyeğqñūüöhıiä'),
  ц: 'ts',
  ч: 'tş',
  щ: 'ştş',
  ё: 'io',
  ю: 'iu',
  я: 'ia',
  ъ: '',
  ь: '',
};
const ARABIC: Readonly<Record<string, string>> = {
  ...letters('абвгдежзийклмнопрстуфхчшыіэғқңұүөһә', 'ابۆگدەجزييكلمنوپرستۋفحچشىىەعقڭۇۇوھا'),
  ц: 'تس',
  щ: 'شچ',
  ё: 'يو',
  ю: 'يۋ',
  я: 'يا',
  ъ: '',
  ь: '',
};
const HAMZA = 'ء';
/** A word with a soft vowel is marked as soft by a hamza before it, unless one of its letters says so already. */
const SOFT = /[әөүі]/i;
const SAYS_SOFT = /[кге]/i;

function letters(from: string, to: string): Record<string, string> {
  const written = [...to];
  return Object.fromEntries([...from].map((letter, i) => [letter, written[i]!]));
}

function byLetter(text: string, table: Readonly<Record<string, string>>): string {
  let out = '';
  for (const letter of text) {
    const small = letter.toLowerCase();
    const written = table[small] ?? letter;
    out += small === letter ? written : written.charAt(0).toUpperCase() + written.slice(1);
  }
  return out;
}

/** `Қазақстан` → `Qazaqstan`. Letters that are not Kazakh Cyrillic stay. */
export const kazakhInLatin = (text: string): string => byLetter(text, LATIN);

/** `Қазақстан` → `قازاقستان`. An ending alone has no hamza. */
export function kazakhInArabic(text: string, options: { readonly ending?: boolean } = {}): string {
  return text.replace(/\p{L}+/gu, (word) => {
    const soft = !options.ending && SOFT.test(word) && !SAYS_SOFT.test(word);
    return (soft ? HAMZA : '') + byLetter(word, ARABIC);
  });
}
