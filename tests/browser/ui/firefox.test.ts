import { mkdirSync, writeFileSync } from 'node:fs';
import type { Server } from 'node:http';
import { resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Firefox, launchFirefox } from '../../../src/drive/firefox.ts';
import { axeSource, pictures, servePages } from './browser.ts';
import { bundle } from './bundle.ts';
import { cardPage, viewPage } from './pages.ts';
import { VIEWS } from './states.ts';

/** What Firefox does differently: constructed sheets, nesting, popovers, its own controls. The journeys are the same code as in Chromium. */
let server: Server;
let origin: string;

beforeAll(async () => {
  const html = (body: string) => ({ type: 'text/html', body });
  const pages: Record<string, { type: string; body: string }> = {
    '/card': html(cardPage((await bundle('tests/browser/ui/stage-card.ts')).js)),
  };
  pages['/axe.js'] = { type: 'text/javascript', body: axeSource };
  for (const view of VIEWS) pages[`/${view}`] = html(viewPage(await bundle(`tests/browser/ui/stage-${view}.ts`)));
  ({ origin, server } = await servePages(pages, { 'content-security-policy': "object-src 'none'" }));
});
afterAll(async () => {
  await new Promise((done) => server.close(done));
});

describe.each(['light', 'dark'] as const)('in %s', (scheme) => {
  let firefox: Firefox;
  beforeAll(async () => {
    firefox = await launchFirefox({ size: { width: 900, height: 900 }, scheme });
  });
  afterAll(() => firefox.close());
  async function look(name: string): Promise<void> {
    if (process.env.DRAGOMAN_PICTURES !== '1') return;
    mkdirSync(pictures, { recursive: true });
    writeFileSync(resolve(pictures, `${name}-${scheme}.png`), await firefox.screenshot());
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
    await look(`card-${name}-firefox`);
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
    ['popup', '', ['en', { outletName: 'News Example' }, { names: 23, figures: 6, differ: 2, marks: 20, limits: [] }]],
    ['popup', '', ['ru', { on: false, reason: 'off-site' }]],
    ['panel', '', ['az', 'full']],
    ['welcome', '', ['kk', true]],
    ['options', '', ['tr']],
    ['atlas', '#/indicator/trade?geo=country/kz&partner=country/az', ['ru']],
    ['atlas', '#/entity/person/examplov', ['en']],
  ] as const)('%s', async (view, hash, args) => {
    await firefox.open('about:blank');
    await firefox.open(`${origin}/${view}${hash}`);
    await firefox.evaluate((all: string) => {
      (globalThis as unknown as { stage: { open(...args: unknown[]): void } }).stage.open(...JSON.parse(all));
    }, JSON.stringify(args));
    await firefox.waitFor(() => document.querySelector('main h1') !== null);
    if (hash.includes('geo')) await firefox.waitFor(() => document.querySelector('.plot svg circle') !== null);
    expect(await violations()).toEqual([]);
    await look(`${view}-firefox-${args[0]}`);
  });
});
