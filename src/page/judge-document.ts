import { isFramedArticle, judgePage, type PageJudgement } from '../article/page-kind.ts';
import { whenever } from './await-article.ts';
import { addressOf, around } from './frames.ts';
import { safeDocument } from './safe-document.ts';

export function judgeDocument(document: Document): PageJudgement {
  const [own, address, outer] = [safeDocument(document), addressOf(document), around(document)];
  const judgement = judgePage(own, address);
  if (judgement.kind !== 'other' || !outer || !isFramedArticle(own, safeDocument(outer), address)) return judgement;
  return { kind: 'article', isArticle: true, reason: 'the page around announces an article' };
}

/** Resolves when the document turns into an article by the table of page kinds; never after `signal` aborts. */
export const whenArticle = (document: Document, signal: AbortSignal): Promise<void> =>
  whenever(document, signal, () => judgeDocument(document).isArticle);
