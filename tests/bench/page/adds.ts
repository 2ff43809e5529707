import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { type Cost, type Lab, WITH, WITHOUT } from './lab.ts';
import { article, noArticle, paragraphs, teasers } from './made.ts';
import { estimate, inTurn, tell } from './numbers.ts';
import type { Sheet } from './rows.ts';
import { ownScripts, scriptStyleLayout, traced } from './trace.ts';

const ROUNDS = 9;
/** ms of the main thread, and MB of heap, that we may add to an article with 200 marks. */
const BAR = { ms: 30, heap: 2, task: 50, noArticle: 2 };

interface Subject {
  readonly id: string;
  readonly about: string;
  readonly html: string | Uint8Array;
  readonly most: number;
}

/** The heaviest pages of the evaluation material, where it is there; else made ones. */
function heavyPages(): Subject[] {
  const folder = process.env.DRAGOMAN_EVAL;
  if (!folder)
    return [500, 1000, 1500, 2000, 2500].map((count, i) => ({
      id: `heavy-${i + 1}`,
      about: `a made article among ${count * 4} other elements`,
      html: article(paragraphs(40, 2), teasers(count)),
      most: BAR.ms,
    }));
  const list = JSON.parse(readFileSync(join(folder, 'pages/manifest.json'), 'utf8')) as { file: string; bytes: number }[];
  return list
    .sort((a, b) => b.bytes - a.bytes)
    .slice(0, 5)
    .map(({ file, bytes }, i) => ({
      id: `heavy-${i + 1}`,
      about: `a real page of ${(bytes / 1e6).toFixed(1)} MB as served, its outside scripts unreachable`,
      html: gunzipSync(readFileSync(join(folder, 'pages', file))),
      most: BAR.ms,
    }));
}

/** What we add to a page from its start until it rests: processor time of its main thread, and heap. */
export async function adds(lab: Lab, sheet: Sheet): Promise<void> {
  const subjects: Subject[] = [
    { id: 'marks-200', about: 'a made article', html: article(paragraphs(70, 3)), most: BAR.ms },
    ...heavyPages(),
    { id: 'no-article', about: 'a made page of 7,500 elements that is no article', html: noArticle(), most: BAR.noArticle },
  ];
  for (const { id, html } of subjects) lab.put(`${id}.html`, { body: html });
  for (const { id, about, most } of subjects) {
    const visit = async (host: string): Promise<Cost & { seen: number }> => {
      const seen = await scriptStyleLayout(lab, `${id}.html`, () => lab.visit(host, `${id}.html`));
      return { ...(await lab.cost()), seen };
    };
    await visit(WITH); // both processes are warm then
    const marks = (await lab.summary())?.report?.marks;
    const pairs = await inTurn(
      ROUNDS,
      () => visit(WITHOUT),
      () => visit(WITH),
    );
    const of = (key: keyof Cost | 'seen') => estimate(pairs.map(({ first, second }) => second[key] - first[key]));
    const base = estimate(pairs.map(({ first }) => first.task)).median;
    const [task, seen, heap] = [of('task'), of('seen'), of('heap')];
    const what = `${about}${marks ? `, ${marks} marks` : ', nothing to mark'}`;
    const all = `all of the main thread ${tell(task, 'ms')} more than ${base.toFixed(0)} ms; heap ${tell(heap, 'MB', 2)}`;
    if (id === 'no-article') {
      const times: number[] = [];
      for (let i = 0; i < ROUNDS; i++) times.push(await ownScripts(lab, () => lab.visit(WITH, `${id}.html`)));
      const own = estimate(times);
      sheet.row({
        id: `page-adds-${id}`,
        what: 'A page that is no article loses next to nothing',
        tried: `${ROUNDS} visits under a trace, ${ROUNDS} pairs of visits; ${what}`,
        figure: `${tell(own, 'ms')} in scripts of ours, compiled and run; ${all}`,
        bar: `≤ ${most} ms of ours, ≤ ${BAR.heap} MB`,
        met: own.median <= most && heap.median <= BAR.heap,
        note: 'The main thread as a whole differs by more from visit to visit, for layout of 7,500 elements, than what is asked about.',
      });
    } else
      sheet.row({
        id: `page-adds-${id}`,
        what: 'A page loses little of its main thread to us',
        tried: `${ROUNDS} pairs of visits; ${what}`,
        figure: `${tell(seen, 'ms')} of script, style and layout; ${all}`,
        bar: `≤ ${most} ms of script, style and layout, ≤ ${BAR.heap} MB`,
        met: seen.median <= most && heap.median <= BAR.heap,
        note: "As the browser's timeline has it: compiling and collecting are script. All of the main thread is painting, messages and timekeeping too.",
      });
    const { tasks } = await traced(lab, () => lab.visit(WITH, `${id}.html`));
    const longest = [...tasks].sort((a, b) => b.own - a.own)[0];
    sheet.row({
      id: `page-task-${id}`,
      what: 'No task of ours is long',
      tried: `1 visit under a sampling profiler; ${what}`,
      figure: longest ? `${longest.own.toFixed(1)} ms of ours in one task` : 'no task of ours',
      bar: `≤ ${BAR.task} ms`,
      met: (longest?.own ?? 0) <= BAR.task,
    });
  }
}

/** Where the site is off no script of ours may be there: asked of the browser, not measured. */
export async function off(lab: Lab, sheet: Sheet): Promise<void> {
  lab.put('off.html', { body: article(paragraphs(70, 3)) });
  const worlds = async (host: string): Promise<number> => {
    await lab.visit(host, 'off.html');
    let count = 0;
    lab.session().on('Runtime.executionContextCreated', ({ context }) => {
      if (context.origin === `chrome-extension://${lab.browser.extensionId}`) count += 1;
    });
    await lab.session().send('Runtime.enable');
    return count;
  };
  const [without, withUs] = [await worlds(WITHOUT), await worlds(WITH)];
  sheet.row({
    id: 'page-site-off',
    what: 'Where the site is off no script of ours is there',
    tried: 'one visit with the site on, one with it off',
    figure: `${without} worlds of ours off, ${withUs} on`,
    bar: '0 where it is off',
    met: without === 0 && withUs === 1,
  });
}
