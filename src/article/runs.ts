import type { ReadableText } from './node.ts';

/**
 * Where a block's text stands in the document. Characters `at … at + length` of the text are characters `from … from + length` of one
 * text node. A character of the text that no run holds is a space that the layout draws and no node contains: it stands right after the
 * run before it.
 *
 *     nodes   "Trade of "   "Kazakh\n   stan"          text   "Trade of Kazakh stan"
 *     runs    0+9 ← 0       9+7 ← 0, 16+4 ← 10
 */
export interface Run {
  readonly node: ReadableText;
  readonly at: number;
  readonly from: number;
  readonly length: number;
}

export interface Position {
  readonly node: ReadableText;
  readonly offset: number;
}

/** Index of the last run that starts at or before the text offset; runs are sorted by `at`, the first has 0. */
function runAt(runs: readonly Run[], offset: number): Run {
  let low = 0;
  let high = runs.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (runs[middle]!.at <= offset) low = middle;
    else high = middle - 1;
  }
  return runs[low]!;
}

/** DOM position of the character at a text offset (0 … text.length). */
export function startPosition(runs: readonly Run[], offset: number): Position {
  const run = runAt(runs, offset);
  return { node: run.node, offset: run.from + Math.min(offset - run.at, run.length) };
}

/** DOM position right after the character before a text offset (1 … text.length): a range never reaches into the next node for nothing. */
export function endPosition(runs: readonly Run[], offset: number): Position {
  const run = runAt(runs, offset - 1);
  return { node: run.node, offset: run.from + Math.min(offset - run.at, run.length) };
}

/** Text offset of a DOM position; -1 where the node has no part in the block. A position inside collapsed space counts as the space. */
export function textOffset(runs: readonly Run[], node: ReadableText, offset: number): number {
  let found = -1;
  for (const run of runs) {
    if (run.node !== node) {
      if (found >= 0) break;
      continue;
    }
    if (found >= 0 && offset < run.from) break;
    found = run.at + Math.max(0, Math.min(offset - run.from, run.length));
  }
  return found;
}
