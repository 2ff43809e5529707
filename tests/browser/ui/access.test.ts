import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeStage, overflows, picture, type Stage } from './browser.ts';
import { bundle } from './bundle.ts';
import { cardPage, viewPage } from './pages.ts';
import { STATES, VIEWS } from './states.ts';

/** What holds in every view and state, whatever it shows: size of targets, letters, direction, motion. */
declare const stage: { open(...args: unknown[]): void; show(card: string, mark: string, focus: boolean): void };

let browser: Stage;
beforeAll(async () => {
  const pages: Record<string, { type: string; body: string }> = {};
  for (const view of VIEWS)
    pages[`/${view}`] = { type: 'text/html', body: viewPage(await bundle(`tests/browser/ui/stage-${view}.ts`)) };
  pages['/card'] = { type: 'text/html', body: cardPage((await bundle('tests/browser/ui/stage-card.ts')).js) };
  browser = await makeStage(pages);
});
afterAll(async () => {
  expect(browser.strays).toEqual([]);
  await browser.close();
});

/** Every state of every view, then every kind of card. */
async function each(work: (page: Page, name: string) => Promise<void>, dress?: (page: Page) => Promise<unknown>): Promise<void> {
  for (const [name, path, width, ...args] of STATES) {
    const page = await browser.open(`/${path}`, { width });
    await page.evaluate((all) => stage.open(...all), ['en', ...args]);
    await page.locator('main h1').first().waitFor({ state: 'attached' });
    await dress?.(page);
    await work(page, name);
  }
  for (const card of ['person', 'route', 'figure', 'suspected', 'silent', 'claim']) {
    const page = await browser.open('/card', { width: 700, height: 940 });
    await page.evaluate((name) => stage.show(name, 'm1', false), card);
    await page.locator('dragoman-card h2').waitFor();
    await dress?.(page);
    await work(page, `card-${card}`);
  }
}

test('targets are at least 24 by 24 pixels, or stand in a line of text (WCAG 2.5.8)', async () => {
  await each(async (page, name) => {
    const small = await page.evaluate(() => {
      const root = document.querySelector('dragoman-card')?.shadowRoot ?? document;
      return [...root.querySelectorAll<HTMLElement>('button, summary, select, input, label.button, [role="switch"]')]
        .filter((one) => one.checkVisibility() && !one.classList.contains('unseen'))
        .filter((one) => !(one.classList.contains('link') && one.closest('p, dd, li') && !one.closest('.foot')))
        .map((one) => ({ one, box: (one.closest('label') ?? one).getBoundingClientRect() }))
        .filter(({ box }) => box.width < 24 || box.height < 24)
        .map(({ one, box }) => `${one.outerHTML.slice(0, 80)} ${box.width}×${box.height}`);
    });
    expect([name, small]).toEqual([name, []]);
  });
});

test('letters of twice the size fit (WCAG 1.4.4)', async () => {
  const twice = `:root, :host { --t-small: 24px; --t-note: 26px; --t-body: 28px; --t-lead: 32px; --t-title: 40px; --t-big: 52px }`;
  await each(
    async (page, name) => {
      expect([name, await overflows(page)]).toEqual([name, []]);
      await picture(page, `${name}-text-200`, { full: !name.startsWith('card') });
    },
    (page) =>
      page.evaluate((css) => {
        const host = document.querySelector('dragoman-card')?.shadowRoot;
        const sheet = new CSSStyleSheet();
        sheet.replaceSync(css);
        const root = host ?? document;
        root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
      }, twice),
  );
});

test('from right to left nothing breaks', async () => {
  await each(
    async (page, name) => {
      expect([name, await overflows(page)]).toEqual([name, []]);
      await picture(page, `${name}-rtl`, { full: !name.startsWith('card') });
    },
    (page) =>
      page.evaluate(() => {
        document.documentElement.dir = 'rtl';
        for (const frame of document.querySelector('dragoman-card')?.shadowRoot?.querySelectorAll<HTMLElement>('.frame') ?? [])
          frame.dir = 'rtl';
      }),
  );
});

test('nothing moves for who wants no motion, and nothing for longer than a fifth of a second', async () => {
  for (const reducedMotion of ['reduce', 'no-preference'] as const)
    await each(
      async (page, name) => {
        const most = await page.evaluate(() => {
          const root = document.querySelector('dragoman-card')?.shadowRoot ?? document;
          const seconds = (text: string) => Math.max(0, ...text.split(',').map((one) => Number.parseFloat(one) || 0));
          return Math.max(
            0,
            ...[...root.querySelectorAll('*')].map((one) => {
              const style = getComputedStyle(one);
              return seconds(style.transitionDuration) + (style.animationName === 'none' ? 0 : seconds(style.animationDuration));
            }),
          );
        });
        expect([name, most <= (reducedMotion === 'reduce' ? 0 : 0.2)]).toEqual([name, true]);
      },
      (page) => page.emulateMedia({ reducedMotion }),
    );
});
