import { mayBeArticle } from '../article/evidence.ts';
import { primaryTag } from '../article/language-tag.ts';
import { addressOf } from './frames.ts';
import { safeDocument } from './safe-document.ts';

/** A router puts title, metadata and text in place after the address; looked at before, an article looks like none. In ms. */
const SETTLING = 1500;

/** Primary subtag of the language that the document claims, right or not: a hint of what will be asked. */
export function claimedLanguage(page: Document): string | undefined {
  return primaryTag(safeDocument(page).documentElement?.getAttribute('lang'));
}

/** Resolves when a document that was rendered ahead of time is shown; at once for all others. */
export async function whenActivated(page: Document, signal: AbortSignal): Promise<void> {
  const document = safeDocument(page);
  if (!(document as Document & { prerendering?: boolean }).prerendering) return;
  await new Promise<void>((done) => document.addEventListener('prerenderingchange', () => done(), { once: true, signal }));
}

/** Resolves when the document has something of an article; at once where it has now. `onWait`: it has not. */
export async function whenPromising(page: Document, signal: AbortSignal, onWait: () => void): Promise<void> {
  const document = safeDocument(page);
  const isPromising = () => mayBeArticle(document, () => addressOf(document));
  if (isPromising()) return;
  onWait();
  await whenever(document, signal, isPromising);
}

/**
 * Resolves when it is so: asked again when the document had time to settle, from now, from its `load`, and from each change of address that the
 * page makes without a reload. Costs nothing in between. Listens until `signal` aborts, and never resolves after that.
 */
export function whenever(page: Document, signal: AbortSignal, isSo: () => boolean): Promise<void> {
  const document = safeDocument(page);
  const window = document.defaultView!;
  return new Promise((resolve) => {
    let timer = 0;
    const soon = (ms: number) => {
      window.clearTimeout(timer);
      timer = window.setTimeout(look, ms);
    };
    const anew = () => soon(SETTLING);
    const look = () => {
      if (signal.aborted) return;
      if (isSo()) return resolve();
      // Once more when it has been loaded for so long. Most pages have by then: a listener from the start would be one more call into each of them.
      const left = SETTLING - sinceLoad(window);
      if (document.readyState !== 'complete') window.addEventListener('load', anew, { once: true, signal });
      else if (left > 0) soon(left);
    };
    anew();
    window.addEventListener('popstate', anew, { signal });
    (window as { navigation?: EventTarget }).navigation?.addEventListener('navigatesuccess', anew, { signal });
  });
}

/** ms since the document was loaded; endless where the browser does not say. */
function sinceLoad(window: Window): number {
  const [entry] = window.performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  return entry?.loadEventEnd ? window.performance.now() - entry.loadEventEnd : Number.POSITIVE_INFINITY;
}
