import type { CDPSession } from 'playwright-core';
import type { Browser, SeenRequest } from '../../../src/drive/browser.ts';
import type { Chromium } from '../../../src/drive/chromium.ts';
import { browserOf, type Row, record } from '../../reliability/row.ts';
import { hoverText, waitForMarks } from '../support.ts';
import { guestPage, OUTLET, pause } from './guest.ts';

/** Words that stand nowhere else: in the text, the title, the address and the fields of every page. */
const CANARY = 'zyxcanary';
export const PAGES_COUNT = 20;
const PARAGRAPH =
  'They spoke of ferries and trains until late in the evening, and nobody wanted to leave before the last of the guests had told what the winter had done to the harbour walls.';
const pathOf = (index: number) => `${CANARY}-path-${index}.html`;
const addressOf = (index: number) => `http://${OUTLET}/${pathOf(index % PAGES_COUNT)}`;

/** Twenty pages with canaries in text, title, address and inputs, and the names that are hovered. */
export const soakPages = (): Record<string, string> =>
  Object.fromEntries(
    Array.from({ length: PAGES_COUNT }, (_, i) => [
      `${OUTLET}/${pathOf(i)}`,
      guestPage({
        title: `Ferries ${CANARY}title${i}`,
        article: `<h1>Ferries ${CANARY}title${i}</h1><p>Trade between Kazakhstan and Azerbaijan reached $556 million in 2023, ${CANARY}text${i} said. ${PARAGRAPH}</p>
<p>A letter was sent to Baku by way of Aktau. ${PARAGRAPH}</p><p>${PARAGRAPH}</p>`,
        after: `<input value="${CANARY}input${i}"><textarea>${CANARY}input${i}</textarea>`,
      }),
    ]),
  );
const HOVERED = ['Kazakhstan', 'Azerbaijan', '$556 million', 'Baku', 'Aktau'];

interface Counters {
  readonly nodes: number;
  readonly listeners: number;
  readonly documents: number;
  /** Bytes of the page's script heap. */
  readonly heap: number;
}

/** After the collector has run. Chromium alone tells. */
async function countersOf(session: CDPSession): Promise<Counters> {
  for (let i = 0; i < 3; i++) {
    await session.send('HeapProfiler.collectGarbage');
    await pause(100);
  }
  const { nodes, jsEventListeners: listeners, documents } = await session.send('Memory.getDOMCounters');
  const { usedSize: heap } = await session.send('Runtime.getHeapUsage');
  return { nodes, listeners, documents, heap };
}

async function hoverOne(browser: Browser, index: number): Promise<void> {
  await hoverText(browser, HOVERED[index % HOVERED.length]!);
  // Longer than the pointer must rest.
  await pause(300);
  if (index % 3 === 2) await browser.hover(5, 5);
}

/**
 * Navigates and hovers as a reader of a long day does; keeps a row about what grew (Chromium) and one about what left the machine.
 * `requests` are those of the server that stands for the whole web. Gives the rows back.
 */
export async function soak(
  browser: Browser,
  requests: () => readonly SeenRequest[],
  { hovers, navigations }: { readonly hovers: number; readonly navigations: number },
): Promise<Row[]> {
  const rows: Row[] = [];
  const about = browserOf(browser);
  const session =
    browser.name === 'chromium' ? await (browser as Chromium).context.newCDPSession((browser as Chromium).page()) : undefined;
  await session?.send('HeapProfiler.enable');
  const open = async (index: number) => {
    await browser.open(addressOf(index));
    await waitForMarks(browser, 4);
  };
  // Once around, so that what is made once is there.
  for (let i = 0; i < PAGES_COUNT; i++) await open(i);
  for (let i = 0; i < 2 * HOVERED.length; i++) await hoverOne(browser, i);
  await open(0);
  const start = session && (await countersOf(session));
  for (let i = 1; i <= navigations; i++) await open(i);
  await open(0);
  const navigated = session && (await countersOf(session));
  // All hovers of this count on pages one after the other, the last half on one page, where nothing is taken away by leaving.
  for (let i = 0; i < hovers / 2; i++) {
    if (i % (hovers / 2 / PAGES_COUNT) === 0) await open(Math.floor(i / (hovers / 2 / PAGES_COUNT)));
    await hoverOne(browser, i);
  }
  await open(0);
  for (let i = 0; i < HOVERED.length; i++) await hoverOne(browser, i);
  await browser.hover(5, 5);
  await pause(1000);
  const before = session && (await countersOf(session));
  for (let i = 0; i < hovers / 2; i++) await hoverOne(browser, i);
  await browser.hover(5, 5);
  await pause(1000);
  const after = session && (await countersOf(session));

  if (start && navigated && before && after) {
    const growth = (from: Counters, to: Counters) =>
      Math.max(...(['nodes', 'listeners', 'documents'] as const).map((key) => (to[key] - from[key]) / from[key])) * 100;
    const heap = (from: Counters, to: Counters) => (to.heap - from.heap) / 1e6;
    const dom = Math.max(growth(start, navigated), growth(before, after));
    const grown = Math.max(heap(start, navigated), heap(before, after));
    rows.push(
      record({
        id: 'soak',
        part: 'faults',
        what: 'Over a long day of reading, counters of the document stay flat and the heap small.',
        tried: `${hovers} hovers, ${navigations} navigations`,
        figure: `nodes, listeners, documents at most ${dom.toFixed(1)} % more, heap ${grown.toFixed(1)} MB more (nodes ${after.nodes}, listeners ${after.listeners})`,
        bar: '≤ 1 % more, ≤ 5 MB more',
        met: dom <= 1 && grown <= 5,
        browser: about,
      }),
    );
  }
  const away = requests().filter(
    ({ host, method }) => method === 'CONNECT' && host !== OUTLET && !host.endsWith('-itself.invalid'),
  );
  const told = requests().filter(({ host, path, body, method }) => {
    const own =
      host === OUTLET &&
      method === 'GET' &&
      (path === `/${pathOf(Number(/\d+/.exec(path)?.[0] ?? -1))}` || path === '/style.css');
    return !own && (JSON.stringify([path, body]).includes(CANARY) || host.includes(CANARY));
  });
  const unasked = requests().filter(
    ({ host, path, method }) => host === OUTLET && (method !== 'GET' || !path.startsWith(`/${CANARY}-path-`)),
  );
  const bytes = [...told, ...unasked].reduce((sum, { path, body }) => sum + path.length + body.length, 0);
  rows.push(
    record({
      id: 'egress',
      part: 'hostile',
      what: 'Canaries in text, title, address and fields: none leaves the machine, and no request is made that the page did not make.',
      tried: `${PAGES_COUNT} pages, ${hovers} hovers, ${navigations} navigations`,
      figure: `${bytes} bytes${away.length ? `, ${away.length} refused connections of the browser itself: ${[...new Set(away.map(({ host }) => host))].join(', ')}` : ''}`,
      bar: '0 bytes',
      met: bytes === 0,
      browser: about,
      ...(away.length
        ? { note: 'Chromium itself asks its maker about form fields; the connections are refused before a byte is sent.' }
        : {}),
    }),
  );
  return rows;
}
