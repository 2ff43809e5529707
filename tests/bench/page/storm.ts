import { type Lab, WITH } from './lab.ts';
import { article, labels, paragraphs } from './made.ts';
import type { Sheet } from './rows.ts';
import { type Trace, traced } from './trace.ts';

/** ms of ours in one task, and our share of the main thread's time. */
const BAR = { task: 50, share: 0.2 };

const html = () => article(paragraphs(30, 3), '<div id="feed"></div>');

/** In the page: 10,000 nodes a second, old ones taken away so that the page itself can go on. */
async function insert(seconds: number, names: readonly string[]): Promise<number> {
  const feed = document.querySelector('#feed')!;
  const end = performance.now() + seconds * 1000;
  const start = performance.now();
  let made = 0;
  while (performance.now() < end) {
    // Two nodes each, as many as are due.
    for (const due = (performance.now() - start) * 10; made < due; made += 2) {
      const line = document.createElement('p');
      line.textContent = `News from ${names[made % names.length]}, number ${made}`;
      feed.append(line);
    }
    while (feed.childElementCount > 4000) feed.firstElementChild!.remove();
    await new Promise((done) => setTimeout(done, 20));
  }
  return made;
}

/** In the page: an advertisement that rewrites itself ten times a second. */
async function rewrite(seconds: number): Promise<number> {
  const clock = document.querySelector('#clock')!;
  for (let i = 0; i < seconds * 10; i++) {
    clock.innerHTML = `<b>Offer ${i}</b> of the <i>day</i>`;
    await new Promise((done) => setTimeout(done, 100));
  }
  return seconds * 10;
}

/** In the page: a feed that grows by a screen whenever its end comes near. */
async function grow(screens: number, texts: readonly string[]): Promise<number> {
  const feed = document.querySelector('#feed')!;
  let at = 0;
  for (let screen = 0; screen < screens; screen++) {
    const part = document.createElement('section');
    part.style.minHeight = `${innerHeight}px`;
    part.innerHTML = `<h2>Part ${screen}</h2>${Array.from({ length: 4 }, () => `<p>${texts[at++ % texts.length]}</p>`).join('')}`;
    feed.append(part);
    for (let step = 0; step < 3; step++) {
      scrollBy({ top: innerHeight / 3, behavior: 'instant' });
      await new Promise((done) => setTimeout(done, 33));
    }
  }
  return screens;
}

function judge({ tasks }: Trace, ms: number): { longest: number; share: number; names: readonly string[] } {
  const sorted = [...tasks].sort((a, b) => b.own - a.own);
  return {
    longest: sorted[0]?.own ?? 0,
    share: tasks.reduce((sum, { own }) => sum + own, 0) / ms,
    names: sorted[0]?.names ?? [],
  };
}

/** Pages that never rest. */
export async function storm(lab: Lab, sheet: Sheet): Promise<void> {
  lab.put('storm.html', html());
  const names = labels().slice(0, 200);
  const kinds = [
    {
      id: 'inserts',
      what: 'A storm of insertions',
      about: '10,000 nodes a second for 30 s',
      work: () => lab.run(insert, 30, names),
    },
    {
      id: 'advert',
      what: 'An advertisement that rewrites itself',
      about: 'ten times a second for 15 s',
      work: () => lab.run(rewrite, 15),
    },
    {
      id: 'endless',
      what: 'An endless page',
      about: '200 screens, ten a second',
      work: () => lab.run(grow, 200, paragraphs(300, 2)),
    },
  ];
  for (const { id, what, about, work } of kinds) {
    await lab.visit(WITH, 'storm.html');
    await lab.marked();
    let ms = 0;
    const trace = await traced(lab, async () => {
      const before = performance.now();
      await work();
      ms = performance.now() - before;
    });
    const { longest, share, names: dear } = judge(trace, ms);
    if (process.env.DRAGOMAN_NAMES) console.log(dear.slice(0, 10).join(', '));
    const report = (await lab.summary())?.report;
    sheet.row({
      id: `page-storm-${id}`,
      what: `${what} leaves us a small part of the main thread, in short tasks`,
      tried: about,
      figure: `longest task of ours ${longest.toFixed(0)} ms, ${(share * 100).toFixed(1)} % of the main thread; given up: ${report?.limits.join(', ') || 'nothing'}`,
      bar: `tasks ≤ ${BAR.task} ms, ≤ ${BAR.share * 100} %`,
      met: longest <= BAR.task && share <= BAR.share && ms > 10_000,
    });
  }
}

/** Functions of ours that ran, by name: also those too short for the profiler. */
function calls({ events }: Trace, id: string): number {
  return events.filter(
    ({ name, args }) => name === 'FunctionCall' && args.data?.url?.startsWith(`chrome-extension://${id}/page-`),
  ).length;
}

/** A page that storms in a tab which nobody sees. */
export async function hidden(lab: Lab, sheet: Sheet): Promise<void> {
  lab.put('storm.html', html());
  await lab.visit(WITH, 'storm.html');
  await lab.marked();
  const page = lab.page();
  const storming = async () => void (await lab.run(insert, 1, labels().slice(0, 50)));
  const seen = calls(await traced(lab, storming), lab.browser.extensionId);
  // The driver keeps every tab of Chromium visible, so our world alone is told that nobody sees the page.
  let world = 0;
  lab.session().on('Runtime.executionContextCreated', ({ context }) => {
    if (context.origin === `chrome-extension://${lab.browser.extensionId}`) world = context.id;
  });
  await lab.session().send('Runtime.enable');
  const { result } = await lab.session().send('Runtime.evaluate', {
    contextId: world,
    expression: `Object.defineProperty(Document.prototype, 'hidden', { get: () => true });
      document.dispatchEvent(new Event('visibilitychange')); document.hidden`,
  });
  await page.waitForTimeout(1000);
  const unseen = calls(
    await traced(lab, async () => {
      await storming();
      await page.waitForTimeout(5000);
    }),
    lab.browser.extensionId,
  );
  sheet.row({
    id: 'page-hidden',
    what: 'In a hidden tab nothing of ours runs',
    tried: `10,000 nodes in a second, then 5 s of rest, told that it is hidden; the same while it was seen: ${seen} calls`,
    figure: `${unseen} calls of our functions`,
    bar: '0 calls',
    met: result.value === true && unseen === 0 && seen > 0,
  });
}
