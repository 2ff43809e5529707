import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { resolve } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import { needBrowser } from '../../../src/drive/find.ts';
import { writeGallery } from './gallery.ts';

const require = createRequire(import.meta.url);
export const axeSource = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
export const pictures = resolve(import.meta.dirname, '../../../.output/pictures');

export interface Look {
  readonly width?: number;
  readonly height?: number;
  readonly scheme?: 'light' | 'dark';
  readonly forced?: boolean;
  /** Device pixels a CSS pixel: 2 with half the width is what 200 % zoom does. */
  readonly zoom?: number;
}

/** One Chromium and one loopback server for a file of tests. */
export interface Stage {
  /** The page of the last call is used again. `pages`: path → HTML. Requests to anywhere else are recorded in `strays` and refused. */
  open(path: string, look?: Look): Promise<Page>;
  readonly strays: string[];
  close(): Promise<void>;
}

export type Pages = Readonly<Record<string, { readonly type: string; readonly body: string | Uint8Array }>>;

/** The pages on a loopback port of their own. */
export async function servePages(
  pages: Pages,
  headers: Record<string, string> = {},
): Promise<{ origin: string; server: Server }> {
  const server: Server = createServer((request, response) => {
    const found = pages[request.url!.split(/[?#]/)[0]!];
    response.writeHead(found ? 200 : 404, { 'content-type': `${found?.type ?? 'text/plain'}; charset=utf-8`, ...headers });
    response.end(found?.body ?? '');
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return { origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, server };
}

export async function makeStage(pages: Pages, headers: Record<string, string> = {}): Promise<Stage> {
  const { origin, server } = await servePages(pages, headers);
  const browser: Browser = await chromium.launch({ executablePath: needBrowser('chromium'), args: ['--no-sandbox'] });
  const strays: string[] = [];
  /** One page serves all looks that differ in nothing a page can change; zoom needs a window of its own. */
  const windows = new Map<number, Promise<Page>>();
  async function makeWindow(zoom: number): Promise<Page> {
    const context = await browser.newContext({ reducedMotion: 'reduce', deviceScaleFactor: zoom });
    await context.route(
      (url) => !url.href.startsWith(origin) && !/^(data|blob|about):/.test(url.href),
      (route) => {
        strays.push(route.request().url());
        return route.abort();
      },
    );
    const page = await context.newPage();
    page.on('pageerror', (error) => strays.push(`error ${error.message}`));
    return page;
  }
  return {
    strays,
    async open(path, look = {}) {
      const zoom = look.zoom ?? 1;
      const window = windows.get(zoom) ?? makeWindow(zoom);
      windows.set(zoom, window);
      const page = await window;
      await page.goto('about:blank');
      await dress(page, look);
      await page.mouse.move(0, 0);
      await page.goto(origin + path);
      return page;
    },
    async close() {
      if (process.env.DRAGOMAN_PICTURES === '1') writeGallery(pictures);
      await browser.close();
      await new Promise((done) => server.close(done));
    },
  };
}

/** Changes the look of a page that is open. */
export async function dress(page: Page, look: Look): Promise<void> {
  await page.setViewportSize({ width: look.width ?? 1280, height: look.height ?? 800 });
  await page.emulateMedia({ media: null, colorScheme: look.scheme ?? 'light', forcedColors: look.forced ? 'active' : 'none' });
}

/** Names of broken rules with the elements, empty when all is well. */
export async function axe(page: Page, include?: string): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axeSource);
  return page.evaluate(async (within) => {
    const { axe } = globalThis as unknown as {
      axe: {
        run(
          context: unknown,
          options: unknown,
        ): Promise<{ violations: { id: string; nodes: { html: string; failureSummary?: string }[] }[] }>;
      };
    };
    const { violations } = await axe.run(within ? { include: [within] } : document, { resultTypes: ['violations'] });
    return violations.flatMap((v) => v.nodes.map((n) => `${v.id}: ${n.html.slice(0, 160)} ${n.failureSummary ?? ''}`));
  }, include);
}

/** Into `.output/pictures`, where `DRAGOMAN_PICTURES=1` asks for them: a thousand pictures are for looking, not for every test run. */
export async function picture(page: Page, name: string, options: { full?: boolean } = {}): Promise<void> {
  if (process.env.DRAGOMAN_PICTURES !== '1') return;
  mkdirSync(pictures, { recursive: true });
  writeFileSync(resolve(pictures, `${name}.png`), await page.screenshot({ fullPage: options.full ?? false }));
}

/** Elements whose text is cut or sticks out sideways, as they are seen; empty when everything fits. */
export async function overflows(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const found: string[] = [];
    const roots: (Document | ShadowRoot)[] = [document];
    const host = document.querySelector('dragoman-card');
    if (host?.shadowRoot) roots.push(host.shadowRoot);
    for (const root of roots)
      for (const element of root.querySelectorAll<HTMLElement>('button, label, p, h1, h2, h3, dd, dt, li, summary, th, td, a')) {
        if (element.closest('.unseen, .scroll') || !element.checkVisibility()) continue;
        const style = getComputedStyle(element);
        if (style.display === 'inline') continue;
        const { left, right } = element.getBoundingClientRect();
        if (element.scrollWidth > element.clientWidth + 1 && element.clientWidth > 0)
          found.push(`cut: ${element.tagName} ${element.textContent!.slice(0, 60)}`);
        if (element.closest('main, .frame') && (left < -1 || right > innerWidth + 1))
          found.push(`out: ${element.tagName} ${element.textContent!.slice(0, 60)}`);
      }
    if (document.documentElement.scrollWidth > innerWidth + 1) found.push('the page scrolls sideways');
    return found;
  });
}
