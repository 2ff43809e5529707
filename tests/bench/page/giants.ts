import { type Lab, MARKED, WITH } from './lab.ts';
import { labels, page, paragraphs } from './made.ts';
import type { Sheet } from './rows.ts';
import { traced } from './trace.ts';

/** ms until the screen is marked, counted from the page's first idle moment after `load`; ms of ours in one task. */
const BAR = { first: 1000, task: 100 };
/** How long we are watched after the first marks, in ms. */
const WATCHED = 6000;

/** Notes when the page first rests, and when the first mark stands. */
const CLOCK = `<script>
  addEventListener('load', () => requestIdleCallback(() => { globalThis.idleAt = performance.now(); }));
  (function look() { if (${MARKED}) globalThis.markedAt = performance.now(); else setTimeout(look, 10); })();
</script>`;

interface Giant {
  readonly id: string;
  readonly about: string;
  readonly html: () => string;
}

const GIANTS: readonly Giant[] = [
  {
    id: 'text-50mb',
    about: '50 MB of text in paragraphs',
    html: () => {
      const texts = paragraphs(500, 4);
      const size = texts.reduce((sum, { length }) => sum + length, 0);
      const body = texts.map((text) => `<p>${text}</p>`).join('\n');
      return page(CLOCK + Array.from({ length: Math.ceil(50e6 / size) }, () => body).join('\n'));
    },
  },
  {
    id: 'nodes-million',
    about: 'a million nodes',
    html: () => {
      const body = paragraphs(30, 3).map((text) => `<p>${text}</p>`);
      const rows = Array.from({ length: 250_000 }, (_, i) => `<div><b>Row ${i}</b> of a table</div>`);
      return page(`${CLOCK}${body.join('\n')}${rows.join('')}`);
    },
  },
  {
    id: 'depth-10000',
    about: 'elements 10,000 deep, most of them without a box',
    // Parsers stop at a depth of 512: a script goes on. Chromium itself ends the page at 4,000 boxes inside one another.
    html: () =>
      page(`${CLOCK}${paragraphs(12, 3)
        .map((text) => `<p>${text}</p>`)
        .join('\n')}<style>#deep div { display: contents }</style><div id="deep"></div><script>
        let at = document.querySelector('#deep');
        for (let i = 0; i < 10000; i++) { const next = document.createElement('div'); at.append(next); at = next; }
        at.textContent = 'At the very bottom somebody had written about ${labels()[0]} once.';
      </script>`),
  },
  {
    id: 'shadows-10000',
    about: '10,000 open shadow roots',
    html: () =>
      page(
        `${CLOCK}${paragraphs(12, 3)
          .map((text) => `<p>${text}</p>`)
          .join('\n')}${Array.from(
          { length: 10_000 },
          (_, i) => `<div><template shadowrootmode="open"><p>A note on ${labels()[i % 200]}, number ${i}.</p></template></div>`,
        ).join('')}`,
      ),
  },
];

/** Pages that are far too large: what is on the screen is marked all the same, and nobody waits for us. */
export async function giants(lab: Lab, sheet: Sheet): Promise<void> {
  for (const { id, about, html } of GIANTS) {
    lab.put(`${id}.html`, html());
    const { tasks } = await traced(lab, async () => {
      await lab.visit(WITH, `${id}.html`, 0);
      await lab.page().waitForFunction('globalThis.idleAt && globalThis.markedAt', undefined, { timeout: 60_000 });
      await lab.page().waitForTimeout(WATCHED);
    });
    const first = await lab.page().evaluate<number>('Math.max(0, markedAt - idleAt)');
    const longest = [...tasks].sort((a, b) => b.own - a.own)[0];
    const report = (await lab.summary())?.report;
    if (process.env.DRAGOMAN_NAMES) console.log(longest?.names.slice(0, 8).join(', '));
    sheet.row({
      id: `page-giant-${id}`,
      what: 'On a page that is far too large the screen is marked soon, in short tasks',
      tried: `1 visit under a sampling profiler: ${about}`,
      figure: `marked ${first.toFixed(0)} ms after the page first rested, longest task of ours ${longest?.own.toFixed(0) ?? 0} ms, ${report?.marks} marks, given up: ${report?.limits.join(', ') || 'nothing'}`,
      bar: `≤ ${BAR.first} ms, no task > ${BAR.task} ms`,
      met: first <= BAR.first && (longest?.own ?? 0) <= BAR.task,
    });
  }
}
