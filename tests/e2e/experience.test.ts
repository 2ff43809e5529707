import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Browser } from '../../src/drive/browser.ts';
import { launch } from '../../src/drive/launch.ts';
import { type Server, serve } from '../../src/drive/serve.ts';
import { HOSTS, PAGES } from './pages.ts';
import {
  buildOf,
  cardText,
  countMarks,
  hoverText,
  pointAt,
  start,
  waitForCard,
  waitForMarks,
  waitForNoCard,
  waitForNoMarks,
} from './support.ts';

/** Tab until the focused element (inside the card's open root, where there is one) meets the test on `one`. */
async function tabTo(browser: Browser, test: string, most = 60): Promise<void> {
  for (let i = 0; i < most; i++) {
    await browser.press('Tab');
    const met = await browser.evaluate<[], boolean>(
      `(() => { const top = document.activeElement; const one = top?.shadowRoot?.activeElement ?? top; return Boolean(one && (${test})); })()`,
    );
    if (met) return;
  }
  throw new Error(`Tab never reached ${test}`);
}

/** Left edge of the card, in CSS pixels. */
const cardLeft = `document.querySelector('dragoman-card').shadowRoot.querySelector('.frame').getBoundingClientRect().x`;

async function panelFor(browser: Browser): Promise<string> {
  const page = await browser.tab();
  await browser.newTab(browser.extensionUrl('sidepanel.html'));
  const id = await browser.evaluate<[], number>(
    `(globalThis.browser ?? globalThis.chrome).tabs.query({ url: '*://*.azernews.az/*' }).then(([tab]) => tab.id)`,
  );
  await browser.extensionPage(`sidepanel.html?tab=${id}`);
  await browser.waitFor(`document.querySelectorAll('.group').length >= 6`);
  return page;
}

