import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { LANGUAGES } from '../../../src/model/ids.ts';
import { CARDS } from '../../fixtures/card-content.ts';
import { axe, type Look, makeStage, overflows, picture, type Stage } from './browser.ts';
import { bundle } from './bundle.ts';
import { cardPage } from './pages.ts';
import type { CardStage } from './stage-card.ts';

declare const stage: CardStage;
type CardName = keyof typeof CARDS;
const NAMES = Object.keys(CARDS) as CardName[];

let browser: Stage;
let strict: Stage;
beforeAll(async () => {
  const entry = 'tests/browser/ui/stage-card.ts';
  const [{ js }, closed, pseudo] = await Promise.all([
    bundle(entry),
    bundle(entry, { open: false }),
    bundle(entry, { pseudoLocale: true }),
  ]);
  const html = (body: string) => ({ type: 'text/html', body });
  browser = await makeStage({
    '/': html(cardPage(js)),
    '/closed': html(cardPage(closed.js)),
    '/pseudo': html(cardPage(pseudo.js)),
    '/rtl': html(cardPage(js).replace('<html lang="en">', '<html lang="en" dir="rtl">')),
  });
  strict = await makeStage(
    { '/': html(cardPage(js)) },
    {
      'content-security-policy':
        "default-src 'none'; script-src 'unsafe-inline'; style-src 'none'; require-trusted-types-for 'script'",
    },
  );
});
afterAll(async () => {
  expect([...browser.strays, ...strict.strays]).toEqual([]);
  await browser.close();
  await strict.close();
});

const card = (page: Page) => page.locator('dragoman-card .frame');
const show = async (page: Page, name: CardName, mark = 'm1', language = 'en') => {
  await page.evaluate(
    ([n, m, l]) => {
      document.documentElement.lang = l!;
      stage.show(n as never, m!, false);
    },
    [name, mark, language],
  );
  await card(page).locator('h2').waitFor();
};
const started = async (path = '/', look: Look = {}) => {
  const page = await browser.open(path, look);
  await page.evaluate(() => stage.start('en'));
  return page;
};
const log = (page: Page) => page.evaluate(() => stage.log);

describe('every card in every dress', () => {
  const looks: [string, Look][] = [
    ['light', { width: 700, height: 940 }],
    ['dark', { width: 700, height: 940, scheme: 'dark' }],
    ['forced', { width: 700, height: 940, forced: true }],
    ['narrow', { width: 320, height: 640 }],
    ['zoom-200', { width: 640, height: 400, zoom: 2 }],
  ];
  test.each(looks)('%s', async (dress, look) => {
    const page = await browser.open('/', look);
    for (const name of NAMES) {
      await show(page, name);
      expect([name, await axe(page, 'dragoman-card')]).toEqual([name, []]);
      expect([name, await overflows(page)]).toEqual([name, []]);
      await picture(page, `card-${name}-${dress}`);
    }
  });
  test.each(LANGUAGES)('%s', async (language) => {
    const page = await browser.open('/', { width: 460, height: 900 });
    for (const name of NAMES) {
      await show(page, name, 'm1', language);
      expect([name, await overflows(page)]).toEqual([name, []]);
      expect(await card(page).textContent()).not.toMatch(/[{}]|undefined|NaN/);
      await picture(page, `card-${name}-${language}`);
    }
  });
  test('with words 40 % longer', async () => {
    const page = await browser.open('/pseudo', { width: 360, height: 900 });
    for (const name of NAMES) {
      await show(page, name);
      expect([name, await overflows(page)]).toEqual([name, []]);
      await picture(page, `card-${name}-pseudo`);
    }
  });
  test('a page that runs right to left', async () => {
    const page = await browser.open('/rtl', { width: 700, height: 900 });
    await show(page, 'figure');
    expect(await overflows(page)).toEqual([]);
  });
  test.each(['loading', 'unreachable'] as const)('notice: %s', async (notice) => {
    const page = await browser.open('/');
    await page.evaluate((n) => stage.notice(n, 'm1'), notice);
    await card(page).waitFor();
    expect(await axe(page, 'dragoman-card')).toEqual([]);
    await picture(page, `card-notice-${notice}`);
  });
});

