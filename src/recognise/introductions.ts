import { GAP } from '../lexicon/tokens.ts';
import type { BlockCandidates } from '../model/document.ts';
import { type BlockReading, isUpper } from './block-reading.ts';
import { foldWord } from './suffixes.ts';

/** An abbreviation in brackets: a word of two letters or more, at least two of them capitals. */
const BRACKET = /\(\s*["«“]?([\p{L}\p{N}][\p{L}\p{N}.&+-]{1,14})["»”]?\s*[,;)]/gu;
/** Words of a long form at most. */
const LONGEST = 12;
const LINKING = new Set('of and the for in on de la du и в по на с və üzrə ilə və ve ile мен және бойынша für und'.split(' '));

/** "Organization of Turkic States (OTS)": the abbreviation, and the words before the bracket that it may stand for. */
export function introductions(reading: BlockReading): BlockCandidates['introductions'] {
  const { text, tokens } = reading;
  const found: BlockCandidates['introductions'][number][] = [];
  if (!text.includes('(')) return found;
  let at = 0;
  for (const match of text.matchAll(BRACKET)) {
    const shortText = match[1]!;
    if ((shortText.match(/\p{Lu}/gu)?.length ?? 0) < 2) continue;
    while (at < tokens.count && tokens.end[at]! <= match.index) at++;
    const last = at - 1;
    if (last < 0 || text.slice(tokens.end[last], match.index).trim().replace(/["»”]/g, '') !== '') continue;
    const first = longForm(reading, last, shortText);
    const start = match.index + match[0].indexOf(shortText);
    found.push({
      long: { start: tokens.start[first]!, end: tokens.end[last]! },
      short: { start, end: start + shortText.length },
      shortText,
    });
  }
  return found;
}

/**
 * First token of the long form, where the words before the bracket begin as the abbreviation is spelt: State Oil Fund of Azerbaijan is SOFA(Z).
 * Linking words may count or not. Where no run of words fits, only the last word is sure.
 */
function longForm({ tokens, words }: BlockReading, last: number, shortText: string): number {
  const letters = foldWord(shortText.replace(/[^\p{L}]/gu, ''));
  let initials = '';
  let all = '';
  for (let i = last; i >= 0 && last - i < LONGEST; i--) {
    if (i < last && (tokens.gap[i + 1] === GAP.break || tokens.gap[i + 1] === GAP.dot)) break;
    all = words[i]![0] + all;
    if (!LINKING.has(words[i]!)) initials = words[i]![0] + initials;
    const spelt = [initials, all].some(
      (run) => run.length >= SHORTEST && letters.startsWith(run) && letters.length - run.length <= 1,
    );
    if (spelt && isUpper(tokens.shape[i]!)) return i;
  }
  return last;
}

/** Initials below which a match is chance. */
const SHORTEST = 2;
