import type { Browser } from '../../../src/drive/browser.ts';
import { browserOf, type Row, record } from '../../reliability/row.ts';
import { STYLE } from '../pages.ts';

/** What the tests of "a good guest" share: pages that can say what is marked on them, and rows of the report. */
export const BROWSERS = ['chromium', 'firefox'] as const;
export const OUTLET = 'www.azernews.az';

/** Put into a page's own world: a driver's world sees no entries of the registry in Firefox. */
export const HELPERS = `
window.markRanges = () => {
  const found = [];
  CSS.highlights.forEach((highlight, key) => {
    if (!key.startsWith('rv4')) return;
    highlight.forEach(({ startContainer, startOffset, endContainer, endOffset }) => {
      const range = document.createRange();
      range.setStart(startContainer, startOffset);
      range.setEnd(endContainer, endOffset);
      found.push(range);
    });
  });
  const place = (range) => range.startContainer.isConnected && range.startContainer.getRootNode() === document;
  return found.sort((a, b) => (place(a) && place(b) ? a.compareBoundaryPoints(Range.START_TO_START, b) : 0));
};
window.countMarks = () => window.markRanges().length;
window.markedTexts = () => window.markRanges().map((range) => range.toString().replace(/\\s+/g, ' '));
`;

const TALK =
  'They spoke of ferries and trains until late in the evening, and nobody wanted to leave before the last of the guests had told what the winter had done to the harbour walls and to the roads behind them.';
/** Long enough to count as an article; names and figures of the dataset stand in the first two. */
export const PARAGRAPHS: readonly string[] = [
  `Trade between Kazakhstan and Azerbaijan reached $556 million in 2023, said Marlen Sadykbek, a guest from Aktau. ${TALK}`,
  `The president of Kazakhstan, Kassym-Jomart Tokayev, sent a letter to Baku. ${TALK}`,
  `A word of thanks went to the harbour masters. ${TALK}`,
];

export interface GuestPage {
  readonly lang?: string;
  readonly dir?: 'rtl';
  readonly title?: string;
  readonly head?: string;
  /** Inside `article`; default the paragraphs above. */
  readonly article?: string;
  /** After `article`. */
  readonly after?: string;
  /** Attribute of the script elements. */
  readonly nonce?: string;
}

/** A page that declares a dated article. */
export function guestPage({
  lang = 'en',
  dir,
  title = 'A meeting by the sea',
  head = '',
  article,
  after = '',
  nonce,
}: GuestPage = {}): string {
  const body = article ?? `<h1>${title}</h1>${PARAGRAPHS.map((text) => `<p>${text}</p>`).join('\n')}`;
  return `<!doctype html>
<html lang="${lang}"${dir ? ` dir="${dir}"` : ''}>
<head>
<meta charset="utf-8">
<title>${title}</title>
<meta property="og:type" content="article">
<meta property="article:published_time" content="2024-11-06T09:00:00Z">
<link rel="icon" href="data:,">
<style${nonce ? ` nonce="${nonce}"` : ''}>${STYLE}</style>
<script${nonce ? ` nonce="${nonce}"` : ''}>${HELPERS}</script>
${head}
</head>
<body>
<article>${body}</article>
${after}
</body>
</html>`;
}

const page = '(window.wrappedJSObject ?? window)';
/** Texts of the painted ranges in document order. */
export const markedTexts = (browser: Browser): Promise<readonly string[]> => browser.evaluate(`${page}.markedTexts()`);
/** True once every one of the texts is painted, and none of the others. */
export const waitForTexts = (browser: Browser, there: readonly string[], gone: readonly string[] = [], timeout?: number) =>
  browser.waitFor<[], boolean>(
    `(() => { const now = ${page}.markedTexts(); return ${JSON.stringify(there)}.every((one) => now.includes(one)) && !${JSON.stringify(gone)}.some((one) => now.includes(one)); })()`,
    [],
    timeout,
  );

export const pause = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));
/** Time in which a page script that is wanted has read the page and marked it, in ms: three times what was seen on a busy machine. */
export const SILENCE = 1500;

/** Does something with the extension's own rights in a tab of its own; `expression` is of `api`. */
export async function inExtension<R>(browser: Browser, expression: string): Promise<R> {
  const here = await browser.tab();
  await browser.newTab(browser.extensionUrl('options.html'));
  const answer = await browser.evaluate<[], R>(
    `(async () => { const api = globalThis.browser ?? globalThis.chrome; return (await ${expression}) ?? null; })()`,
  );
  await browser.closeTab();
  await browser.useTab(here);
  return answer;
}

/** Says something to the background as the extension's own pages do. */
export const command = <R>(browser: Browser, call: string, params: object | null): Promise<R> =>
  inExtension<{ ok: R }>(browser, `api.runtime.sendMessage(${JSON.stringify({ to: 'background', call, params })})`).then(
    ({ ok }) => ok,
  );

/** Keeps a row of the part "behaviour", and gives it back to be held to its bar. */
export const behaviour = (browser: Browser, row: Omit<Row, 'part' | 'browser'>): Row =>
  record({ part: 'behaviour', browser: browserOf(browser), ...row });
