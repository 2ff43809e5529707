import { execFileSync } from 'node:child_process';
import { resolve } from 'node:path';
import type { CDPSession, Page } from 'playwright-core';
import { callText, type Script } from '../../../src/drive/browser.ts';
import { type Chromium, launchChromium } from '../../../src/drive/chromium.ts';
import { type Answer, type Server, serve } from '../../../src/drive/serve.ts';
import type { PageSummary } from '../../../src/extension/calls.ts';

const root = resolve(import.meta.dirname, '../../..');

/** The same pages stand under two hosts: on one the reader has us, on the other the site is off. */
export const WITH = 'with-us.example';
export const WITHOUT = 'without-us.example';

/** Processor time of the page's main thread in ms, and heap in MB after a collection. */
export interface Cost {
  readonly script: number;
  readonly style: number;
  readonly layout: number;
  /** All tasks of the main thread, painting too. */
  readonly task: number;
  readonly heap: number;
}

export interface Lab {
  readonly browser: Chromium;
  readonly server: Server;
  readonly page: () => Page;
  readonly session: () => CDPSession;
  /** Serves a page under both hosts. */
  put(path: string, page: Answer): void;
  /** Asks the background as our own pages do. */
  ask<R>(call: string, params: unknown): Promise<R>;
  /** Runs an expression in a page of the extension. */
  control<R>(expression: string): Promise<R>;
  /** What the page script in the tab in use says; undefined where there is none. */
  summary(): Promise<PageSummary | undefined>;
  /** A new tab for each visit: nothing of the one before is counted. */
  visit(host: string, path: string, settle?: number): Promise<void>;
  /** Waits until something is marked in the tab in use, and then until we rest. Throws after half a minute. */
  marked(): Promise<void>;
  /** Runs a function in the page, in its own world. */
  run<A extends readonly unknown[], R>(script: Script<A, R>, ...args: A): Promise<R>;
  cost(): Promise<Cost>;
  /** Processor time since the tab was opened, without a collection. */
  busy(): Promise<number>;
  close(): Promise<void>;
}

/** Builds what the benches load: every host granted, as after an install with all permissions. */
export function buildExtension(browser: 'chrome' | 'firefox'): string {
  execFileSync('npx', ['--no-install', 'wxt', 'build', '-b', browser], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, NODE_ENV: 'production', DRAGOMAN_HOSTS: 'all', DRAGOMAN_OPEN_CARD: '1' },
  });
  return resolve(root, `.output/${browser}-mv3-test`);
}

/** Time for a page to come to rest after `load`, in ms: reading waits for idle time, then asks and marks. */
const SETTLE = 900;
/** After the first marks, in ms: the rest of the page is read and asked for in slices. */
const REST = 1200;
/** In the page: is anything of ours registered? */
export const MARKED = `[...CSS.highlights].some(([key, { size }]) => key.startsWith('rv4') && size > 0)`;
const MB = 1024 * 1024;

export async function openLab(extension: string): Promise<Lab> {
  const server = await serve();
  const browser = await launchChromium({ extension, traffic: server });
  const control = await browser.context.newPage();
  // Any page of the extension will do; this one runs no script of its own.
  await control.goto(browser.extensionUrl('manifest.json'));
  const ask = async <R>(call: string, params: unknown): Promise<R> => {
    const answer = (await control.evaluate(
      `chrome.runtime.sendMessage(${JSON.stringify({ to: 'background', call, params })})`,
    )) as { ok?: R; message?: string };
    if (!answer || !('ok' in answer)) throw new Error(`${call}: ${answer?.message ?? 'no answer'}`);
    return answer.ok as R;
  };
  await ask('setScope', { scope: 'every-article' });
  await ask('setSite', { site: WITHOUT, state: 'off', private: false });
  let page: Page | undefined;
  let session: CDPSession | undefined;
  const current = () => page!;
  const metrics = async () => {
    const { metrics: list } = await session!.send('Performance.getMetrics');
    return new Map(list.map(({ name, value }) => [name, value]));
  };
  return {
    browser,
    server,
    page: current,
    session: () => session!,
    put: (path, answer) => server.put({ [`${WITH}/${path}`]: answer, [`${WITHOUT}/${path}`]: answer }),
    ask,
    control: (expression) => control.evaluate(expression),
    summary: async () => {
      const url = JSON.stringify(current().url());
      return (await control.evaluate(`chrome.tabs.query({}).then((tabs) => tabs.find((tab) => tab.url === ${url}))
        .then((tab) => chrome.tabs.sendMessage(tab.id, { to: 'page', call: 'summary', params: null }, { frameId: 0 }))
        .then(({ ok }) => ok, () => undefined)`)) as PageSummary | undefined;
    },
    visit: async (host, path, settle = SETTLE) => {
      await page?.close();
      // What a stopped background costs is measured elsewhere (tests/bench/wake.ts).
      await ask('settings', null);
      page = await browser.context.newPage();
      session = await browser.context.newCDPSession(page);
      // Processor time, not the clock: what other programs take is not counted.
      await session.send('Performance.enable', { timeDomain: 'threadTicks' });
      await page.goto(`http://${host}/${path}`, { waitUntil: 'load', timeout: 120_000 });
      await page.waitForTimeout(settle);
    },
    marked: async () => {
      await current().waitForFunction(MARKED, undefined, { timeout: 30_000 });
      await current().waitForTimeout(REST);
    },
    run: (script, ...args) => current().evaluate(callText(script as Script<readonly never[], unknown>, args)) as never,
    cost: async () => {
      const found = await metrics();
      await session!.send('HeapProfiler.collectGarbage');
      const heap = (await metrics()).get('JSHeapUsedSize')! / MB;
      const ms = (name: string) => found.get(name)! * 1000;
      return {
        script: ms('ScriptDuration'),
        style: ms('RecalcStyleDuration'),
        layout: ms('LayoutDuration'),
        task: ms('TaskDuration'),
        heap,
      };
    },
    busy: async () => (await metrics()).get('TaskDuration')! * 1000,
    close: async () => {
      await browser.close();
      await server.close();
    },
  };
}
