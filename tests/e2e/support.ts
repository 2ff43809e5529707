import { resolve } from 'node:path';
import type { Browser, LaunchOptions } from '../../src/drive/browser.ts';
import { launch } from '../../src/drive/launch.ts';

const root = resolve(import.meta.dirname, '../..');

/** `real`: as it is shipped; `test`: all hosts granted and the card's root open (`global-setup.ts`). */
export function buildOf(browser: Browser['name'], kind: 'real' | 'test'): string {
  const target = browser === 'firefox' ? 'firefox' : 'chrome';
  return resolve(root, `.output/${target}-mv3${kind === 'test' ? '-test' : ''}`);
}

/** Longest wait for the welcome page after an install, in ms: it takes the front when it comes, so on a busy machine it is waited for. */
const WELCOME = 20_000;
/** A profile that outlives the browser may be started again, and a restart shows no welcome page: as long as one comes after on a machine at rest, twice. */
const RESTART = 4000;

/** Starts the browser with the extension and puts the welcome page away, so that the tab in use is the one in front. */
export async function start(name: Browser['name'], kind: 'real' | 'test', options: LaunchOptions): Promise<Browser> {
  const browser = await launch(name, { extension: buildOf(name, kind), ...options });
  const first = await browser.tab();
  const end = Date.now() + (options.profile ? RESTART : WELCOME);
  while (Date.now() < end) {
    const other = (await browser.tabs()).find((tab) => tab !== first);
    if (other) {
      await browser.useTab(other);
      // Seen once, on a machine under load: the driver never saw a page in this tab, which a start with a new profile opens for the welcome page alone.
      await browser.waitFor(`location.pathname === '/welcome.html'`, [], RESTART).catch(() => {});
      await browser.closeTab();
      await browser.useTab(first);
      break;
    }
    await new Promise((done) => setTimeout(done, 100));
  }
  return browser;
}

/** How many ranges of ours are painted. The registry of highlights is shared with the page; the test pages count in their own world (`pages.ts`). */
export const MARKS = '(window.wrappedJSObject ?? window).countMarks()';
export const countMarks = (browser: Browser): Promise<number> => browser.evaluate(MARKS);
export const waitForMarks = (browser: Browser, least = 1): Promise<boolean> => browser.waitFor(`${MARKS} >= ${least}`);
export const waitForNoMarks = (browser: Browser): Promise<boolean> => browser.waitFor(`${MARKS} === 0`);

/** Middle of the first place in the article where the text stands, in CSS pixels of the viewport. */
export function pointAt(browser: Browser, text: string): Promise<{ x: number; y: number }> {
  return browser.evaluate((wanted) => {
    const walker = document.createTreeWalker(document.querySelector('article') ?? document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const at = (node as Text).data.indexOf(wanted);
      if (at < 0) continue;
      const range = document.createRange();
      range.setStart(node, at);
      range.setEnd(node, at + wanted.length);
      const rect = range.getClientRects()[0]!;
      return { x: rect.x + rect.width / 2, y: rect.y + rect.height / 2 };
    }
    throw new Error(`the page does not print ${wanted}`);
  }, text);
}

export async function hoverText(browser: Browser, text: string): Promise<void> {
  await browser.hover(5, 5);
  const { x, y } = await pointAt(browser, text);
  await browser.hover(x, y);
}

/** Text of the open card (test build). */
export const cardText = `(() => {
  const host = document.querySelector('dragoman-card');
  return host && !host.inert && host.shadowRoot ? host.shadowRoot.textContent : '';
})()`;

export const waitForCard = (browser: Browser, containing: string): Promise<string> =>
  browser.waitFor(`(() => { const text = ${cardText}; return text.includes(${JSON.stringify(containing)}) ? text : ''; })()`);

export const waitForNoCard = (browser: Browser): Promise<boolean> => browser.waitFor(`${cardText} === ''`);
