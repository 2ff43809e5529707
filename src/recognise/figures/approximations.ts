import type { Approximation } from '../../model/figure.ts';
import type { Reading } from './reading.ts';
import { noStems } from './trie.ts';

const LONGEST_PHRASE = 5;

/** The word of approximation that stands right before token `from`: "nearly", "more than", «не менее». */
export function approxBefore({ text, tokens, locale }: Reading, from: number): Approximation | undefined {
  let found: Approximation | undefined;
  for (let size = 1; size <= LONGEST_PHRASE && size <= from; size++) {
    if (tokens[from - size + 1]?.gap === 2 && size > 1) break;
    const match = locale.before.match(text, tokens, from - size, noStems);
    if (match?.next === from) found = match.value as Approximation;
  }
  return found;
}

/** What stands behind: "or more", "теңгеден астам", "dolardan fazla". The match begins at token `next`. */
export function approxAfter({ text, tokens, locale }: Reading, next: number): Approximation | undefined {
  const sign = tokens[next];
  if (sign?.key === '+' && sign.gap === 0 && tokens[next + 1]?.gap !== 0) return 'ge';
  return locale.after.match(text, tokens, next, noStems)?.value as Approximation | undefined;
}
