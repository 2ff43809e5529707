import type { EntityAnnotation } from '../model/annotation.ts';
import type { Block, BlockCandidates, DocumentFacts } from '../model/document.ts';
import type { Knowledge } from '../model/knowledge.ts';
import { linkArticle } from './link-article.ts';

/** A block as resolution sees it: its candidates, not its text. */
export type LinkBlock = Omit<Block, 'text'> & { readonly candidates: BlockCandidates };

/**
 * Names of the whole document, each decided for one entity or left alone, in document order; no two share a character. A pure function of
 * facts, blocks in document order, and the pack: nothing is established from one article of an endless page to the next.
 */
export function linkNames(facts: DocumentFacts, blocks: readonly LinkBlock[], knowledge: Knowledge): EntityAnnotation[] {
  const articles = new Map<number, number[]>();
  for (const [i, block] of blocks.entries()) {
    const list = articles.get(block.article);
    if (list) list.push(i);
    else articles.set(block.article, [i]);
  }
  const byBlock: EntityAnnotation[][] = blocks.map(() => []);
  for (const indexes of articles.values()) {
    const linked = linkArticle(
      facts,
      indexes.map((i) => blocks[i]!),
      knowledge,
    );
    for (const { block, annotation } of linked) byBlock[indexes[block]!]!.push(annotation);
  }
  return byBlock.flat();
}
