import type { DocumentFacts } from '../model/document.ts';
import type { LiveBlock, TextBlocks } from './text-blocks.ts';

/** Facts may follow the text: a router sets title and metadata a moment later. In ms. */
const SETTLING = 3000;

/**
 * Notices that a page without reloads has put another article in place. No function of the page is patched: the address is compared. It may
 * change while the article stays (an endless page writes the address of what is on the screen), so the old article counts as gone when less
 * than half of its text is left.
 */
export interface ArticleWatch {
  readonly facts: DocumentFacts;
  /** What is known about the article that was there at the start. */
  know(facts: DocumentFacts): void;
  /** False where the new article should not be read. */
  readonly isWanted: boolean;
  /** Has the address changed since the last look? */
  hasMoved(): boolean;
  /** True when another article is there, or its facts became known. */
  check(now: number): boolean;
}

export function makeArticleWatch(document: Document, texts: TextBlocks, readFacts: () => DocumentFacts | null): ArticleWatch {
  let facts: DocumentFacts = {};
  let isWanted = true;
  let address = addressOf(document);
  let seen = address;
  let settled = 0;
  /** What stood there when the address changed. */
  let old: { blocks: ReadonlySet<LiveBlock>; size: number } | undefined;

  function start(now: number): void {
    address = addressOf(document);
    old = undefined;
    settled = now + SETTLING;
    const next = readFacts();
    isWanted = next !== null;
    facts = next ?? facts;
  }

  return {
    get facts() {
      return facts;
    },
    know: (known) => {
      facts = known;
    },
    get isWanted() {
      return isWanted;
    },
    hasMoved: () => {
      const now = addressOf(document);
      const moved = now !== seen;
      seen = now;
      if (now === address) old = undefined;
      else old ??= { blocks: new Set(texts.blocks), size: texts.size() };
      return moved;
    },
    check: (now) => {
      if (old) {
        const { blocks, size } = old;
        const left = texts.blocks.reduce((sum, block) => sum + (blocks.has(block) ? block.text.length : 0), 0);
        if (size > 0 && left * 2 > size) return false;
        start(now);
        return true;
      }
      if (now > settled) return false;
      const next = readFacts();
      if (JSON.stringify(next) === JSON.stringify(isWanted ? facts : null)) return false;
      start(now);
      return true;
    },
  };
}

/** Without a fragment, unless the page routes by it. */
function addressOf(document: Document): string {
  const url = document.URL;
  const cut = url.indexOf('#');
  return cut < 0 || /^#!?\//.test(url.slice(cut)) ? url : url.slice(0, cut);
}
