import type { Approximation } from '../../model/figure.ts';
import { TURKIC } from './locale.ts';
import { isDash, isWord, type Reading } from './reading.ts';
import { noStems } from './trie.ts';

const LONGEST_PHRASE = 5;
/** «почти в шесть раз», «более чем на 20 %»: the preposition stands between. */
const BETWEEN = new Set(['в', 'во', 'на', 'с', 'у', 'на']);
/** "more than" behind the figure needs the ablative: "2 dəfədən çox", not "2 dəfə çox". */
const ABLATIVE = /(?:[дтн][ае]н|[dt][aeə]n)$/u;

/** «вырос на 12 % до 480 млн»: reached, not bounded. */
const CHANGES =
  /^(?:вырос|выраст|увелич|сниз|нараст|нарас|довес|довед|сократ|упал|упад|подня|подним|повыс|расшир|уменьш|возрос)/u;
/** The same behind the figure: "25 milyon tona qədər artırılacaq". */
const REACHES = /^(?:art|azal|yüksə|yüksel|çat|çık|böyü|büyü|endir|düş|ulaş|өс|арт|жет|көбей|төменде|азай|ұлғай)/u;

function isReached({ tokens }: Reading, at: number): boolean {
  for (let i = at - 1; i >= 0 && i > at - 9 && tokens[i]!.key !== '.'; i--)
    if (CHANGES.test(tokens[i]!.key) || tokens[i]!.key === 'с') return true;
  return false;
}

/** The word of approximation that stands right before token `from`: "nearly", "more than", «не менее». */
export function approxBefore(r: Reading, from: number): Approximation | undefined {
  const found = phraseBefore(r, from);
  if (found === 'le' && r.locale.lang === 'ru' && r.tokens[from - 1]!.key === 'до' && isReached(r, from - 1)) return undefined;
  if (found || r.locale.lang !== 'ru' || from === 0 || !BETWEEN.has(r.tokens[from - 1]!.key)) return found;
  return phraseBefore(r, from - 1);
}

function phraseBefore({ text, tokens, locale }: Reading, from: number): Approximation | undefined {
  let found: Approximation | undefined;
  for (let size = 1; size <= LONGEST_PHRASE && size <= from; size++) {
    if (tokens[from - size + 1]?.gap === 2 && size > 1) break;
    const match = locale.before.match(text, tokens, from - size, noStems);
    if (match?.next === from) found = match.value as Approximation;
  }
  return found;
}

/** What stands behind: "or more", "теңгеден астам", "dolardan fazla". The figure ends before token `next`. */
export function approxAfter({ text, tokens, locale }: Reading, next: number): Approximation | undefined {
  const sign = tokens[next];
  if (sign?.key === '+' && sign.gap === 0 && tokens[next + 1]?.gap !== 0) return 'ge';
  // A case ending behind a sign or digits: "94 %-дан астам", "50'den fazla".
  const ending =
    sign &&
    sign.gap === 0 &&
    (isDash(sign) || sign.key === "'" || sign.key === '’') &&
    isWord(tokens[next + 1]) &&
    tokens[next + 1]!.gap === 0;
  const at = ending ? next + 2 : next;
  const found = locale.after.match(text, tokens, at, noStems)?.value as Approximation | undefined;
  if (found === 'le' && REACHES.test(tokens[at + 1]?.key ?? '')) return undefined;
  if (TURKIC.has(locale.lang) && (found === 'gt' || found === 'lt') && !ABLATIVE.test(tokens[at - 1]!.key)) return undefined;
  return found;
}
