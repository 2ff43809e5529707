/**
 * The marks' look. Only text decoration: it works in both browsers from a user-origin sheet, changes no layout, and leaves colours to the
 * page. Kinds differ by pattern, not by colour alone: names dotted, figures dashed, what differs double. No wavy line and no red: that is
 * a spelling mistake.
 */
export const MARK_KEYS = { entity: 'rv4a', figure: 'rv4b', differs: 'rv4c', claim: 'rv4d' } as const;
export type MarkKey = keyof typeof MARK_KEYS;

/**
 * The ink is the text's own, so that the contrast is the page's: inside `color-mix()` Chromium takes the root's colour. Thickness and
 * offset are parts of the text's own size, for `em` is the root's there; Firefox cuts off what is over a pixel, and one pixel of dots is hard to see.
 * The offset keeps the line apart from that of a link. (docs/browser-bugs.md)
 */
const LINES: Readonly<Record<MarkKey, string>> = {
  entity: 'underline dotted currentColor calc(1.4px + 4%)',
  figure: 'underline dashed currentColor calc(0.5px + 4%)',
  differs: 'underline double currentColor calc(0.5px + 3%)',
  claim: 'underline double currentColor calc(0.5px + 3%)',
};
const OFFSET = '18%';
const KEYS = Object.keys(LINES) as MarkKey[];

/** In `registerContentScripts({css})`: on `html` the rule costs no style at load, and Chromium's highlights inherit. */
export const CHROMIUM_CSS = sheet('html::highlight', '');
/** Firefox knows no inheritance of highlights: the rule must match every element, from the user's side. */
export const FIREFOX_CSS = sheet('::highlight', ' !important');

function sheet(selector: string, weight: string): string {
  const rules = KEYS.map(
    (key) =>
      `${selector}(${MARK_KEYS[key]}) { text-decoration: ${LINES[key]}${weight}; text-underline-offset: ${OFFSET}${weight}; }`,
  );
  // On paper the page is what its author made; Chromium would print the marks.
  return `@media not print {\n  ${rules.join('\n  ')}\n}\n`;
}
