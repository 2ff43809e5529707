import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Browser } from '../../../src/drive/browser.ts';
import { type Server, serve } from '../../../src/drive/serve.ts';
import { countMarks, hoverText, start, waitForCard, waitForNoCard } from '../support.ts';
import { BROWSERS, behaviour, guestPage, markedTexts, OUTLET, PARAGRAPHS, pause, SILENCE, waitForTexts } from './guest.ts';

const page = '(window.wrappedJSObject ?? window)';
const NAMES = ['Kazakhstan', 'Azerbaijan', '$556 million', 'Aktau', 'Kassym-Jomart Tokayev', 'Baku'];
const article = (paragraphs: readonly string[], title = 'A meeting by the sea') =>
  `<h1>${title}</h1>${paragraphs.map((text) => `<p>${text}</p>`).join('')}`;

const RUSSIAN = [
  'Товарооборот между Казахстаном и Азербайджаном в 2023 году составил 556 миллионов долларов, сказал Марлен Садыкбек, гость из Актау. Они говорили о паромах и поездах до позднего вечера.',
  'Президент Казахстана Касым-Жомарт Токаев отправил письмо в Баку. Никто не хотел уходить раньше, чем последний гость рассказал о зиме.',
  'Слова благодарности получили смотрители гавани, и вечер на этом закончился.',
];
const RUSSIAN_NAMES = ['Казахстаном', 'Азербайджаном', '556 миллионов долларов', 'Актау', 'Касым-Жомарт Токаев', 'Баку'];
/** As browsers translate a page: Chromium's puts two `font` elements around each text, Firefox's writes into the text nodes. */
const TRANSLATE = `<script>
const russian = ${JSON.stringify(RUSSIAN)};
let kept = [];
window.translate = (way) => {
  kept = [...document.querySelectorAll('article p')].map((p) => p.innerHTML);
  document.querySelectorAll('article p').forEach((p, i) => {
    if (way === 'in place') { p.firstChild.data = russian[i]; return; }
    const font = () => { const one = document.createElement('font'); one.style.verticalAlign = 'inherit'; return one; };
    const outer = font();
    const parts = russian[i].split(/(?<=[.]) /).map((part, at) => { const inner = font(); inner.textContent = (at ? ' ' : '') + part; return inner; });
    outer.append(...parts);
    p.replaceChildren(outer);
  });
  document.documentElement.lang = 'ru';
  if (way !== 'in place') document.documentElement.classList.add('translated-ltr');
};
window.original = () => {
  document.querySelectorAll('article p').forEach((p, i) => { p.innerHTML = kept[i]; });
  document.documentElement.lang = 'en';
  document.documentElement.classList.remove('translated-ltr');
};
</script>`;

/** A component whose class comes late and draws the text into a shadow root of its own, without any change outside. */
const COMPONENT = `<script>setTimeout(() => customElements.define('late-story', class extends HTMLElement {
  connectedCallback() {
    this.attachShadow({ mode: 'open' }).innerHTML = '<p>Late guests came from Almaty and Batumi. ' + ${JSON.stringify(PARAGRAPHS[2])} + '</p>';
  }
}), 3000);</script>`;

/** Distance between the lines of the marked text and the open card, in CSS pixels: across the lines, and along them (0: side by side). */
const APART = (text: string) => `(() => {
  const range = ${page}.markRanges().find((one) => one.toString().includes(${JSON.stringify(text)}));
  const line = range.getClientRects()[0];
  const card = document.querySelector('dragoman-card').shadowRoot.querySelector('.frame').getBoundingClientRect();
  const gap = (a0, a1, b0, b1) => Math.max(0, b0 - a1, a0 - b1);
  return { x: gap(line.left, line.right, card.left, card.right), y: gap(line.top, line.bottom, card.top, card.bottom) };
})()`;

