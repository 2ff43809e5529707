import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Browser, SeenRequest } from '../../src/drive/browser.ts';
import { launch } from '../../src/drive/launch.ts';
import { type Server, serve } from '../../src/drive/serve.ts';
import { articlePage, PAGES, STYLE } from './pages.ts';
import { hoverText, start, waitForCard, waitForMarks, waitForNoCard } from './support.ts';

/** Words that stand nowhere else; each in another place of the page. */
const CANARY = { text: 'zyxcanarytext', title: 'zyxcanarytitle', path: 'zyxcanarypath', input: 'zyxcanaryinput' };
const URL_OF_PAGE = `http://www.azernews.az/${CANARY.path}.html`;
const PAGE = articlePage(
  {
    lang: 'en',
    title: `Aktau and Baku ${CANARY.title}`,
    date: '2024-11-06',
    paragraphs: [
      `Trade between Kazakhstan and Azerbaijan reached $556 million in 2023, ${CANARY.text} said. It was a long evening, and nobody wanted to leave before the last of the guests had spoken of the ferries, the trains and the weather.`,
      'Guests from Aktau and Baku listened to the end, and wrote down what they had heard, each in his own language, for the newspapers of the next morning and for those who could not come.',
      'Outside it had begun to snow, and the lamps along the quay were lit one after the other, as they are every winter when the last ferry has left and the harbour belongs to the gulls until the morning comes back over the water.',
    ],
  },
  `<input value="${CANARY.input}">`,
);
const key = ({ method, host, path }: SeenRequest) => `${method} ${host}${path}`;
const pagesOf = (all: readonly SeenRequest[]) =>
  all
    .filter(({ method }) => method !== 'CONNECT')
    .map(key)
    .sort();
/** The browser's own attempts to reach its makers are refused and tried again, more or less often. */
const attemptsOf = (all: readonly SeenRequest[]) =>
  [...new Set(all.filter(({ method }) => method === 'CONNECT').map(key))].sort();

describe.each(['chromium', 'firefox'] as const)('nothing leaves %s', (name) => {
  let server: Server;
  let browser: Browser | undefined;
  beforeAll(async () => {
    server = await serve({ ...PAGES, [`www.azernews.az/${CANARY.path}.html`]: PAGE, 'www.azernews.az/style.css': STYLE });
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });

  async function asked(work: () => Promise<void>): Promise<readonly SeenRequest[]> {
    server.forget();
    await work();
    await new Promise((done) => setTimeout(done, 1000));
    return [...server.requests()];
  }

  test('reading, hovering and looking things up asks for nothing that the page alone would not', async () => {
    browser = await launch(name, { traffic: server });
    await browser.open(URL_OF_PAGE); // what the browser asks for on its own at its first page is not counted
    const without = await asked(() => browser!.open(URL_OF_PAGE));
    await browser.close();

    browser = await start(name, 'test', { traffic: server });
    await browser.open('http://garden.example/spring.html');
    const withUs = await asked(async () => {
      await browser!.open(URL_OF_PAGE);
      await waitForMarks(browser!, 4);
      for (const text of ['$556 million', 'Kazakhstan', 'Aktau', 'Baku']) {
        await hoverText(browser!, text);
        await waitForCard(browser!, text === '$556 million' ? '556' : text);
        await browser!.hover(5, 5);
        await waitForNoCard(browser!);
      }
    });
    expect(without.map(key)).toContain(`GET www.azernews.az/${CANARY.path}.html`);
    expect(pagesOf(withUs)).toEqual(pagesOf(without));
    expect(attemptsOf(withUs)).toEqual(attemptsOf(without));
    for (const request of withUs) {
      const told = JSON.stringify([request.host === 'www.azernews.az' ? '' : key(request), request.body]);
      for (const word of Object.values(CANARY)) expect(told).not.toContain(word);
    }
  });
});
