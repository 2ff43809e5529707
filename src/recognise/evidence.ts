import { GAP } from '../lexicon/tokens.ts';
import type { Evidence, Reach } from '../model/entity.ts';
import type { Knowledge } from '../model/knowledge.ts';
import type { BlockReading } from './block-reading.ts';
import type { ReadName } from './known.ts';
import { type Found, sameWord } from './names.ts';
import { MOST_NEEDS } from './shown.ts';
import { foldWord } from './suffixes.ts';

/** Evidence words of a block by what the evidence calls them. */
export type SeenWords = ReadonlyMap<string, readonly Found[]>;

export function wordsSeen(words: readonly Found[], knowledge: Knowledge): SeenWords {
  const seen = new Map<string, Found[]>();
  for (const word of words) {
    const text = knowledge.word(word.index);
    const list = seen.get(text);
    if (list) list.push(word);
    else seen.set(text, [word]);
  }
  return seen;
}

/** What the block alone says about a name that stands there: bits of the needs that hold, and whether a reject does. */
export function localEvidence(
  reading: BlockReading,
  seen: SeenWords,
  name: ReadName,
  found: Found,
): { needs: number; rejected: boolean } {
  let needs = 0;
  name.needs?.forEach((evidence, i) => {
    if (i < MOST_NEEDS && holds(reading, seen, name, evidence, found)) needs |= 1 << i;
  });
  return { needs, rejected: name.rejects?.some((evidence) => holds(reading, seen, name, evidence, found)) ?? false };
}

function holds(reading: BlockReading, seen: SeenWords, name: ReadName, evidence: Evidence, found: Found): boolean {
  switch (evidence.is) {
    case 'word':
      return (
        evidence.reach !== 'page' &&
        (seen.get(evidence.text)?.some((word) => near(reading, word, found, evidence.reach)) ?? false)
      );
    case 'before':
    case 'after':
      return neighbourHolds(reading, name, evidence, found);
    case 'lang':
      return evidence.text === reading.lang;
    default:
      return false;
  }
}

function near(reading: BlockReading, word: Found, found: Found, reach: Reach): boolean {
  if (word.first <= found.last && word.last >= found.first) return false;
  if (reach === 'token') return word.last === found.first - 1 || word.first === found.last + 1;
  return reach === 'block' || reading.sentenceOf[word.first] === reading.sentenceOf[found.first];
}

const ENGLISH_POSSESSIVE = foldWord('s');

/** The token after a name, behind an English possessive. */
export function tokenAfter({ tokens, words }: BlockReading, last: number): number {
  const next = last + 1;
  return next < tokens.count && tokens.gap[next] === GAP.apostrophe && words[next] === ENGLISH_POSSESSIVE ? next + 1 : next;
}

function neighbourHolds(reading: BlockReading, name: ReadName, evidence: Evidence, found: Found): boolean {
  const neighbour = name.neighbours.get(evidence);
  if (!neighbour || neighbour.words.length === 0) return false;
  const { tokens, words, lang } = reading;
  const count = neighbour.words.length;
  const from = evidence.is === 'before' ? found.first - count : tokenAfter(reading, found.last);
  if (from < 0 || from + count > tokens.count) return false;
  for (let k = 0; k < count; k++) {
    const i = from + k;
    // Towards the name and inside the phrase nothing but space, a hyphen or a quote may stand.
    const gap = tokens.gap[evidence.is === 'before' ? i + 1 : i]!;
    if (gap === GAP.break || gap === GAP.dash) return false;
    const wanted = neighbour.words[k]!;
    const written = words[i]!;
    const fits = k === count - 1 && neighbour.open ? written.startsWith(wanted) : sameWord(written, wanted, lang);
    if (!fits) return false;
  }
  return true;
}
