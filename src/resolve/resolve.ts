import type { Annotation, EntityAnnotation, FigureAnnotation } from '../model/annotation.ts';
import type { Block, BlockCandidates, DocumentFacts } from '../model/document.ts';
import type { EntityId } from '../model/ids.ts';
import type { Knowledge } from '../model/knowledge.ts';
import { linkNames } from './link.ts';

/** A block of which only the candidates are left: resolution never sees the page's text. */
export type ResolveBlock = Omit<Block, 'text'> & { readonly candidates: BlockCandidates };

/**
 * What is written → what is meant, over the whole document: a pure function of facts, candidates in document order, and the pack.
 * Annotations come sorted by block and start; within one kind no two share a character.
 */
export function resolveDocument(
  facts: DocumentFacts,
  blocks: readonly ResolveBlock[],
  knowledge: Knowledge,
  options: { readonly muted?: readonly EntityId[] } = {},
): Annotation[] {
  const muted = new Set(options.muted);
  const entities: EntityAnnotation[] = linkNames(facts, blocks, knowledge).map((a) =>
    muted.has(a.entity) ? { ...a, marked: false } : a,
  );
  const figures = blocks.flatMap((block) =>
    block.candidates.figures.map(
      (f): FigureAnnotation => ({
        kind: 'figure',
        id: `${block.id}:${f.start}:figure`,
        block: block.id,
        start: f.start,
        end: f.end,
        surface: f.surface,
        marked: false,
        figure: f.figure,
        reading: null,
      }),
    ),
  );
  const order = new Map(blocks.map((b, i) => [b.id, i]));
  return [...entities, ...figures].sort(
    (a, b) => order.get(a.block)! - order.get(b.block)! || a.start - b.start || a.kind.localeCompare(b.kind),
  );
}
