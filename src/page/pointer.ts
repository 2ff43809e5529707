import { attributeOf, isElement, nameOf, type ReadableElement } from '../article/node.ts';
import { CARD_HOST } from '../model/card-port.ts';
import type { Mark } from './marks.ts';

export interface PointerOptions {
  readonly document: Document;
  readonly signal: AbortSignal;
  readonly hitTest: (x: number, y: number) => Mark | undefined;
  readonly isMarked: (id: string) => boolean;
  /** By pointing as well as by click? */
  readonly byHover: () => boolean;
  readonly onEnter: (mark: Mark) => void;
  readonly onLeave: () => void;
  readonly onClick: (mark: Mark) => void;
  readonly onEscape: () => void;
  readonly onMoved: () => void;
}

export interface Pointer {
  /**
   * Marks came or went, and a pointer at rest says nothing by itself. A mark that comes in place of the one that was pointed at is entered,
   * and so is one that comes to words just pointed at. A pointer that was left somewhere opens nothing.
   */
  marksChanged(): void;
}

/** Marks that a pointer at rest enters in place of one that went: a router writes the text first and its title a moment later. A page that never stops would make the card blink. */
const AGAIN = 2;
/** A pointer that came this long ago, in ms, still means the words under it: a page is read and answered in less. */
const POINTED = 1000;
/** Stands for the mark that went: no annotation has this id, and leaving its place is still leaving. */
const GONE = '';

/**
 * What the reader does with mouse, pen, finger and Escape. Only real events count: a page can forge all others. Nothing is ever prevented,
 * and nothing is measured more than once a frame. How long a pointer must rest is the card's business.
 */
export function watchPointer(options: PointerOptions): Pointer {
  const { document, signal, hitTest } = options;
  const window = document.defaultView!;
  const listen = { capture: true, passive: true, signal };
  let current: string | undefined;
  let last: PointerEvent | undefined;
  /** When it came, on the clock of `performance`. */
  let lastAt = 0;
  let frame = 0;
  let moved = 0;
  /** The mark under the pointer went while it rested, and how often one came in its place. */
  let isLost = false;
  let again = 0;

  const leave = () => {
    if (current === undefined) return;
    current = undefined;
    options.onLeave();
  };

  const look = () => {
    frame = 0;
    const event = last;
    if (!event || signal.aborted) return;
    // With a button down the reader selects or drags.
    if (!options.byHover() || event.buttons !== 0 || isSelecting(window)) return leave();
    const mark = hitTest(event.clientX, event.clientY);
    // A reader who did not move has left nothing.
    if (!mark) return isLost ? undefined : leave();
    if (mark.annotation.id === current) return;
    leave();
    if (isLost) again += 1;
    isLost = false;
    current = mark.annotation.id;
    options.onEnter(mark);
  };

  document.addEventListener(
    'pointermove',
    (event) => {
      if (!event.isTrusted || event.pointerType === 'touch') return;
      isLost = false;
      again = 0;
      if (isOverCard(event)) {
        // The card itself says when the pointer is in it; a mark below it is out of reach, and the one it belongs to may be entered again.
        window.cancelAnimationFrame(frame);
        frame = 0;
        last = undefined;
        current = undefined;
        return;
      }
      last = event;
      lastAt = performance.now();
      frame ||= window.requestAnimationFrame(look);
    },
    listen,
  );
  document.addEventListener(
    'pointerout',
    (event) => {
      if (!event.isTrusted || event.relatedTarget) return;
      last = undefined; // out of the window
      leave();
    },
    listen,
  );
  document.addEventListener(
    'click',
    (event) => {
      if (!event.isTrusted || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
      if (isOverCard(event) || isSelecting(window) || isForThePage(event)) return;
      const mark = hitTest(event.clientX, event.clientY);
      if (mark) options.onClick(mark);
    },
    listen,
  );
  document.addEventListener(
    'keydown',
    (event) => {
      if (!event.isTrusted || event.key !== 'Escape' || event.isComposing) return;
      // What the reader has sent away stays away until the pointer moves.
      isLost = false;
      again = AGAIN;
      lastAt = Number.NEGATIVE_INFINITY;
      options.onEscape();
    },
    listen,
  );
  const onMoved = (event: Event) => {
    if (!event.isTrusted) return;
    moved ||= window.requestAnimationFrame(() => {
      moved = 0;
      if (!signal.aborted) options.onMoved();
    });
  };
  document.addEventListener('scroll', onMoved, listen);
  window.addEventListener('resize', onMoved, listen);
  signal.addEventListener('abort', () => {
    window.cancelAnimationFrame(frame);
    window.cancelAnimationFrame(moved);
  });
  return {
    marksChanged: () => {
      if (current !== undefined && current !== GONE && !options.isMarked(current)) {
        current = GONE;
        isLost = again < AGAIN;
      }
      const isMeant = isLost || performance.now() - lastAt < POINTED;
      if (isMeant && last && !signal.aborted) frame ||= window.requestAnimationFrame(look);
    },
  };
}

/** Events inside the card's closed root come with its host as their target. */
function isOverCard(event: Event): boolean {
  return (event.target as Partial<Element> | null)?.localName === CARD_HOST;
}

function isSelecting(window: Window): boolean {
  const selection = window.getSelection();
  return selection !== null && selection.rangeCount > 0 && !selection.isCollapsed;
}

const PAGE_NAMES = new Set([
  'a',
  'area',
  'button',
  'summary',
  'label',
  'input',
  'select',
  'textarea',
  'option',
  'video',
  'audio',
]);
const PAGE_ROLES = new Set(['button', 'link', 'tab', 'menuitem', 'option', 'switch', 'checkbox', 'radio', 'treeitem', 'textbox']);

/** A click inside a link or a control does what the page meant. */
function isForThePage(event: Event): boolean {
  return event.composedPath().some((step) => {
    const node = step as unknown as ReadableElement;
    if (!(step instanceof Node) || !isElement(node)) return false;
    if (PAGE_NAMES.has(nameOf(node)) && (nameOf(node) !== 'a' || attributeOf(node, 'href') !== null)) return true;
    const role = attributeOf(node, 'role');
    if (role !== null && PAGE_ROLES.has(role)) return true;
    return (attributeOf(node, 'contenteditable') ?? 'false') !== 'false';
  });
}
