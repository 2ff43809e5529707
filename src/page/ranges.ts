import { endPosition, startPosition } from '../article/runs.ts';
import type { Rect } from '../model/card-port.ts';
import type { LiveBlock } from './text-blocks.ts';

/** A stretch of a block's text. */
export interface Stretch {
  readonly block: LiveBlock;
  readonly start: number;
  readonly end: number;
}

/** The stretch as boundary points; one pair, or one a tree where shadow borders cut it. */
function pairsOf({ block, start, end }: Stretch): { from: [Node, number]; to: [Node, number] }[] {
  const { runs } = block;
  const first = startPosition(runs, start);
  const last = endPosition(runs, end);
  const [a, b] = [first.node as unknown as Text, last.node as unknown as Text];
  if (a === b || a.getRootNode() === b.getRootNode()) return [{ from: [a, first.offset], to: [b, last.offset] }];
  return runs
    .filter((run) => run.at < end && run.at + run.length > start)
    .map((run) => {
      const node = run.node as unknown as Text;
      return { from: [node, run.from + Math.max(0, start - run.at)], to: [node, run.from + Math.min(run.length, end - run.at)] };
    });
}

/** Ranges for the highlight registry. Static ones: each live range is moved at every change of the page. */
export function staticRanges(stretch: Stretch): StaticRange[] {
  return pairsOf(stretch).map(
    ({ from, to }) => new StaticRange({ startContainer: from[0], startOffset: from[1], endContainer: to[0], endOffset: to[1] }),
  );
}

/** Where stretches are drawn now. One live range serves all measuring and rests at the page's root in between. */
export function makeRuler(document: Document): (stretch: Stretch) => Rect[] {
  const range = document.createRange();
  return (stretch) => {
    const found: Rect[] = [];
    try {
      for (const { from, to } of pairsOf(stretch)) {
        range.setStart(...from);
        range.setEnd(...to);
        for (const { x, y, width, height } of range.getClientRects())
          if (width > 0 && height > 0) found.push({ x, y, width, height });
      }
    } catch {
      return []; // the page has shortened the text since it was read
    } finally {
      range.setStart(document.documentElement, 0);
      range.collapse(true);
    }
    return merged(found);
  };
}

/** One rectangle a line: a mark over several elements gives one each, and a wrapping element's own again. */
function merged(rects: readonly Rect[]): Rect[] {
  const lines: Rect[] = [];
  for (const rect of rects) {
    const at = lines.findIndex((line) => sameLine(line, rect));
    if (at < 0) lines.push(rect);
    else {
      const line = lines[at]!;
      const [x, y] = [Math.min(line.x, rect.x), Math.min(line.y, rect.y)];
      lines[at] = {
        x,
        y,
        width: Math.max(line.x + line.width, rect.x + rect.width) - x,
        height: Math.max(line.y + line.height, rect.y + rect.height) - y,
      };
    }
  }
  return lines;
}

/** Touching along the line, and mostly beside each other across it. Works for vertical lines too. */
function sameLine(a: Rect, b: Rect): boolean {
  const overlap = (a0: number, a1: number, b0: number, b1: number) => Math.min(a1, b1) - Math.max(a0, b0);
  const across = overlap(a.y, a.y + a.height, b.y, b.y + b.height);
  const along = overlap(a.x, a.x + a.width, b.x, b.x + b.width);
  return (
    (across > 0.5 * Math.min(a.height, b.height) && along >= -2) ||
    (along > 0.5 * Math.min(a.width, b.width) && across >= -2 && a.height > a.width)
  );
}
