import type { Density } from '../../../src/model/settings.ts';
import { type Lab, WITH, WITHOUT } from './lab.ts';
import { labels, page, paragraphs, teasers } from './made.ts';
import { estimate, tell } from './numbers.ts';
import type { Sheet } from './rows.ts';

const ROUNDS = 7;
const FRAMES = 80;
/** CSS pixels of one step: about a turn of the wheel. */
const STEP = 100;
const DENSITIES = ['first', 'section', 'all'] as const satisfies readonly Density[];
/** ms that a change or a step may cost more than without us, at the density of a new reader. */
const BAR = 5;

/** 2,250 mentions of some 250 names in five sections, and what stands around articles: ten thousand elements. */
export const dense = () =>
  page(
    paragraphs(450, 5, 250)
      .map((text, i) => `${i % 90 === 0 ? `<h2>Part ${i / 90 + 1}</h2>` : ''}<p>${text}</p>`)
      .join('\n'),
    teasers(2000),
  );

/** In the page: one change, or one step, a frame. */
async function frames(kind: 'change' | 'step', count: number, step: number): Promise<void> {
  const clock = document.querySelector('#clock')!;
  for (let i = 0; i < count; i++) {
    await new Promise((done) => requestAnimationFrame(done));
    if (kind === 'change') clock.textContent = `${i}`;
    else scrollBy({ top: step, behavior: 'instant' });
  }
}

/** What our marks cost a page that changes, and a page that is scrolled: processor time of the main thread for each frame. */
export async function scroll(lab: Lab, sheet: Sheet): Promise<void> {
  lab.put('dense.html', dense());
  const sides = ['without', ...DENSITIES] as const;
  const costs = new Map(sides.map((side) => [side, { change: [] as number[], step: [] as number[], marks: 0 }]));
  for (let round = 0; round < ROUNDS; round++) {
    for (let turn = 0; turn < sides.length; turn++) {
      const side = sides[(turn + round) % sides.length]!;
      if (side !== 'without') await lab.ask('setDensity', { density: side });
      await lab.visit(side === 'without' ? WITHOUT : WITH, 'dense.html');
      if (side !== 'without') await lab.marked();
      const kept = costs.get(side)!;
      if (side !== 'without') kept.marks = (await lab.summary())?.report?.marks ?? 0;
      for (const kind of ['change', 'step'] as const) {
        const before = await lab.busy();
        await lab.run(frames, kind, FRAMES, STEP);
        kept[kind].push((await lab.busy()) - before);
      }
    }
  }
  await lab.ask('setDensity', { density: 'first' });
  for (const density of DENSITIES) {
    for (const kind of ['change', 'step'] as const) {
      const off = costs.get('without')![kind];
      const { marks, [kind]: on } = costs.get(density)!;
      const added = estimate(on.map((cost, i) => (cost - off[i]!) / FRAMES));
      const base = estimate(off.map((cost) => cost / FRAMES)).median;
      sheet.row({
        id: `page-${kind === 'change' ? 'change' : 'scroll-step'}-${density}`,
        what:
          kind === 'change'
            ? `With marks on (${density}), one unrelated change of the page a frame costs little more than without us`
            : `With marks on (${density}), one step of scrolling costs little more than without us`,
        tried: `${ROUNDS} pairs of ${FRAMES} frames, ${marks} marks, ${labels().length} names`,
        figure: `${tell(added, 'ms', 2)} more than ${base.toFixed(1)} ms`,
        bar: `≤ ${BAR} ms more`,
        met: added.median <= BAR,
      });
    }
  }
}
