import type { Block, DocumentFacts } from '../model/document.ts';
import { PageError } from './annotate-page.ts';

/** Facts and blocks of a saved page as Chromium shows it. @throws PageError */
export async function readInBrowser(path: string): Promise<{ facts: DocumentFacts; blocks: readonly Block[] }> {
  throw new PageError(`${path} not yet: read it without --browser`);
}
