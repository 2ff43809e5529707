import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Browser } from '../../../src/drive/browser.ts';
import { type Server, serve } from '../../../src/drive/serve.ts';
import { cardText, start, waitForCard, waitForNoCard } from '../support.ts';
import { BROWSERS, behaviour, guestPage, HELPERS, inExtension, OUTLET, PARAGRAPHS, pause, SILENCE } from './guest.ts';

/** Frames tell the page around them what is painted in them, whoever they belong to. */
const TELL = `<script>setInterval(() => parent.postMessage({ from: location.href, marks: window.countMarks() }, '*'), 200);</script>`;
const HEAR = `<script>window.told = {}; addEventListener('message', ({ data }) => { window.told[data.from] = data.marks; });</script>`;
/** The article's text alone: what it is, the page around says. */
const TEXT = `<!doctype html><html lang="en"><meta charset="utf-8"><script>${HELPERS}</script>
<style>body { font: 18px/1.6 serif }</style><h1>A meeting by the sea</h1>${PARAGRAPHS.map((text) => `<p>${text}</p>`).join('')}${TELL}</html>`;
const framed = (frames: string) => guestPage({ article: `<h1>A meeting by the sea</h1>${frames}`, after: HEAR });
const frame = (id: string, src: string, width: number, height: number) =>
  `<iframe id="${id}" src="${src}" width="${width}" height="${height}" style="border: 5px solid; padding: 7px"></iframe>`;

const page = '(window.wrappedJSObject ?? window)';
const told = (browser: Browser, from: string) =>
  browser.evaluate<[], number | undefined>(`${page}.told[${JSON.stringify(from)}] ?? null`);
/** Middle of a text inside a frame of the same origin, in CSS pixels of the page around. */
const placeIn = (id: string, text: string) => `(() => {
  const element = document.querySelector('#${id}');
  const inner = element.contentDocument;
  const walker = inner.createTreeWalker(inner.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const at = node.data.indexOf(${JSON.stringify(text)});
    if (at < 0 || node.parentElement.localName === 'script') continue;
    const range = inner.createRange();
    range.setStart(node, at);
    range.setEnd(node, at + ${text.length});
    const rect = range.getBoundingClientRect();
    const { x, y } = element.getBoundingClientRect();
    return { x: x + 12 + rect.x + rect.width / 2, y: y + 12 + rect.y + rect.height / 2, top: y + 12 + rect.top, bottom: y + 12 + rect.bottom };
  }
})()`;