describe.each(BROWSERS)('text in %s', (name) => {
  let server: Server;
  let browser: Browser;
  beforeAll(async () => {
    server = await serve({
      [`${OUTLET}/late.html`]: guestPage({ article: `<div style="display:none">${article(PARAGRAPHS)}</div>` }),
      [`${OUTLET}/edited.html`]: guestPage(),
      [`${OUTLET}/shadow.html`]: guestPage({
        article: `${article(PARAGRAPHS)}<news-body><template shadowrootmode="open"><p>From the shadow of Tbilisi a train left. <slot></slot></p></template>It reached Ankara.</news-body><late-story></late-story>`,
        after: COMPONENT,
      }),
      [`${OUTLET}/rtl.html`]: guestPage({ lang: 'ar', dir: 'rtl', article: article(PARAGRAPHS) }),
      [`${OUTLET}/vertical.html`]: guestPage({
        head: '<style>article { writing-mode: vertical-rl; height: 420px; width: 640px }</style>',
        article: article(PARAGRAPHS),
      }),
      [`${OUTLET}/translated.html`]: guestPage({ after: TRANSLATE }),
    });
    browser = await start(name, 'test', { traffic: server });
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });

  test('an article revealed late', async () => {
    await browser.open(`http://${OUTLET}/late.html`);
    await pause(SILENCE);
    const hidden = await countMarks(browser);
    const began = Date.now();
    await browser.evaluate(`void document.querySelector('article div').style.removeProperty('display')`);
    await waitForTexts(browser, NAMES);
    const { met } = behaviour(browser, {
      id: 'revealed-late',
      what: 'Hidden text has no marks; when the page reveals it, it is read and marked',
      tried: 'an article behind display: none, shown by its style',
      figure: `${hidden} marks while hidden, all ${NAMES.length} within ${Date.now() - began} ms`,
      bar: '0 hidden, all after',
      met: hidden === 0,
    });
    expect(met).toBe(true);
  });

  test('text edited in place: never a mark on other words', async () => {
    await browser.open(`http://${OUTLET}/edited.html`);
    await waitForTexts(browser, NAMES);
    // A counter that is written anew all the time, before the name; each look compares what is painted with the names.
    const wrong = await browser.evaluate<[], { looks: number; wrong: string[] }>(`(async () => {
      const text = document.querySelector('article p').firstChild;
      const rest = text.data;
      const known = ${JSON.stringify(NAMES)};
      const wrong = [];
      let looks = 0;
      for (let i = 0; i < 60; i++) {
        text.data = 'x'.repeat(i % 7) + ' ' + rest;
        await new Promise((done) => setTimeout(done, 100));
        looks++;
        if (i > 40) wrong.push(...${page}.markedTexts().filter((one) => !known.includes(one)));
      }
      text.data = rest;
      return { looks, wrong };
    })()`);
    await waitForTexts(browser, NAMES, [], 70_000);
    const { met } = behaviour(browser, {
      id: 'edited-in-place',
      what: 'Text that is written anew keeps its marks on the right words, or has none until it rests',
      tried: `${wrong.looks} rewrites in place, ten a second; painted words compared in the last third`,
      figure: `${wrong.wrong.length} marks on other words; all marks back when it rested`,
      bar: '0',
      met: wrong.wrong.length === 0,
    });
    expect(met, wrong.wrong.join()).toBe(true);
  });

  test('open shadow roots: there from the start, and made by a component that comes late', async () => {
    await browser.open(`http://${OUTLET}/shadow.html`);
    await waitForTexts(browser, ['Aktau', 'Tbilisi', 'Ankara']);
    const early = await countMarks(browser);
    await browser.waitFor(`Boolean(document.querySelector('late-story').shadowRoot)`);
    const mentions = () =>
      browser.evaluate<[], number>(`${page}.markRanges().filter((one) => one.startContainer.getRootNode() !== document).length`);
    await expect.poll(mentions, { timeout: 10_000 }).toBeGreaterThanOrEqual(3);
    const inShadow = await mentions();
    const { met } = behaviour(browser, {
      id: 'shadow-roots',
      what: 'Text in open shadow roots is read and marked, slots in the order of drawing',
      tried: 'a declarative root with a slot, and a component defined after three seconds',
      figure: `${early} marks at the start, ${inShadow} of them in shadow roots`,
      bar: '1 in the first root, 2 in the late one',
      met: inShadow >= 3,
    });
    expect(met).toBe(true);
  });

  test.each([
    ['right-to-left', 'rtl.html'],
    ['vertical', 'vertical.html'],
  ])('%s text: the card stands beside its line', async (id, file) => {
    await browser.open(`http://${OUTLET}/${file}`);
    await waitForTexts(browser, ['Aktau', 'Baku']);
    let worst = 0;
    const tried = ['Aktau', 'Kassym-Jomart Tokayev', 'Baku'];
    for (const text of tried) {
      await hoverText(browser, text);
      await waitForCard(browser, text.slice(-6));
      await pause(250);
      const { x, y } = await browser.evaluate<[], { x: number; y: number }>(APART(text));
      const covers = x === 0 && y === 0;
      worst = Math.max(worst, covers ? 999 : Math.max(x, y));
      await browser.hover(5, 5);
      await waitForNoCard(browser);
    }
    const { met } = behaviour(browser, {
      id: `direction-${id}`,
      what: `A card of ${id} text stands beside its line and covers none of it`,
      tried: `${tried.length} cards`,
      figure: `at most ${Math.round(worst)} px from the line`,
      bar: '1 to 12 px',
      met: worst <= 12,
    });
    expect(met).toBe(true);
  });

  test('a page that the browser translates is read as it is displayed', async () => {
    await browser.open(`http://${OUTLET}/translated.html`);
    await waitForTexts(browser, NAMES);
    const ways = ['font elements', 'in place'];
    let times = 0;
    for (const way of ways) {
      await browser.evaluate(`void ${page}.translate(${JSON.stringify(way)})`);
      await waitForTexts(browser, RUSSIAN_NAMES, NAMES);
      await hoverText(browser, 'Актау');
      await waitForCard(browser, 'Aktau');
      await browser.hover(5, 5);
      await waitForNoCard(browser);
      await browser.evaluate(`void ${page}.original()`);
      await waitForTexts(browser, NAMES, RUSSIAN_NAMES);
      times++;
    }
    const { met } = behaviour(browser, {
      id: 'translated',
      what: 'A translated page is read in the language that is displayed, figures too, and in its own again afterwards',
      tried: `English to Russian and back, by ${ways.join(' and ')}`,
      figure: `${times} of ${ways.length} ways: all ${RUSSIAN_NAMES.length} mentions of the translation, then all ${(await markedTexts(browser)).length} of the original`,
      bar: 'all',
      met: times === ways.length,
    });
    expect(met).toBe(true);
  });
});
