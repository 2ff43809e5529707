import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { launch } from '../../src/drive/launch.ts';
import { serve } from '../../src/drive/serve.ts';
import { HOSTS, PAGES } from './pages.ts';
import { buildOf, countMarks, start, waitForMarks } from './support.ts';

const api = '(globalThis.browser ?? globalThis.chrome)';

test.each(['chromium', 'firefox'] as const)(
  'settings damaged in the store: %s tells, keeps what was good and the rest aside',
  async (name) => {
    const server = await serve(PAGES);
    const browser = await start(name, 'test', { traffic: server });
    try {
      await browser.extensionPage('options.html');
      const damaged = { version: 1, density: 'sometimes', kinds: ['names'], sites: [{ site: 'kept.example', state: 'off' }] };
      await browser.evaluate(`${api}.storage.local.set({ settings: ${JSON.stringify(damaged)} }).then(() => true)`);
      await browser.extensionPage('options.html');
      await browser.waitFor(`document.querySelector('[role="alert"]')?.textContent.includes('could not be read')`);
      await browser.waitFor(`document.body.innerText.includes('kept.example')`);
      const stored = await browser.evaluate<[], Record<string, unknown>>(`${api}.storage.local.get(null)`);
      expect(stored['settings-damaged']).toEqual(damaged);
      await browser.open(HOSTS.trade);
      await waitForMarks(browser, 4);
    } finally {
      await browser.close();
      await server.close();
    }
  },
);

test('a pack of the build is cut off: nothing is marked, and the settings page says why and what to do', async () => {
  const dir = mkdtempSync(join(tmpdir(), 'dragoman-cut-'));
  cpSync(buildOf('chromium', 'test'), dir, { recursive: true });
  writeFileSync(join(dir, 'names.bin'), readFileSync(join(dir, 'names.bin')).subarray(0, 100_000));
  const server = await serve(PAGES);
  const browser = await launch('chromium', { extension: dir, traffic: server });
  try {
    await browser.extensionPage('options.html');
    await browser.waitFor(
      `document.querySelector('[role="alert"]')?.textContent.includes('dataset inside the extension is damaged')`,
    );
    await browser.open(HOSTS.trade);
    await new Promise((done) => setTimeout(done, 1500));
    expect(await countMarks(browser)).toBe(0);
  } finally {
    await browser.close();
    await server.close();
    rmSync(dir, { recursive: true, force: true });
  }
});
