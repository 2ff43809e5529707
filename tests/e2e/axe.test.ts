import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Browser } from '../../src/drive/browser.ts';
import type { Chromium } from '../../src/drive/chromium.ts';
import { type Server, serve } from '../../src/drive/serve.ts';
import { HOSTS, PAGES } from './pages.ts';
import { hoverText, start, waitForCard, waitForMarks } from './support.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
interface Violation {
  readonly id: string;
  readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[];
}

/** Rules broken, with the element and the reason; empty when there is none. `within`: CSS selector of what is looked at. */
async function violations(browser: Browser, within = 'html'): Promise<string[]> {
  const found = await browser.evaluate<[], Violation[]>(`(async () => {
    if (!globalThis.axe) { ${AXE} }
    const { violations } = await globalThis.axe.run(${JSON.stringify(within)});
    return violations.map(({ id, nodes }) => ({ id, nodes: nodes.map(({ html, failureSummary }) => ({ html, failureSummary })) }));
  })()`);
  return found.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html.slice(0, 160)} ${node.failureSummary ?? ''}`));
}

describe.each(['light', 'dark', 'forced'] as const)('accessibility in Chromium, %s', (look) => {
  let server: Server;
  let browser: Browser;
  beforeAll(async () => {
    server = await serve(PAGES);
    browser = await start('chromium', 'test', { traffic: server, scheme: look === 'dark' ? 'dark' : 'light' });
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });

  /** Forced colours belong to the page in use. */
  const dress = () => (browser as Chromium).page().emulateMedia({ forcedColors: look === 'forced' ? 'active' : 'none' });

  test.each([
    ['popup.html', '[role="switch"], .sentence, p'],
    ['options.html', 'section'],
    ['welcome.html', 'h1'],
    ['sidepanel.html', 'h1'],
    ['atlas.html', 'h1'],
    ['atlas.html#/entity/country/kz', 'h1'],
    ['atlas.html#/indicator/bilateral-trade-turnover?geo=country/kz&partner=country/az', 'h1'],
    ['atlas.html#/contradictions', 'h1'],
    ['atlas.html#/search?q=токаев', 'h1'],
  ])('%s', async (page, shown) => {
    await browser.open('about:blank');
    await dress();
    await browser.extensionPage(page);
    await browser.waitFor(`Boolean(document.querySelector(${JSON.stringify(shown)}))`);
    await new Promise((done) => setTimeout(done, 500));
    expect(await violations(browser)).toEqual([]);
  });

  test.each(['Kassym-Jomart Tokayev', '$556 million', 'Trans-Caspian International Transport Route'])(
    'the card of %s',
    async (text) => {
      await dress();
      await browser.open(HOSTS.trade);
      await waitForMarks(browser, 6);
      await hoverText(browser, text);
      await waitForCard(browser, text.slice(1, 4));
      await new Promise((done) => setTimeout(done, 300));
      expect(await violations(browser, 'dragoman-card')).toEqual([]);
    },
  );
});
