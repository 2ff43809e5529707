import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Browser } from '../../../src/drive/browser.ts';
import { launch } from '../../../src/drive/launch.ts';
import { type Server, serve } from '../../../src/drive/serve.ts';
import { browserOf, record } from '../../reliability/row.ts';
import { hoverText, start, waitForMarks } from '../support.ts';
import { BROWSERS, guestPage, OUTLET, pause, SILENCE } from './guest.ts';

/** Before anything else runs: keeps count of what later scripts do in this world. */
const EARLY = `<script>
window.oracle = { listeners: [], messages: [], mutations: 0, stacks: [], own: [] };
{
  const count = Object.getOwnPropertyNames(window).length;
  const add = EventTarget.prototype.addEventListener;
  EventTarget.prototype.addEventListener = function (type, ...rest) { oracle.listeners.push(type); return add.call(this, type, ...rest); };
  add.call(window, 'message', (event) => oracle.messages.push(String(event.data)));
  for (const type of ['wxt:content-script-started', 'dragoman', 'extension']) add.call(document, type, () => oracle.messages.push(type));
  new MutationObserver((records) => { if (document.readyState === 'complete') oracle.mutations += records.length; })
    .observe(document, { attributes: true, characterData: true, childList: true, subtree: true });
  // Whoever reads one of these shows its stack.
  for (const [owner, key] of [[Document.prototype, 'title'], [Node.prototype, 'textContent'], [Document.prototype, 'body']]) {
    const real = Object.getOwnPropertyDescriptor(owner, key);
    Object.defineProperty(owner, key, { ...real, get() { oracle.stacks.push(new Error().stack.split('\\n').length); return real.get.call(this); } });
  }
}
</script>`;

/** Twelve ways to find out that an extension is there. Each gives a plain value; addresses of the extension are given, for a page could know them in Chromium. */
async function look(addresses: readonly string[]): Promise<Record<string, unknown>> {
  const world = ((window as unknown as { wrappedJSObject?: Window }).wrappedJSObject ?? window) as Window &
    typeof globalThis & {
      oracle: { listeners: string[]; messages: string[]; mutations: number; stacks: number[] };
      countMarks: unknown;
    };
  const { oracle } = world;
  const read = {
    listeners: [...oracle.listeners],
    messages: [...oracle.messages],
    mutations: oracle.mutations,
    stacks: oracle.stacks.length,
  };
  const hash = (text: string) => [...text].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) | 0, 7);
  const reached = await Promise.all(
    addresses.map(async (address) => {
      const byFetch = await fetch(address).then(
        () => 'reached',
        () => 'refused',
      );
      const byImage = await new Promise((done) => {
        const image = new Image();
        image.onload = () => done('reached');
        image.onerror = () => done('refused');
        image.src = address;
      });
      return `${byFetch} ${byImage}`;
    }),
  );
  const style = (selector: string, pseudo?: string) => {
    const computed = getComputedStyle(document.querySelector(selector)!, pseudo);
    return hash([...computed].map((key) => `${key}:${computed.getPropertyValue(key)}`).join());
  };
  const keys = (of: object) => Object.getOwnPropertyNames(of).sort().join();
  const natives = [Array, Object, Promise, Map, Node, Element, Document, Range, Highlight].map((one) =>
    Object.getOwnPropertyNames(one.prototype)
      .map((key) => `${key} ${String(Object.getOwnPropertyDescriptor(one.prototype, key)?.value)}`)
      .join(),
  );
  return {
    'files of the extension': reached.filter((one) => one.includes('reached')),
    'elements of the document': hash(document.documentElement.outerHTML),
    'computed style': ['html', 'body', 'article', 'p', 'h1'].map((one) => style(one)),
    'style sheets': [document.styleSheets.length, document.adoptedStyleSheets.length],
    'performance entries': performance.getEntriesByType('resource').map((one) => one.name),
    listeners: read.listeners,
    mutations: read.mutations,
    'changed built-ins': hash(natives.join()),
    'stacks of readers': read.stacks,
    messages: read.messages,
    'names of the window': hash(keys(window) + keys(document) + keys(navigator)),
    'stores and focus': [
      localStorage.length,
      sessionStorage.length,
      document.cookie,
      document.activeElement?.nodeName,
      String(getSelection()),
    ],
  };
}
/** What does differ. */
const REGISTRY = `(() => { const keys = []; (window.wrappedJSObject ?? window).CSS.highlights.forEach((_, key) => keys.push(key)); return keys.sort(); })()`;

