import type { DocumentFacts } from '../model/document.ts';
import { safeDocument } from './safe-document.ts';

/** CSS pixels of a frame that may hold an article: the frames of advertisements and players are narrower or lower. */
export const LEAST_FRAME = { width: 400, height: 320 } as const;

/**
 * Calls when the document has a frame of its own site that is large enough for an article: now, and whenever one has loaded. Costs two
 * queries where there are frames, and one look at the target of each `load`; frames of strangers are never asked for.
 */
export function watchFrames(page: Document, signal: AbortSignal, onFrame: () => void): void {
  const document = safeDocument(page);
  const look = (frames: Iterable<Element>) => {
    for (const frame of frames) {
      if (isNeighbour(frame as HTMLIFrameElement, document)) return onFrame();
    }
  };
  // Most pages that are no article have none, and counting them is free.
  if (document.defaultView!.length) for (const name of ['iframe', 'frame']) look(document.getElementsByTagName(name));
  const onLoad = ({ target }: Event) => {
    if (/^i?frame$/.test((target as Partial<Element> | null)?.localName ?? '')) look([target as Element]);
  };
  document.addEventListener('load', onLoad, { capture: true, signal });
}

/**
 * Large enough, and of the same origin or an address under the same two last labels; whether they are one site is for the background to say.
 * To ask a frame for its document makes the browser set it up for us, a millisecond each: only those that are large and have no address are asked.
 */
function isNeighbour(frame: HTMLIFrameElement, document: Document): boolean {
  const tail = (address: string) => new URL(address).hostname.split('.').slice(-2).join('.');
  const isNamed = /^https?:/.test(frame.src);
  if (isNamed && !(URL.canParse(frame.src) && tail(frame.src) === tail(document.URL))) return false;
  const { width, height } = frame.getBoundingClientRect();
  return width >= LEAST_FRAME.width && height >= LEAST_FRAME.height && (isNamed || frame.contentDocument !== null);
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