describe('pointing (WCAG 1.4.13)', () => {
  test('opens after half a second, stays under the pointer, goes when it has left both', async () => {
    const page = await started();
    await page.hover('#m1');
    await page.waitForTimeout(300);
    expect(await card(page).count()).toBe(0);
    await card(page).locator('h2').waitFor({ timeout: 2000 });
    await card(page).locator('h2').hover();
    await page.waitForTimeout(600);
    expect(await card(page).isVisible()).toBe(true);
    await page.mouse.move(2, 2);
    await page.waitForTimeout(600);
    expect(await card(page).isVisible()).toBe(false);
  });
  test('Esc dismisses without moving the pointer', async () => {
    const page = await started();
    await page.hover('#m1');
    await card(page).locator('h2').waitFor();
    await page.keyboard.press('Escape');
    expect(await card(page).isVisible()).toBe(false);
  });
  test('a click elsewhere closes; a click on the mark holds', async () => {
    const page = await started();
    await page.click('#m1');
    await card(page).locator('h2').waitFor();
    await page.click('#m1');
    await page.mouse.move(2, 2);
    await page.waitForTimeout(500);
    expect(await card(page).isVisible()).toBe(true);
    await page.mouse.click(5, 5);
    expect(await card(page).isVisible()).toBe(false);
  });
  test('what cannot be had is said, and what is slow says so first', async () => {
    const page = await started();
    await page.click('#m4');
    await card(page).getByText('cannot be read').waitFor();
    await page.click('#m5', { force: true });
    await card(page).getByText('Looking it up').waitFor();
    await card(page).locator('h2').waitFor();
  });
});

describe('charts', () => {
  const readOff = (page: Page) => card(page).locator('.key .num').allTextContents();
  test('the series is read off by arrow keys and by pointing, and rests on the page’s own year', async () => {
    const page = await browser.open('/', { width: 700, height: 1800 });
    await show(page, 'figure');
    const rest = await readOff(page);
    const slider = card(page).getByRole('slider', { name: 'Period' });
    expect(await slider.getAttribute('aria-valuetext')).toMatch(/^2023, Statistics of Kazakhstan: \$529.4\sm/);
    await slider.focus();
    await page.keyboard.press('Home');
    expect(await slider.getAttribute('aria-valuetext')).toMatch(/^2019/);
    expect(await readOff(page)).not.toEqual(rest);
    const box = (await card(page).locator('.plot').boundingBox())!;
    await page.mouse.move(box.x + box.width - 4, box.y + 40);
    await page.mouse.move(5, 5);
    expect(await readOff(page)).toEqual(rest);
  });
  test('labels of the series do not touch', async () => {
    const page = await browser.open('/', { width: 340, height: 1800 });
    for (const language of LANGUAGES) {
      await show(page, 'figure', 'm1', language);
      const boxes = await card(page)
        .locator('.plot text')
        .evaluateAll((all) => all.map((one) => one.getBoundingClientRect()).map(({ left, right }) => ({ left, right })));
      const sorted = boxes.sort((a, b) => a.left - b.left);
      for (const [i, { left }] of sorted.entries()) if (i) expect(left).toBeGreaterThan(sorted[i - 1]!.right);
    }
  });
  test('the dot plot orders all values and marks the page’s own', async () => {
    const page = await browser.open('/', { width: 700, height: 1800 });
    await show(page, 'figure');
    const rows = await card(page)
      .locator('.dots li')
      .evaluateAll((all) =>
        all.map((row) => ({ x: row.querySelector('circle')!.getBoundingClientRect().x, here: row.className === 'here' })),
      );
    const dots = rows.map(({ x, here }) => x + (here ? 1.5 : 0));
    expect(dots).toEqual([...dots].sort((a, b) => a - b));
    expect(rows.filter(({ here }) => here)).toHaveLength(1);
  });
});