describe.each(BROWSERS)('what a page can tell in %s', (name) => {
  let server: Server;
  let browser: Browser;
  const address = `http://${OUTLET}/oracle.html`;
  beforeAll(async () => {
    server = await serve({ [`${OUTLET}/oracle.html`]: guestPage({ head: EARLY }) });
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });

  test('before any pointer came near a mark: only the registry of highlights differs, under a neutral key', async () => {
    browser = await start(name, 'real', { traffic: server, granted: ['*://*.azernews.az/*'] });
    const files = [
      'manifest.json',
      'page-gate.js',
      'page-script.js',
      'card.js',
      'marks.css',
      'names.bin',
      'popup.html',
      'icons/on-16.png',
    ].map((one) => browser.extensionUrl(one));
    await browser.open(address);
    await waitForMarks(browser, 4);
    await pause(SILENCE);
    const withUs = await browser.evaluate(look, files);
    const keys = await browser.evaluate<[], string[]>(REGISTRY);
    await browser.close();
    browser = await launch(name, { traffic: server });
    await browser.open(address);
    await pause(SILENCE);
    const without = await browser.evaluate(look, files);
    const differ = Object.keys(without).filter((one) => JSON.stringify(withUs[one]) !== JSON.stringify(without[one]));
    const named = keys.filter((one) => !/^rv4[a-d]$/.test(one));
    record({
      id: 'oracles',
      part: 'hostile',
      what: 'Before any hover a page can tell us by the shared registry of highlights alone, whose keys name nobody.',
      tried: `${Object.keys(without).length} oracles, ${files.length} files asked for in two ways`,
      figure: `${differ.length} differ; keys ${keys.join(', ')}`,
      bar: '0 differ but the registry',
      met: differ.length === 0 && named.length === 0,
      browser: browserOf(browser),
      note: 'The style of the keys can be asked of the registry too; an extension that paints nothing in the page’s own tree cannot hide that.',
    });
    expect(Object.keys(without)).toHaveLength(12);
    expect(differ).toEqual([]);
    expect(keys.length).toBeGreaterThan(0);
    expect(named).toEqual([]);
  });
});

describe.each(BROWSERS)('a closed card in %s', (name) => {
  let server: Server;
  let browser: Browser;
  beforeAll(async () => {
    server = await serve({ [`${OUTLET}/find.html`]: guestPage() });
    browser = await start(name, 'real', { traffic: server, granted: ['*://*.azernews.az/*'] });
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });

  /** Words of the card's own buttons and lines, which no page here prints. */
  const WORDS = ['Why marked?', 'Not this', 'Open in the atlas', 'Capital'];
  const found = (): Promise<string[]> =>
    browser.evaluate((words: readonly string[]) => {
      const hits: string[] = [];
      for (const word of words) {
        getSelection()!.removeAllRanges();
        const by = (window as unknown as { find(text: string, ...more: boolean[]): boolean }).find(word, false, false, true);
        if (by) hits.push(`find ${word}`);
      }
      getSelection()!.selectAllChildren(document.documentElement);
      const selected = String(getSelection());
      document.execCommand('selectAll');
      const all = String(getSelection());
      getSelection()!.removeAllRanges();
      const text = document.documentElement.textContent + document.querySelector('dragoman-card')?.textContent;
      for (const word of words) {
        if (selected.includes(word)) hits.push(`selection ${word}`);
        if (all.includes(word)) hits.push(`selectAll ${word}`);
        if (text.includes(word)) hits.push(`text ${word}`);
      }
      return hits;
    }, WORDS);
  const isOpen = `document.querySelector('dragoman-card')?.matches(':popover-open') ?? false`;

  test('gives nothing to find, selection and selectAll', async () => {
    await browser.open(`http://${OUTLET}/find.html`);
    await waitForMarks(browser, 4);
    const before = await found();
    await hoverText(browser, 'Azerbaijan');
    await browser.waitFor(isOpen);
    await pause(SILENCE / 3);
    const open = await found();
    await browser.hover(5, 5);
    await browser.waitFor(`!(${isOpen})`);
    const closed = await found();
    record({
      id: 'closed-card',
      part: 'hostile',
      what: 'A closed card gives nothing to find, selection and selectAll.',
      tried: `${WORDS.length} words, 4 ways, before the first card and after it`,
      figure: `${before.length + closed.length} found (in the open card ${open.length})`,
      bar: '0 found',
      met: before.length + closed.length === 0,
      browser: browserOf(browser),
      note: 'The words of an open card can be found by window.find; both browsers look into closed roots.',
    });
    expect([...before, ...closed]).toEqual([]);
    // A control: the words do stand in the card, and can be found there.
    expect(open.some((one) => one.startsWith('find'))).toBe(true);
  });
});
