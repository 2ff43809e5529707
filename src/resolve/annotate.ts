import type { Lexicon } from '../lexicon/index.ts';
import type { AnnotateReply, AnnotateRequest } from '../model/annotation.ts';
import type { BlockCandidates } from '../model/document.ts';
import type { Knowledge } from '../model/knowledge.ts';
import { recogniseBlock } from '../recognise/recognise.ts';
import { type ResolveBlock, resolveDocument } from './resolve.ts';

/**
 * One round of the annotate protocol: recognises the blocks that came with text and resolves over all of them.
 * The law of order holds by construction: candidates depend on one block's text alone, annotations on all candidates in document
 * order, and nothing is kept between two calls.
 */
export function annotate(
  request: AnnotateRequest,
  reader: { readonly lexicon: Lexicon; readonly knowledge: Knowledge },
): AnnotateReply {
  const { facts, muted } = request;
  const candidates: Record<string, BlockCandidates> = {};
  const blocks = request.blocks.map((block): ResolveBlock => {
    if ('candidates' in block) return block;
    const { text, ...rest } = block;
    const read = recogniseBlock({ text, role: block.role, ...(block.lang && { lang: block.lang }) }, facts, reader);
    candidates[block.id] = read;
    return { ...rest, candidates: read };
  });
  return {
    candidates,
    annotations: resolveDocument(facts, blocks, reader.knowledge, { ...(muted && { muted }) }),
    dataset: reader.knowledge.version,
  };
}
