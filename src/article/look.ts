import { attributeOf, type ReadableElement } from './node.ts';

/**
 * How an element takes part in the layout, as far as the block grammar asks. A browser answers from computed style (`page/live-look.ts`);
 * without one the answer comes from the element's name and attributes alone (`staticLook`).
 */
export const INLINE = 0;
/** Starts and ends a block of text. */
export const BLOCK = 1;
/** Stands in a line, but its text never grows together with its neighbours' (inline-block and the like). */
export const ATOM = 2;
/** Not drawn, or drawn for screen readers only: its text is no text, and its neighbours stand side by side. */
export const NONE = 3;
/** `display: contents`: only the children count. */
export const CONTENTS = 4;
/** Added to one of the above: line breaks of the source are line breaks on the page (`white-space: pre-line` and kin). */
export const KEEPS_BREAKS = 8;
/** Added: the element's own text is invisible; that of its children may be visible again. */
export const INVISIBLE = 16;
/** Added by a look that has counted in what is inherited (computed style has). */
export const INHERITED = 32;
export const DISPLAY_MASK = 7;

export type Look = (element: ReadableElement, name: string) => number;

const set = (words: string) => new Set(words.split(' '));

/** Elements whose boxes are blocks in every browser's own style sheet. */
export const BLOCK_NAMES = set(
  'address article aside blockquote body caption center col colgroup dd details dialog dir div dl dt fieldset figcaption figure footer form frameset h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol optgroup option p plaintext search section summary table tbody td tfoot th thead tr ul xmp',
);
const ATOM_NAMES = set('button meter progress marquee');

/** Never read: `dragoman-card` is our own card. What is drawn in their place (a picture, a field) keeps neighbours apart. */
export const NEVER = set(
  'applet area audio base canvas code datalist dragoman-card embed head iframe img input kbd link listing map math meta noembed noframes noscript object picture plaintext pre rp rt samp script select style svg template textarea title tt var video xmp',
);
/** Of those, the ones that leave no trace on the page. */
export const TRACELESS = set(
  'area base datalist dragoman-card head link map meta noembed noframes noscript rp rt script style template title',
);
/** Of those, the ones that stand on lines of their own. */
export const NEVER_IN_LINE = set('applet audio canvas embed iframe listing noembed noframes object plaintext pre video xmp');
/** Regions that are not the article: menus, page ends, tools. */
export const NEVER_REGIONS = set('nav footer menu search');
export const NEVER_ROLES = set(
  'navigation contentinfo menu menubar menuitem toolbar tablist search textbox searchbox combobox listbox spinbutton math code slider tree img',
);

/** Classes by which sites hide text from the eye and keep it for screen readers. */
const READER_ONLY =
  /(?:^|\s)(?:sr-only|sr_only|sronly|visually-?hidden|visuallyhidden|screen-?reader(?:-text|-only)?|u-?visually-?hidden|u-hiddenvisually|a11y-hidden|assistive-text|offscreen|is-hidden-visually)(?=\s|$)/i;

export function isForReadersOnly(classes: string | null): boolean {
  return classes !== null && READER_ONLY.test(classes);
}

/** Layout by name alone, as in every browser's own style sheet. */
export function byName(name: string): number {
  return BLOCK_NAMES.has(name) ? BLOCK : ATOM_NAMES.has(name) ? ATOM : name === 'slot' ? CONTENTS : INLINE;
}

/** Layout by name, `hidden` and inline style. */
export const staticLook: Look = (element, name) => {
  if (attributeOf(element, 'hidden') !== null) return NONE;
  if (name === 'dialog' && attributeOf(element, 'open') === null) return NONE;
  let look = byName(name);
  const style = attributeOf(element, 'style');
  if (style) {
    const display = /(?:^|;)\s*display\s*:\s*([a-z-]+)/i.exec(style)?.[1];
    if (display) look = displayLook(display.toLowerCase());
    if (/(?:^|;)\s*visibility\s*:\s*(?:hidden|collapse)/i.test(style)) look |= INVISIBLE;
    if (/(?:^|;)\s*white-space\s*:\s*(?:pre|break-spaces)/i.test(style)) look |= KEEPS_BREAKS;
  }
  return look;
};

/** The kind of layout that a `display` keyword stands for. */
export function displayLook(display: string): number {
  if (display === 'inline') return INLINE;
  if (display === 'none') return NONE;
  if (display === 'contents') return CONTENTS;
  if (display.startsWith('inline-')) return ATOM;
  if (display.startsWith('ruby')) return INLINE;
  return BLOCK;
}
