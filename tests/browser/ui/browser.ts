import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { resolve } from 'node:path';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';

const require = createRequire(import.meta.url);
const axeSource = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
const pictures = resolve(import.meta.dirname, '../../../.output/pictures');

export interface Look {
  readonly width?: number;
  readonly height?: number;
  readonly scheme?: 'light' | 'dark';
  readonly forced?: boolean;
  readonly touch?: boolean;
  /** Device pixels a CSS pixel: 2 with half the width is what 200 % zoom does. */
  readonly zoom?: number;
}

/** One Chromium and one loopback server for a file of tests. */
export interface Stage {
  /** Closes the page before. `pages`: path → HTML. Requests to anywhere else are recorded in `strays` and refused. */
  open(path: string, look?: Look): Promise<Page>;
  readonly strays: string[];
  close(): Promise<void>;
}

export async function makeStage(
  pages: Readonly<Record<string, { readonly type: string; readonly body: string }>>,
  headers: Record<string, string> = {},
): Promise<Stage> {
  const server: Server = createServer((request, response) => {
    const found = pages[request.url!.split(/[?#]/)[0]!];
    response.writeHead(found ? 200 : 404, { 'content-type': `${found?.type ?? 'text/plain'}; charset=utf-8`, ...headers });
    response.end(found?.body ?? '');
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const browser: Browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] });
  const strays: string[] = [];
  const contexts: BrowserContext[] = [];
  return {
    strays,
    async open(path, look = {}) {
      const context = await browser.newContext({
        viewport: { width: look.width ?? 1280, height: look.height ?? 800 },
        colorScheme: look.scheme ?? 'light',
        forcedColors: look.forced ? 'active' : 'none',
        reducedMotion: 'reduce',
        hasTouch: look.touch ?? false,
        deviceScaleFactor: look.zoom ?? 1,
      });
      await contexts.pop()?.close();
      contexts.push(context);
      await context.route(
        (url) => !url.href.startsWith(origin) && !/^(data|blob|about):/.test(url.href),
        (route) => {
          strays.push(route.request().url());
          return route.abort();
        },
      );
      const page = await context.newPage();
      page.on('pageerror', (error) => strays.push(`error ${error.message}`));
      await page.goto(origin + path);
      return page;
    },
    async close() {
      for (const context of contexts) await context.close();
      await browser.close();
      await new Promise((done) => server.close(done));
    },
  };
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

export async function picture(page: Page, name: string, options: { full?: boolean } = {}): Promise<void> {
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
