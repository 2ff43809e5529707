import { resolve } from 'node:path';
import type { Browser } from '../../src/drive/browser.ts';

const root = resolve(import.meta.dirname, '../..');

/** `real`: as it is shipped; `test`: all hosts granted and the card's root open (`global-setup.ts`). */
export function buildOf(browser: Browser['name'], kind: 'real' | 'test'): string {
  const target = browser === 'firefox' ? 'firefox' : 'chrome';
  return resolve(root, `.output/${target}-mv3${kind === 'test' ? '-test' : ''}`);
}

/** How many ranges of ours are painted: the registry of highlights is shared with the page. */
export const countMarks = (): number => {
  let count = 0;
  CSS.highlights.forEach((highlight, key) => {
    if (key.startsWith('rv4')) count += highlight.size;
  });
  return count;
};

export const waitForMarks = (browser: Browser, least = 1): Promise<boolean> =>
  browser.waitFor(`(() => { let n = 0; CSS.highlights.forEach((h, k) => { if (k.startsWith('rv4')) n += h.size; }); return n >= ${least}; })()`);

export const waitForNoMarks = (browser: Browser): Promise<boolean> =>
  browser.waitFor(`(() => { let n = 0; CSS.highlights.forEach((h, k) => { if (k.startsWith('rv4')) n += h.size; }); return n === 0; })()`);

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
