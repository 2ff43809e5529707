/**
 * Brings spellings of one name together across scripts, for search only (marks never guess): "Тоғжанов", "Togzhanov" and "Toğjanov"
 * all fold to "togjanov". Rough on purpose; what it confuses, ranking sorts out.
 */
const CYRILLIC: Readonly<Record<string, string>> = {
  а: 'a', ә: 'a', б: 'b', в: 'v', г: 'g', ғ: 'g', д: 'd', е: 'e', ё: 'e', ж: 'j', з: 'z', и: 'i', й: 'i', к: 'k', қ: 'k', л: 'l',
  м: 'm', н: 'n', ң: 'n', о: 'o', ө: 'o', п: 'p', р: 'r', с: 's', т: 't', у: 'u', ұ: 'u', ү: 'u', ф: 'f', х: 'h', һ: 'h', ц: 's',
  ч: 'c', ш: 's', щ: 's', ъ: '', ы: 'i', і: 'i', ь: '', э: 'e', ю: 'iu', я: 'ia',
  ј: 'i', ҹ: 'j', ҝ: 'g', // Azerbaijani until 1991
}; // biome-ignore format: a table of letters reads in rows
const LATIN: Readonly<Record<string, string>> = { ə: 'a', ı: 'i', ø: 'o', ł: 'l', đ: 'd', ß: 'ss', æ: 'a', œ: 'o' };
/** Latin spellings of one sound, longest first. */
const SOUNDS: readonly (readonly [RegExp, string])[] = [
  [/dsch|dzh|zh|dj|dž/g, 'j'],
  [/tsch|sch|sh|ch|ts|cz|sz/g, 's'],
  [/kh|gh/g, 'h'],
  [/x/g, 'h'],
  [/q/g, 'k'],
  [/w/g, 'v'],
  [/y/g, 'i'],
  [/[cz]/g, 's'],
  [/(.)\1+/g, '$1'],
];

export function foldForSearch(text: string): string {
  const plain = text.toLowerCase().normalize('NFKD').replace(/\p{M}/gu, '').normalize('NFC');
  const latin = [...plain].map((letter) => CYRILLIC[letter] ?? LATIN[letter] ?? letter).join('');
  return SOUNDS.reduce((folded, [sound, letter]) => folded.replace(sound, letter), latin);
}
