import { computePosition, flip, inline, offset, shift, size } from '@floating-ui/dom';
import type { MarkTarget, Rect } from '../model/card-port.ts';

/** Distance between mark and card: near enough to belong together, and crossed by a pointer in far less than the leave delay. */
const GAP = 8;
/** Distance to the window's edge. */
const EDGE = 8;
/** A card that would be lower scrolls inside instead; two lines and a header still show. */
const MIN_HEIGHT = 96;

export interface Place {
  readonly x: number;
  readonly y: number;
  readonly maxHeight: number;
  /** Does the mark still show in the window? */
  readonly markVisible: boolean;
}

/** `DOMRect` of a plain rectangle; the page's realm has its own constructor that a page may have replaced. */
const domRect = ({ x, y, width, height }: Rect) => ({
  x,
  y,
  width,
  height,
  top: y,
  left: x,
  right: x + width,
  bottom: y + height,
});

function union(rects: readonly Rect[]): Rect {
  const x = Math.min(...rects.map((r) => r.x));
  const y = Math.min(...rects.map((r) => r.y));
  return {
    x,
    y,
    width: Math.max(...rects.map((r) => r.x + r.width)) - x,
    height: Math.max(...rects.map((r) => r.y + r.height)) - y,
  };
}

/**
 * Where the card goes, in CSS pixels of the viewport: under the last line of the mark, or above its first, so that no line of the
 * mark is covered; beside it where text runs vertically. Null when the mark has gone.
 */
export async function placeCard(card: HTMLElement, target: MarkTarget): Promise<Place | null> {
  const rects = target.rects();
  if (!rects.length) return null;
  const box = union(rects);
  const reference = {
    getBoundingClientRect: () => domRect(box),
    getClientRects: () => rects.map(domRect),
    contextElement: document.documentElement,
  };
  let maxHeight = Number.POSITIVE_INFINITY;
  const { x, y } = await computePosition(reference, card, {
    strategy: 'fixed',
    placement: target.vertical ? 'left-start' : 'bottom-start',
    middleware: [
      inline(),
      offset(GAP),
      flip({ padding: EDGE, fallbackStrategy: 'bestFit', crossAxis: false }),
      size({
        padding: EDGE,
        apply: ({ availableHeight }) => {
          maxHeight = Math.max(MIN_HEIGHT, Math.floor(availableHeight));
          card.style.maxHeight = `${maxHeight}px`;
        },
      }),
      shift({ padding: EDGE, crossAxis: target.vertical }),
    ],
  });
  const { innerWidth, innerHeight } = window;
  const markVisible = box.y + box.height > 0 && box.y < innerHeight && box.x + box.width > 0 && box.x < innerWidth;
  return { x: Math.round(x), y: Math.round(y), maxHeight, markVisible };
}

/** Keeps a card that the reader moved inside the window. */
export function keepInside(card: HTMLElement, x: number, y: number): { x: number; y: number } {
  const { width, height } = card.getBoundingClientRect();
  const clamp = (value: number, most: number) => Math.max(EDGE, Math.min(value, Math.max(EDGE, most - EDGE)));
  return { x: clamp(x, window.innerWidth - width), y: clamp(y, window.innerHeight - height) };
}
