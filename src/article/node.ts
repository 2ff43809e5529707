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
  querySelector(selector: string): ReadableElement | null;
  querySelectorAll(selector: string): Iterable<ReadableElement & { readonly textContent: string | null }>;
}

const ELEMENT = 1;
const TEXT = 3;

/**
 * A form gives way to its fields' names: with `<input name="firstChild">` inside, `form.firstChild` is the field. Where a browser has
 * prototypes, forms are asked through them.
 */
const PROTOTYPE = (globalThis as { Node?: { prototype: object }; Element?: { prototype: object } }).Element?.prototype;
const isForm = (node: ReadableNode): boolean => {
  const name: unknown = (node as ReadableElement).localName;
  return PROTOTYPE !== undefined && (name === 'form' || (typeof name === 'object' && name !== null));
};
const ask = <T>(node: ReadableNode, key: string): T =>
  (isForm(node) ? Reflect.get(PROTOTYPE!, key, node) : Reflect.get(node, key)) as T;

export function isText(node: ReadableNode): node is ReadableText {
  return node.nodeType === TEXT || node.nodeType === 4; // CDATA in XHTML reads as text
}

export function isElement(node: ReadableNode): node is ReadableElement {
  return node.nodeType === ELEMENT || typeof node.nodeType !== 'number';
}

export const nameOf = (element: ReadableElement): string => (typeof element.localName === 'string' ? element.localName : 'form');
export const firstChildOf = (element: ReadableElement): ReadableNode | null =>
  isForm(element) ? ask(element, 'firstChild') : element.firstChild;
export const nextOf = (node: ReadableNode): ReadableNode | null =>
  node.nodeType === TEXT ? node.nextSibling : isForm(node) ? ask(node, 'nextSibling') : node.nextSibling;
export const parentOf = (node: ReadableNode): ReadableNode | null =>
  node.nodeType !== TEXT && isForm(node) ? ask(node, 'parentNode') : node.parentNode;
export const shadowOf = (element: ReadableElement): ReadableNode | null => (isForm(element) ? null : element.shadowRoot) ?? null; // a form cannot have one
export function attributeOf(element: ReadableElement, name: string): string | null {
  return isForm(element)
    ? ask<(name: string) => string | null>(element, 'getAttribute').call(element, name)
    : element.getAttribute(name);
}

/** The element that a node is drawn in: through slots and out of shadow roots. */
export function drawnIn(node: ReadableNode): ReadableElement | null {
  if (!isForm(node)) {
    const slot = (node as { assignedSlot?: ReadableElement | null }).assignedSlot;
    if (slot) return slot;
  }
  const parent = parentOf(node);
  if (!parent) return null;
  if (isElement(parent)) return parent;
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
    let next = isElement(node) ? (inside(node) ? firstChildOf(node) : null) : null;
    while (!next) {
      if (node === root) return;
      next = nextOf(node);
      if (!next) {
        const parent: ReadableNode | null = parentOf(node);
        if (!parent) return;
        node = parent;
      }
    }
    node = next;
  }
}
