import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Browser } from '../../../src/drive/browser.ts';
import { type Server, serve } from '../../../src/drive/serve.ts';
import { browserOf, record } from '../../reliability/row.ts';
import { hoverText, start, waitForCard, waitForMarks, waitForNoCard } from '../support.ts';
import { BROWSERS, guestPage, inExtension, OUTLET, pause } from './guest.ts';

/**
 * Twelve ways to make a reader click on something else than what is seen. Each is set up by the page over or around an open card. `where` is the
 * middle of the control that the reader is to hit without knowing.
 */
const TRICKS: readonly { readonly name: string; readonly css?: string; readonly run?: string; readonly double?: boolean }[] = [
  { name: 'opacity of host and root', css: 'html, dragoman-card { opacity: 0.01 !important }' },
  { name: 'a filter', css: 'html, body, dragoman-card { filter: opacity(0) blur(9px) !important }' },
  { name: 'a transform', css: 'html, body, dragoman-card { transform: scale(0.2) translate(200px) !important }' },
  { name: 'a clip path', css: 'html, dragoman-card { clip-path: circle(4px at 0 0) !important }' },
  {
    name: 'a popover over it that lets clicks through',
    run: `const it = document.createElement('div'); it.popover = 'manual'; it.textContent = 'Win a prize';
      it.style.cssText = 'inset: 0; width: 100vw; height: 100vh; pointer-events: none; background: white'; document.body.append(it); it.showPopover();`,
  },
  {
    name: 'a modal dialog over it',
    run: `const it = document.createElement('dialog'); it.textContent = 'Win a prize'; it.style.cssText = 'width: 100vw; height: 100vh; pointer-events: none';
      document.body.append(it); it.showModal();`,
  },
  {
    name: 'a frame over it',
    run: `const it = document.createElement('iframe'); it.style.cssText = 'position: fixed; inset: 0; width: 100vw; height: 100vh; z-index: 2147483647; pointer-events: none';
      document.body.append(it);`,
  },
  {
    name: 'the card moved under the pointer',
    run: `const host = document.querySelector('dragoman-card'); host.style.setProperty('translate', (where.x % 40) + 'px 9px', 'important');`,
  },
  { name: 'another picture of the pointer', css: 'html, dragoman-card { cursor: none !important }' },
  { name: 'zoom', css: 'html { zoom: 3 !important } dragoman-card { zoom: 0.3 !important }' },
  { name: 'the page scrolled under the pointer', run: `scrollBy(0, where.y % 60);` },
  {
    name: 'the card that appears under a double click',
    run: `const host = document.querySelector('dragoman-card'); host.hidePopover?.(); setTimeout(() => host.showPopover?.(), 30);`,
    double: true,
  },
];

/** Middles of all controls of the open card. */
const CONTROLS = `(() => {
  const root = document.querySelector('dragoman-card')?.shadowRoot;
  return [...(root?.querySelectorAll('button, summary, [role="button"]') ?? [])].map((one) => {
    const { x, y, width, height } = one.getBoundingClientRect();
    return { x: x + width / 2, y: y + height / 2 };
  }).filter(({ x, y }) => x > 0 && y > 0 && x < innerWidth && y < innerHeight);
})()`;
interface Point {
  readonly x: number;
  readonly y: number;
}

describe.each(BROWSERS)('a click that the reader meant for something else, in %s', (name) => {
  let server: Server;
  let browser: Browser;
  beforeAll(async () => {
    server = await serve({ [`${OUTLET}/jack.html`]: guestPage() });
    browser = await start(name, 'test', { traffic: server });
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });
  const stored = () =>
    inExtension<unknown>(
      browser,
      `Promise.all([api.storage.local.get(null), api.storage.session.get(null), api.permissions.getAll()])`,
    ).then((all) => JSON.stringify(all));

  test('changes nothing that is stored, whatever covers, moves or hides the card', async () => {
    await browser.open(`http://${OUTLET}/jack.html`);
    const before = await stored();
    const page = await browser.tab();
    let clicks = 0;
    const troubles: string[] = [];
    for (const { name: trick, css, run, double } of TRICKS) {
      await browser.open(`http://${OUTLET}/jack.html?${encodeURIComponent(trick)}`);
      await waitForMarks(browser, 4);
      const left: Point[] = [];
      for (let turn = 0; turn === 0 || left.length; turn++) {
        await browser.hover(5, 5);
        await waitForNoCard(browser).catch(() => {});
        await hoverText(browser, 'Azerbaijan');
        await waitForCard(browser, 'Azerbaijan').catch(() => troubles.push(`${trick}: no card at turn ${turn}`));
        const now = await browser.evaluate<[], Point[]>(CONTROLS);
        if (turn === 0) left.push(...now);
        const where = left.pop();
        if (!where) break;
        if (css)
          await browser.evaluate((text: string) => {
            const sheet = new CSSStyleSheet();
            sheet.replaceSync(text);
            document.adoptedStyleSheets = [sheet];
          }, css);
        if (run) await browser.evaluate(`(() => { const where = ${JSON.stringify(where)}; ${run} return true; })()`);
        await browser.click(where.x, where.y);
        if (double) {
          await pause(60);
          await browser.click(where.x, where.y);
        }
        clicks += 1;
        // An atlas page that came in front is no stored state: put away.
        for (const tab of await browser.tabs()) {
          if (tab === page) continue;
          await browser.useTab(tab);
          await browser.closeTab();
        }
        await browser.useTab(page);
        // Two controls of each trick are enough: all of them are alike to it.
        if (turn >= 1) break;
        if (left.length) {
          await browser.evaluate(`void (document.adoptedStyleSheets = [])`);
          await browser.open(`http://${OUTLET}/jack.html?${turn}`);
          await waitForMarks(browser, 4);
        }
      }
      if ((await stored()) !== before) troubles.push(`${trick}: the store is another`);
    }
    record({
      id: 'clickjacking',
      part: 'hostile',
      what: 'No click on a covered, moved, hidden or sudden card changes anything that is stored or granted.',
      tried: `${TRICKS.length} tricks, ${clicks} real clicks on controls of the card`,
      figure: `${troubles.length} changes`,
      bar: '0 changes',
      met: troubles.length === 0,
      browser: browserOf(browser),
      note: 'By design the card has no control that stores anything: what it does ends with the page.',
    });
    expect(TRICKS).toHaveLength(12);
    expect(clicks).toBeGreaterThanOrEqual(24);
    expect(troubles).toEqual([]);
  });
});
