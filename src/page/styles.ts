/**
 * The marks' look. Only text decoration: it works in both browsers from a user-origin sheet, changes no layout, and leaves colours to the
 * page. Kinds differ by pattern, not by colour alone: names dotted, figures dashed, what differs double. No wavy line and no red: that is
 * a spelling mistake.
 */
export const MARK_KEYS = { entity: 'rv4a', figure: 'rv4b', differs: 'rv4c', claim: 'rv4d' } as const;
export type MarkKey = keyof typeof MARK_KEYS;

/** Share of the text's own colour in the line: it keeps the contrast that the page chose. */
const INK = 'color-mix(in srgb, currentColor 62%, #1f8a8a)';
const LINES: Readonly<Record<MarkKey, string>> = {
  entity: `underline dotted ${INK} 0.11em`,
  figure: `underline dashed ${INK} 0.09em`,
  differs: `underline double ${INK} 0.08em`,
  claim: `underline double ${INK} 0.08em`,
};
const KEYS = Object.keys(LINES) as MarkKey[];

/** In `registerContentScripts({css})`: on `html` the rule costs no style at load, and Chromium's highlights inherit. */
export const CHROMIUM_CSS = sheet('html::highlight', '');
/** Firefox knows no inheritance of highlights: the rule must match every element, from the user's side. */
export const FIREFOX_CSS = sheet('::highlight', ' !important');

function sheet(selector: string, weight: string): string {
  const rules = KEYS.map((key) => `${selector}(${MARK_KEYS[key]}) { text-decoration: ${LINES[key]}${weight}; }`);
  // On paper the page is what its author made; Chromium would print the marks.
  return `@media not print {\n  ${rules.join('\n  ')}\n}\n`;
}
