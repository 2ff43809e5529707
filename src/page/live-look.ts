import { BLOCK, BLOCK_NAMES, displayLook, INHERITED, INLINE, INVISIBLE, KEEPS_BREAKS, type Look, NONE } from '../article/look.ts';
import type { ReadableElement } from '../article/node.ts';

/** The block grammar's look, from computed style. Asked only for elements with text inside: style is what reading a page costs. */
export function makeLiveLook(window: Window): Look {
  return (element, name) => {
    const style = window.getComputedStyle(element as unknown as Element);
    const display = style.display;
    if (display === 'none') return NONE;
    let look = displayLook(display);
    if (look === BLOCK && !BLOCK_NAMES.has(name) && style.float !== 'none' && isInitial(element)) look = INLINE;
    // An inline element that is drawn as a block was taken out of the line, often to hide it from the eye alone.
    if (look === BLOCK && !BLOCK_NAMES.has(name) && isTakenOut(style)) return NONE;
    if (style.visibility !== 'visible') look |= INVISIBLE;
    if (keepsBreaks(style)) look |= KEEPS_BREAKS;
    return look | INHERITED;
  };
}

function keepsBreaks(style: CSSStyleDeclaration): boolean {
  // The longhand, where there is one, is cheaper to ask.
  const collapse = (style as { whiteSpaceCollapse?: string }).whiteSpaceCollapse;
  return collapse === undefined ? /^(?:pre|break-spaces)/.test(style.whiteSpace) : collapse !== 'collapse';
}

/** A floated first letter belongs to the word after it. */
function isInitial(element: ReadableElement): boolean {
  const text = (element as unknown as Element).textContent?.trim() ?? '';
  return text.length > 0 && text.length <= 2;
}

/** Placed absolutely and clipped to nothing, or to one pixel. */
export function isTakenOut(style: CSSStyleDeclaration): boolean {
  if (style.position !== 'absolute' && style.position !== 'fixed') return false;
  return (
    style.clip === 'rect(0px, 0px, 0px, 0px)' ||
    style.clip === 'rect(1px, 1px, 1px, 1px)' ||
    style.clipPath === 'inset(50%)' ||
    style.clipPath === 'inset(100%)' ||
    (Number.parseFloat(style.width) <= 1 && Number.parseFloat(style.height) <= 1 && style.overflow !== 'visible')
  );
}
