import type { Rect } from '../model/card-port.ts';

/** Distance between mark and card: near enough to belong together, and crossed by a pointer in far less than the leave delay. */
const GAP = 8;
/** Distance to the window's edge. */
const EDGE = 8;
/** A card that would have to be lower keeps this and covers what it must: a header and a line still show. */
const MIN_HEIGHT = 96;

export interface Size {
  readonly width: number;
  readonly height: number;
}
export interface Place {
  readonly x: number;
  readonly y: number;
  /** The card scrolls inside beyond this. */
  readonly maxHeight: number;
}

const clamp = (value: number, low: number, high: number) => Math.max(low, Math.min(value, high));

/**
 * Where the card goes, in CSS pixels of the viewport: under the last line of the mark or above its first, so that no line that it
 * explains is covered; beside it where text runs vertically. `lines` are the mark's rectangles, one a line, at least one; `card` is
 * its natural size. Pure: the caller measures.
 */
export function placeCard(lines: readonly Rect[], card: Size, window: Size, vertical: boolean): Place {
  const top = Math.min(...lines.map((r) => r.y));
  const bottom = Math.max(...lines.map((r) => r.y + r.height));
  const left = Math.min(...lines.map((r) => r.x));
  const right = Math.max(...lines.map((r) => r.x + r.width));
  const most = { x: window.width - EDGE - card.width, height: window.height - 2 * EDGE };

  if (vertical) {
    const [before, after] = [left - GAP - card.width, right + GAP];
    const fits = before >= EDGE ? before : after <= most.x ? after : undefined;
    if (fits !== undefined) {
      const height = Math.min(card.height, most.height);
      return { x: Math.round(fits), y: Math.round(clamp(top, EDGE, window.height - EDGE - height)), maxHeight: most.height };
    }
  }

  const above = top - GAP - EDGE;
  const below = window.height - bottom - GAP - EDGE;
  const under = card.height <= below || below >= above;
  const maxHeight = clamp(under ? below : above, Math.min(MIN_HEIGHT, most.height), most.height);
  const height = Math.min(card.height, maxHeight);
  const line = lines.find((r) => (under ? r.y + r.height === bottom : r.y === top))!;
  return {
    x: Math.round(clamp(line.x, EDGE, Math.max(EDGE, most.x))),
    y: Math.round(clamp(under ? bottom + GAP : top - GAP - height, EDGE, window.height - EDGE - height)),
    maxHeight: Math.floor(maxHeight),
  };
}

/** Does any line of the mark still show in the window? */
export function inWindow(lines: readonly Rect[], window: Size): boolean {
  return lines.some((r) => r.y + r.height > 0 && r.y < window.height && r.x + r.width > 0 && r.x < window.width);
}

/** Keeps a card that the reader moved inside the window; one larger than the window shows its beginning. */
export function keepInside(at: { readonly x: number; readonly y: number }, card: Size, window: Size): { x: number; y: number } {
  return {
    x: clamp(at.x, EDGE, Math.max(EDGE, window.width - EDGE - card.width)),
    y: clamp(at.y, EDGE, Math.max(EDGE, window.height - EDGE - card.height)),
  };
}