describe('by keyboard', () => {
  test('in, around, to another entity and back, out to where it began', async () => {
    const page = await started();
    await page.focus('#m1');
    await page.keyboard.press('Enter');
    await card(page).locator('h2').waitFor();
    const focused = () =>
      page.evaluate(() => {
        const inner = document.querySelector('dragoman-card')?.shadowRoot?.activeElement;
        return inner ? (inner.getAttribute('aria-label') ?? inner.textContent) : `page: ${document.activeElement?.id}`;
      });
    expect(await focused()).toBe('Keep open');
    const order: (string | null)[] = [];
    for (let i = 0; i < 4; i++) {
      await page.keyboard.press('Tab');
      order.push(await focused());
    }
    expect(order.slice(0, 2)).toEqual(['Move the card: drag, or arrow keys', 'Close']);
    await card(page).getByRole('button', { name: 'Aktobe Region' }).focus();
    await page.keyboard.press('Enter');
    await card(page).getByRole('heading', { name: 'About region/kz-15' }).waitFor();
    expect(await focused()).toBe('Back');
    await page.keyboard.press('Enter');
    await card(page).getByRole('heading', { name: 'Yeraly Examplov' }).waitFor();
    expect(await focused()).toBe('Keep open');
    await page.keyboard.press('Escape');
    expect(await card(page).isVisible()).toBe(false);
    expect(await focused()).toBe('page: m1');
  });
  test('moves by arrow keys, which pins it', async () => {
    const page = await started();
    await page.focus('#m1');
    await page.keyboard.press('Enter');
    await card(page).locator('h2').waitFor();
    const before = (await card(page).boundingBox())!;
    await card(page).getByRole('button', { name: 'Move the card' }).focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Shift+ArrowRight');
    const after = (await card(page).boundingBox())!;
    expect(after.x - before.x).toBe(80);
    expect(await card(page).getByRole('button', { name: 'Keep open' }).getAttribute('aria-pressed')).toBe('true');
    await page.mouse.click(5, 5);
    expect(await card(page).isVisible()).toBe(true);
  });
  test('keys typed in the card are not the page’s', async () => {
    const page = await started();
    await page.evaluate(() => document.addEventListener('keydown', (e) => stage.log.push(`page heard ${e.key}`)));
    await page.focus('#m1');
    await page.keyboard.press('Enter');
    await card(page).locator('h2').waitFor();
    await page.keyboard.press('j');
    expect(await log(page)).not.toContain('page heard j');
  });
  test('targets are at least 24 pixels or text in a line', async () => {
    const page = await browser.open('/', { height: 1000 });
    for (const name of NAMES) {
      await show(page, name);
      const small = await card(page)
        .locator('button, summary')
        .evaluateAll((all) =>
          all
            .filter((e) => !e.closest('p, dd, li') || e.closest('.foot'))
            .filter((e) => e.getBoundingClientRect().height < 24)
            .map((e) => e.textContent),
        );
      expect([name, small]).toEqual([name, []]);
    }
  });
});

describe('what the reader may do', () => {
  test('pin, drag, close', async () => {
    const page = await started('/', { height: 1100 });
    await page.click('#m1');
    await card(page).locator('h2').waitFor();
    const handle = card(page).getByRole('button', { name: 'Move the card' });
    const from = (await handle.boundingBox())!;
    const before = (await card(page).boundingBox())!;
    await page.mouse.move(from.x + 10, from.y + 10);
    await page.mouse.down();
    await page.mouse.move(from.x + 110, from.y + 60, { steps: 5 });
    await page.mouse.up();
    const after = (await card(page).boundingBox())!;
    expect([after.x - before.x, after.y - before.y]).toEqual([100, 50]);
    await picture(page, 'card-pinned');
    await page.mouse.wheel(0, 400);
    await page.waitForTimeout(200);
    expect((await card(page).boundingBox())!.y).toBe(after.y);
    await card(page).getByRole('button', { name: 'Close' }).click();
    expect(await card(page).isVisible()).toBe(false);
  });
  test('ask why, hide it, take that back, open the atlas', async () => {
    const page = await started('/', { height: 1000 });
    await page.click('#m1');
    await card(page).getByRole('button', { name: 'Why marked?' }).click();
    await card(page).getByText('matches the name').waitFor();
    expect(await axe(page, 'dragoman-card')).toEqual([]);
    await picture(page, 'card-why');
    await card(page).getByRole('button', { name: 'Not this' }).click();
    await card(page).getByText('Hidden on this page.').waitFor();
    await card(page).getByRole('button', { name: 'Undo' }).click();
    await card(page).getByRole('button', { name: 'Open in the atlas' }).click();
    expect((await log(page)).slice(-3)).toEqual([
      'hide person/example-governor',
      'unhide person/example-governor',
      'atlas #/entity/person/example-governor',
    ]);
  });
  test('links leave in a tab of their own and tell nothing of the page', async () => {
    const page = await browser.open('/');
    for (const name of NAMES) {
      await show(page, name);
      const links = await card(page)
        .locator('a')
        .evaluateAll((all) =>
          all.map((a) => [a.getAttribute('target'), a.getAttribute('rel'), (a as HTMLAnchorElement).protocol]),
        );
      for (const link of links) expect(link).toEqual(['_blank', 'noopener noreferrer', 'https:']);
    }
  });
});

