import type { EntityId } from '../model/ids.ts';
import type { LinkBlock } from './link.ts';
import type { Mention } from './link-mentions.ts';

/** What the article says of abbreviations by brackets: "Organization of Turkic States (OTS)". */
export interface Introduced {
  /** Entities whose strong name stands before the bracket, by the abbreviation in it. */
  readonly meant: ReadonlyMap<string, ReadonlySet<EntityId>>;
  /**
   * Abbreviations that are introduced for something else than the dataset means: after "Office of Thrift Supervision (OTS)" no OTS of the
   * article is the Organization of Turkic States.
   */
  readonly foreign: ReadonlySet<string>;
}

export function introducedBy(blocks: readonly LinkBlock[], mentions: readonly Mention[]): Introduced {
  const meant = new Map<string, Set<EntityId>>();
  const foreign = new Set<string>();
  for (const [number, block] of blocks.entries()) {
    for (const { long, short, shortText } of block.candidates.introductions) {
      const inBracket = mentions.find((m) => m.block === number && m.start === short.start);
      if (!inBracket) continue;
      const wanted = new Set(inBracket.senses.map((sense) => sense.entity));
      const fullForms = mentions
        .filter((m) => m.block === number && m.end === long.end && m.start < short.start)
        .flatMap((m) => m.senses.filter((sense) => wanted.has(sense.entity)));
      if (fullForms.length === 0) foreign.add(shortText);
      for (const { entity, name } of fullForms) {
        if (name.strength === 'strong') meant.set(shortText, (meant.get(shortText) ?? new Set()).add(entity));
      }
    }
  }
  return { meant, foreign };
}
