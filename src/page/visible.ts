import { drawnIn, type ReadableElement } from '../article/node.ts';
import { isTakenOut } from './live-look.ts';

/** CSS pixels around the viewport within which marks are registered: about a turn of the wheel ahead. */
export const MARGIN = 700;
/** An element higher than this many viewports is near all the time: its marks are looked at one by one. */
const TALL = 3;

/** Can a reader see text of the element? Scrolled away counts as seen; hidden, clipped to nothing, or skipped by the browser does not. */
export function isDrawn(element: Element): boolean {
  if (!element.isConnected) return false;
  if (!element.checkVisibility({ visibilityProperty: true })) return false;
  let up: ReadableElement | null = element as unknown as ReadableElement;
  for (let levels = 0; up && levels < 3; levels++) {
    if (isTakenOut(element.ownerDocument.defaultView!.getComputedStyle(up as unknown as Element))) return false;
    up = drawnIn(up);
  }
  return true;
}

/** Which of many elements are on the screen or a little beyond. The browser tells; nothing is measured on scroll. */
export interface Near {
  watch(element: Element): void;
  forget(element: Element): void;
  isNear(element: Element): boolean;
  /** Near, but so tall that its parts must be asked. */
  isTall(element: Element): boolean;
  readonly hasTall: boolean;
}

export function makeNear(document: Document, signal: AbortSignal, onChange: (elements: readonly Element[]) => void): Near {
  const near = new Set<Element>();
  const tall = new Set<Element>();
  const options = {
    root: inTopFrame(document) ? document.documentElement.ownerDocument : null,
    rootMargin: `${MARGIN}px`,
    scrollMargin: `${MARGIN}px`,
  };
  const observer = new IntersectionObserver((entries) => {
    const height = document.documentElement.clientHeight || 1000;
    for (const { target, isIntersecting, boundingClientRect } of entries) {
      if (isIntersecting) near.add(target);
      else near.delete(target);
      if (isIntersecting && boundingClientRect.height > TALL * height) tall.add(target);
      else tall.delete(target);
    }
    onChange(entries.map(({ target }) => target));
  }, options);
  signal.addEventListener('abort', () => observer.disconnect());
  return {
    watch: (element) => observer.observe(element),
    forget: (element) => {
      observer.unobserve(element);
      near.delete(element);
      tall.delete(element);
    },
    isNear: (element) => near.has(element),
    isTall: (element) => tall.has(element),
    get hasTall() {
      return tall.size > 0;
    },
  };
}

/** In a frame the implicit root is the top window's viewport, to which the margin counts only where the frames share an origin. */
function inTopFrame(document: Document): boolean {
  return document.defaultView?.top === document.defaultView;
}
