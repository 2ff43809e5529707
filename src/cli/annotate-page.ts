import { readFileSync } from 'node:fs';
import { parseHTML } from 'linkedom';
import type { ReadableDocument } from '../article/node.ts';
import { readArticle } from '../article/read-article.ts';
import type { Block, DocumentFacts } from '../model/document.ts';
import { annotate } from '../resolve/annotate.ts';
import { findOutlet, placed, type Reader, withoutGaps } from './annotate-text.ts';
import { decodeHtml } from './html-bytes.ts';

/** A file cannot be read as a page; the message names the cure. */
export class PageError extends Error {
  override readonly name = 'PageError';
}

/** @throws PageError */
function readHtml(path: string): string {
  let bytes: Buffer;
  try {
    bytes = readFileSync(path);
  } catch (error) {
    const why = (error as NodeJS.ErrnoException).code === 'EISDIR' ? 'is a folder' : 'is not there or cannot be read';
    throw new PageError(`${path} ${why}: give the path of one saved HTML page`);
  }
  if (bytes.length === 0) throw new PageError(`${path} is empty: save the page again`);
  return decodeHtml(bytes);
}

/** Facts and blocks of a page, read from the static document; the author's style sheets count for nothing. @throws PageError */
export function readPage(path: string): { facts: DocumentFacts; blocks: readonly Block[] } {
  const { document } = parseHTML(readHtml(path));
  return readArticle(document as unknown as ReadableDocument);
}

/** What the command line prints for one page: its text (blocks joined by line breaks), the blocks, the article's facts, the annotations. */
export function annotatePage({ facts, blocks }: { facts: DocumentFacts; blocks: readonly Block[] }, reader: Reader) {
  const outlet = facts.outlet ?? findOutlet(reader.knowledge, undefined, facts.url);
  const starts = new Map<string, number>();
  let text = '';
  const printed = blocks.map((block) => {
    if (text) text += '\n';
    const start = text.length;
    text += block.text;
    starts.set(block.id, start);
    const { role, section, article, lang } = block;
    return { start, end: text.length, role, section, article, lang };
  });
  const { annotations } = annotate({ facts: withoutGaps({ ...facts, outlet }), blocks }, reader);
  const { title = null, date = null, lang = null } = facts;
  return {
    text,
    blocks: printed,
    article: { title, date, lang, outlet: outlet ?? null },
    annotations: placed(annotations, starts),
  };
}
