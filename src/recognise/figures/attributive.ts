import type { Measure } from './measures.ts';
import { headNoun } from './nouns.ts';
import type { Numeral } from './numerals.ts';
import { isPlural } from './plurals.ts';
import { isWord, type Reading } from './reading.ts';

/** Joined to a number these name a make or a manner and count nothing: "six-speed", "four-door", "three-star". */
const NO_COUNT = new Set(
  `speed door wheel cylinder way lane star stroke ply fold time times digit figure letter strong odd plus some something and for the per but off out down over under
state tier step tone tonne piece sided size sized class grade type level bit core band max pro`.split(/\s+/),
);
/** Adjectives: "three-dimensional", "two-faced", "one-sided", "four-legged". */
const ADJECTIVE = /(?:ed|ing|al|ive|ous|ly|ic)$/;
const SHORTEST = 3;

const counted = (unit: string, next: number): Measure => ({ kind: 'quantity', unit, factor: 1, next, counted: true });

/** "27-nation bloc", "12-member team", "2,000-page report": a singular noun joined to the number, before another word. */
export function joinedNoun({ tokens, text }: Reading, number: Numeral): Measure | undefined {
  const at = number.next;
  const [dash, noun, after] = [tokens[at], tokens[at + 1], tokens[at + 2]];
  if ((dash?.key !== '-' && dash?.key !== '‑') || dash.gap !== 0 || !isWord(noun) || noun.gap !== 0) return undefined;
  if (noun.end - noun.start < SHORTEST || text[noun.start] !== noun.key[0] || !Number.isInteger(number.value)) return undefined;
  if (NO_COUNT.has(noun.key) || ADJECTIVE.test(noun.key) || isPlural(noun.key)) return undefined;
  return isWord(after) && after.gap === 1 ? counted(noun.key, at + 2) : undefined;
}

/** What may stand before "2x40-foot": containers in pairs. The index behind the sign of multiplication, or `at`. */
export const behindTimes = ({ tokens }: Reading, at: number): number =>
  (tokens[at]?.key === 'x' || tokens[at]?.key === '×') && tokens[at]!.gap === 0 && tokens[at + 1]?.kind === 'number'
    ? at + 1
    : at;

const MOST_WORDS = 3;
const LISTING = /^(?:and|or|,|plus)$/;
/** Behind these "one" is a number, not an article: "at least one", "killing one". */
const STRESSED = /^(?:least|only|just|exactly|killed|killing|injured|injuring|wounded|wounding|kills|leaving|lost|won)$/;

/** Is a count read from token `i` on: "three protesters"? */
function isCount(r: Reading, i: number): boolean {
  const token = r.tokens[i];
  if (token?.gap !== 1) return false;
  const isNumber = token.kind === 'number' || r.locale.numbers.get(token.key)?.role === 'value';
  return isNumber && headNoun(r, i + 1) !== undefined;
}

/** "one officer and three protesters", "5 schools and 1 hospital", "at least one soldier": one of what others are counted of. */
export function loneNoun(r: Reading, { from, next }: Numeral): Measure | undefined {
  const { tokens, text } = r;
  const before = tokens[from - 1]?.key ?? '';
  const stressed = STRESSED.test(before);
  const listed = LISTING.test(before) && isPlural(tokens[from - 2]?.key ?? '');
  for (let at = next; at < next + MOST_WORDS; at++) {
    const noun = tokens[at];
    if (!isWord(noun) || noun.gap !== 1 || text[noun.start] !== noun.key[0] || isPlural(noun.key)) return undefined;
    if (noun.end - noun.start < SHORTEST || /^(?:other|more|another|and|for|the|per|who|day|thing|way|time|year)$/.test(noun.key))
      return undefined;
    const after = tokens[at + 1];
    const ends = !after || after.kind === 'sign' || after.gap === 2;
    if (listed && ends) return counted(noun.key, at + 1);
    if (after && LISTING.test(after.key) && isCount(r, at + 2)) return counted(noun.key, at + 1);
    if (
      stressed &&
      (ends || /^(?:and|was|were|in|on|at|who|dead|died|by|from|had|has|is|during|near|after|when)$/.test(after.key))
    )
      return counted(noun.key, at + 1);
  }
  return undefined;
}
