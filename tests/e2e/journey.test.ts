import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Browser } from '../../src/drive/browser.ts';
import { removeProfile } from '../../src/drive/profile.ts';
import { type Server, serve } from '../../src/drive/serve.ts';
import { HOSTS, PAGES } from './pages.ts';
import { countMarks, hoverText, start, waitForCard, waitForMarks, waitForNoCard, waitForNoMarks } from './support.ts';

describe.each(['chromium', 'firefox'] as const)('the whole way in %s', (name) => {
  let server: Server;
  let browser: Browser;
  let profile: string;
  const launched = () => start(name, 'test', { traffic: server, profile });

  beforeAll(async () => {
    profile = mkdtempSync(join(tmpdir(), 'dragoman-e2e-'));
    server = await serve(PAGES);
    browser = await launched();
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
    await removeProfile(profile);
  });

  test('marks names and figures, and changes nothing of the page', async () => {
    await browser.open(HOSTS.trade);
    const before = await browser.evaluate(async () => {
      const source = await (await fetch(location.href)).text();
      return new DOMParser().parseFromString(source, 'text/html').body.outerHTML;
    });
    await waitForMarks(browser, 6);
    expect(await browser.evaluate(() => document.body.outerHTML)).toBe(before);
    await hoverText(browser, 'Aktau');
    await waitForCard(browser, 'Aktau');
    expect(await browser.evaluate(() => document.body.outerHTML)).toBe(before);
  });

  test('a card for a name: who it is, sources, related articles; it goes when the pointer goes', async () => {
    await browser.open(HOSTS.trade);
    await waitForMarks(browser, 6);
    await hoverText(browser, 'Kassym-Jomart Tokayev');
    const text = await waitForCard(browser, 'Tokayev');
    expect(text).toMatch(/President/);
    await browser.hover(5, 5);
    await waitForNoCard(browser);
  });

  test('a card for a figure: how it is read, and how it stands to what others report', async () => {
    await browser.open(HOSTS.trade);
    await waitForMarks(browser, 6);
    await hoverText(browser, '$556 million');
    const text = await waitForCard(browser, '556');
    expect(text).toContain('529');
    expect(text).not.toMatch(/false|wrong|error/i);
  });

  test('a card for one of two countries in a paragraph shows what the two have together', async () => {
    await browser.open(HOSTS.trade);
    await waitForMarks(browser, 6);
    await hoverText(browser, 'Azerbaijan reached');
    const text = await waitForCard(browser, 'Trade turnover with Kazakhstan');
    expect(text).toContain('All values of this pair');
  });

  test('by keyboard: the command opens the card with the focus inside, Escape closes it', async () => {
    await browser.open(HOSTS.trade);
    await waitForMarks(browser, 6);
    await browser.command('open-card');
    await waitForCard(browser, '');
    await browser.waitFor(`Boolean(document.activeElement?.localName === 'dragoman-card')`);
    await browser.press('Escape');
    await waitForNoCard(browser);
  });

  test('the background is stopped between two hovers, and nobody notices', async () => {
    await browser.open(HOSTS.trade);
    await waitForMarks(browser, 6);
    await hoverText(browser, 'Ilham Aliyev');
    await waitForCard(browser, 'Aliyev');
    await browser.hover(5, 5);
    await waitForNoCard(browser);
    await browser.killBackground();
    await hoverText(browser, 'Baku');
    await waitForCard(browser, 'Baku');
  });

  test('the atlas opens from the card, with the whole record', async () => {
    await browser.open(HOSTS.trade);
    await waitForMarks(browser, 6);
    const tabs = new Set(await browser.tabs());
    const tab = await browser.tab();
    await hoverText(browser, 'Aktau');
    await waitForCard(browser, 'Aktau');
    await browser.evaluate(() => {
      const root = document.querySelector('dragoman-card')!.shadowRoot!;
      const link = root.querySelector<HTMLElement>('footer button.strong, button.link.strong')!;
      link.focus();
    });
    await browser.press('Enter');
    const opened = await waitForTab(browser, tabs);
    await browser.useTab(opened);
    await browser.waitFor(
      `location.pathname === '/atlas.html' && location.hash.startsWith('#/entity/') && document.body.innerText.includes('Aktau')`,
    );
    await browser.closeTab();
    await browser.useTab(tab);
  });

  test('a related article opens in a tab of its own, from the card by key', async () => {
    await browser.open(HOSTS.trade);
    await waitForMarks(browser, 6);
    const tabs = new Set(await browser.tabs());
    const tab = await browser.tab();
    await hoverText(browser, '$556 million');
    await waitForCard(browser, '556');
    const related = await browser.evaluate(() => {
      const link = document.querySelector('dragoman-card')!.shadowRoot!.querySelector<HTMLAnchorElement>('a.article')!;
      link.focus();
      return { href: link.href, target: link.target, rel: link.rel };
    });
    expect(related).toMatchObject({ href: expect.stringMatching(/^https:\/\//), target: '_blank' });
    expect(related.rel).toContain('noopener');
    expect(new URL(related.href).pathname).not.toBe(new URL(HOSTS.trade).pathname);
    await browser.press('Enter');
    await browser.useTab(await waitForTab(browser, tabs));
    await browser.closeTab();
    await browser.useTab(tab);
  });

  test('a page that prints nothing of ours stays without marks', async () => {
    await browser.open(HOSTS.calm);
    await new Promise((done) => setTimeout(done, 1500));
    expect(await countMarks(browser)).toBe(0);
  });

  test('the popup turns the site off: marks go, none come back, also after a restart', async () => {
    await browser.open(HOSTS.trade);
    await waitForMarks(browser, 6);
    const popup = await browser.openPopup();
    await popup.waitFor(`document.querySelector('[role="switch"]')?.getAttribute('aria-checked') === 'true'`);
    await popup.evaluate(() => document.querySelector<HTMLElement>('[role="switch"]')!.click());
    await popup.waitFor(`document.querySelector('[role="switch"]').getAttribute('aria-checked') === 'false'`);
    await popup.close();
    await waitForNoMarks(browser);
    await browser.open(HOSTS.trade);
    await new Promise((done) => setTimeout(done, 1500));
    expect(await countMarks(browser)).toBe(0);
    await browser.close();
    browser = await launched();
    await browser.open(HOSTS.trade);
    await new Promise((done) => setTimeout(done, 1500));
    expect(await countMarks(browser)).toBe(0);
  });
});

async function waitForTab(browser: Browser, known: ReadonlySet<string>): Promise<string> {
  for (let i = 0; i < 100; i++) {
    const opened = (await browser.tabs()).find((tab) => !known.has(tab));
    if (opened) return opened;
    await new Promise((done) => setTimeout(done, 50));
  }
  throw new Error('no tab was opened');
}
