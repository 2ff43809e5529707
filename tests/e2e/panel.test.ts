import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Browser } from '../../src/drive/browser.ts';
import { type Server, serve } from '../../src/drive/serve.ts';
import { HOSTS, PAGES } from './pages.ts';
import { start, waitForMarks } from './support.ts';

/** The side panel's own page in a tab, told which tab it speaks of. */
async function openPanel(browser: Browser): Promise<string> {
  const page = await browser.tab();
  await browser.newTab(browser.extensionUrl('sidepanel.html'));
  const tabId = await browser.evaluate<[], number>(
    `(globalThis.browser ?? globalThis.chrome).tabs.query({ url: '*://*.azernews.az/*' }).then(([tab]) => tab.id)`,
  );
  await browser.extensionPage(`sidepanel.html?tab=${tabId}`);
  return page;
}

describe.each(['chromium', 'firefox'] as const)('the side panel in %s', (name) => {
  let server: Server;
  let browser: Browser;
  beforeAll(async () => {
    server = await serve(PAGES);
    browser = await start(name, 'test', { traffic: server, size: { width: 900, height: 500 } });
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });

  test('by keyboard alone: every mention is there, one leads to its place, its card opens in place', async () => {
    await browser.open(HOSTS.trade);
    await waitForMarks(browser, 6);
    const page = await openPanel(browser);
    await browser.waitFor(`document.querySelectorAll('.group').length >= 6`);
    const labels = await browser.evaluate(() =>
      [...document.querySelectorAll('.group .jump')].map((button) => button.textContent),
    );
    expect(labels.join('|')).toMatch(/Aktau/);
    expect(labels.join('|')).toMatch(/556/);

    const focusOn = async (test: string) => {
      for (let i = 0; i < 120; i++) {
        await browser.press('Tab');
        if (await browser.evaluate(`(() => { const one = document.activeElement; return Boolean(one && (${test})); })()`)) return;
      }
      throw new Error(`Tab never reached ${test}`);
    };
    await focusOn(`one.hasAttribute('aria-expanded') && one.getAttribute('aria-label').includes('Aktau')`);
    await browser.press('Enter');
    await browser.waitFor(`document.querySelector('[aria-expanded="true"]') && document.body.innerText.includes('Kazakhstan')`);

    await focusOn(`one.matches('.jump') && one.textContent.includes('Organization of Turkic States')`);
    await browser.press('Enter');
    await browser.useTab(page);
    const onScreen = await browser.waitFor(() => {
      const rect = [...document.querySelectorAll('p')]
        .find((p) => p.textContent?.includes('Turkic States'))!
        .getBoundingClientRect();
      return rect.top >= 0 && rect.bottom <= innerHeight;
    });
    expect(onScreen).toBe(true);
  });
});
