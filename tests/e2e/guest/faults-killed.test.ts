import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Browser } from '../../../src/drive/browser.ts';
import { type Server, serve } from '../../../src/drive/serve.ts';
import { browserOf, record } from '../../reliability/row.ts';
import { HOSTS, PAGES } from '../pages.ts';
import { cardText, hoverText, MARKS, start, waitForMarks, waitForNoCard } from '../support.ts';
import { armCaller, type Call, callNow, endsOf, type Outcome, startCalls } from './caller.ts';

/** Points in time of a call at which the background is killed. */
const POINTS = 20;
/** Longest wait for an answer or a typed error, in ms. */
const BAR = 2000;
/** What fails a test, in ms: a hang. The bar is for the report, since a busy machine is late with everything. */
const HANG = 4_000;
/** From the first message, which starts the background, to well after the packs are open, in ms. Dense at the start, where most happens. */
const delayAt = (point: number) => Math.round(350 * (point / (POINTS - 1)) ** 2);
const LATE = 'What the timers of the asking page were late for (load, a page in the background) is not counted.';
const pause = (ms: number) => new Promise((done) => setTimeout(done, ms));

const facts = { title: 'Ferries', date: '2024-11-06', lang: 'en', url: HOSTS.trade };
const text = 'Trade between Kazakhstan and Azerbaijan reached $556 million in 2023.';
const block = { id: 'b1', role: 'body', section: 0, article: 0, lang: 'en', text };
const annotation = {
  id: 'a1',
  block: 'b1',
  start: 14,
  end: 24,
  surface: 'Kazakhstan',
  marked: true,
  kind: 'entity',
  entity: 'country/kz',
  type: 'country',
  name: 'Kazakhstan',
  via: 'official',
  evidence: [],
};
const card = { annotation, facts };
const DENSITIES = ['first', 'section', 'all', 'off'];

/** Every call there is, with what it asks at one point. Commands about one field each, so that all can be under way together. */
function allCalls(point: number, tabId: number): Call[] {
  const calls: Record<string, unknown> = {
    begin: { url: HOSTS.trade, article: true, once: false },
    annotate: { facts, blocks: [block] },
    card,
    bringPage: { lang: 'en' },
    injectCard: null,
    enterFrames: { once: false },
    report: { names: 1, figures: point, differ: 0, marks: point, limits: [] },
    openAtlas: { route: `#/search?q=point-${point}` },
    settings: null,
    siteState: { tabId },
    turnSite: { tabId, on: point % 2 === 0 },
    setSite: { site: `point-${point}.example`, state: 'off', private: false },
    setScope: { scope: point % 2 ? 'every-article' : 'outlets' },
    setDensity: { density: DENSITIES[point % 4] },
    setKinds: { kinds: point % 2 ? ['names'] : ['names', 'figures'] },
    setMuted: { entity: 'country/az', muted: point % 2 === 0 },
    setPaused: { paused: false },
    setOpening: { opening: point % 2 ? 'click' : 'hover' },
    setPace: { pace: point % 2 ? 'short' : 'normal' },
    setLanguage: { language: point % 2 ? 'kk' : 'tr' },
    setWelcomed: null,
    stored: null,
    readOnce: { tabId },
    panelCard: card,
    labels: { ids: ['country/kz'], language: 'en' },
  };
  const list = Object.entries(calls).map(([call, params]) => ({ call, params }));
  // Each call is once near the front and once near the end of the line.
  const turn = (point * 7) % list.length;
  return [...list.slice(turn), ...list.slice(0, turn)];
}

interface Stored {
  version: number;
  [field: string]: unknown;
}
/** What a command that was answered must have stored. */
const STORED: Readonly<Record<string, (stored: Stored, params: never) => boolean>> = {
  setSite: (stored, { site }: { site: string }) =>
    (stored.sites as { site: string; state: string }[] | undefined)?.some((one) => one.site === site && one.state === 'off') ??
    false,
  setScope: (stored, { scope }: { scope: string }) => stored.scope === scope,
  setDensity: (stored, { density }: { density: string }) => stored.density === density,
  setKinds: (stored, { kinds }: { kinds: string[] }) => String(stored.kinds) === String(kinds),
  setMuted: (stored, { muted }: { muted: boolean }) => ((stored.muted as string[]) ?? []).includes('country/az') === muted,
  setOpening: (stored, { opening }: { opening: string }) => stored.opening === opening,
  setLanguage: (stored, { language }: { language: string }) => stored.language === language,
  setWelcomed: (stored) => stored.welcomed === true,
};

