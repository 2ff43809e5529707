import { readdirSync, readFileSync } from 'node:fs';
import { parseHTML } from 'linkedom';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Browser } from '../../../src/drive/browser.ts';
import { type Server, serve } from '../../../src/drive/serve.ts';
import { start } from '../support.ts';
import { BROWSERS, behaviour, command, inExtension } from './guest.ts';

const FOLDER = new URL('../../pages/', import.meta.url);
/** Pages of the table of kinds, each under its own address. */
const PAGES = readdirSync(FOLDER)
  .filter((file) => file.startsWith('kind-'))
  .map((file) => {
    const html = readFileSync(new URL(file, FOLDER), 'utf8');
    const expected = parseHTML(html).document.querySelector('meta[name="expected"]')!;
    const { host, pathname, search } = new URL(expected.getAttribute('data-address')!);
    return {
      file,
      address: `http://${host}${pathname}${search}`,
      key: host + pathname,
      isArticle: expected.getAttribute('content') === 'article',
      html,
    };
  });
const OFF = new Set(['off-not-article', 'off-opted-out']);

describe.each(BROWSERS)('every news article in %s', (name) => {
  let server: Server;
  let browser: Browser;
  beforeAll(async () => {
    server = await serve(Object.fromEntries(PAGES.map(({ key, html }) => [key, html])));
    browser = await start(name, 'test', { traffic: server });
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });

  test('each kind of page is read or left alone, as its row says', async () => {
    await command(browser, 'setScope', { scope: 'every-article' });
    for (const { address } of PAGES) await browser.newTab(address);
    /** What is said of each page, asked in one go. */
    const said = () =>
      inExtension<Record<string, { reason: string; isRead: boolean }>>(
        browser,
        `api.tabs.query({ url: 'http://*/*' }).then(async (tabs) => Object.fromEntries(await Promise.all(tabs.map(async ({ id, url }) => {
          const { ok } = await api.runtime.sendMessage({ to: 'background', call: 'siteState', params: { tabId: id } });
          const page = await api.tabs.sendMessage(id, { to: 'page', call: 'summary', params: null }, { frameId: 0 }).catch(() => undefined);
          return [url, { reason: ok?.reason, isRead: Boolean(page?.ok?.report) }];
        }))))`,
      );
    const slips = async () => {
      const all = await said();
      return PAGES.flatMap(({ file, address, isArticle }) => {
        const one = all[address];
        const right = isArticle ? one?.reason === 'on-article' : one && OFF.has(one.reason) && !one.isRead;
        return right ? [] : [`${file}: ${JSON.stringify(one)}`];
      });
    };
    await expect.poll(slips, { timeout: 20_000 }).toEqual([]);
    const otherwise = (await slips()).length;
    const articles = PAGES.filter(({ isArticle }) => isArticle).length;
    const { met } = behaviour(browser, {
      id: 'page-kinds',
      what: 'In the mode "every news article" each kind of page of the table is read or left alone, as its row says',
      tried: `${PAGES.length} pages, at least one a row: ${articles} articles, ${PAGES.length - articles} others`,
      figure: `${otherwise} otherwise`,
      bar: '0',
      met: otherwise === 0,
    });
    expect(met).toBe(true);
  });
});
