/**
 * Made names and texts: deterministic, in the letters of five languages, no real name among them. Without ı, which we fold to i and
 * other engines don't, so that all of them must find the same.
 */

/** Mulberry32: small, seeded, good enough to make words. */
function random(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

const SYLLABLES: Readonly<Record<string, readonly string[]>> = {
  en: 'ba ker lon mar sten tor vin wick hol den ash ford ley ring gate mere stock dal burn'.split(' '),
  ru: 'ва ки ло мо не пра ру ста тов хи шин бе гор дя жу ем овск ин чен'.split(' '),
  kk: 'ба қы ла мұ нұр ра сұл та шы бе гі дә жан кө лы мек ңа өті үлі'.split(' '),
  az: 'ba cə da əli gü hə iq la mə nə qa rü sə tə vü xan yev zadə şi'.split(' '),
  tr: 'ba çu da eli gü ha ol la me na ra sü te vu kan yo zo şe ğan'.split(' '),
};
const LANGS = Object.keys(SYLLABLES);

const capital = (word: string) => word[0]!.toLocaleUpperCase('en') + word.slice(1);

/** Words that a language's syllables make. */
function words(lang: string, count: number, next: () => number): string[] {
  const syllables = SYLLABLES[lang]!;
  const made = new Set<string>();
  while (made.size < count) {
    let word = '';
    for (let n = 2 + Math.floor(next() * 3); n > 0; n--) word += syllables[Math.floor(next() * syllables.length)]!;
    made.add(word);
  }
  return [...made];
}

/** Different names of one to four words, as a gazetteer has them: many share words. */
export function makeNames(count: number, seed = 1): string[] {
  const next = random(seed);
  const stock = LANGS.map((lang) => words(lang, Math.max(50, Math.ceil(count ** 0.75 / 4)), next).map(capital));
  const names = new Set<string>();
  while (names.size < count) {
    const list = stock[names.size % LANGS.length]!;
    const parts = [];
    for (let n = 1 + Math.floor(next() * next() * 4.5); n > 0; n--) parts.push(list[Math.floor(next() * list.length)]!);
    names.add(parts.join(' '));
  }
  return [...names];
}

/**
 * Text of about `length` UTF-16 units in five languages; about one word in thirty begins a name, whatever the number of names: the words
 * between them are no names, though parts of names are among them.
 */
export function makeText(names: readonly string[], length: number, seed = 2): string {
  const next = random(seed);
  const whole = new Set(names.map((name) => name.toLowerCase()));
  const fillers = LANGS.map((lang) =>
    words(lang, 20_000, next)
      .filter((word) => !whole.has(word))
      .slice(0, 3000),
  );
  const parts: string[] = [];
  let size = 0;
  let sentence = 0;
  while (size < length) {
    const list = fillers[sentence % LANGS.length]!;
    for (let n = 8 + Math.floor(next() * 15); n > 0; n--) {
      const word = next() < 1 / 30 ? names[Math.floor(next() * names.length)]! : list[Math.floor(next() * list.length)]!;
      parts.push(word, n === 1 ? '. ' : next() < 0.1 ? ', ' : ' ');
      size += word.length + 1;
    }
    sentence++;
  }
  return parts.join('');
}
