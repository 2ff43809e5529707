import type { BlockRole } from '../model/document.ts';
import { NEVER_REGIONS, NEVER_ROLES } from './look.ts';
import { isElement, isText, type ReadableElement, type ReadableNode } from './node.ts';

/** 1 … 6 for headings by name or role, else 0. */
export function headingLevel(element: ReadableElement, name: string): number {
  if (name.length === 2 && name[0] === 'h') {
    const level = name.charCodeAt(1) - 48;
    return level >= 1 && level <= 6 ? level : 0;
  }
  if (element.getAttribute('role') === 'heading') return Math.min(6, Number(element.getAttribute('aria-level')) || 2);
  return 0;
}

const BY_NAME: Readonly<Record<string, BlockRole>> = {
  figcaption: 'caption',
  caption: 'caption',
  li: 'list',
  dt: 'list',
  dd: 'list',
  td: 'cell',
  th: 'cell',
  blockquote: 'quote',
};
const CAPTION_CLASS = /(?:^|[\s_-])caption(?:$|[\s_-])/i;

/** The role of an element's text, where its name, `itemprop` or class says one; else that of its parent. */
export function roleOf(element: ReadableElement, name: string, parent: BlockRole): BlockRole {
  const level = headingLevel(element, name);
  if (level) return level === 1 ? 'headline' : 'heading';
  const own = BY_NAME[name];
  if (own) return own;
  if (name !== 'p' && name !== 'div' && name !== 'span') return parent;
  if (element.getAttribute('itemprop') === 'headline') return 'headline';
  const names = element.getAttribute('class');
  return names && CAPTION_CLASS.test(names) ? 'caption' : parent;
}

/** Does the element say that it is one article? */
export function isArticleRoot(element: ReadableElement, name: string): boolean {
  if (name === 'article' || element.getAttribute('role') === 'article') return true;
  const type = element.getAttribute('itemtype');
  return type !== null && /schema\.org\/(?:\w*Article|BlogPosting|Report)$/.test(type.trim());
}

/** Menus, page ends, tools, fields, asides of links, and what a closed `details` holds: not the article's text. */
export function isSkippedRegion(element: ReadableElement, name: string): boolean {
  if (NEVER_REGIONS.has(name)) return name !== 'footer' || !within(element, 'blockquote');
  const editable = element.getAttribute('contenteditable');
  if (editable !== null && editable.toLowerCase() !== 'false') return true;
  const role = element.getAttribute('role');
  if (role !== null && NEVER_ROLES.has(role)) return true;
  if (name === 'aside' || role === 'complementary') return isMostlyLinks(element);
  const parent = element.parentNode;
  if (parent && isElement(parent) && parent.localName === 'details' && name !== 'summary') return !parent.hasAttribute('open');
  return false;
}

function within(element: ReadableElement, name: string): boolean {
  const parent = element.parentNode;
  return parent !== null && isElement(parent) && parent.localName === name;
}

/** Nodes looked at before an aside is taken for text. */
const ENOUGH = 1500;

/** Is more than half of the text inside links? */
export function isMostlyLinks(root: ReadableElement): boolean {
  let linked = 0;
  let all = 0;
  let seen = 0;
  let node: ReadableNode = root;
  let inside: ReadableNode | null = null;
  for (;;) {
    if (++seen > ENOUGH) break;
    if (isText(node)) {
      const size = node.data.trim().length;
      all += size;
      if (inside) linked += size;
    } else if (!inside && isElement(node) && node.localName === 'a') inside = node;
    let next: ReadableNode | null = node.firstChild;
    while (!next) {
      if (node === root) return linked * 2 > all;
      if (node === inside) inside = null;
      next = node.nextSibling;
      if (!next) {
        node = node.parentNode!;
      }
    }
    node = next;
  }
  return linked * 2 > all;
}
