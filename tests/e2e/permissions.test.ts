import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Browser } from '../../src/drive/browser.ts';
import type { Firefox } from '../../src/drive/firefox.ts';
import { type Server, serve } from '../../src/drive/serve.ts';
import { HOSTS, PAGES } from './pages.ts';
import { countMarks, start, waitForMarks, waitForNoMarks } from './support.ts';

const OUTLET = ['*://*.azernews.az/*'];
const ELSEWHERE = 'http://elsewhere.example/1.html';
const quietly = () => new Promise((done) => setTimeout(done, 1500));

/** Says something to the background as the extension's own pages do, from a tab of its own. */
async function command(browser: Browser, call: string, params: object | null): Promise<void> {
  await inExtension(browser, `api.runtime.sendMessage(${JSON.stringify({ to: 'background', call, params })})`);
}
async function inExtension(browser: Browser, expression: string): Promise<void> {
  const here = await browser.tab();
  await browser.newTab(browser.extensionUrl('options.html'));
  await browser.evaluate(
    `(async () => { const api = globalThis.browser ?? globalThis.chrome; await ${expression}; return true; })()`,
  );
  await browser.closeTab();
  await browser.useTab(here);
}

/** The extension as it is shipped: nothing is granted at install. */
describe.each(['chromium', 'firefox'] as const)('without a grant in %s', (name) => {
  let server: Server;
  let browser: Browser;
  beforeAll(async () => {
    server = await serve(PAGES);
    browser = await start(name, 'real', { traffic: server });
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });

  test('no page is touched', async () => {
    await browser.open(HOSTS.trade);
    await quietly();
    expect(await countMarks(browser)).toBe(0);
  });

  test('this page once, from the popup: marks here and now, none after a reload', async () => {
    await browser.open(ELSEWHERE);
    const popup = await browser.openPopup();
    const once = `[...document.querySelectorAll('button')].find((button) => /once/i.test(button.textContent))`;
    await popup.waitFor(`Boolean(${once})`);
    await popup.evaluate(`${once}.click()`);
    await waitForMarks(browser, 6);
    await popup.close();
    await browser.open(ELSEWHERE);
    await quietly();
    expect(await countMarks(browser)).toBe(0);
  });
});

describe.each(['chromium', 'firefox'] as const)('with the outlets granted in %s', (name) => {
  let server: Server;
  let browser: Browser;
  beforeAll(async () => {
    server = await serve(PAGES);
    browser = await start(name, 'real', { traffic: server, granted: OUTLET });
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });

  test('an outlet is read, another site is not', async () => {
    await browser.open(HOSTS.trade);
    await waitForMarks(browser, 6);
    await browser.open(ELSEWHERE);
    await quietly();
    expect(await countMarks(browser)).toBe(0);
  });

  test('a page that was opened while everything was paused comes alive without a reload', async () => {
    await command(browser, 'setPaused', { paused: true });
    await browser.open(HOSTS.trade);
    await quietly();
    expect(await countMarks(browser)).toBe(0);
    await command(browser, 'setPaused', { paused: false });
    await waitForMarks(browser, 6);
  });

  test('the grant is taken back in the middle of reading: the marks go, and none come back', async () => {
    await browser.open(HOSTS.trade);
    await waitForMarks(browser, 6);
    await inExtension(browser, `api.permissions.remove(${JSON.stringify({ origins: OUTLET })})`);
    await waitForNoMarks(browser);
    await browser.open(HOSTS.trade);
    await quietly();
    expect(await countMarks(browser)).toBe(0);
  });
});

test('in firefox a page that is already open comes alive after the grant', async () => {
  const server = await serve(PAGES);
  const browser = (await start('firefox', 'real', { traffic: server })) as Firefox;
  try {
    await browser.open(HOSTS.trade);
    await browser.grant(OUTLET);
    await waitForMarks(browser, 6);
  } finally {
    await browser.close();
    await server.close();
  }
});
