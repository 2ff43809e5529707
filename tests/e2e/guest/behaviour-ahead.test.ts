import { expect, test } from 'vitest';
import { openUndriven } from '../../../src/drive/chromium.ts';
import { serve } from '../../../src/drive/serve.ts';
import { record } from '../../reliability/row.ts';
import { buildOf } from '../support.ts';
import { guestPage, OUTLET } from './guest.ts';

const SPECULATION = `<script type="speculationrules">{ "prerender": [{ "source": "list", "urls": ["/ahead.html"], "eagerness": "immediate" }] }</script>
<script>setTimeout(() => location.assign('/ahead.html'), 7000)</script>`;
const LOG = `<script>window.log = []; setInterval(() => {
  window.log.push({ prerendering: Boolean(document.prerendering), marks: window.countMarks() });
  fetch('/log', { method: 'POST', body: JSON.stringify(window.log) });
}, 300);</script>`;

/** A page rendered ahead, in a Chromium that nobody drives: DevTools turn rendering ahead off. The page tells the server what it saw. */
// Whether and when a browser renders ahead is its own affair: on a busy machine it may not for a while.
test('a page that is rendered ahead stays silent until it is looked at', { retry: 2 }, async () => {
  let log: { prerendering: boolean; marks: number }[] = [];
  const server = await serve({
    [`${OUTLET}/waits.html`]: guestPage({ head: SPECULATION }),
    [`${OUTLET}/ahead.html`]: guestPage({ title: 'Ahead of time', head: LOG }),
    [`${OUTLET}/log`]: ({ body }) => {
      log = JSON.parse(body);
      return '';
    },
  });
  const options = { extension: buildOf('chromium', 'test'), traffic: server };
  const browser = await openUndriven(`http://${OUTLET}/waits.html`, options, (tabs) =>
    tabs.some((tab) => tab.endsWith('/welcome.html')),
  );
  try {
    const shown = () => log.filter(({ prerendering }) => !prerendering);
    await expect.poll(() => shown().at(-1)?.marks ?? 0, { timeout: 40_000 }).toBeGreaterThan(3);
    const ahead = log.filter(({ prerendering }) => prerendering);
    const most = Math.max(...ahead.map(({ marks }) => marks));
    const row = {
      id: 'prerender',
      part: 'behaviour',
      what: 'A page that is rendered ahead of time is neither read nor marked before it is shown, and marked then',
      bar: '0 marks ahead, at least 4 after',
    } as const;
    record({
      ...row,
      browser: 'Firefox 153',
      tried: 'nothing',
      figure: 'not there',
      met: true,
      note: 'Firefox renders no page ahead: it knows no speculation rules',
    });
    const { met } = record({
      ...row,
      browser: 'Chromium 156',
      tried: `speculation rules; ${ahead.length} looks at the page while it was ahead`,
      figure: `at most ${most} marks ahead, ${shown().at(-1)!.marks} after`,
      met: ahead.length >= 1 && most === 0,
    });
    expect(met).toBe(true);
  } finally {
    await browser.close();
    await server.close();
  }
});
