import { drawnIn, type ReadableElement } from '../article/node.ts';
import type { Mark, Marks } from './marks.ts';
import type { TextBlocks } from './text-blocks.ts';

/** Marks around one point that are measured where the caret leads nowhere (text that cannot be selected, some shadow trees). */
const MEASURED = 60;
/** CSS pixels around a mark that still count as on it. */
const SLACK = 1;

/**
 * The mark at a point of the viewport. The browser's caret lookup gives a text position, our own intervals the mark there; the rectangles
 * confirm it, for the caret snaps to the nearest text however far it is.
 */
export function makeHitTest(document: Document, texts: TextBlocks, marks: Marks): (x: number, y: number) => Mark | undefined {
  function isOn(mark: Mark, x: number, y: number): boolean {
    return marks
      .rects(mark)
      .some(
        (rect) =>
          x >= rect.x - SLACK && x <= rect.x + rect.width + SLACK && y >= rect.y - SLACK && y <= rect.y + rect.height + SLACK,
      );
  }

  /** The shortest of several over one another: a name inside a claim. */
  function best(candidates: readonly Mark[], x: number, y: number): Mark | undefined {
    return [...candidates].sort((a, b) => a.end - a.start - (b.end - b.start)).find((mark) => isOn(mark, x, y));
  }

  return (x, y) => {
    const { element, roots } = deepest(document, x, y);
    if (!element) return undefined;
    const caret = caretAt(document, x, y, roots);
    if (caret?.node.nodeType === 3) {
      const there = texts.at(caret.node as Text, caret.offset);
      const found = there && best(covering(marks.of(there.block), there.offset), x, y);
      // The caret's word is final where it stands in what was pointed at; text that cannot be selected makes it jump elsewhere.
      if (found || (there && element.contains(caret.node))) return found;
    }
    for (let up: ReadableElement | null = element as unknown as ReadableElement; up; up = drawnIn(up)) {
      const blocks = marks.owned(up as unknown as Element);
      if (!blocks.length) continue;
      const around = blocks.flatMap((block) => [...marks.of(block)]);
      return around.length <= MEASURED ? best(around, x, y) : undefined;
    }
    return undefined;
  };
}

/** Marks that hold or touch the offset; the list is sorted by start, and overlaps are few. */
function covering(list: readonly Mark[], offset: number): Mark[] {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (list[middle]!.start <= offset) low = middle + 1;
    else high = middle;
  }
  const found: Mark[] = [];
  for (let i = low - 1; i >= 0 && i >= low - REACH; i--) if (list[i]!.end >= offset) found.push(list[i]!);
  return found;
}

/** Marks that may start between a long one and the offset inside it. */
const REACH = 12;

function deepest(document: Document, x: number, y: number): { element: Element | null; roots: ShadowRoot[] } {
  const roots: ShadowRoot[] = [];
  let element = document.elementFromPoint(x, y);
  while (element?.shadowRoot) {
    const inner = element.shadowRoot.elementFromPoint(x, y);
    if (!inner || inner === element) break;
    roots.push(element.shadowRoot);
    element = inner;
  }
  return { element, roots };
}

function caretAt(document: Document, x: number, y: number, roots: ShadowRoot[]): { node: Node; offset: number } | undefined {
  if (document.caretPositionFromPoint) {
    const caret = document.caretPositionFromPoint(x, y, roots.length ? { shadowRoots: roots } : undefined);
    return caret ? { node: caret.offsetNode, offset: caret.offset } : undefined;
  }
  const range = (document as Document).caretRangeFromPoint?.(x, y);
  return range ? { node: range.startContainer, offset: range.startOffset } : undefined;
}
