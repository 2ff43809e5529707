import { type Style, tokenize } from './tokens.ts';

/** `key=form;form|key=form` → pairs. */
export function* entries(list: string | undefined): Generator<[key: string, forms: string[]]> {
  if (!list) return;
  for (const group of list.split('|')) {
    const cut = group.indexOf('=');
    if (cut > 0) yield [group.slice(0, cut), group.slice(cut + 1).split(';')];
  }
}

/** Signs between the parts of a phrase, which tables leave out. */
const JOINT = /^[.\-·‑'’]$/;

/** Most phrases of most lists, small letters of our five languages, are their own keys. */
const PLAIN = /^[a-zа-яёәғқңөұүһіəğıöşüç]+(?: [a-zа-яёәғқңөұүһіəğıöşüç]+)*$/;

/** A listed phrase as keys of a table, words folded. */
export const keysOf = (phrase: string, style: Style): string[] =>
  PLAIN.test(phrase)
    ? phrase.split(' ')
    : tokenize(phrase, style)
        .map((token) => token.key)
        .filter((key) => !JOINT.test(key) || phrase.length === 1);

/** The same with words as printed, where case matters. */
export const exactKeysOf = (phrase: string, style: Style): string[] =>
  tokenize(phrase, style)
    .map((token) => (token.kind === 'word' ? `=${phrase.slice(token.start, token.end)}` : token.key))
    .filter((key) => !JOINT.test(key));
