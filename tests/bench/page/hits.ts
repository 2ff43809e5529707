import { type Lab, WITH } from './lab.ts';
import { article, lines, paragraphs } from './made.ts';
import { quantile } from './numbers.ts';
import type { Sheet } from './rows.ts';
import { traced } from './trace.ts';

/** ms of processor time of one handler. */
const BAR = 2;
/** Until all of the page is marked, in ms: it is asked for in parts. */
const LONGEST = 40_000;
const MOVES = 1500;
/** CSS pixels beyond the screen that count as "a little beyond"; paragraphs are registered whole. */
const BEYOND = 1400;

/** Ten thousand marks: moving the pointer over them, and how many of them are registered. */
export async function hits(lab: Lab, sheet: Sheet): Promise<void> {
  await lab.ask('setDensity', { density: 'all' });
  lab.put('hits.html', article([...paragraphs(10, 2), ...lines(2200, 5, 90)]));
  await lab.visit(WITH, 'hits.html');
  await lab.marked();
  let marks = 0;
  for (let waited = 0; waited < LONGEST && marks < 10_000; waited += 500) {
    await lab.page().waitForTimeout(500);
    marks = (await lab.summary())?.report?.marks ?? 0;
  }
  const away = await lab.run((beyond: number) => {
    let all = 0;
    let far = 0;
    CSS.highlights.forEach((highlight, key) => {
      if (!key.startsWith('rv4')) return;
      for (const range of highlight as unknown as Iterable<AbstractRange>) {
        const { top, bottom } = range.startContainer.parentElement!.getBoundingClientRect();
        all += 1;
        if (bottom < -beyond || top > innerHeight + beyond) far += 1;
      }
    });
    return { all, far };
  }, BEYOND);
  const mouse = lab.page().mouse;
  const url = `chrome-extension://${lab.browser.extensionId}/page-script.js`;
  const { events } = await traced(lab, async () => {
    for (let i = 0; i < MOVES; i++) await mouse.move(20 + ((i * 7919) % 1200), 20 + ((i * 104_729) % 850));
  });
  // What a move starts in us: the listener itself, and the look once a frame.
  const times = events
    .filter(({ name, args }) => name === 'FunctionCall' && args.data?.url === url)
    .map(({ tdur, dur }) => (tdur ?? dur ?? 0) / 1000);
  await lab.ask('setDensity', { density: 'first' });
  sheet.row({
    id: 'page-pointer',
    what: 'Over ten thousand marks the pointer’s handler is quick',
    tried: `${MOVES} moves over ${marks} marks, ${times.length} calls of ours`,
    figure: `p99 ${quantile(times, 0.99).toFixed(2)} ms, median ${quantile(times, 0.5).toFixed(2)} ms`,
    bar: `p99 < ${BAR} ms with 10,000 marks`,
    met: quantile(times, 0.99) < BAR && marks >= 10_000 && times.length > 300,
  });
  sheet.row({
    id: 'page-registered',
    what: 'Only marks on the screen and a little beyond are registered',
    tried: `${marks} marks on one page`,
    figure: `${away.all} registered, ${away.far} of them further than ${BEYOND} px from the screen`,
    bar: 'none further',
    met: away.far === 0 && away.all > 0,
  });
}
