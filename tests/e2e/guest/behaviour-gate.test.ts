import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Browser } from '../../../src/drive/browser.ts';
import { type Server, serve } from '../../../src/drive/serve.ts';
import { start, waitForMarks, waitForNoMarks } from '../support.ts';
import { BROWSERS, behaviour, command, guestPage, inExtension, OUTLET, pause, SILENCE } from './guest.ts';

const page = '(window.wrappedJSObject ?? window)';
/** Says nothing of being an article; its text has names all the same. A script can turn it into one, as a router does. */
const LIST = guestPage({
  title: 'The wall of the harbour office',
  after: `<script>
    for (const meta of document.querySelectorAll('meta[property]')) meta.remove();
    const article = document.querySelector('article');
    const wall = Object.assign(document.createElement('div'), { innerHTML: article.innerHTML });
    article.replaceWith(wall);
    window.becomeArticle = () => {
      history.pushState(null, '', '/story.html');
      document.head.append(Object.assign(document.createElement('script'), { type: 'application/ld+json', textContent: '{"@type": "NewsArticle"}' }));
      const next = document.createElement('article');
      next.innerHTML = wall.innerHTML;
      wall.replaceWith(next);
      return true;
    };
  </script>`,
});

interface There {
  readonly gate: boolean;
  readonly page: boolean;
}

/** A wall whose article stands in a frame of its own site. */
const FRAMED = LIST.replace(
  '</article>',
  `<iframe id="story" src="/story.html" width="700" height="500"></iframe></article>
<script>addEventListener('load', () => setInterval(() => { window.inFrame = document.querySelector('#story').contentWindow.countMarks(); }, 100))</script>`,
);

interface Said {
  readonly on: boolean;
  readonly reason: string;
  readonly title: string;
  readonly badge: string;
}

/** What popup and button say of the tab that shows this path. */
const saidOf = (browser: Browser, path: string): Promise<Said> =>
  inExtension<Said>(
    browser,
    `(async () => {
      const { id, url } = (await api.tabs.query({})).find(({ url }) => url?.endsWith(${JSON.stringify(path)}));
      const [title, badge] = await Promise.all([api.action.getTitle({ tabId: id }), api.action.getBadgeText({ tabId: id })]);
      const { ok } = await api.runtime.sendMessage({ to: 'background', call: 'siteState', params: { tabId: id, url } });
      return { on: ok.on, reason: ok.reason, title, badge };
    })()`,
  );

/** Which of our scripts are alive in the tab that shows this path. */
const scriptsIn = (browser: Browser, path: string): Promise<There> =>
  inExtension<There>(
    browser,
    `(async () => {
      const tab = (await api.tabs.query({})).find(({ url }) => url?.endsWith(${JSON.stringify(path)}));
      const func = () => [Boolean(globalThis.__dragomanGate?.isOpen()), Boolean(globalThis.__dragomanRuns?.())];
      const [{ result }] = await api.scripting.executeScript({ target: { tabId: tab.id }, func });
      return { gate: result[0], page: result[1] };
    })()`,
  );

describe.each(BROWSERS)('the gate in %s', (name) => {
  let server: Server;
  let browser: Browser;
  beforeAll(async () => {
    server = await serve({
      // Its elements answer to the names by which our scripts find one another.
      [`${OUTLET}/story.html`]: guestPage({
        after: ['Gate', 'Runs', 'Once'].map((name) => `<a id="__dragoman${name}"></a>`).join(''),
      }),
      [`${OUTLET}/wall.html`]: LIST,
      [`${OUTLET}/framed.html`]: FRAMED,
    });
    browser = await start(name, 'test', { traffic: server });
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });

  test('only pages that are read get the page script; the gate ends where it comes', async () => {
    const seen: Record<string, There> = {};
    await browser.open(`http://${OUTLET}/story.html`);
    await waitForMarks(browser, 4);
    seen.article = await scriptsIn(browser, '/story.html');

    await browser.open(`http://${OUTLET}/wall.html`);
    await pause(SILENCE);
    expect(await browser.evaluate<[], number>(`${page}.countMarks()`)).toBe(0);
    seen.other = await scriptsIn(browser, '/wall.html');

    await browser.evaluate(`${page}.becomeArticle()`);
    await waitForMarks(browser, 4);
    seen.turned = await scriptsIn(browser, '/story.html');

    // The reader wants this site whatever it shows: the page that stands there is read without a reload.
    await browser.open(`http://${OUTLET}/wall.html`);
    await pause(SILENCE);
    await command(browser, 'setSite', { site: OUTLET, state: 'on', private: false });
    await waitForMarks(browser, 4);
    seen.chosen = await scriptsIn(browser, '/wall.html');
    await command(browser, 'setSite', { site: OUTLET, state: 'default', private: false });
    await waitForNoMarks(browser);

    const [gate, script] = [
      { gate: true, page: false },
      { gate: false, page: true },
    ];
    const expected = { article: script, other: gate, turned: script, chosen: script };
    const wrong = Object.keys(expected).filter((key) => JSON.stringify(seen[key]) !== JSON.stringify(expected[key as 'other']));
    const row = behaviour(browser, {
      id: 'gate',
      what: 'A page that is no article gets a small script alone, until it turns into one or the reader turns the site on',
      tried: 'an article, a page that is none, the same turned into one by its router, the same with its site turned on',
      figure: `${4 - wrong.length} of 4 as they should${wrong.length ? `, not: ${wrong.join(', ')}` : ''}`,
      bar: '4 of 4',
      met: wrong.length === 0,
    });
    expect(row.met, JSON.stringify(seen)).toBe(true);
  });

  test('popup and button know of a gate, though it has no ears', async () => {
    await browser.open(`http://${OUTLET}/wall.html`);
    await pause(SILENCE);
    const wall = await saidOf(browser, '/wall.html');
    await browser.open(`http://${OUTLET}/story.html`);
    await waitForMarks(browser, 4);
    await pause(SILENCE);
    const story = await saidOf(browser, '/story.html');
    await browser.open(`http://${OUTLET}/framed.html`);
    await browser.waitFor(`${page}.inFrame >= 4`);
    await pause(SILENCE);
    const framed = await saidOf(browser, '/framed.html');
    const { gate } = await scriptsIn(browser, '/framed.html');
    // Settings reach the frame, and a site that is chosen is read around it, too.
    await command(browser, 'setDensity', { density: 'off' });
    await browser.waitFor(`${page}.inFrame === 0`);
    await command(browser, 'setDensity', { density: 'first' });
    await browser.waitFor(`${page}.inFrame >= 4`);
    await command(browser, 'setSite', { site: OUTLET, state: 'on', private: false });
    await waitForMarks(browser, 4);
    await command(browser, 'setSite', { site: OUTLET, state: 'default', private: false });
    const row = behaviour(browser, {
      id: 'gate-said',
      what: 'Popup and button say what a page behind the gate is, and speak of the article in a frame of it',
      tried:
        'a page that is no article, an article, a page that is none around a frame with one: density off and on, its site turned on',
      figure: [wall, story, framed].map(({ reason, title, badge }) => `${reason}, "${title}", ${badge || 'no badge'}`).join('; '),
      bar: 'off-not-article and no badge; on-outlet and a badge, twice, the second behind a gate',
      met:
        wall.reason === 'off-not-article' &&
        wall.title === 'Dragoman: off here' &&
        wall.badge === '' &&
        [story, framed].every((one) => one.reason === 'on-outlet' && one.title === 'Dragoman: on' && Number(one.badge) >= 4) &&
        gate,
    });
    expect(row.met, row.figure).toBe(true);
  });
});