describe.each(['chromium', 'firefox'] as const)('the background of %s is killed in the middle of', (name) => {
  let server: Server;
  let browser: Browser;
  let page: string;
  let options: string;
  beforeAll(async () => {
    server = await serve(PAGES);
    browser = await start(name, 'test', { traffic: server });
    page = await browser.tab();
    await browser.open(HOSTS.calm);
    options = await browser.newTab(browser.extensionUrl('options.html'));
    await armCaller(browser);
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });

  const stored = () =>
    browser.evaluate<[], Stored>(
      `(globalThis.browser ?? globalThis.chrome).storage.local.get('settings').then((all) => all.settings ?? { version: 1 })`,
    );
  const slowest = (ends: readonly Outcome[]) => Math.max(...ends.map(({ ms }) => ms));
  const isTyped = ({ fault }: Outcome) =>
    fault === undefined || ['unreachable', 'refused', 'bad-params', 'failed'].includes(fault);

  test('every call: each is answered or fails with a name in time, and what was answered is stored', async () => {
    const tabs = await browser.evaluate<[], { id: number; url?: string }[]>(
      `(globalThis.browser ?? globalThis.chrome).tabs.query({}).then((all) => all.map(({ id, url }) => ({ id, url })))`,
    );
    const tabId = tabs.find(({ url }) => url === HOSTS.calm)!.id;
    const troubles: string[] = [];
    let calls = 0;
    let answered = 0;
    let longest = 0;
    const before = await browser.tabs();
    for (let point = 0; point < POINTS; point++) {
      await browser.killBackground();
      const list = allCalls(point, tabId);
      await startCalls(browser, list);
      await pause(delayAt(point));
      await browser.killBackground();
      const ends = await endsOf(browser);
      const now = await stored();
      calls += ends.length;
      longest = Math.max(longest, slowest(ends));
      ends.forEach((end, i) => {
        const { call, params } = list[i]!;
        if (!isTyped(end)) troubles.push(`${call} at ${delayAt(point)} ms: ${end.fault}`);
        if (end.fault !== undefined) return;
        answered += 1;
        if (STORED[call] && !STORED[call](now, params as never))
          troubles.push(`${call} at ${delayAt(point)} ms: answered, not stored`);
      });
      expect(now.version).toBe(1);
    }
    // Each atlas page once, however often the call was made again.
    const opened = (await browser.tabs()).filter((tab) => !before.includes(tab));
    if (opened.length > POINTS) troubles.push(`${opened.length} atlas tabs for ${POINTS} calls`);
    for (const tab of opened) {
      await browser.useTab(tab);
      await browser.closeTab();
    }
    await browser.useTab(options);
    record({
      id: 'killed-every-call',
      part: 'faults',
      what: 'Background killed in the middle of every call: it is made again and answered, or fails with a typed error; what was answered is stored.',
      tried: `${calls} calls of ${allCalls(0, 0).length} kinds, killed at ${POINTS} points`,
      figure: `${answered} answered, longest ${Math.round(longest)} ms, ${troubles.length} untyped or half`,
      bar: `≤ ${BAR} ms, 0 untyped or half`,
      met: troubles.length === 0 && longest <= BAR,
      browser: browserOf(browser),
      note: LATE,
    });
    expect(troubles).toEqual([]);
    // `injectCard`, `bringPage` and `enterFrames` into a page of our own are refused by the browser at every point, all else has time to be made again unless the machine is very busy.
    expect(answered / calls).toBeGreaterThan(0.75);
    expect(longest, 'ms').toBeLessThan(HANG);
  });

  const settingsAt = (point: number) => ({
    version: 1,
    density: DENSITIES[point % 4],
    muted: point % 2 ? ['country/kz'] : [],
    sites: [{ site: `only-${point}.example`, state: 'off' }],
  });
  const replacing = [
    (point: number) => ({ call: 'restore', params: { stored: settingsAt(point) }, after: settingsAt(point) }),
    (point: number) => ({
      call: 'importSettings',
      params: { text: JSON.stringify(settingsAt(point)) },
      after: settingsAt(point),
    }),
    () => ({ call: 'reset', params: null, after: { version: 1 } }),
  ];
  /** Browsers keep the fields of an object in orders of their own. */
  const plain = (value: object) => JSON.stringify(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
  test('all settings replaced: they are the old or the new ones, never some of both', async () => {
    const troubles: string[] = [];
    let longest = 0;
    for (let point = 0; point < POINTS; point++) {
      for (const made of replacing) {
        const { call, params, after } = made(point);
        const before = plain(await stored());
        await browser.killBackground();
        await startCalls(browser, [{ call, params }]);
        // One small call alone is over sooner than many.
        await pause(delayAt(point) / 2);
        await browser.killBackground();
        const [end] = await endsOf(browser);
        longest = Math.max(longest, end!.ms);
        const now = plain(await stored());
        if (!isTyped(end!)) troubles.push(`${call}: ${end!.fault}`);
        if (now !== plain(after) && (end!.fault === undefined || now !== before)) troubles.push(`${call} left ${now}`);
      }
    }
    await callNow(browser, 'reset', null);
    record({
      id: 'killed-whole-settings',
      part: 'faults',
      what: 'Background killed while all settings are replaced (reset, undo, file): the old ones or the new ones, never some of both.',
      tried: `${replacing.length * POINTS} times, ${POINTS} points of each`,
      figure: `${troubles.length} half, longest ${Math.round(longest)} ms`,
      bar: `0 half, ≤ ${BAR} ms`,
      met: troubles.length === 0 && longest <= BAR,
      browser: browserOf(browser),
    });
    expect(troubles).toEqual([]);
    expect(longest, 'ms').toBeLessThan(HANG);
  });

  test('a page that begins: its marks come all the same', async () => {
    await browser.useTab(page);
    /** From here to all marks, in ms. */
    const marked = async () => {
      const start = Date.now();
      await waitForMarks(browser, 6);
      return Date.now() - start;
    };
    let undisturbed = 0;
    for (const address of ['a', 'b', 'c']) {
      await browser.killBackground();
      await browser.open(`${HOSTS.trade}?${address}`);
      undisturbed = Math.max(undisturbed, await marked());
    }
    let longest = 0;
    for (let point = 0; point < POINTS; point++) {
      await browser.killBackground();
      await browser.open(`${HOSTS.trade}?${point}`);
      await pause(delayAt(point));
      await browser.killBackground();
      longest = Math.max(longest, await marked());
    }
    record({
      id: 'killed-begin',
      part: 'faults',
      what: 'Background killed while a page begins: its marks come all the same.',
      tried: `${POINTS} pages, killed at ${POINTS} points`,
      figure: `longest ${longest} ms from the kill to all marks (without a kill ${undisturbed} ms)`,
      bar: `≤ ${BAR} ms more than without`,
      met: longest <= BAR + undisturbed,
      browser: browserOf(browser),
    });
    expect(longest, 'ms').toBeLessThan(HANG);
  });

  test('a card that opens: it comes, or says that it cannot be read', async () => {
    await browser.open(HOSTS.trade);
    await waitForMarks(browser, 6);
    const marks = await browser.evaluate<[], number>(MARKS);
    let longest = 0;
    let empty = 0;
    for (let point = 0; point < POINTS; point++) {
      await browser.hover(5, 5);
      await waitForNoCard(browser);
      await hoverText(browser, point % 2 ? 'Azerbaijan' : '$556 million');
      await pause(delayAt(point));
      const start = Date.now();
      await browser.killBackground();
      const shown = await browser.waitFor<[], string>(
        `(() => { const text = ${cardText}; return text.startsWith('Looking it up') ? '' : text; })()`,
      );
      longest = Math.max(longest, Date.now() - start);
      if (!/Azerbaijan|556/.test(shown)) empty += 1;
    }
    expect(await browser.evaluate<[], number>(MARKS)).toBe(marks);
    record({
      id: 'killed-card',
      part: 'faults',
      what: 'Background killed while a card opens: the card comes, or says that it cannot be read.',
      tried: `${POINTS} cards, killed at ${POINTS} points`,
      figure: `longest ${longest} ms, ${empty} said that they cannot be read`,
      bar: `≤ ${BAR} ms`,
      met: longest <= BAR,
      browser: browserOf(browser),
    });
    expect(longest, 'ms').toBeLessThan(HANG);
  });
});
