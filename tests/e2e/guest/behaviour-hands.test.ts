import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Browser } from '../../../src/drive/browser.ts';
import { type Server, serve } from '../../../src/drive/serve.ts';
import { countMarks, pointAt, start, waitForCard, waitForMarks, waitForNoCard } from '../support.ts';
import { BROWSERS, behaviour, guestPage, OUTLET, pause, SILENCE } from './guest.ts';
import { compose, showAs, zoomTo } from './hands.ts';

/** Fields that keep an account of what was done to them. */
const FIELDS = `<textarea id="plain" rows="3" cols="60"></textarea><div id="rich" contenteditable="true" style="min-height:3em; border:1px solid"></div>
<script>
window.account = { input: 0, compositionstart: 0, compositionupdate: 0, foreign: 0 };
for (const type of ['input', 'compositionstart', 'compositionupdate']) document.addEventListener(type, (event) => { if (event.isTrusted) window.account[type]++; }, true);
new MutationObserver((records) => {
  for (const { target, addedNodes } of records)
    if (!document.activeElement.contains(target) || [...addedNodes].some((node) => /dragoman/.test(node.localName ?? ''))) window.account.foreign++;
}).observe(document.querySelector('#rich'), { childList: true, characterData: true, attributes: true, subtree: true });
</script>`;
const TYPED = 'Aktau and Baku wrote $556 million in 2023 and Kazakhstan answered with a long letter of thanks to all. ';
const KEYS = 250;
const COMPOSED = 'Қазақстан';
const focus = (browser: Browser, id: string) => browser.evaluate(`void document.querySelector('#${id}').focus()`);
const contentOf = (browser: Browser, id: string) =>
  browser.evaluate<[], string>(
    `(({ value, textContent }) => (value ?? textContent).replaceAll('\\u00a0', ' '))(document.querySelector('#${id}'))`,
  );
const marksIn = (browser: Browser, id: string) =>
  browser.evaluate<[], number>(
    `(window.wrappedJSObject ?? window).markRanges().filter((range) => document.querySelector('#${id}').contains(range.startContainer)).length`,
  );

/** Pixels at the edges of letters that Chromium draws otherwise where a range begins or ends, though the range has no style. */
const EDGES = 20;
/** Pixels that differ in two pictures of one size. */
function differing(browser: Browser, one: Buffer, other: Buffer): Promise<number> {
  return browser.evaluate(
    async (...pictures: string[]) => {
      const [a, b] = await Promise.all(
        pictures.map(async (base64) => {
          const bytes = Uint8Array.from(atob(base64), (char) => char.charCodeAt(0));
          const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
          const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d')!;
          context.drawImage(bitmap, 0, 0);
          return new Uint32Array(context.getImageData(0, 0, bitmap.width, bitmap.height).data.buffer);
        }),
      );
      return a!.reduce((sum, pixel, i) => sum + (pixel === b![i] ? 0 : 1), 0);
    },
    one.toString('base64'),
    other.toString('base64'),
  );
}

/** Distance between the lines of the name and the open card; covered lines count as far. CSS pixels. */
const FROM_LINE = (text: string) => `(() => {
  const range = (window.wrappedJSObject ?? window).markRanges().find((one) => one.toString().includes(${JSON.stringify(text)}));
  const line = range.getClientRects()[0];
  const card = document.querySelector('dragoman-card').shadowRoot.querySelector('.frame').getBoundingClientRect();
  const gap = (a0, a1, b0, b1) => Math.max(0, b0 - a1, a0 - b1);
  const [x, y] = [gap(line.left, line.right, card.left, card.right), gap(line.top, line.bottom, card.top, card.bottom)];
  return x === 0 && y === 0 ? 999 : Math.max(x, y);
})()`;

