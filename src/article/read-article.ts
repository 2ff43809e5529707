import type { Block, DocumentFacts } from '../model/document.ts';
import { readBlocks, type TextBlock } from './blocks.ts';
import { readFacts } from './facts.ts';
import { byName, type Look, staticLook } from './look.ts';
import type { ReadableDocument } from './node.ts';
import { placeBlocks } from './sections.ts';

export interface ReadArticle {
  readonly facts: DocumentFacts;
  /** In document order, with ids `b0`, `b1`, … */
  readonly blocks: readonly Block[];
  /** The same blocks with their positions. */
  readonly texts: readonly TextBlock[];
}

/** Characters below which a document shows no more than its shell. */
const SHELL = 250;
const revealingLook: Look = (element, name) => (element.hasAttribute('hidden') ? byName(name) : staticLook(element, name));

const sizeOf = (texts: readonly TextBlock[]): number => texts.reduce((sum, { text }) => sum + text.length, 0);

function readAll(document: ReadableDocument, look?: Look): TextBlock[] {
  const texts: TextBlock[] = [];
  // From the root element: lenient parsers leave text outside of body.
  if (document.documentElement) for (const block of readBlocks(document.documentElement, { look })) if (block) texts.push(block);
  return texts;
}

/** Reads a document that stands still: facts and all blocks. Without `look` the author's style sheets count for nothing. */
export function readArticle(document: ReadableDocument, options: { address?: string; look?: Look } = {}): ReadArticle {
  let texts = readAll(document, options.look);
  // Some sites serve the article hidden and reveal it by script; who reads without scripts reveals it too.
  if (!options.look && sizeOf(texts) < SHELL) {
    const revealed = readAll(document, revealingLook);
    if (sizeOf(revealed) > 4 * SHELL) texts = revealed;
  }
  const places = placeBlocks(texts);
  const blocks = texts.map(({ text, role, lang }, index) => ({
    id: `b${index}`,
    text,
    role,
    ...places[index]!,
    ...(lang ? { lang } : {}),
  }));
  return { facts: readFacts(document, options.address), blocks, texts };
}
