import type { Lexicon } from '../lexicon/index.ts';
import type { Block, BlockCandidates, DocumentFacts } from '../model/document.ts';
import type { Knowledge } from '../model/knowledge.ts';
import { recogniseFigures } from './figures/index.ts';

/** What recognition reads with: the opened names pack. */
export interface Reader {
  readonly lexicon: Lexicon;
  readonly knowledge: Knowledge;
}

/** Everything written in one block, undecided. A pure function of the block's text and role, the document's language and date, and the pack. */
export function recogniseBlock(
  block: Pick<Block, 'text'> & Partial<Pick<Block, 'lang' | 'role'>>,
  facts: DocumentFacts,
  _reader: Reader,
): BlockCandidates {
  const lang = block.lang ?? facts.lang ?? 'en';
  return {
    sentences: [0],
    names: [],
    cues: [],
    figures: recogniseFigures(block.text, { lang, date: facts.date }),
    words: [],
    lang,
    introductions: [],
  };
}
