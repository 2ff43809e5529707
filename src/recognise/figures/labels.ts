import type { Reading } from './reading.ts';
import { isCapital, isDash, isNumber, isWord } from './reading.ts';
import type { Single } from './single.ts';

const CLOCK = /^(?:am|pm|oclock|gmt|utc|est|edt|pst|cet|bst|et|ist|msk|hrs)$/;
const ORDINAL = /^(?:st|nd|rd|th|s|е|й|го|я|м|x|ème|er|º|ª|ci|cı|cu|cü|inci|ıncı)$/;
/** Capitals that are no names: they stand at the start of a sentence or headline. */
const OPENERS = new Set(
  'the a an some about around nearly almost over under more less than at least up to as of in on for and or but by with from between only just another all both these those its their his her our your my who that which when while after before since until during within without approximately roughly only top'.split(
    ' ',
  ),
);

/**
 * Is the number a name, a part of a date, a score, a time or a telephone number rather than a figure?
 * Asked only where nothing, or no more than a noun, was read behind it.
 */
export function isLabelled(r: Reading, s: Single): boolean {
  const { tokens, locale } = r;
  const { number } = s;
  const before = tokens[s.from - 1];
  const after = tokens[number.next];
  const counted = s.measure !== undefined;
  const hyphen = isDash(after) && after!.gap === 0 && tokens[number.next + 1]?.gap === 0;
  if (!number.digits) return !counted && hyphen; // "six-speed"
  if (number.next === s.from + 3 && tokens[s.from + 1]!.key === '/' && !counted) return true; // "9/11"
  if (
    (!before || tokens[s.from]!.gap === 2) &&
    (after?.key === ')' || (after?.key === '.' && tokens[number.next + 1]?.gap === 1)) &&
    number.plain &&
    number.value < 100
  )
    return true; // list
  if (after && after.gap === 0) {
    if (after.key === ':' && isNumber(tokens[number.next + 1])) return true;
    if (!counted && (after.kind === 'word' || after.key === '/' || after.key === '_' || after.key === '@')) return true;
    const hyphen = isDash(after) && number.plain && !/^(?:strong|odd|plus)$/.test(tokens[number.next + 1]?.key ?? '');
    if (!counted && (hyphen || after.key === '.') && tokens[number.next + 1]?.gap === 0) return true;
  }
  if (!counted && isClock(r, number.next)) return true;
  if (isWord(after) && !counted && (CLOCK.test(after.key) || (after.gap === 0 && ORDINAL.test(after.key)))) return true;
  if (before) {
    if (before.key === '#' || before.key === '№') return true;
    const label = before.key === '.' && before.gap === 0 ? tokens[s.from - 2] : before;
    if (
      label &&
      (locale.sets.label.has(label.key) || locale.stems(label.key).some((stem) => locale.sets.label.has(stem))) &&
      (before !== label || before.gap <= 2)
    )
      return true;
    if (isNumber(before) && !counted && tokens[s.from]!.gap <= 1) return true;
    if (before.key === ':' && before.gap === 0 && isNumber(tokens[s.from - 2])) return true;
    if (number.plain && number.value < 3000 && !(counted && locale.lang !== 'en' && !s.measure?.guessed) && isNamed(r, s, before))
      return true;
  }
  return !counted && isNumber(after) && after.gap === 1;
}

/** "10 a.m." */
function isClock({ tokens }: Reading, i: number): boolean {
  const [letter, stop, m] = [tokens[i], tokens[i + 1], tokens[i + 2]];
  return (letter?.key === 'a' || letter?.key === 'p') && stop?.key === '.' && stop.gap === 0 && m?.key === 'm' && m.gap === 0;
}

/** "iPhone 14", "Euro 2020": a word with a capital, in the middle of a sentence or of unusual case. */
function isNamed(r: Reading, s: Single, before: { key: string; gap: number }): boolean {
  const at = s.from - 1;
  if (!isWord(r.tokens[at]) || r.tokens[s.from]!.gap !== 1 || r.locale.lang === 'de') return false;
  if (OPENERS.has(before.key)) return false;
  const token = r.tokens[at]!;
  const word = r.text.slice(token.start, token.end);
  if (/^\p{Ll}+\p{Lu}/u.test(word)) return true;
  if (!isCapital(r, at)) return false;
  const opens = at === 0 || token.gap === 2 || /^[.!?:;"“«(]$/.test(r.tokens[at - 1]!.key);
  return !opens || s.measure === undefined;
}
