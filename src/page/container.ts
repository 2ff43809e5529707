import { BLOCK, DISPLAY_MASK, type Look, NEVER } from '../article/look.ts';
import { drawnIn, nameOf, type ReadableElement } from '../article/node.ts';

/** The innermost element around a node whose text never joins its neighbours': what is read when something inside has changed. */
export function containerOf(node: Node | null, look: Look): Element | null {
  let up = (node?.nodeType === 1 ? node : node && drawnIn(node as never)) as ReadableElement | null;
  while (up) {
    if ((look(up, nameOf(up)) & DISPLAY_MASK) === BLOCK) return up as unknown as Element;
    up = drawnIn(up);
  }
  return node?.ownerDocument?.body ?? null;
}

/** Only the outermost of several. */
export function outermost(found: ReadonlySet<Element>): Element[] {
  return [...found].filter((element) => {
    for (let up = drawnIn(element as never); up; up = drawnIn(up)) if (found.has(up as unknown as Element)) return false;
    return true;
  });
}

/** Text nodes between the top and the bottom of the screen that are looked at; a screen shows a few hundred. */
const MOST_TEXTS = 3000;
/** Heights and widths of the viewport at which the page is probed. Few: on a page of a hundred thousand siblings one probe takes 10 ms. */
const HEIGHTS = [0.02, 0.2, 0.5, 0.8, 0.98];
const WIDTHS = [0.3, 0.6];
/** Text nodes between two chances to pause. */
const STEPS = 50;

/** Containers of the text on the screen, in steps, for pages too large to be read whole at once. */
export function* containersInView(document: Document, look: Look): Generator<undefined, Element[], void> {
  const { clientWidth: width, clientHeight: height } = document.documentElement;
  const probes: Element[] = [];
  for (const y of HEIGHTS)
    for (const x of WIDTHS) {
      const element = document.elementFromPoint(width * x, height * y);
      if (element && element !== document.body && element !== document.documentElement) probes.push(element);
      yield undefined;
    }
  probes.sort((a, b) => (a === b ? 0 : a.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1));
  const [first, last] = [probes[0], probes.at(-1)];
  if (!first || !last) return [];
  const found = new Set<Element>();
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  walker.currentNode = first;
  for (let seen = 0; seen < MOST_TEXTS; seen++) {
    if (seen % STEPS === STEPS - 1) yield undefined;
    const text = walker.nextNode() as Text | null;
    if (!text || (!last.contains(text) && last.compareDocumentPosition(text) & Node.DOCUMENT_POSITION_FOLLOWING)) break;
    if (!/\S/.test(text.data) || (text.parentElement && NEVER.has(text.parentElement.localName))) continue;
    const container = containerOf(text, look);
    if (container && container !== document.body) found.add(container);
  }
  return outermost(found);
}

/** Text nodes and characters at which the screen is read first: a quick look, without style. */
const MANY_TEXTS = 10_000;
const MUCH_TEXT = 200_000;

export function isLarge(document: Document): boolean {
  if (!document.body) return false;
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  let length = 0;
  for (let seen = 0; seen < MANY_TEXTS; seen++) {
    const text = walker.nextNode() as Text | null;
    if (!text) return false;
    length += text.length;
    if (length > MUCH_TEXT) return true;
  }
  return true;
}
