import type { BlockRole } from '../model/document.ts';
import { NEVER_REGIONS, NEVER_ROLES } from './look.ts';
import { attributeOf, isElement, nameOf, parentOf, type ReadableElement, textsIn } from './node.ts';

/** 1 … 6 for headings by name or role, else 0. */
export function headingLevel(element: ReadableElement, name: string): number {
  if (name.length === 2 && name[0] === 'h') {
    const level = name.charCodeAt(1) - 48;
    return level >= 1 && level <= 6 ? level : 0;
  }
  if (attributeOf(element, 'role') === 'heading') return Math.min(6, Number(attributeOf(element, 'aria-level')) || 2);
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

/** The role of an element's text, where its heading level, name, `itemprop` or class says one; else that of its parent. */
export function roleOf(
  element: ReadableElement,
  name: string,
  level: number,
  classes: string | null,
  parent: BlockRole,
): BlockRole {
  if (level) return level === 1 ? 'headline' : 'heading';
  const own = BY_NAME[name];
  if (own) return own;
  if (name !== 'p' && name !== 'div' && name !== 'span') return parent;
  if (attributeOf(element, 'itemprop') === 'headline') return 'headline';
  return classes && CAPTION_CLASS.test(classes) ? 'caption' : parent;
}

/** Does the element say that it is one article? */
export function isArticleRoot(element: ReadableElement, name: string): boolean {
  if (name === 'article' || attributeOf(element, 'role') === 'article') return true;
  const type = attributeOf(element, 'itemtype');
  return type !== null && /schema\.org\/(?:\w*Article|BlogPosting|Report)$/.test(type.trim());
}

/** Menus, page ends, tools, fields, asides of links, and what a closed `details` holds: not the article's text. */
export function isSkippedRegion(element: ReadableElement, name: string): boolean {
  if (NEVER_REGIONS.has(name)) return name !== 'footer' || !within(element, 'blockquote');
  const editable = attributeOf(element, 'contenteditable');
  if (editable !== null && editable.toLowerCase() !== 'false') return true;
  const role = attributeOf(element, 'role');
  if (role !== null && NEVER_ROLES.has(role)) return true;
  if (name === 'aside' || role === 'complementary') return isMostlyLinks(element);
  const parent = parentOf(element);
  if (parent && isElement(parent) && nameOf(parent) === 'details' && name !== 'summary')
    return attributeOf(parent, 'open') === null;
  return false;
}

function within(element: ReadableElement, name: string): boolean {
  const parent = parentOf(element);
  return parent !== null && isElement(parent) && nameOf(parent) === name;
}

/** Texts looked at before an aside is taken for what it looks like so far. */
const ENOUGH = 500;

/** Is more than half of the text inside links? */
function isMostlyLinks(root: ReadableElement): boolean {
  const size = (texts: Iterable<string>): number => {
    let sum = 0;
    let seen = 0;
    for (const { length } of texts) {
      sum += length;
      if (++seen > ENOUGH) break;
    }
    return sum;
  };
  return size(textsIn(root, (element) => nameOf(element) !== 'a')) * 2 < size(textsIn(root));
}
