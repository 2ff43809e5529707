import { nameOf, type ReadableElement, textsIn } from './node.ts';

/** What lies between two characters that no white space parts; flags. */
export const CROSSED = 1;
export const CLOSED = 2;
/** One inline element closed and the next opened: `<b>a</b><i>b</i>`. */
export const REOPENED = 4;
/** One of the elements is a thing of its own: a link, a date, a button. */
export const LINK = 8;
/** A picture, a field, an inline box. */
export const APART = 16;

const LINK_LIKE = new Set(['a', 'button', 'time', 'label', 'summary', 'data']);
export const isLinkLike = (name: string): boolean => LINK_LIKE.has(name);

const LETTER = /\p{L}|\p{M}/u;
const DIGIT = /\p{N}/u;
const LOWER = /\p{Ll}/u;
const UPPER = /\p{Lu}/u;
const ENDS = /[.,:;!?…%)\]»”’]/;

/**
 * Do two characters that touch in the source stand apart on the page? Sites rely on margins where they write no space
 * (`<a>Home</a><a>News</a>`), and on nothing at all where they split a word (`<b>K</b>azakhstan`). The border and the letters tell:
 * a small letter before a capital never stands inside one word of ours.
 */
export function gapBetween(before: string, after: string, border: number): boolean {
  const apart = (border & APART) !== 0 || (border & (REOPENED | LINK)) === (REOPENED | LINK);
  const opens = LETTER.test(after) || DIGIT.test(after);
  if (!opens) return false;
  const letter = LETTER.test(before);
  if (!letter && !DIGIT.test(before)) return apart && ENDS.test(before);
  if (apart) return true;
  if (LOWER.test(before) && UPPER.test(after)) return true;
  return (border & REOPENED) !== 0 && letter !== LETTER.test(after);
}

const MARKER = /^[\s\d[\](){},.*†‡§¶#^↑↩–-]*$/;
const NOTE_LINK = /^\s*\[?\s*(?:\d+|[a-zа-я]|note|citation|прим|не?\s?указан|kaynak|mənbə|дереккөз)[^\]]{0,24}\]?\s*$/i;

/** A footnote mark: raised digits, asterisks, a link in brackets. "m²" and "21st" are words. */
export function isFootnote(sup: ReadableElement, before: string): boolean {
  const { text, link } = shortText(sup);
  if (text.length > 32) return false;
  if (/^\s*[23]\s*$/.test(text) && /(?:^|[^\p{L}])(?:[ckdm]?m|[скдм]?м)$/u.test(before)) return false;
  return MARKER.test(text) || (link && NOTE_LINK.test(text));
}

function shortText(root: ReadableElement): { text: string; link: boolean } {
  let text = '';
  let link = false;
  const isOpen = (element: ReadableElement): boolean => {
    link ||= nameOf(element) === 'a';
    return true;
  };
  for (const part of textsIn(root, isOpen)) {
    text += part;
    if (text.length > 32) break;
  }
  return { text, link };
}
