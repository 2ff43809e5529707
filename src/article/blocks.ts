import type { BlockRole } from '../model/document.ts';
import { APART, CLOSED, CROSSED, gapBetween, isFootnote, isLinkLike, LINK, REOPENED } from './borders.ts';
import {
  ATOM,
  BLOCK,
  BLOCK_NAMES,
  CONTENTS,
  DISPLAY_MASK,
  INHERITED,
  INVISIBLE,
  isForReadersOnly,
  KEEPS_BREAKS,
  type Look,
  NEVER,
  NEVER_IN_LINE,
  NONE,
  staticLook,
  TRACELESS,
} from './look.ts';
import {
  attributeOf,
  drawnIn,
  firstChildOf,
  isElement,
  isText,
  nameOf,
  nextOf,
  parentOf,
  type ReadableElement,
  type ReadableNode,
  type ReadableText,
  shadowOf,
} from './node.ts';
import { headingLevel, isArticleRoot, isSkippedRegion, roleOf } from './regions.ts';
import type { Run } from './runs.ts';

/**
 * THE BLOCK GRAMMAR: what is a block of text on a page, and which characters it has. One grammar for a static document and for a live one;
 * they differ in the look (`look.ts`) only. The table is tests/cases/blocks.json.
 *
 * A block ends where the layout ends a line for good: at the border of an element drawn as a block, at `br` and `hr`, at a line break that
 * `white-space` keeps, at what is drawn instead of text (a video, preformatted text). White space inside is collapsed as a renderer does;
 * soft hyphens and zero-width characters stay.
 */
export interface TextBlock {
  readonly text: string;
  readonly runs: readonly Run[];
  readonly role: BlockRole;
  readonly lang?: string;
  /** 1 … 6 for a heading of that level, else 0. */
  readonly level: number;
  /** The innermost element drawn as a block around the text. */
  readonly owner: ReadableElement;
  /** The outermost element that says it is an article. */
  readonly host: ReadableElement | null;
}

export interface ReadOptions {
  /** Default: by name and attributes. */
  readonly look?: Look;
  /** Told of each open shadow root that was entered. */
  readonly onShadow?: (root: ReadableNode) => void;
  /** Told of each element with text that is not drawn now. */
  readonly onHidden?: (element: ReadableElement) => void;
}

/** An open element. All but its name is learnt when the first text inside is met: most elements of a page have none. */
interface Frame {
  readonly element: ReadableElement;
  readonly name: string;
  look: number;
  role: BlockRole;
  level: number;
  lang: string | undefined;
  host: ReadableElement | null;
  /** The innermost open element drawn as a block, as a depth; role and language of a block are its. */
  owner: number;
  /** Slots have their own list of children. */
  assigned: readonly ReadableNode[] | null;
  index: number;
}

const PENDING = -1;
/** Steps between two chances to pause. */
const STEPS = 256;
const HAS_CONTENT = /[\p{L}\p{N}]/u;
const LAYOUT_SPACE = /[\t\n\f\r ]{2,}|[\t\n\f\r]/g;
const NOT_BLANK = /[^\t\n\f\r ]/;

/**
 * Reads the blocks inside `root` in document order. Yields undefined now and then, so that the caller can pause; a tree that changes
 * meanwhile is read as far as it still hangs together. `root` may be any element: what its ancestors decide (language, role, never read)
 * is looked up first.
 */
