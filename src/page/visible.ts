import { drawnIn, type ReadableElement } from '../article/node.ts';
import { isTakenOut } from './live-look.ts';

/**
 * Can a reader see text of an element? Scrolled away counts as seen; hidden, clipped to nothing, or skipped by the browser does not. Good for one
 * run: what is asked of the elements around (the same for most blocks of an article) is kept.
 */
export function makeDrawnTest(window: Window): (element: Element) => boolean {
  const takenOut = new Map<ReadableElement, boolean>();
  const isOut = (element: ReadableElement): boolean => {
    let out = takenOut.get(element);
    if (out === undefined) {
      out = isTakenOut(window.getComputedStyle(element as unknown as Element));
      takenOut.set(element, out);
    }
    return out;
  };
  return (element) => {
    if (!element.isConnected || !element.checkVisibility({ visibilityProperty: true })) return false;
    let up: ReadableElement | null = element as unknown as ReadableElement;
    for (let levels = 0; up && levels < LEVELS; levels++) {
      if (isOut(up)) return false;
      up = drawnIn(up);
    }
    return true;
  };
}
/** Text that is kept for screen readers alone is hidden by itself or by a wrapper or two. */
const LEVELS = 3;

/** CSS pixels around the viewport within which the browser tells us of elements: enough for two turns of the wheel between two tellings. */
export const FAR = 2600;

/** Which of many elements are near the screen, also when the page grows or folds above them. The browser tells; nothing is measured. */
export interface Near {
  watch(element: Element): void;
  forget(element: Element): void;
  /** Near, or not told of yet. */
  readonly elements: ReadonlySet<Element>;
}

export function makeNear(document: Document, signal: AbortSignal, onChange: (left: readonly Element[]) => void): Near {
  const elements = new Set<Element>();
  const options = {
    root: inTopFrame(document) ? document.documentElement.ownerDocument : null,
    rootMargin: `${FAR}px`,
    scrollMargin: `${FAR}px`,
  };
  const observer = new IntersectionObserver((entries) => {
    const left: Element[] = [];
    for (const { target, isIntersecting } of entries) {
      if (isIntersecting) elements.add(target);
      else if (elements.delete(target)) left.push(target);
    }
    onChange(left);
  }, options);
  signal.addEventListener('abort', () => observer.disconnect());
  return {
    watch: (element) => {
      elements.add(element);
      observer.observe(element);
    },
    forget: (element) => {
      observer.unobserve(element);
      elements.delete(element);
    },
    elements,
  };
}

/** In a frame the implicit root is the top window's viewport, to which the margin counts only where the frames share an origin. */
function inTopFrame(document: Document): boolean {
  return document.defaultView?.top === document.defaultView;
}
