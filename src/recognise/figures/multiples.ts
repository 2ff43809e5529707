import { approxAfter, approxBefore } from './approximations.ts';
import type { Found } from './found.ts';
import { isWord, type Reading } from './reading.ts';

/** Words that are multiples by themselves: "sixfold", "tripled", «вдвое», "ikiqat". Numbers with "times" are read as measures. */
export function readMultiple(r: Reading, i: number): Found | undefined {
  const { tokens, text, locale } = r;
  if (!isWord(tokens[i])) return undefined;
  const match = locale.multiples.match(text, tokens, i, locale.stems);
  if (!match || tokens[match.next]?.key === 'down') return undefined; // "doubling down"
  const approx = approxBefore(r, i) ?? approxAfter(r, match.next);
  const figure = { kind: 'multiple' as const, value: match.value, unit: 'fold', step: 1 };
  return { from: i, next: match.next, figure: approx ? { ...figure, approx } : figure };
}
