import type { Annotation, EntityAnnotation, FigureAnnotation } from '../model/annotation.ts';
import type { Block, BlockCandidates, DocumentFacts } from '../model/document.ts';
import type { EntityId } from '../model/ids.ts';
import type { Knowledge } from '../model/knowledge.ts';
import { findClaims } from './claims.ts';
import { linkNames } from './link.ts';
import { wholeWords } from './link-words.ts';
import { groupBy, overlap, phrasesOf } from './phrases.ts';
import { readFigures } from './readings.ts';
import { judge } from './verdict.ts';
import { ownArticles } from './witness.ts';

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
  const linked = linkNames(facts, blocks, knowledge);
  // What is not worth a mark is no place for a figure either: a page about the rest of the world has no readings.
  const shown = linked.filter((e) => e.marked);
  const phrases = phrasesOf(blocks, shown, knowledge);
  const drafts = readFigures(phrases, facts.date, knowledge);
  const own = ownArticles(facts, [...drafts.values()], knowledge);
  const claims = findClaims(phrases, drafts, own, facts, knowledge);
  // One mark a character: a claim before the figure or name that it stands on, a figure that was read before a name inside it
  // ("1,300 Azerbaijanis").
  const claimed = groupBy(claims, (c) => c.block);
  const figures = blocks.flatMap((block) =>
    block.candidates.figures.map((candidate): FigureAnnotation => {
      const { start, end, surface, figure } = candidate;
      const draft = drafts.get(candidate);
      const reading = (draft && judge(draft, { facts, knowledge, own })) ?? null;
      const marked = reading !== null && !claimed.get(block.id)?.some((c) => overlap(c, candidate));
      return { kind: 'figure', id: `${block.id}:${start}:figure`, block: block.id, start, end, surface, marked, figure, reading };
    }),
  );
  const owners = groupBy([...claims, ...figures.filter((f) => f.marked)], (o) => o.block);
  const entities = wholeWords(linked, blocks).map((e): EntityAnnotation => {
    const covered = owners.get(e.block)?.some((o) => overlap(o, e));
    return e.marked && (covered || muted.has(e.entity)) ? { ...e, marked: false } : e;
  });
  const order = new Map(blocks.map((b, i) => [b.id, i]));
  const rank = { entity: 0, figure: 1, claim: 2 } as const;
  return [...entities, ...figures, ...claims].sort(
    (a, b) => order.get(a.block)! - order.get(b.block)! || a.start - b.start || rank[a.kind] - rank[b.kind],
  );
}
