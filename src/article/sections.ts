import type { TextBlock } from './blocks.ts';

/** What numbering asks of a block. */
export type Numbered = Pick<TextBlock, 'role' | 'level' | 'host' | 'text'>;

export interface Place {
  /** Of h2 and h3, counted from 0 over the page; a new article opens one too. */
  readonly section: number;
  readonly article: number;
}

/**
 * Numbers of section and article for all blocks of a page in document order. A new article starts where a second headline stands in
 * another article element than the one before it, with all blocks of that element (its kicker stands above the headline). Teasers are
 * articles without an h1: they start nothing. Two h1 in one article are two headings.
 */
export function placeBlocks(blocks: readonly Numbered[]): Place[] {
  const starts = new Set<number>();
  let current: Numbered['host'] | undefined;
  let body = 0;
  for (const [index, block] of blocks.entries()) {
    if (block.role === 'headline' && block.level === 1) {
      if (current !== undefined && block.host && block.host !== current && body >= LEAST_BODY) {
        let first = index;
        while (first > 0 && blocks[first - 1]!.host === block.host) first -= 1;
        starts.add(first);
      }
      if (current === undefined || (block.host && block.host !== current)) {
        current = block.host;
        body = 0;
      }
    } else body += block.text.length;
  }
  let section = 0;
  let article = 0;
  return blocks.map((block, index) => {
    if (starts.has(index)) {
      article += 1;
      section += 1;
    } else if (
      (block.level === 2 || block.level === 3) &&
      !(blocks[index - 1]?.level === block.level && sameHeading(blocks, index))
    )
      section += 1;
    return { section, article };
  });
}

/** Text between two headlines that makes the first an article. */
const LEAST_BODY = 200;

/** A heading broken by `br` is one heading. */
function sameHeading(blocks: readonly Numbered[], index: number): boolean {
  const here = blocks[index] as Partial<TextBlock>;
  const before = blocks[index - 1] as Partial<TextBlock>;
  return here.owner !== undefined && here.owner === before.owner;
}
