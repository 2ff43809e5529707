import type { DocumentFacts } from '../model/document.ts';
import { safeDocument } from './safe-document.ts';

/** CSS pixels of a frame that may hold an article: the frames of advertisements and players are narrower or lower. */
export const LEAST_FRAME = { width: 400, height: 320 } as const;

/**
 * Calls when the document has a frame of its own site that is large enough for an article: now, and whenever one has loaded. Costs one
 * query, and one look at the target of each `load`; frames of strangers are never asked for.
 */
export function watchFrames(page: Document, signal: AbortSignal, onFrame: () => void): void {
  const document = safeDocument(page);
  const look = (frames: Iterable<Element>) => {
    for (const frame of frames) {
      if (!isNeighbour(frame as HTMLIFrameElement, document)) continue;
      const { width, height } = frame.getBoundingClientRect();
      if (width >= LEAST_FRAME.width && height >= LEAST_FRAME.height) return onFrame();
    }
  };
  look(document.querySelectorAll('iframe, frame'));
  const onLoad = ({ target }: Event) => {
    if (/^i?frame$/.test((target as Partial<Element> | null)?.localName ?? '')) look([target as Element]);
  };
  document.addEventListener('load', onLoad, { capture: true, signal });
}

/** Same origin, or an address under the same two last labels; whether they are one site is for the background to say. */
function isNeighbour(frame: HTMLIFrameElement, document: Document): boolean {
  if (frame.contentDocument) return true;
  const tail = (address: string) => new URL(address).hostname.split('.').slice(-2).join('.');
  return URL.canParse(frame.src) && tail(frame.src) === tail(document.URL);
}

/** The document around a frame's, where it is of the same origin. */
export function around(document: Document): Document | undefined {
  const { defaultView: window } = safeDocument(document);
  if (!window || window.parent === window) return undefined;
  try {
    return window.parent.document;
  } catch {
    return undefined;
  }
}

/** Where the reader is: a frame without an address of its own has that of the page around it. */
export function addressOf(document: Document): string {
  const { URL: own } = safeDocument(document);
  const outer = /^https?:/.test(own) ? undefined : around(document);
  return outer ? addressOf(outer) : own;
}

/** What a frame's own document says, and for the rest what the page around it says. */
export function mergedFacts(own: DocumentFacts, outer: DocumentFacts | undefined): DocumentFacts {
  if (!outer) return own;
  return {
    title: own.title ?? outer.title,
    date: own.date ?? outer.date,
    lang: own.lang ?? outer.lang,
    url: own.url ?? outer.url,
  };
}
