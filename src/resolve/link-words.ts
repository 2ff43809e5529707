import type { EntityAnnotation } from '../model/annotation.ts';
import type { LinkBlock } from './link.ts';

/**
 * Mentions as marks: halves of a compound that is one word become one mention over the whole word, with what the other half means beside it.
 * Readings are made from the halves, before: «казахстанско-азербайджанская торговля» is trade between two countries.
 */
export function wholeWords(linked: readonly EntityAnnotation[], blocks: readonly LinkBlock[]): EntityAnnotation[] {
  const wholes = new Map(
    blocks.flatMap((block) =>
      block.candidates.names.flatMap(({ start, end, whole }) => (whole ? [[`${block.id}:${start}:${end}`, whole] as const] : [])),
    ),
  );
  const joined: EntityAnnotation[] = [];
  for (const mention of linked) {
    const last = joined.at(-1);
    if (last?.block === mention.block && mention.start < last.end) {
      if (mention.entity !== last.entity) joined[joined.length - 1] = { ...last, pair: mention.entity };
      continue;
    }
    const whole = wholes.get(`${mention.block}:${mention.start}:${mention.end}`);
    joined.push(whole ? { ...mention, ...whole } : mention);
  }
  return joined;
}
