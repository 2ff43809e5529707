import { GAP } from '../lexicon/tokens.ts';
import type { Knowledge } from '../model/knowledge.ts';
import type { BlockReading } from './block-reading.ts';
import { type ReadName, readName } from './known.ts';
import { type Found, sameWord } from './names.ts';
import { foldWord } from './suffixes.ts';

/** Words that make a region of the name before them, by language. */
const REGION_WORDS: Readonly<Record<string, readonly string[]>> = {
  en: ['region', 'oblast', 'province'],
  ru: ['область', 'обл', 'регион', 'провинция'],
  kk: ['облысы', 'өңірі'],
  az: ['vilayəti', 'bölgəsi', 'əyaləti'],
  tr: ['bölgesi', 'eyaleti', 'oblastı'],
};
const folded = new Map(Object.entries(REGION_WORDS).map(([lang, words]) => [lang, words.map(foldWord)]));

/**
 * Marks of regions with the region word in them, as found beside the shorter ones: "Syunik region" is the region, whole. Only regions within
 * one country, as there is no administration of the Caspian.
 */
export function withRegionWords(reading: BlockReading, names: readonly Found[], knowledge: Knowledge): Found[] {
  const wanted = folded.get(reading.lang);
  if (!wanted) return [];
  const { tokens, words } = reading;
  return names.flatMap((found): Found[] => {
    const name: ReadName = readName(knowledge, found.index);
    const next = found.last + 1;
    if (name.type !== 'region' || found.ending !== '' || next >= tokens.count || tokens.gap[next] !== GAP.space) return [];
    const word = wanted.find((candidate) => sameWord(words[next]!, candidate, reading.lang));
    if (word === undefined || name.lastWord === word || knowledge.entity(name.entity)?.countries.length !== 1) return [];
    return [{ ...found, last: next, end: tokens.end[next]!, ending: '', region: true }];
  });
}
