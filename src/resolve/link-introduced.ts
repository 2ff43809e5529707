import type { LinkBlock } from './link.ts';
import type { Mention } from './link-mentions.ts';

/**
 * Abbreviations that the article introduces for something else than the dataset means: after "Office of Thrift Supervision (OTS)" no OTS
 * of the article is the Organization of Turkic States.
 */
export function foreignAbbreviations(blocks: readonly LinkBlock[], mentions: readonly Mention[]): ReadonlySet<string> {
  const foreign = new Set<string>();
  for (const [number, block] of blocks.entries()) {
    for (const { long, short, shortText } of block.candidates.introductions) {
      const inBracket = mentions.find((m) => m.block === number && m.start === short.start);
      if (!inBracket) continue;
      const meant = new Set(inBracket.senses.map((sense) => sense.entity));
      const fullForms = mentions.filter((m) => m.block === number && m.end === long.end && m.start < short.start);
      if (!fullForms.some((m) => m.senses.some((sense) => meant.has(sense.entity)))) foreign.add(shortText);
    }
  }
  return foreign;
}
