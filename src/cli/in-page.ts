import type { ReadableDocument } from '../article/node.ts';
import { readArticle } from '../article/read-article.ts';
import type { Block, DocumentFacts } from '../model/document.ts';
import { makeLiveLook } from '../page/live-look.ts';

/** Runs inside a page: its facts and blocks as they are drawn now. */
export function read(): { facts: DocumentFacts; blocks: readonly Block[] } {
  const { facts, blocks } = readArticle(document as unknown as ReadableDocument, {
    address: location.href,
    look: makeLiveLook(window),
  });
  return { facts, blocks };
}
