import { readdirSync, readFileSync } from 'node:fs';
import { build, type Rollup } from 'vite';
import type { Browser } from '../../../src/drive/browser.ts';
import { launchChromium } from '../../../src/drive/chromium.ts';
import { launchFirefox } from '../../../src/drive/firefox.ts';
import { type Answer, type Server, serve } from '../../../src/drive/serve.ts';
import { CHROMIUM_CSS, FIREFOX_CSS } from '../../../src/page/styles.ts';
import type { StartOptions, Zoo } from './in-page.ts';

declare const zoo: Zoo;
const PAGES = new URL('../../pages/', import.meta.url);

/** A browser with a loopback server and the page script of the tests. */
export interface Harness<B extends Browser = Browser> {
  readonly browser: B;
  readonly server: Server;
  /** Serves the page, opens it, puts the script in, and starts a session where options are given. */
  show(html: Answer, start?: StartOptions, address?: string): Promise<void>;
  start(options: StartOptions): Promise<void>;
  inject(): Promise<void>;
  settle(): Promise<void>;
  registered(): Promise<Record<string, string[]>>;
  marked(): Promise<string[]>;
  mentions(): Promise<string[]>;
  events(): Promise<string[]>;
  close(): Promise<void>;
}

let script: Promise<string> | undefined;
/** One classic script from an entry file. */
async function bundle(entry: URL, minify: boolean): Promise<string> {
  const made = (await build({
    configFile: false,
    logLevel: 'silent',
    build: {
      write: false,
      minify,
      target: 'es2022',
      lib: { entry: entry.pathname, formats: ['iife'], name: 'inPage', fileName: 'in-page' },
    },
  })) as Rollup.RollupOutput[];
  return made[0]!.output[0].code;
}

/** The in-page part. */
function pageScript(): Promise<string> {
  script ??= bundle(new URL('in-page.ts', import.meta.url), false);
  return script;
}

export async function harness(name: 'chromium'): Promise<Harness<Awaited<ReturnType<typeof launchChromium>>>>;
export async function harness(name: 'chromium' | 'firefox'): Promise<Harness>;
export async function harness(name: 'chromium' | 'firefox'): Promise<Harness> {
  const server = await serve();
  const browser = name === 'chromium' ? await launchChromium({ traffic: server }) : await launchFirefox({ traffic: server });
  const code = await pageScript();
  const css = name === 'chromium' ? CHROMIUM_CSS : FIREFOX_CSS;
  let count = 0;
  const addStyle = (text: string) => {
    const style = document.createElement('style');
    style.textContent = text;
    (document.head ?? document.documentElement).append(style);
  };
  // Through an element: what a driver evaluates may live in a world of its own.
  const addScript = (text: string) => {
    const element = document.createElement('script');
    element.textContent = text;
    (document.head ?? document.documentElement).append(element);
  };
  const inject = async () => {
    await browser.evaluate(addScript, code);
    await browser.evaluate(addStyle, css);
  };
  const start = async (options: StartOptions) => {
    await browser.evaluate((given: StartOptions) => zoo.start(given), options);
    await browser.evaluate(() => zoo.settle());
  };
  return {
    browser,
    server,
    inject,
    start,
    show: async (html, options, address = `zoo.example/${++count}.html`) => {
      server.put({ [address]: html });
      await browser.open(`http://${address}`);
      await inject();
      if (options) await start(options);
    },
    settle: () => browser.evaluate(() => zoo.settle()),
    registered: () => browser.evaluate(() => zoo.registered()),
    marked: () => browser.evaluate(() => zoo.marked()),
    mentions: () => browser.evaluate(() => zoo.mentions()),
    events: () => browser.evaluate(() => zoo.events),
    close: async () => {
      await browser.close();
      await server.close();
    },
  };
}

/** Pages of the zoo that say in a `<script id="expected">` what to mark and what comes of it. */
export interface ZooPage {
  readonly file: string;
  readonly html: string;
  readonly start: StartOptions;
  /** Text of the ranges of each key, all on the screen or near. */
  readonly registered: Record<string, string[]>;
  /** In the order in which they are drawn. */
  readonly mentions?: string[];
}
export function zooPages(): ZooPage[] {
  return readdirSync(PAGES)
    .filter((file) => /^guest-.*\.x?html$/.test(file))
    .map((file) => {
      const html = readFileSync(new URL(file, PAGES), 'utf8');
      const data = /<script type="application\/json" id="expected">([\s\S]*?)<\/script>/.exec(html)?.[1];
      if (!data) throw new Error(`tests/pages/${file} has no <script type="application/json" id="expected">`);
      return { file, html, ...(JSON.parse(data) as Pick<ZooPage, 'start' | 'registered' | 'mentions'>) };
    });
}

const filler = 'Delegates of several countries spoke about railways, ports and customs until late in the evening. ';
/** An article with a paragraph for each text, and much more below. */
export function articlePage(paragraphs: readonly string[], more = 0): string {
  const body = [...paragraphs, ...Array.from({ length: more }, (_, i) => `${filler.repeat(3)}(${i})`)];
  return `<!doctype html><html lang="en"><head><title>Test article</title></head><body><main><article><h1>Headline of the day</h1>${body
    .map((text) => `<p>${text}</p>`)
    .join('\n')}</article></main></body></html>`;
}
