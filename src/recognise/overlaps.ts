import type { Span } from '../model/figure.ts';

/**
 * Leftmost-longest: of spans that share a character the one that starts first stays, of those that start together the longest; every
 * character has one owner. Of two equal spans the first in the list stays. The result is sorted by start.
 */
export function leftmostLongest<T extends Span>(spans: readonly T[]): T[] {
  const sorted = spans
    .map((span, order) => ({ span, order }))
    .sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end || a.order - b.order);
  const kept: T[] = [];
  let end = -1;
  for (const { span } of sorted) {
    if (span.start < end) continue;
    kept.push(span);
    end = span.end;
  }
  return kept;
}
