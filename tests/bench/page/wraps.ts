import { type Lab, WITH } from './lab.ts';
import { article, labels, lines, paragraphs } from './made.ts';
import { estimate, tell } from './numbers.ts';
import type { Sheet } from './rows.ts';

const ROUNDS = 7;
const SIDES = ['neither', 'marks', 'wraps'] as const;
type Side = (typeof SIDES)[number];
/** Marking may cost this part of wrapping where there are more than 500 hits. */
const BAR = 1 / 3;
/** ms that are not told apart on small pages: the noise of one visit. */
const NOISE = 1;

/** In the page: finds the names, as the other sides do too, and wraps each in an element as highlighters do. */
async function wrap(names: readonly string[], isReal: boolean): Promise<number> {
  const pattern = new RegExp(names.map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|'), 'g');
  const walker = document.createTreeWalker(document.querySelector('article')!, NodeFilter.SHOW_TEXT);
  const found: [Text, number, number][] = [];
  for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null)
    for (const match of node.data.matchAll(pattern)) found.push([node, match.index, match[0].length]);
  if (isReal)
    for (const [node, at, length] of found.reverse()) {
      const name = node.splitText(at);
      name.splitText(length);
      const mark = document.createElement('mark');
      mark.style.cssText = 'background: none; color: inherit; text-decoration: underline dotted';
      name.replaceWith(mark);
      mark.append(name);
    }
  await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
  return found.length;
}

/**
 * What marking alone costs (script, style, layout and paint, the rule's style with it), beside wrapping the same hits: each is the difference to a
 * visit in which the page is read, recognised and searched, and nothing is marked and no rule stands. `late`: the page stood open when the grant came.
 */
export async function wraps(lab: Lab, sheet: Sheet): Promise<void> {
  const subjects = [
    { id: 'many', html: article([...paragraphs(10, 2), ...lines(250, 4, 90)]) },
    { id: 'few', html: article(paragraphs(10, 2)) },
  ];
  const names = labels().slice(0, 120);
  // Nothing is registered: each side brings what it needs itself, late or early.
  const early = (css: boolean) =>
    lab.control(`(async () => {
      const ids = (await chrome.scripting.getRegisteredContentScripts()).map(({ id }) => id);
      await chrome.scripting.unregisterContentScripts({ ids });
      ${css ? `await chrome.scripting.registerContentScripts([{ id: 'marks', css: ['marks.css'], runAt: 'document_start', matches: ['*://${WITH}/*'] }]);` : ''}
    })()`);
  const enter = (css: boolean) =>
    lab.control(`(async () => {
      const tab = (await chrome.tabs.query({})).find(({ url }) => url === ${JSON.stringify(lab.page().url())});
      ${css ? `await chrome.scripting.insertCSS({ target: { tabId: tab.id }, files: ['marks.css'], origin: 'AUTHOR' });` : ''}
      await chrome.scripting.executeScript({ target: { tabId: tab.id }, files: ['page-script.js'] });
    })()`);
  for (const { id, html } of subjects) {
    lab.put(`wraps-${id}.html`, html);
    for (const isLate of [false, true]) {
      const costs: Record<Side, number[]> = { neither: [], marks: [], wraps: [] };
      let hits = 0;
      for (let round = 0; round <= ROUNDS; round++) {
        for (let turn = 0; turn < SIDES.length; turn++) {
          const side = SIDES[(turn + round) % SIDES.length]!;
          const isMarked = side === 'marks';
          // The settings come first: they make the browser's registration anew.
          await lab.ask('setDensity', { density: isMarked ? 'all' : 'off' });
          await lab.page()?.waitForTimeout(150);
          await early(isMarked && !isLate);
          await lab.visit(WITH, `wraps-${id}.html`, 400);
          await enter(isMarked && isLate);
          hits = await lab.run(wrap, names, side === 'wraps');
          await lab.page().waitForTimeout(1200);
          // The first round warms caches.
          if (round) costs[side].push(await lab.busy());
        }
      }
      const [marking, wrapping] = (['marks', 'wraps'] as const).map((side) =>
        estimate(costs[side].map((cost, i) => cost - costs.neither[i]!)),
      ) as [ReturnType<typeof estimate>, ReturnType<typeof estimate>];
      const most = id === 'many' ? wrapping.median * BAR : wrapping.median + NOISE;
      sheet.row({
        id: `page-wraps-${id}${isLate ? '-late' : ''}`,
        what: `Marking ${id === 'many' ? 'costs a third of wrapping in elements' : 'a small page costs no more than wrapping in elements'}${isLate ? ', also in a tab that was open when the grant came' : ''}`,
        tried: `${ROUNDS} rounds of three visits, ${hits} hits`,
        figure: `marking ${tell(marking, 'ms')}, wrapping ${tell(wrapping, 'ms')}`,
        bar: id === 'many' ? '≤ ⅓ of wrapping' : `≤ wrapping + ${NOISE} ms`,
        met: marking.median <= most,
      });
    }
  }
  await lab.ask('setDensity', { density: 'first' });
}
