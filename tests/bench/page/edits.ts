import { launchFirefox } from '../../../src/drive/firefox.ts';
import { serve } from '../../../src/drive/serve.ts';
import { browserOf } from '../../reliability/row.ts';
import { buildExtension, MARKED, WITH, WITHOUT } from './lab.ts';
import { article, lines, paragraphs } from './made.ts';
import { estimate, inTurn, tell } from './numbers.ts';
import type { Sheet } from './rows.ts';

const ROUNDS = 6;
/** ms that a thousand edits may take longer than without us. */
const BAR = 20;
/** Longest wait for the first marks of so large a page on a slow machine, in ms. */
const FIRST_MARKS = 120_000;
/** Until the page is marked, in ms. */
const SETTLE = 2500;

/** In the page: a thousand text edits among the marks, and the layout that follows; ms. */
function edit(): number {
  const texts = [...document.querySelectorAll('article p')].map(({ firstChild }) => firstChild as Text);
  const start = performance.now();
  for (let i = 0; i < 1000; i++) texts[(i * 7) % texts.length]!.insertData(0, `${i % 10}`);
  document.body.getBoundingClientRect();
  return performance.now() - start;
}

/** Firefox moves every live range at every edit; ours are static and few. */
export async function edits(sheet: Sheet): Promise<void> {
  const html = article([...paragraphs(10, 2), ...lines(2200, 5, 90)], `<script>window.isMarked = () => ${MARKED}</script>`);
  const server = await serve({ [`${WITH}/edits.html`]: html, [`${WITHOUT}/edits.html`]: html });
  const browser = await launchFirefox({ extension: buildExtension('firefox'), traffic: server });
  try {
    await browser.extensionPage('options.html');
    for (const [call, params] of [
      ['setScope', { scope: 'every-article' }],
      ['setDensity', { density: 'all' }],
      ['setSite', { site: WITHOUT, state: 'off', private: false }],
    ] as const)
      await browser.evaluate(
        `browser.runtime.sendMessage(${JSON.stringify({ to: 'background', call, params })}).then(() => true)`,
      );
    const side = (host: string) => async () => {
      await browser.open(`http://${host}/edits.html`);
      // In the page's own world: a driver's sees no entries of the registry in Firefox.
      if (host === WITH) await browser.waitFor('(window.wrappedJSObject ?? window).isMarked()', [], FIRST_MARKS);
      await new Promise((done) => setTimeout(done, SETTLE));
      return browser.evaluate(edit);
    };
    const pairs = await inTurn(ROUNDS, side(WITHOUT), side(WITH));
    const more = estimate(pairs.map(({ first, second }) => second - first));
    sheet.row({
      id: 'page-edits',
      what: 'A thousand text edits take hardly longer with ten thousand marks',
      tried: `${ROUNDS} pairs of 1,000 edits over 11,000 mentions`,
      figure: `${tell(more, 'ms')} more than ${estimate(pairs.map(({ first }) => first)).median.toFixed(1)} ms`,
      bar: `≤ ${BAR} ms more`,
      met: more.median <= BAR,
      browser: browserOf(browser),
    });
  } finally {
    await browser.close();
    await server.close();
  }
}
