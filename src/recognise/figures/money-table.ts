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
      const head = HEAD_FIRST.has(style.lang) ? all[0] : all.at(-1);
      if (all.length < 2 || !head || head.length < 3) continue;
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
