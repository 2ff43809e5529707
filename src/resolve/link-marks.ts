import type { EntityId } from '../model/ids.ts';
import type { Knowledge } from '../model/knowledge.ts';
import type { LinkBlock } from './link.ts';
import type { Linked } from './link-article.ts';

/** One paragraph in so many that names the region makes an article one about it. */
const SHARE = 8;

/**
 * Which names a page marks. Names of the region: in an article whose prose names it at all, so that menus alone mark nothing. Names of the
 * wide world: in an article about the region, told by its headline or by the share of its paragraphs; elsewhere only in the very paragraph;
 * never in a menu's line, which names countries and languages as a matter of course. An outlet that is quoted says nothing about the matter.
 */
export function marks(
  blocks: readonly LinkBlock[],
  linked: readonly Linked[],
  knowledge: Knowledge,
): (block: number, entity: EntityId) => boolean {
  const isWide = (id: EntityId) => knowledge.entity(id)?.wide ?? false;
  const home = new Set<number>();
  for (const { mention, held } of linked) {
    if (!mention.brief && held.sense.name.type !== 'outlet' && !isWide(held.sense.entity)) home.add(mention.block);
  }
  const prose = blocks.filter(({ candidates }) => !candidates.brief).length;
  const about = home.size * SHARE >= prose || [...home].some((block) => blocks[block]!.role === 'headline');
  return (block, entity) => {
    if (home.size === 0) return false;
    if (!isWide(entity)) return true;
    const { role, candidates } = blocks[block]!;
    return home.has(block) || (about && (role === 'cell' || !candidates.brief));
  };
}
