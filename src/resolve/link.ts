import type { EntityAnnotation } from '../model/annotation.ts';
import type { Block, BlockCandidates, DocumentFacts } from '../model/document.ts';
import type { Knowledge } from '../model/knowledge.ts';

/** A block as resolution sees it: its candidates, not its text. */
export type LinkBlock = Omit<Block, 'text'> & { readonly candidates: BlockCandidates };

/** Names of the whole document, each decided for one entity or left alone. In document order. */
export function linkNames(_facts: DocumentFacts, _blocks: readonly LinkBlock[], _knowledge: Knowledge): EntityAnnotation[] {
  return [];
}
