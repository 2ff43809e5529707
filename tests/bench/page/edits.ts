import type { Firefox } from '../../../src/drive/firefox.ts';
import { serve } from '../../../src/drive/serve.ts';
import type { PageSummary } from '../../../src/extension/calls.ts';
import { start } from '../../e2e/support.ts';
import { browserOf } from '../../reliability/row.ts';
import { buildExtension, WITH, WITHOUT } from './lab.ts';
import { article, lines, paragraphs } from './made.ts';
import { estimate, inTurn, tell } from './numbers.ts';
import type { Sheet } from './rows.ts';

const ROUNDS = 6;
/** ms that a thousand edits may take longer than without us. */
const BAR = 20;
/** Mentions that must be found before anything is measured. */
const LEAST = 10_000;
/** Longest wait for them on a slow machine, in ms: so large a page is asked for in parts. */
const LONGEST = 60_000;
/** Between two looks at a page that is being marked, in ms: longer than one part of it takes. */
const LOOK = 2000;
/** From the last mark until the page is at rest, in ms. */
const SETTLE = 2500;

/** In the page's own world, where Firefox shows what is registered and no wrappers of a driver are in the time. */
const SCRIPT = `
window.countRanges = () => {
  let all = 0;
  CSS.highlights.forEach(({ size }, key) => { if (key.startsWith('rv4')) all += size; });
  return all;
};
// A thousand text edits among the marks, the layout that follows, and what those who watch the page do at once; ms.
window.edit = async () => {
  const texts = [...document.querySelectorAll('article p')].map(({ firstChild }) => firstChild);
  const start = performance.now();
  for (let i = 0; i < 1000; i++) texts[(i * 7) % texts.length].insertData(0, String(i % 10));
  document.body.getBoundingClientRect();
  await null;
  return performance.now() - start;
};`;
const WORLD = '(window.wrappedJSObject ?? window)';

interface Edited {
  readonly ms: number;
  /** Mentions that stood marked, and ranges registered for them, before the edits. */
  readonly marks: number;
  readonly ranges: number;
}

/** A Firefox with us: an extension page that stays behind, and the tab in front in which pages are opened. */
async function openFirefox(traffic: Awaited<ReturnType<typeof serve>>) {
  buildExtension('firefox');
  const browser = (await start('firefox', 'test', { traffic })) as Firefox;
  const control = await browser.tab();
  await browser.extensionPage('options.html');
  const front = await browser.newTab('about:blank');
  /** Runs an expression in the extension page; the tab in front stays in front, since a hidden page is not read. */
  async function behind<R>(expression: string): Promise<R> {
    const use = (handle: string) => browser.marionette.send('WebDriver:SwitchToWindow', { handle, focus: false });
    await use(control);
    try {
      return await browser.evaluate<[], R>(expression);
    } finally {
      await use(front);
    }
  }
  async function ask<R>(call: string, params: unknown): Promise<R> {
    const message = JSON.stringify({ to: 'background', call, params });
    const answer = await behind<{ ok?: R; message?: string } | null>(`browser.runtime.sendMessage(${message})`);
    if (!answer || !('ok' in answer)) throw new Error(`${call}: ${answer?.message ?? 'no answer'}`);
    return answer.ok as R;
  }
  return { browser, behind, ask };
}

type Driven = Awaited<ReturnType<typeof openFirefox>>;

/** Waits until the page in front has its mentions marked and gets no more of them. Throws with what the page and the background say of it instead. */
async function marked({ browser, behind, ask }: Driven, url: string): Promise<number> {
  const tab = await behind<number>(
    `browser.tabs.query({}).then((tabs) => tabs.find((tab) => tab.url === ${JSON.stringify(url)})?.id ?? -1)`,
  );
  const end = Date.now() + LONGEST;
  for (let before = 0; ; ) {
    const summary = await behind<PageSummary | null>(
      `browser.tabs.sendMessage(${tab}, { to: 'page', call: 'summary', params: null }, { frameId: 0 }).then(({ ok }) => ok, () => null)`,
    );
    const marks = summary?.report?.marks ?? 0;
    if (marks >= LEAST && marks === before) return marks;
    before = marks;
    if (Date.now() > end) {
      const { reason } = await ask<{ reason: string }>('siteState', { tabId: tab, url });
      const seen = await browser.evaluate<[], string>('document.visibilityState');
      throw new Error(
        `${marks} of ${LEAST} mentions marked after ${LONGEST} ms: the tab is ${seen}, the site "${reason}", the page script says ${JSON.stringify(summary?.report ?? summary)}`,
      );
    }
    await new Promise((done) => setTimeout(done, LOOK));
  }
}

/** Firefox moves every live range at every edit; ours are static and few. */
export async function edits(sheet: Sheet): Promise<void> {
  const html = article([...paragraphs(10, 2), ...lines(2200, 5, 90)], `<script>${SCRIPT}</script>`);
  const server = await serve({ [`${WITH}/edits.html`]: html, [`${WITHOUT}/edits.html`]: html });
  let driven: Driven | undefined;
  try {
    driven = await openFirefox(server);
    const { browser, ask } = driven;
    await ask('setScope', { scope: 'every-article' });
    await ask('setDensity', { density: 'all' });
    await ask('setSite', { site: WITHOUT, state: 'off', private: false });
    const side = (host: string) => async (): Promise<Edited> => {
      const url = `http://${host}/edits.html`;
      await browser.open(url);
      const marks = host === WITH ? await marked(driven!, url) : 0;
      await new Promise((done) => setTimeout(done, SETTLE));
      const ranges = await browser.evaluate<[], number>(`${WORLD}.countRanges()`);
      return { ms: await browser.evaluate<[], number>(`${WORLD}.edit()`), marks, ranges };
    };
    const pairs = await inTurn(ROUNDS, side(WITHOUT), side(WITH));
    if (pairs.some(({ first }) => first.ranges > 0)) throw new Error(`${WITHOUT} is off, and something is registered there`);
    const more = estimate(pairs.map(({ first, second }) => second.ms - first.ms));
    const without = estimate(pairs.map(({ first }) => first.ms));
    const least = (key: 'marks' | 'ranges') => Math.min(...pairs.map(({ second }) => second[key]));
    sheet.row({
      id: 'page-edits',
      what: 'A thousand text edits take hardly longer with ten thousand marks',
      tried: `${ROUNDS} pairs of 1,000 edits; ${least('marks')} mentions marked, ${least('ranges')} ranges of them registered at a time`,
      figure: `${tell(more, 'ms')} more than ${without.median.toFixed(1)} ms, with layout and observers`,
      bar: `≤ ${BAR} ms more with ${LEAST.toLocaleString('en')} mentions`,
      met: more.median <= BAR && least('ranges') > 0,
      browser: browserOf(browser),
    });
  } finally {
    await driven?.browser.close();
    await server.close();
  }
}
