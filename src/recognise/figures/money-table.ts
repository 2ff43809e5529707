import { entries, exactKeysOf, keysOf } from './lists.ts';
import type { Currency } from './locale.ts';
import { type Style, tokenize } from './tokens.ts';
import { makeTrie, type Trie } from './trie.ts';
import { SIGNS, type Words } from './words/types.ts';

/**
 * Which currency a name means when several countries use it. Trade of the region first, then by turnover.
 * "₸" and the like are nobody else's, so order matters for dollar, pound, franc, peso, rupee, krone, som and manat only.
 */
const RANK = 'USD EUR GBP CNY JPY RUB TRY KZT AZN UZS KGS CHF INR MXN SEK DKK BRL KRW CZK PLN GEL AMD'.split(' ');

/** Codes that are English words in capitals. */
const NO_CODE = new Set(['ALL', 'TOP', 'CUP', 'PEN', 'MAD', 'SOS', 'BAM', 'LAK', 'MOP', 'NIO']);

const LOOSE_CODE = new Set(['USD', 'EUR', 'GBP', 'JPY', 'CNY', 'RUB', 'KZT', 'AZN', 'CHF', 'AUD', 'NZD', 'HKD', 'MXN', 'CAD']);

/** Signs of one or two plain letters are units and initials more often: "L", "G", "KM". */
const LETTER_SIGN = /^(?!kr$|Rp$|RM$)[A-Za-z]{1,2}$/;

/** Where the noun of a currency's name stands. */
const HEAD_FIRST = new Set(['fr', 'es', 'it', 'pt', 'pl']);

/** Languages whose adjective stands before the noun and whose countries behind it: «казахстанский тенге», «доллар США». */
const SLAVIC_ADJECTIVE = /(?:ий|ый|ой|ая|яя|ого|его|их|ых|[сцз]ька|[сцз]ькі|[сцз]ької)$/u;
const SLAVIC = new Set(['ru', 'uk']);

/** Nouns of currencies that mean something more usual: "12 yeni gemi" are new ships, «5 так» is no taka, "real estate". */
const NO_NOUN = new Set(
  'gold real sol soles mark marks marka kip tala rand yeni yen altını qızılı алтыны solu solü kolonu batı bati так таки така соль соля солей лит литы лита литов лат лата латов лев лева лей лея леев реал реала реалов кун куна куны кип кипа тал тала талы бат бата пул пула пулы марка быра быр донг сум золотой золотых золотого золотий золоті золотих золотого боснии боснії'.split(
    ' ',
  ),
);

/** The noun that names a currency without its country; undefined where that is also another word. */
function bareNoun(keys: readonly string[], lang: string): string | undefined {
  const noun = HEAD_FIRST.has(lang)
    ? keys[0]
    : SLAVIC.has(lang)
      ? (keys.find((key, i) => i === keys.length - 1 || !SLAVIC_ADJECTIVE.test(key)) ?? keys[0])
      : keys.at(-1);
  return noun && noun.length >= SHORTEST_NOUN && !NO_NOUN.has(noun) ? noun : undefined;
}
const SHORTEST_NOUN = 3;

/** What a language calls and how it signs currencies. */
export interface MoneySource {
  readonly words: Words;
  /** Lists of CLDR: `ISO=form;form|…`. */
  readonly names: string;
  readonly symbols: string;
  /** The English symbols, which hold where the language has none of its own. */
  readonly commonSymbols: string;
}

/** All names, codes and signs of money; `starts` are the keys with which a sign or code before a number may begin. */
export function buildMoney(
  { words, names, symbols, commonSymbols }: MoneySource,
  style: Style,
  stems: (key: string) => readonly string[],
): { money: Trie<Currency>; starts: string[] } {
  const money = makeTrie<Currency>();
  const fillMoney = (list: string | undefined) => {
    for (const [key, forms] of entries(list)) {
      const [iso, parts] = key.split('*') as [string, string | undefined];
      for (const form of forms) money.add(keysOf(form, style), { iso, factor: parts ? 1 / Number(parts) : 1 });
    }
  };
  fillMoney(words.currencies);
  fillMoney(SIGNS);
  const ranked = (list: string) => {
    const rank = (iso: string) => (RANK.indexOf(iso) + RANK.length + 1) % (RANK.length + 1);
    return [...entries(list)].sort(([a], [b]) => rank(a) - rank(b));
  };
  const signs = [...ranked(symbols), ...ranked(commonSymbols)];
  for (const at of [0, 1]) {
    for (const [iso, forms] of signs) {
      const sign = forms[at];
      if (!sign || LETTER_SIGN.test(sign)) continue;
      const tokens = tokenize(sign, style);
      if (money.match(sign, tokens, 0, stems)?.next !== tokens.length) money.add(exactKeysOf(sign, style), { iso, factor: 1 });
    }
  }
  const named = ranked(names);
  for (const [iso, forms] of named) {
    for (const form of forms) money.add(keysOf(form, style), { iso, factor: 1 });
    if (!NO_CODE.has(iso)) money.add([`=${iso}`], { iso, factor: 1 });
    if (LOOSE_CODE.has(iso)) {
      money.add([iso.toLowerCase()], { iso, factor: 1 });
      money.add([`=M${iso}`], { iso, factor: 1e6 });
    }
  }
  for (const [iso, forms] of named) {
    for (const form of forms) {
      const all = keysOf(form, style);
      const head = bareNoun(all, style.lang);
      if (all.length < 2 || !head) continue;
      // "долларов" is the dollar that the words name, not the first country's.
      if (!money.match(head, tokenize(head, style), 0, stems)) money.add([head], { iso, factor: 1 });
    }
  }
  const starts = [
    ...signs.flatMap(([, forms]) => forms.map((form) => keysOf(form, style)[0] ?? form)),
    ...named.flatMap(([iso]) => [iso.toLowerCase(), `m${iso.toLowerCase()}`]),
  ];
  return { money, starts };
}
