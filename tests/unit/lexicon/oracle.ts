import { withoutDiacritics } from '../../../src/lexicon/fold.ts';
import type { LexiconEntry } from '../../../src/lexicon/index.ts';
import { foldedToken, gapFits, tokenise } from '../../../src/lexicon/tokens.ts';

export interface OracleHit {
  readonly start: number;
  readonly end: number;
  readonly payload: number;
}

interface Pattern {
  readonly words: readonly string[];
  readonly gaps: readonly number[];
  readonly entry: LexiconEntry;
}

function patterns(entries: readonly LexiconEntry[]): Pattern[] {
  return entries.flatMap((entry): Pattern[] => {
    const tokens = tokenise(entry.text);
    const words = Array.from({ length: tokens.count }, (_, i) => foldedToken(tokens, i));
    const gaps = [...tokens.gap];
    const plain = words.map(withoutDiacritics);
    const isName = entry.payload >>> 30 === 0;
    const also = isName && entry.case === 'fold' && !entry.prefix && plain.join() !== words.join();
    return [{ words, gaps, entry }, ...(also ? [{ words: plain, gaps, entry }] : [])];
  });
}

/** Patterns of lists that were asked for before: a property asks ten thousand times for the same. */
const known = new WeakMap<readonly LexiconEntry[], readonly Pattern[]>();

/** Every entry at every token by comparing words one after another: slow, and too plain to be wrong. Same order as `Lexicon.find`. */
export function naiveFind(entries: readonly LexiconEntry[], text: string): OracleHit[] {
  let all = known.get(entries);
  if (!all) known.set(entries, (all = patterns(entries)));
  const tokens = tokenise(text);
  const words = Array.from({ length: tokens.count }, (_, i) => foldedToken(tokens, i));
  const hits: OracleHit[] = [];
  for (let i = 0; i < tokens.count; i++) {
    const here = new Map<string, OracleHit>();
    for (const { words: wanted, gaps, entry } of all) {
      if (i + wanted.length > tokens.count) continue;
      const last = wanted.length - 1;
      const fits = wanted.every((word, k) => {
        const written = words[i + k]!;
        const same = k === last && entry.prefix ? written.startsWith(word) : written === word;
        return same && (k === 0 || gapFits(gaps[k]!, tokens.gap[i + k]!));
      });
      if (!fits) continue;
      const hit = { start: tokens.start[i]!, end: tokens.end[i + last]!, payload: entry.payload };
      if (entry.case === 'exact' && text.slice(hit.start, hit.end) !== entry.text) continue;
      here.set(`${hit.end}:${hit.payload}`, hit);
    }
    hits.push(...[...here.values()].sort((a, b) => b.end - a.end || a.payload - b.payload));
  }
  return hits;
}