describe.each(BROWSERS)('frames in %s', (name) => {
  let server: Server;
  let browser: Browser;
  beforeAll(async () => {
    server = await serve({
      [`${OUTLET}/framed.html`]: framed(
        frame('story', '/text.html', 700, 360) +
          frame('advert', 'http://adverts.example/text.html', 300, 250) +
          frame('stranger', 'http://stranger.example/story.html', 700, 400) +
          frame('small', '/small.html', 300, 200),
      ),
      [`${OUTLET}/late.html`]: framed(
        `<script>setTimeout(() => { const one = document.createElement('iframe'); one.id = 'story'; one.width = 700; one.height = 400; one.srcdoc = ${JSON.stringify(TEXT).replaceAll('</', '<\\/')}; document.querySelector('article').append(one); }, 1500)</script>`,
      ),
      [`${OUTLET}/cousin.html`]: framed(frame('cousin', 'http://texts.azernews.az/text.html', 700, 400)),
      [`${OUTLET}/text.html`]: TEXT,
      [`${OUTLET}/small.html`]: TEXT,
      'texts.azernews.az/text.html': guestPage({ after: TELL }),
      'adverts.example/text.html': TEXT,
      'stranger.example/story.html': guestPage({ after: TELL }),
    });
    browser = await start(name, 'test', { traffic: server });
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });
  const marksIn = async (from: string, least: number) => {
    await expect.poll(() => told(browser, from), { timeout: 15_000 }).toBeGreaterThanOrEqual(least);
    return (await told(browser, from)) ?? 0;
  };

  test('the article of a page stands in a frame of its own site: marks there, card in the page around, counts in the popup', async () => {
    const at = (path: string) => `http://${OUTLET}/${path}`;
    await browser.open(at('framed.html'));
    const inFrame = await marksIn(at('text.html'), 6);
    await pause(SILENCE);
    const strangers =
      ((await told(browser, 'http://adverts.example/text.html')) ?? -1) +
      ((await told(browser, 'http://stranger.example/story.html')) ?? -1) +
      ((await told(browser, at('small.html'))) ?? -1);
    const place = await browser.evaluate<[], { x: number; y: number; top: number; bottom: number }>(placeIn('story', 'Aktau'));
    await browser.hover(5, 5);
    await browser.hover(place.x, place.y);
    await waitForCard(browser, 'Aktau');
    await pause(250);
    const box = await browser.evaluate<[], { top: number; bottom: number }>(
      `(({ top, bottom }) => ({ top, bottom }))(document.querySelector('dragoman-card').shadowRoot.querySelector('.frame').getBoundingClientRect())`,
    );
    const far = box.top >= place.bottom ? box.top - place.bottom : place.top - box.bottom;
    // Into the card and out of it: it stays while the pointer is inside.
    await browser.hover(place.x, (place.y + box.top) / 2);
    await browser.hover(place.x, box.top + 20);
    await pause(900);
    const stays = (await browser.evaluate<[], string>(cardText)).includes('Aktau');
    await browser.hover(5, 5);
    await waitForNoCard(browser);
    const said = await inExtension<{ on: boolean; marks: number }>(
      browser,
      `api.tabs.query({ url: '*://${OUTLET}/*' }).then(async ([{ id }]) => {
        const { ok } = await api.runtime.sendMessage({ to: 'background', call: 'siteState', params: { tabId: id } });
        const badge = await api.action.getBadgeText({ tabId: id });
        return { on: ok.on, marks: Number(badge) };
      })`,
    );
    // The frame goes elsewhere while its card is open: nothing of it stays.
    await browser.hover(place.x, place.y);
    await waitForCard(browser, 'Aktau');
    await browser.evaluate(`void (document.querySelector('#story').src = 'about:blank')`);
    await browser.waitFor(`!document.querySelector('dragoman-card')`);
    const { met } = behaviour(browser, {
      id: 'frames',
      what: 'An article in a frame of its own site is marked, its card stands in the page around; frames of strangers and small ones are left alone',
      tried:
        'one frame of the same origin, one of a stranger as large, an advertisement and a small one; a card entered, left, and orphaned',
      figure: `${inFrame} marks in the article's frame, ${strangers} in the three others; card ${Math.round(far)} px from its line, ${stays ? 'stays' : 'goes'} under the pointer; popup ${said.on ? 'on' : 'off'}, badge ${said.marks}`,
      bar: 'marks, 0, 1 to 12 px, stays, on, badge as marked',
      met: inFrame >= 6 && strangers === 0 && far > 0 && far <= 12 && stays && said.on && said.marks === inFrame,
    });
    expect(met).toBe(true);
  });

  test('a frame without an address that comes late, and one of another host of the site', async () => {
    await browser.open(`http://${OUTLET}/late.html`);
    const late = await marksIn('about:srcdoc', 6);
    await browser.open(`http://${OUTLET}/cousin.html`);
    const cousin = await marksIn('http://texts.azernews.az/text.html', 6);
    const { met } = behaviour(browser, {
      id: 'frames-late',
      what: 'A frame is read that comes late without an address of its own, and one of another host of the same site',
      tried: 'srcdoc after 1.5 s; a subdomain',
      figure: `${late} and ${cousin} marks`,
      bar: '6 each',
      met: late >= 6 && cousin >= 6,
      note: 'In a frame of another host the card is drawn inside the frame: only the same origin may draw in the page around',
    });
    expect(met).toBe(true);
  });
});
