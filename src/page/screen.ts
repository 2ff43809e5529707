import type { Rect } from '../model/card-port.ts';

/**
 * CSS pixels beyond the screen within which marks stand registered. Registering makes the browser look at all of them again (3 to 4 ms on a page of
 * ten thousand elements, however few they are), so it is done in stretches: when what is missing comes nearer than `LEAST`, all as far as
 * `AHEAD` is registered. `LEAST` is what a fling of 8,000 px/s goes in 50 ms: as long may a frame of the main thread take while the
 * page is scrolled beside it. (npm run bench:page -- gaps; docs/adr/0053)
 */
export const LEAST = 400;
export const AHEAD = 1000;

/** Size of the viewport in CSS pixels. */
export interface Screen {
  readonly width: number;
  readonly height: number;
}

/** How far a box is from the screen along the farther axis, in CSS pixels; Infinity for a box of no size. */
export function distanceTo({ x, y, width, height }: Rect, screen: Screen): number {
  if (width === 0 && height === 0) return Number.POSITIVE_INFINITY;
  return Math.max(0, y - screen.height, -(y + height), x - screen.width, -(x + width));
}

/**
 * Of many things in a row, those within reach: `distance` says below 0 how far one is before the screen and above 0 how far after it.
 * Only as many are asked as a search by halves needs, so the row must be in order.
 */
export function stretchWithin<T>(row: readonly T[], reach: number, distance: (one: T) => number): readonly T[] {
  const bound = (isBefore: (one: T) => boolean): number => {
    let low = 0;
    let high = row.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (isBefore(row[middle]!)) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  return row.slice(
    bound((one) => distance(one) < -reach),
    bound((one) => distance(one) <= reach),
  );
}