export function* readBlocks(root: ReadableElement, options: ReadOptions = {}): Generator<TextBlock | undefined, void, void> {
  const look = options.look ?? staticLook;
  const frames: Frame[] = [];
  /** Frames below this depth know their look. */
  let known = 0;

  // The block being built.
  let pieces: string[] = [];
  let runs: Run[] = [];
  let length = 0;
  let last = '';
  let home: Frame | undefined;
  /** What was crossed since the last character (`borders.ts`). */
  let border = 0;
  const done: TextBlock[] = [];

  function flush(): void {
    border = 0;
    if (!length || !home) return;
    let text = pieces.join('');
    if (last === ' ') {
      text = text.slice(0, -1);
      const tail = runs.at(-1)!;
      if (tail.at + tail.length > text.length) runs[runs.length - 1] = { ...tail, length: text.length - tail.at };
      if (runs.at(-1)!.length === 0) runs.pop();
    }
    if (HAS_CONTENT.test(text)) {
      const { role, lang, level, host, element } = home;
      done.push({ text, runs, role, lang, level, host, owner: element });
    }
    pieces = [];
    runs = [];
    length = 0;
    last = '';
    home = undefined;
  }

  function put(node: ReadableText, from: number, piece: string): void {
    if (!length) home = frames[frames.at(-1)!.owner]!;
    const tail = runs.at(-1);
    if (tail && tail.node === node && tail.from + tail.length === from && tail.at + tail.length === length)
      runs[runs.length - 1] = { ...tail, length: tail.length + piece.length };
    else runs.push({ node, at: length, from, length: piece.length });
    pieces.push(piece);
    length += piece.length;
    last = piece[piece.length - 1]!;
  }

  /** One stretch without white space to collapse. */
  function putStretch(node: ReadableText, from: number, piece: string): void {
    let start = 0;
    if (piece[0] === ' ' && (length === 0 || last === ' ')) start = 1;
    if (start === piece.length) return;
    if (border && length && last !== ' ' && piece[start] !== ' ' && gapBetween(last, piece[start]!, border)) {
      pieces.push(' ');
      length += 1;
      last = ' ';
    }
    border = 0;
    put(node, from + start, start ? piece.slice(start) : piece);
  }

  function putText(node: ReadableText, keepsBreaks: boolean): void {
    const data = node.data;
    let from = 0;
    LAYOUT_SPACE.lastIndex = 0;
    for (let m = LAYOUT_SPACE.exec(data); m; m = LAYOUT_SPACE.exec(data)) {
      if (m.index > from) putStretch(node, from, data.slice(from, m.index));
      if (keepsBreaks && /[\n\r]/.test(m[0])) flush();
      else if (length && last !== ' ') {
        border = 0;
        put(node, m.index, ' ');
      }
      from = m.index + m[0].length;
    }
    if (from < data.length) putStretch(node, from, from ? data.slice(from) : data);
  }

  function push(element: ReadableElement, name: string): Frame {
    const frame: Frame = {
      element,
      name,
      look: PENDING,
      role: 'body',
      level: 0,
      lang: undefined,
      host: null,
      owner: 0,
      assigned: null,
      index: 0,
    };
    frames.push(frame);
    return frame;
  }

  /** Learns about the open elements that hold a first text; the depth of the first that is not drawn, else -1. */
  function learn(): number {
    for (; known < frames.length; known++) {
      const frame = frames[known]!;
      const { element, name } = frame;
      const parent = frames[known - 1];
      const classes = attributeOf(element, 'class');
      let seen = isForReadersOnly(classes) ? NONE : look(element, name);
      if ((seen & DISPLAY_MASK) === NONE) {
        options.onHidden?.(element);
        return known;
      }
      if (!(seen & INHERITED) && parent) seen |= parent.look & (INVISIBLE | KEEPS_BREAKS);
      frame.look = seen;
      const display = seen & DISPLAY_MASK;
      if (display === BLOCK) flush();
      else if (display === ATOM) border |= APART;
      frame.owner = display === BLOCK || !parent ? known : parent.owner;
      const level = headingLevel(element, name);
      frame.level = level || (parent?.level ?? 0);
      frame.role = roleOf(element, name, level, classes, parent?.role ?? 'body');
      frame.lang = attributeOf(element, 'lang') || attributeOf(element, 'xml:lang') || parent?.lang;
      frame.host = parent?.host ?? (isArticleRoot(element, name) ? element : null);
    }
    return -1;
  }

  function leave(frame: Frame): void {
    if (frame.look === PENDING) {
      if (BLOCK_NAMES.has(frame.name)) flush();
      return;
    }
    const display = frame.look & DISPLAY_MASK;
    if (display === BLOCK) flush();
    else if (display === ATOM) border |= APART;
    else if (display !== CONTENTS) border |= CROSSED | CLOSED | (isLinkLike(frame.name) ? LINK : 0);
  }

  function childOf(frame: Frame): ReadableNode | null {
    const { element, name } = frame;
    if (name === 'slot' && element.assignedNodes) {
      const assigned = element.assignedNodes();
      if (assigned.length) {
        frame.assigned = assigned;
        return assigned[0]!;
      }
    }
    const shadow = shadowOf(element);
    if (shadow) {
      options.onShadow?.(shadow);
      return shadow.firstChild;
    }
    return firstChildOf(element);
  }

  // What stands above the root decides too.
  const above: ReadableElement[] = [];
  for (let up = drawnIn(root); up; up = drawnIn(up)) above.push(up);
  for (const element of above.reverse()) {
    const name = nameOf(element);
    if (NEVER.has(name) || isSkippedRegion(element, name)) return;
    push(element, name);
  }
  for (const { element } of frames.slice(1)) if (isLeftOut(element)) return;
  if (isLeftOut(root)) return;
  const rootName = nameOf(root);
  if (NEVER.has(rootName) || isSkippedRegion(root, rootName)) return;
  const floor = frames.length;
  push(root, rootName);
  if (learn() >= 0) return;
  flush();

  let node: ReadableNode | null = childOf(frames.at(-1)!);
  let steps = 0;
  for (;;) {
    if (++steps % STEPS === 0) yield undefined;
    if (!node) {
      const frame = frames.pop()!;
      known = Math.min(known, frames.length);
      leave(frame);
      while (done.length) yield done.shift();
      if (frames.length === floor) return;
      node = after(frames.at(-1)!, frame.element);
      continue;
    }
    if (isText(node)) {
      const parent = frames.at(-1)!;
      if (parent.look === PENDING && NOT_BLANK.test(node.data)) {
        const hidden = learn();
        if (hidden >= 0) {
          // Leave the whole element that is not drawn, without a trace.
          const gone = frames[hidden]!.element;
          frames.length = hidden;
          node = after(frames.at(-1)!, gone);
          continue;
        }
      }
      if (parent.look !== PENDING && parent.look & INVISIBLE) border |= APART;
      else putText(node, parent.look !== PENDING && (parent.look & KEEPS_BREAKS) !== 0);
    } else if (isElement(node)) {
      const name = nameOf(node);
      if (name === 'br' || name === 'hr') flush();
      else if (name === 'wbr' || TRACELESS.has(name)) {
        // nothing is drawn
      } else if (NEVER.has(name)) {
        if (NEVER_IN_LINE.has(name)) flush();
        else border |= APART;
      } else if (isSkippedRegion(node, name)) flush();
      else if (name === 'sup' && isFootnote(node, pieces.at(-1) ?? '')) {
        // the reader steps over it
      } else {
        const frame = push(node, name);
        border |= CROSSED | (border & CLOSED ? REOPENED : 0) | (isLinkLike(name) ? LINK : 0);
        node = childOf(frame);
        continue;
      }
    }
    node = after(frames.at(-1)!, node);
    while (done.length) yield done.shift();
  }

  function after(frame: Frame, child: ReadableNode): ReadableNode | null {
    if (!frame.assigned) return nextOf(child);
    frame.index += 1;
    return frame.assigned[frame.index] ?? null;
  }
}

/** A child of a shadow host that no slot shows. */
function isLeftOut(element: ReadableElement): boolean {
  const parent = parentOf(element);
  return parent !== null && isElement(parent) && shadowOf(parent) !== null && drawnIn(element) === parent;
}
