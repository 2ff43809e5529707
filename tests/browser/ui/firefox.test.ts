import { mkdirSync, writeFileSync } from 'node:fs';
import type { Server } from 'node:http';
import { resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Firefox, launchFirefox } from '../../../src/drive/firefox.ts';
import { axeSource, pictures, servePages } from './browser.ts';
import { bundle } from './bundle.ts';
import { cardPage, viewPage } from './pages.ts';

/** What Firefox does differently: constructed sheets, nesting, popovers, its own controls. The journeys are the same code as in Chromium. */
let firefox: Firefox;
let server: Server;
let origin: string;
const VIEWS = ['popup', 'panel', 'welcome', 'options', 'atlas'] as const;

beforeAll(async () => {
  const html = (body: string) => ({ type: 'text/html', body });
  const pages: Record<string, { type: string; body: string }> = {
    '/card': html(cardPage((await bundle('tests/browser/ui/stage-card.ts')).js)),
  };
  pages['/axe.js'] = { type: 'text/javascript', body: axeSource };
  for (const view of VIEWS) pages[`/${view}`] = html(viewPage(await bundle(`tests/browser/ui/stage-${view}.ts`)));
  ({ origin, server } = await servePages(pages, { 'content-security-policy': "object-src 'none'" }));
  firefox = await launchFirefox({ size: { width: 900, height: 900 } });
});
afterAll(async () => {
  await firefox.close();
  await new Promise((done) => server.close(done));
});

async function look(name: string): Promise<void> {
  if (process.env.DRAGOMAN_PICTURES !== '1') return;
  mkdirSync(pictures, { recursive: true });
  writeFileSync(resolve(pictures, `${name}-firefox.png`), await firefox.screenshot());
}
const violations = async (): Promise<string[]> => {
  await firefox.evaluate(
    () =>
      new Promise<boolean>((done) => {
        const script = document.createElement('script');
        script.src = '/axe.js';
        script.onload = () => done(true);
        document.head.append(script);
      }),
  );
  return firefox.evaluate<[], string[]>(
    `axe.run(document, { resultTypes: ['violations'] }).then((r) => r.violations.map((v) => v.id + ' ' + v.nodes[0].html.slice(0, 120)))`,
  );
};

test.each(['person', 'route', 'figure', 'suspected', 'silent', 'claim'])('card: %s', async (name) => {
  await firefox.open(`${origin}/card`);
  const drawn = await firefox.evaluate((which: string) => {
    const { stage } = globalThis as unknown as { stage: { show(name: string, mark: string, focus: boolean): void } };
    stage.show(which, 'm1', false);
    const host = document.querySelector('dragoman-card')!;
    const frame = host.shadowRoot!.querySelector('.frame')!;
    const box = frame.getBoundingClientRect();
    const title = frame.querySelector('h2')!;
    return {
      open: host.matches(':popover-open'),
      width: box.width,
      inside: box.top >= 8 && box.bottom <= innerHeight - 7,
      family: getComputedStyle(title).fontFamily.includes('serif'),
      radius: getComputedStyle(frame).borderTopLeftRadius,
      onTop: document.elementFromPoint(box.x + 30, box.y + 30) === host,
    };
  }, name);
  expect(drawn).toEqual({ open: true, width: 384, inside: true, family: true, radius: '12px', onTop: true });
  expect(await violations()).toEqual([]);
  await look(`card-${name}`);
});

test('pointing and Esc', async () => {
  await firefox.open(`${origin}/card`);
  await firefox.evaluate(() => (globalThis as unknown as { stage: { start(language: string): void } }).stage.start('en'));
  const at = await firefox.evaluate(() => {
    const r = document.getElementById('m1')!.getBoundingClientRect();
    return { x: Math.round(r.x + 10), y: Math.round(r.y + r.height / 2) };
  });
  await firefox.hover(at.x, at.y);
  await firefox.waitFor(() => document.querySelector('dragoman-card')?.matches(':popover-open') ?? false);
  await firefox.press('Escape');
  await firefox.waitFor(() => !document.querySelector('dragoman-card')!.matches(':popover-open'));
});

test.each([
  ['popup', '', ['en', {}, { names: 3, figures: 1, differ: 1, marks: 4, limits: [] }]],
  ['panel', '', ['az', 'full']],
  ['welcome', '', ['kk', true]],
  ['options', '', ['tr']],
  ['atlas', '#/indicator/trade?geo=country/kz&partner=country/az', ['ru']],
] as const)('%s', async (view, hash, args) => {
  await firefox.open('about:blank');
  await firefox.open(`${origin}/${view}${hash}`);
  await firefox.evaluate((all: string) => {
    (globalThis as unknown as { stage: { open(...args: unknown[]): void } }).stage.open(...JSON.parse(all));
  }, JSON.stringify(args));
  await firefox.waitFor(() => document.querySelector('main h1') !== null);
  if (view === 'atlas') await firefox.waitFor(() => document.querySelector('.plot svg circle') !== null);
  expect(await violations()).toEqual([]);
  await look(view);
});