describe.each(BROWSERS)('what readers do in %s', (name) => {
  let server: Server;
  let browser: Browser;
  beforeAll(async () => {
    server = await serve({
      [`${OUTLET}/fields.html`]: guestPage({ after: FIELDS }),
      'unread.example/fields.html': guestPage({ after: FIELDS }),
      [`${OUTLET}/zoom.html`]: guestPage(),
    });
    browser = await start(name, 'test', { traffic: server });
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });

  test('editable areas: every key and every composition arrives, and nothing else', async () => {
    await browser.open(`http://${OUTLET}/fields.html`);
    await waitForMarks(browser, 4);
    const before = await countMarks(browser);
    const text = TYPED.repeat(3).slice(0, KEYS);
    const values: string[] = [];
    let marks = 0;
    for (const id of ['plain', 'rich']) {
      await focus(browser, id);
      for (const key of text) await browser.press(key === ' ' ? 'Space' : key);
      await compose(browser, COMPOSED);
      await pause(SILENCE);
      values.push(await contentOf(browser, id));
      marks += await marksIn(browser, id);
    }
    const account = await browser.evaluate<[], { compositionstart: number; compositionupdate: number; foreign: number }>(
      '(window.wrappedJSObject ?? window).account',
    );
    const same = values.filter((value) => value === text + COMPOSED).length;
    const after = await countMarks(browser);
    const { met } = behaviour(browser, {
      id: 'editable-areas',
      what: 'Text fields and editable elements get every key and composition unchanged, and no mark stands in them',
      tried: `${2 * KEYS} keystrokes and 2 compositions of ${COMPOSED.length} letters, in a textarea and an editable element, names and figures among them`,
      figure: `${same} of 2 texts as typed, ${account.compositionstart} compositions with ${account.compositionupdate} updates, ${account.foreign} changes by others, ${marks} marks inside, ${after} of ${before} marks outside`,
      bar: `2 of 2; 2 compositions with ${2 * COMPOSED.length} updates; 0; 0; all`,
      met:
        same === 2 &&
        account.compositionstart === 2 &&
        account.compositionupdate >= 2 * COMPOSED.length &&
        account.foreign === 0 &&
        marks === 0 &&
        after === before,
    });
    expect(met, `${values.join('\n')}`).toBe(true);
  });

  test('what is copied is what the page printed', async () => {
    /** Copies the article and pastes it as text and as markup. */
    const copied = async (host: string) => {
      await browser.open(`http://${host}/fields.html`);
      if (host === OUTLET) await waitForMarks(browser, 4);
      const result: string[] = [];
      for (const id of ['plain', 'rich']) {
        await browser.evaluate(`(() => {
          const range = document.createRange();
          range.selectNodeContents(document.querySelector('article'));
          getSelection().removeAllRanges();
          getSelection().addRange(range);
        })()`);
        await browser.press('Control+c');
        await focus(browser, id);
        await browser.press('Control+v');
        result.push(
          await browser.waitFor<[], string>(`(({ value, innerHTML }) => value ?? innerHTML)(document.querySelector('#${id}'))`),
        );
      }
      return result;
    };
    const [text, markup] = await copied(OUTLET);
    const [plainText, plainMarkup] = await copied('unread.example');
    const { met } = behaviour(browser, {
      id: 'copy',
      what: 'Copied text and copied markup are those of a page without us',
      tried: 'a marked article copied and pasted as text and as markup, against the same page on a site that is not read',
      figure: `text ${text === plainText ? 'equal' : 'differs'}, markup ${markup === plainMarkup ? 'equal' : 'differs'}; ${text!.length} and ${markup!.length} characters`,
      bar: 'both equal',
      met: text === plainText && markup === plainMarkup && text!.includes('$556 million'),
    });
    expect(met).toBe(true);
  });

  test('on paper there are no marks and no card', async () => {
    await browser.open(`http://${OUTLET}/zoom.html`);
    await waitForMarks(browser, 4);
    const picture = async (media: 'print' | 'screen') => {
      await showAs(browser, media);
      await pause(300);
      return browser.screenshot();
    };
    const { x, y } = await pointAt(browser, 'Aktau');
    await browser.hover(x, y);
    await waitForCard(browser, 'Aktau');
    await browser.press('Escape');
    await waitForNoCard(browser);
    await browser.click(x, y);
    await waitForCard(browser, 'Aktau');
    const marked = { screen: await picture('screen'), print: await picture('print') };
    await browser.press('Escape');
    await waitForNoCard(browser);
    // The page itself takes the marks away, as it may; they come back within seconds.
    const bare = async (media: 'print' | 'screen') => {
      await showAs(browser, media);
      await browser.evaluate(`void CSS.highlights.clear()`);
      return browser.screenshot();
    };
    const unmarked = { screen: await bare('screen'), print: await bare('print') };
    await showAs(browser, 'screen');
    const [seen, printed] = [
      await differing(browser, marked.screen, unmarked.screen),
      await differing(browser, marked.print, unmarked.print),
    ];
    const { met } = behaviour(browser, {
      id: 'print',
      what: 'A printed page shows neither marks nor an open card',
      tried: 'pictures of the page in print medium with marks and an open card, and without both',
      figure: `${printed} pixels differ in print, ${seen} on the screen`,
      bar: `at most ${EDGES} in print (edges of letters at which a range begins), thousands on the screen`,
      met: seen > 1000 && printed <= EDGES,
    });
    expect(met).toBe(true);
  });

  test('zoom: the card stands at its line', async () => {
    await browser.open(`http://${OUTLET}/zoom.html`);
    await waitForMarks(browser, 4);
    const distances: string[] = [];
    let worst = 0;
    /** `scale`: what Chromium's driver, which counts the window's pixels, has to multiply with. */
    const look = async (label: string, scale: number) => {
      for (const text of ['Aktau', 'Baku']) {
        const { x, y } = await pointAt(browser, text);
        await browser.hover(5, 5);
        await browser.hover(x * scale, y * scale);
        await waitForCard(browser, text);
        await pause(250);
        const far = await browser.evaluate<[], number>(FROM_LINE(text));
        worst = Math.max(worst, far);
        distances.push(`${label} ${text} ${Math.round(far)}`);
        await browser.press('Escape');
        await waitForNoCard(browser);
      }
    };
    const css = (selector: string, value: string) =>
      browser.evaluate(`void (document.querySelector('${selector}').style.zoom = '${value}')`);
    for (const [selector, value] of [
      ['html', '1.5'],
      ['html', '0.7'],
      ['body', '1.4'],
      ['article', '1.3'],
    ] as const) {
      await css(selector, value);
      await look(`${selector} ${value}`, 1);
      await css(selector, '');
    }
    for (const factor of [1.5, 0.67]) {
      await zoomTo(browser, OUTLET, factor);
      await look(`browser ${factor}`, 1);
    }
    await zoomTo(browser, OUTLET, 1);
    const { met } = behaviour(browser, {
      id: 'zoom',
      what: 'The card stands at its line, whatever the zoom of browser and page',
      tried: 'browser at 150 % and 67 %, CSS zoom of root, body and article; 2 cards each',
      figure: `at most ${Math.round(worst)} px from the line`,
      bar: '1 to 14 px',
      met: worst <= 14,
    });
    expect(met, distances.join(', ')).toBe(true);
  });
});
