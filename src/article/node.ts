/** The little of a document that reading needs. Nodes of a browser and of a parser on Node both have this shape. */
export interface ReadableNode {
  readonly nodeType: number;
  readonly parentNode: ReadableNode | null;
  readonly firstChild: ReadableNode | null;
  readonly nextSibling: ReadableNode | null;
}

export interface ReadableText extends ReadableNode {
  readonly data: string;
}

export interface ReadableElement extends ReadableNode {
  /** Lower case in HTML documents; as written in XML. */
  readonly localName: string;
  getAttribute(name: string): string | null;
  hasAttribute(name: string): boolean;
  /** Open shadow root, where the element has one. */
  readonly shadowRoot?: ReadableNode | null;
  /** Slots only. */
  assignedNodes?(): readonly ReadableNode[];
}

export interface ReadableDocument {
  readonly documentElement: ReadableElement | null;
  readonly body: ReadableElement | null;
  querySelectorAll(selector: string): Iterable<ReadableElement & { readonly textContent: string | null }>;
}

export const ELEMENT = 1;
export const TEXT = 3;

export function isText(node: ReadableNode): node is ReadableText {
  return node.nodeType === TEXT || node.nodeType === 4; // CDATA in XHTML reads as text
}

export function isElement(node: ReadableNode): node is ReadableElement {
  return node.nodeType === ELEMENT;
}

/** The element that a node is drawn in: through slots and out of shadow roots. */
export function drawnIn(node: ReadableNode): ReadableElement | null {
  const slot = (node as { assignedSlot?: ReadableElement | null }).assignedSlot;
  if (slot) return slot;
  const parent = node.parentNode;
  if (!parent) return (node as { host?: ReadableElement }).host ?? null;
  if (parent.nodeType === ELEMENT) return parent as ReadableElement;
  return (parent as { host?: ReadableElement }).host ?? null;
}

/** The texts below a node in document order, trimmed and not empty; `inside` may refuse elements. */
export function* textsIn(root: ReadableNode, inside: (element: ReadableElement) => boolean = () => true): Generator<string> {
  let node: ReadableNode = root;
  for (;;) {
    if (isText(node)) {
      const text = node.data.trim();
      if (text) yield text;
    }
    let next = isElement(node) && !inside(node) ? null : node.firstChild;
    while (!next) {
      if (node === root) return;
      next = node.nextSibling;
      if (!next) {
        const parent: ReadableNode | null = node.parentNode;
        if (!parent) return;
        node = parent;
      }
    }
    node = next;
  }
}