describe.each(['chromium', 'firefox'] as const)('journeys in %s', (name) => {
  let server: Server;
  let browser: Browser;
  beforeAll(async () => {
    server = await serve(PAGES);
    browser = await start(name, 'test', { traffic: server });
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });
  const trade = async () => {
    await browser.open(HOSTS.trade);
    await waitForMarks(browser, 6);
  };

  test('from the first run to the first card, with nothing granted', async () => {
    const fresh = await launch(name, { extension: buildOf(name, 'test'), traffic: server });
    try {
      await expect.poll(() => fresh.tabs(), { timeout: 10_000 }).toHaveLength(2);
      const tabs = await fresh.tabs();
      const first = await fresh.tab();
      await fresh.useTab(tabs.find((tab) => tab !== first)!);
      await fresh.waitFor(`location.pathname === '/welcome.html' && document.querySelector('h1')`);
      const at = await fresh.waitFor<[], { x: number; y: number }>(`(() => {
        const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
        for (let node = walker.nextNode(); node; node = walker.nextNode()) {
          const from = node.data.indexOf('Aktau');
          if (from < 0 || node.parentElement.closest('svg, aside, [aria-hidden]')) continue;
          const range = document.createRange();
          range.setStart(node, from);
          range.setEnd(node, from + 5);
          node.parentElement.scrollIntoView({ block: 'center' });
          const rect = range.getBoundingClientRect();
          return { x: rect.x + rect.width / 2, y: rect.y + rect.height / 2 };
        }
        return null;
      })()`);
      for (let tries = 0; tries < 20; tries++) {
        await fresh.hover(3, 3);
        await fresh.hover(at.x, at.y);
        await new Promise((done) => setTimeout(done, 900));
        if ((await fresh.evaluate<[], string>(cardText)).includes('Aktau')) return;
      }
      throw new Error('no card came');
    } finally {
      await fresh.close();
    }
  });

  test('pin, move by keys, close by Escape', async () => {
    await trade();
    await hoverText(browser, 'Aktau');
    await waitForCard(browser, 'Aktau');
    const pin = await browser.evaluate<[], { x: number; y: number }>(`(() => {
      const rect = document.querySelector('dragoman-card').shadowRoot.querySelector('button.pin').getBoundingClientRect();
      return { x: rect.x + rect.width / 2, y: rect.y + rect.height / 2 };
    })()`);
    await browser.click(pin.x, pin.y);
    await browser.hover(5, 5);
    await new Promise((done) => setTimeout(done, 800));
    expect(await browser.evaluate<[], string>(cardText)).toContain('Aktau');
    const before = await browser.evaluate<[], number>(cardLeft);
    await tabTo(browser, `one.classList.contains('move')`);
    await browser.press('ArrowRight');
    await browser.press('ArrowRight');
    await browser.waitFor(`${cardLeft} > ${before + 20}`);
    await browser.press('Escape');
    await waitForNoCard(browser);
  });

  test('by keyboard alone, from the command to the whole record in the atlas', async () => {
    await trade();
    const tab = await browser.tab();
    const known = new Set(await browser.tabs());
    await browser.command('open-card');
    await browser.waitFor(`${cardText}.length > 0 && document.activeElement?.localName === 'dragoman-card'`);
    await tabTo(browser, `one.matches('button.link.strong')`);
    await browser.press('Enter');
    await expect.poll(async () => (await browser.tabs()).some((one) => !known.has(one)), { timeout: 5_000 }).toBe(true);
    await browser.useTab((await browser.tabs()).find((one) => !known.has(one))!);
    await browser.waitFor(`location.hash.startsWith('#/') && document.querySelector('h1')`);
    await browser.closeTab();
    await browser.useTab(tab);
  });

  test('a name is muted in the panel and brought back', async () => {
    await trade();
    const page = await panelFor(browser);
    const count = () =>
      browser.evaluate<[], number>(
        `[...document.querySelectorAll('.group .jump')].filter((one) => one.textContent.includes('Baku')).length`,
      );
    expect(await count()).toBe(1);
    await browser.evaluate(
      `[...document.querySelectorAll('[aria-expanded]')].find((one) => one.getAttribute('aria-label').includes('Baku')).click()`,
    );
    const mute = `[...document.querySelectorAll('.group button.quiet')].find((one) => one.closest('.group').querySelector('.jump').textContent.includes('Baku') && !one.closest('.card-inner'))`;
    await browser.waitFor(`Boolean(${mute})`);
    await browser.evaluate(`${mute}.click()`);
    await expect.poll(count, { timeout: 5_000 }).toBe(0);
    await browser.evaluate(`document.querySelector('.said button').click()`);
    await expect.poll(count, { timeout: 5_000 }).toBe(1);
    await browser.closeTab();
    await browser.useTab(page);
  });

  /** What the toolbar button says of the first tab of the outlet. */
  const button = async () => {
    const page = await browser.tab();
    await browser.newTab(browser.extensionUrl('options.html'));
    const title = await browser.evaluate<[], string>(
      `(async () => { const api = globalThis.browser ?? globalThis.chrome; const [tab] = await api.tabs.query({ url: '*://*.azernews.az/*' }); return api.action.getTitle({ tabId: tab.id }); })()`,
    );
    await browser.closeTab();
    await browser.useTab(page);
    return title;
  };

  test('the site is turned off and on again by key', async () => {
    await trade();
    await expect.poll(button).toBe('Dragoman: on');
    await browser.command('toggle-site');
    await waitForNoMarks(browser);
    await expect.poll(button).toBe('Dragoman: off here');
    await browser.command('toggle-site');
    await waitForMarks(browser, 6);
    await expect.poll(button).toBe('Dragoman: on');
  });

  test('the site is turned off and on again in the popup, and so is its host alone', async () => {
    await browser.open(HOSTS.part);
    await waitForMarks(browser, 6);
    const isOn = (on: boolean) => `document.querySelector('[role="switch"]')?.getAttribute('aria-checked') === '${on}'`;
    const narrow = `[...document.querySelectorAll('button')].find((one) => one.textContent.includes('only on live.azernews.az'))`;
    const popup = await browser.openPopup();
    await popup.waitFor(isOn(true));
    for (const turn of [`document.querySelector('[role="switch"]')`, narrow]) {
      await popup.waitFor(`Boolean(${turn})`);
      await popup.evaluate(`${turn}.click()`);
      await popup.waitFor(isOn(false));
      await waitForNoMarks(browser);
      await popup.evaluate(`document.querySelector('[role="switch"]').click()`);
      await popup.waitFor(isOn(true));
      await waitForMarks(browser, 6);
    }
    await popup.close();
  });

  test('the site is turned off in the options, where it is added by hand, and comes back when it is removed', async () => {
    await trade();
    const page = await browser.tab();
    await browser.newTab(browser.extensionUrl('options.html'));
    await browser.waitFor(`Boolean(document.querySelector('.add input'))`);
    await browser.evaluate(`(() => {
      const field = document.querySelector('.add input');
      field.value = 'https://www.azernews.az/business/1.html';
      field.dispatchEvent(new Event('input', { bubbles: true }));
    })()`);
    await browser.evaluate(`document.querySelector('.add button').click()`);
    await browser.waitFor(`document.querySelector('.list .what')?.textContent === 'azernews.az'`);
    await browser.useTab(page);
    await waitForNoMarks(browser);
    await browser.newTab(browser.extensionUrl('options.html'));
    await browser.waitFor(`Boolean(document.querySelector('.list .remove'))`);
    await browser.evaluate(`document.querySelector('.list .remove').click()`);
    await browser.closeTab();
    await browser.useTab(page);
    await waitForMarks(browser, 6);
  });

  test('a page that no extension may read says so at the button', async () => {
    await browser.extensionPage('options.html');
    const title = () =>
      browser.evaluate<[], string>(
        `(async () => { const api = globalThis.browser ?? globalThis.chrome; const tab = await api.tabs.getCurrent(); return api.action.getTitle({ tabId: tab.id }); })()`,
      );
    await expect.poll(title, { timeout: 10_000 }).toBe('Dragoman: cannot read this page');
  });

  test('dismissible, hoverable, persistent: the card stays under the pointer and covers no line that it explains', async () => {
    await trade();
    await hoverText(browser, 'Trans-Caspian International');
    await waitForCard(browser, 'Trans-Caspian');
    const { x, y } = await pointAt(browser, 'Trans-Caspian International');
    const inside = await browser.evaluate<[], { top: number; bottom: number; left: number }>(
      `(() => { const r = document.querySelector('dragoman-card').shadowRoot.querySelector('.frame').getBoundingClientRect(); return { top: r.top, bottom: r.bottom, left: r.left }; })()`,
    );
    expect(inside.top > y || inside.bottom < y).toBe(true);
    await browser.hover(x, (y + (inside.top > y ? inside.top : inside.bottom)) / 2);
    await browser.hover(Math.max(x, inside.left + 20), inside.top > y ? inside.top + 30 : inside.bottom - 30);
    await new Promise((done) => setTimeout(done, 1200));
    expect(await browser.evaluate<[], string>(cardText)).toContain('Trans-Caspian');
    await browser.press('Escape');
    await waitForNoCard(browser);
    expect(await countMarks(browser)).toBeGreaterThan(5);
  });
});

