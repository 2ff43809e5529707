import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { removeProfile } from '../../src/drive/profile.ts';
import { serve } from '../../src/drive/serve.ts';
import { HOSTS, PAGES } from '../e2e/pages.ts';
import { start } from '../e2e/support.ts';
import { browserOf, record } from '../reliability/row.ts';

/**
 * From a stopped background to the first marks on an article, in ms: from the moment the page script may run (`DOMContentLoaded`) to the first
 * painted range. Needs the test builds (`DRAGOMAN_HOSTS=all DRAGOMAN_OPEN_CARD=1 npm run build`, the same with `build:firefox`).
 * `npm run bench:wake -- [rounds]`.
 */
const rounds = Number(process.argv[2] ?? 20);
/** Aim of the design: the marks are there before a reader has found the first line. */
const AIM = 250;

const quantile = (sorted: readonly number[], q: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * q))]!;

let missed = false;
for (const name of ['chromium', 'firefox'] as const) {
  const profile = mkdtempSync(join(tmpdir(), 'dragoman-wake-'));
  // The page itself watches for the first range, so that nothing of the driver is in the time.
  const watch = `<script>
    addEventListener('DOMContentLoaded', () => {
      const from = performance.now();
      const look = () => { if (countMarks() > 0) window.firstMarks = performance.now() - from; else requestAnimationFrame(look); };
      look();
    });
  </script>`;
  const pages = Object.fromEntries(
    Object.entries(PAGES).map(([path, page]) => [path, page.replace('</head>', `${watch}</head>`)]),
  );
  const server = await serve(pages);
  const browser = await start(name, 'test', { traffic: server, profile });
  const times: number[] = [];
  try {
    for (let round = 0; round < rounds; round++) {
      await browser.open(HOSTS.calm);
      await browser.killBackground();
      await browser.open(HOSTS.trade);
      times.push(await browser.waitFor<[], number>('(window.wrappedJSObject ?? window).firstMarks'));
    }
  } finally {
    await browser.close();
    await server.close();
    await removeProfile(profile);
  }
  times.sort((a, b) => a - b);
  const [median, p95] = [quantile(times, 0.5), quantile(times, 0.95)];
  const { met } = record({
    id: 'wake',
    part: 'speed',
    what: 'Marks are there soon, also when the background has to wake first',
    tried: `${rounds} articles, each with the background stopped`,
    figure: `median ${median.toFixed(0)} ms, p95 ${p95.toFixed(0)} ms from DOMContentLoaded to the first painted range`,
    bar: `p95 ≤ ${AIM} ms`,
    met: p95 <= AIM,
    browser: browserOf(browser),
  });
  if (!met) missed = true;
  console.log(
    `${name} ${browser.version}: ${rounds} rounds, median ${median.toFixed(0)} ms, p95 ${p95.toFixed(0)} ms, slowest ${times.at(-1)!.toFixed(0)} ms (aim: p95 at most ${AIM})`,
  );
}
process.exitCode = missed ? 1 : 0;