describe('the page', () => {
  test('cannot set off an action with events of its own', async () => {
    const page = await started('/', { height: 1000 });
    await page.click('#m1');
    await card(page).locator('h2').waitFor();
    const before = await log(page);
    await page.evaluate(() => {
      const root = document.querySelector('dragoman-card')!.shadowRoot!;
      for (const button of root.querySelectorAll('button')) {
        button.click();
        button.dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true }));
      }
      root.querySelector('.frame')!.dispatchEvent(new PointerEvent('pointerleave'));
      document.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true }));
    });
    expect(await log(page)).toEqual(before);
    expect(await card(page).isVisible()).toBe(true);
  });
  test('is never covered where a line is explained', async () => {
    const page = await browser.open('/', { width: 900, height: 700 });
    for (const mark of ['m1', 'm2', 'm3', 'm4', 'm6'])
      for (const scroll of [0, 60, 140]) {
        await page.evaluate((y) => scrollTo(0, y), scroll);
        await show(page, 'claim', mark);
        const clash = await page.evaluate((id) => {
          const c = document.querySelector('dragoman-card')!.shadowRoot!.querySelector('.frame')!.getBoundingClientRect();
          return [...document.getElementById(id)!.getClientRects()].filter(
            (r) => r.bottom > c.top + 0.5 && r.top < c.bottom - 0.5 && r.right > c.left + 0.5 && r.left < c.right - 0.5,
          ).length;
        }, mark);
        expect([mark, scroll, clash]).toEqual([mark, scroll, 0]);
      }
    await picture(page, 'card-vertical');
  });
  test('keeps its body as it was; a closed card holds no text and cannot be found', async () => {
    const page = await started('/closed');
    const body = await page.evaluate(() => document.body.innerHTML);
    await page.click('#m1');
    await page.waitForTimeout(200);
    const open = await page.evaluate(() => {
      const host = document.querySelector('dragoman-card') as HTMLElement;
      return {
        root: host.shadowRoot,
        parent: host.parentElement!.tagName,
        inert: host.inert,
        shown: host.matches(':popover-open'),
      };
    });
    expect(open).toEqual({ root: null, parent: 'HTML', inert: false, shown: true });
    await page.keyboard.press('Escape');
    const closed = await page.evaluate(() => {
      const host = document.querySelector('dragoman-card') as HTMLElement;
      const find = (globalThis as unknown as { find(text: string): boolean }).find;
      return { inert: host.inert, shown: host.matches(':popover-open'), found: find('fictional public official') };
    });
    expect(closed).toEqual({ inert: true, shown: false, found: false });
    expect(await page.evaluate(() => document.body.innerHTML)).toBe(body);
    await page.evaluate(() => stage.end());
    expect(await page.locator('dragoman-card').count()).toBe(0);
  });
  test('may forbid all styles and demand Trusted Types', async () => {
    const page = await strict.open('/');
    await page.evaluate(() => {
      const seen: string[] = ((globalThis as unknown as { seen: string[] }).seen = []);
      document.addEventListener('securitypolicyviolation', (event) =>
        seen.push(`${event.violatedDirective} ${event.blockedURI}`),
      );
    });
    await show(page, 'figure');
    const drawn = await card(page).evaluate((frame) => ({
      radius: getComputedStyle(frame).borderRadius,
      width: frame.getBoundingClientRect().width,
    }));
    expect(drawn).toEqual({ radius: '12px', width: 384 });
    expect(await page.evaluate(() => (globalThis as unknown as { seen: string[] }).seen)).toEqual([]);
  });
  const onTop = (page: Page) =>
    page.evaluate(() => {
      const r = document.querySelector('dragoman-card')!.shadowRoot!.querySelector('h2')!.getBoundingClientRect();
      return document.elementFromPoint(r.x + 5, r.y + 5)?.tagName;
    });
  test('in fullscreen can still be pointed at, and has its body back afterwards', async () => {
    const page = await started();
    const body = await page.evaluate(() => document.body.innerHTML);
    await page.evaluate(() => document.querySelector('main')!.requestFullscreen());
    await page.waitForTimeout(200);
    await page.click('#m1');
    await card(page).locator('h2').waitFor();
    expect(await onTop(page)).toBe('DRAGOMAN-CARD');
    await page.evaluate(() => document.exitFullscreen());
    await page.waitForTimeout(200);
    expect(await page.evaluate(() => document.body.innerHTML)).toBe(body);
    expect(await onTop(page)).toBe('DRAGOMAN-CARD');
  });
  test('in a modal dialog as well', async () => {
    const page = await browser.open('/');
    await page.evaluate(() => {
      const dialog = document.createElement('dialog');
      dialog.append(document.querySelector('main')!);
      document.body.append(dialog);
      dialog.showModal();
      stage.start('en');
    });
    await page.click('#m1');
    await card(page).locator('h2').waitFor();
    expect(await onTop(page)).toBe('DRAGOMAN-CARD');
  });
  test('scrolls: the card follows its mark and closes when that is out of sight', async () => {
    const page = await started('/', { height: 600 });
    await page.click('#m1');
    await card(page).locator('h2').waitFor();
    await page.evaluate(() => scrollTo(0, 40));
    await page.waitForTimeout(100);
    expect(await card(page).isVisible()).toBe(true);
    await page.evaluate(() => scrollTo(0, 900));
    await page.waitForTimeout(100);
    expect(await card(page).isVisible()).toBe(false);
  });
});