test('the page sheet has a row for every annotation with a meaning', async () => {
  const server = await serve(PAGES);
  const browser = await start('chromium', 'test', { traffic: server });
  try {
    await browser.open(HOSTS.trade);
    await waitForMarks(browser, 6);
    await panelFor(browser);
    const { annotations } = await browser.evaluate<
      [],
      { annotations: { kind: string; entity?: string; marked: boolean; reading?: object | null; surface: string }[] }
    >(
      `chrome.tabs.sendMessage(Number(new URLSearchParams(location.search).get('tab')), { to: 'page', call: 'annotations', params: null }, { frameId: 0 }).then(({ ok }) => ok)`,
    );
    await browser.evaluate(
      `void (URL.createObjectURL = (blob) => { blob.text().then((text) => { window.sheet = text; }); return 'data:,'; })`,
    );
    await browser.evaluate(`document.querySelector('.sheet button.first').click()`);
    const csv = await browser.waitFor<[], string>('window.sheet');
    const printed = csv
      .trim()
      .split('\r\n')
      .slice(1)
      .map((line) => line.split(',').slice(0, 2).join(','));
    const entities = [
      ...new Map(annotations.filter(({ kind, marked }) => kind === 'entity' && marked).map((one) => [one.entity, one])).keys(),
    ];
    const figures = annotations.filter(({ kind, reading }) => kind === 'figure' && reading);
    const claims = annotations.filter(({ kind }) => kind === 'claim');
    expect(printed.filter((line) => line.startsWith('entity,'))).toHaveLength(entities.length);
    expect(printed.filter((line) => line.startsWith('figure,'))).toHaveLength(figures.length);
    expect(printed.filter((line) => line.startsWith('claim,'))).toHaveLength(claims.length);
    for (const { surface } of figures) expect(csv).toContain(surface);

    const other = async (format: string) => {
      await browser.evaluate(`void delete window.sheet`);
      await browser.evaluate(
        `[...document.querySelectorAll('.sheet label')].find((one) => one.textContent === '${format}').querySelector('input').click()`,
      );
      await browser.waitFor(`document.querySelector('.sheet button.first').textContent.includes('${format}')`);
      await browser.evaluate(`document.querySelector('.sheet button.first').click()`);
      return browser.waitFor<[], string>('window.sheet');
    };
    const markdown = await other('Markdown');
    const linked: { mentions: { url: string; citation?: string[] }[] } = JSON.parse(await other('JSON-LD'));
    const fragments = (text: string) => [...new Set(text.match(/http:\/\/www\.azernews\.az\/[^\s#]+#:~:text=[^\s"),;|]+/g))];
    expect(markdown.split('\n').filter((line) => line.startsWith('| '))).toHaveLength(printed.length + 1);
    expect(linked.mentions).toHaveLength(printed.length);
    expect(fragments(csv)).toHaveLength(fragments(linked.mentions.map(({ url }) => url).join(' ')).length);
    expect(fragments(markdown)).toHaveLength(fragments(csv).length);
    expect(fragments(csv).length).toBeGreaterThanOrEqual(entities.length);
    expect(linked.mentions.filter(({ citation }) => citation?.every((url) => /^https?:/.test(url))).length).toBeGreaterThan(0);
  } finally {
    await browser.close();
    await server.close();
  }
});
