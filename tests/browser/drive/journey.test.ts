import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Browser } from '../../../src/drive/browser.ts';
import { launchFirefox } from '../../../src/drive/firefox.ts';
import { launch } from '../../../src/drive/launch.ts';
import { removeProfile } from '../../../src/drive/profile.ts';
import { type Server, serve } from '../../../src/drive/serve.ts';

const extension = join(import.meta.dirname, 'extension');
const PAGE = `<!doctype html><meta charset="utf-8"><title>A page</title><body style="margin:0">
  <button style="position:absolute;left:20px;top:30px;width:100px;height:40px" onclick="document.title='clicked'">Press</button>
  <input style="position:absolute;left:20px;top:100px" autofocus>`;

describe.each(['chromium', 'firefox'] as const)('%s', (name) => {
  let server: Server;
  let browser: Browser;
  beforeAll(async () => {
    server = await serve({
      'strict.example/': {
        body: '<!doctype html><title>Strict</title>',
        headers: { 'content-security-policy': "default-src 'none'; require-trusted-types-for 'script'" },
      },
      'page.example/': PAGE,
      'other.example/': '<!doctype html><title>Another</title>',
    });
    browser = await launch(name, {
      extension,
      traffic: server,
      granted: ['*://page.example/*'],
      size: { width: 800, height: 600 },
    });
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });
  beforeEach(async () => {
    await browser.open('http://page.example/');
    await browser.waitFor(() => document.documentElement.dataset.content === 'here');
  });

  /** When the background was born, asked through the content script. */
  const born = async () => {
    await browser.evaluate(() => {
      document.documentElement.removeAttribute('data-born');
      dispatchEvent(new Event('ask'));
    });
    return browser.waitFor(() => document.documentElement.getAttribute('data-born'));
  };

  test('opens a real host name without a port, in a page of the size asked for', async () => {
    expect(await browser.evaluate(() => [location.href, document.title, innerWidth, innerHeight])).toEqual([
      'http://page.example/',
      'A page',
      800,
      600,
    ]);
    expect(browser.version).toMatch(/^\d+\./);
  });

  test('evaluates functions with arguments, promises and text of five languages', async () => {
    const text = 'Қазақстан Азия İlham ə “quoted”';
    expect(await browser.evaluate(async (a: string, b: number) => [a, b + 1], text, 1)).toEqual([text, 2]);
    expect(await browser.evaluate('1 + 1')).toBe(2);
    await expect(browser.evaluate(() => Promise.reject(new Error('said no')))).rejects.toThrow('said no');
  });

  test('evaluates where the page forbids every script', async () => {
    await browser.open('http://strict.example/');
    expect(await browser.evaluate((word: string) => `${document.title} ${word}`, 'page')).toBe('Strict page');
  });

  test('points, clicks and types as a hand does', async () => {
    await browser.hover(70, 50);
    expect(await browser.waitFor(() => document.documentElement.dataset.pointer)).toBe('70,50');
    await browser.click(70, 50);
    expect(await browser.evaluate(() => document.title)).toBe('clicked');
    await browser.click(60, 110);
    await browser.press('x');
    await browser.press('Shift+Tab');
    expect(await browser.evaluate(() => [document.querySelector('input')?.value, document.activeElement?.tagName])).toEqual([
      'x',
      'BUTTON',
    ]);
  });

  test('takes a picture of the viewport', async () => {
    const png = await browser.screenshot();
    expect(png.subarray(1, 4).toString()).toBe('PNG');
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([800, 600]);
  });

  test('opens a page of the extension with its rights', async () => {
    await browser.extensionPage('popup.html');
    expect(await browser.waitFor(() => document.body.dataset.ready)).toBe('yes');
    expect(
      await browser.evaluate('(globalThis.browser ?? chrome).permissions.contains({ origins: ["*://page.example/*"] })'),
    ).toBe(true);
    expect(
      await browser.evaluate('(globalThis.browser ?? chrome).permissions.contains({ origins: ["*://other.example/*"] })'),
    ).toBe(false);
  });

  test('clicks the toolbar button: popup over the tab in use, activeTab granted, time after time', async () => {
    await browser.open('http://other.example/');
    const title = `chrome.tabs.query({ active: true, currentWindow: true })
      .then(([tab]) => chrome.scripting.executeScript({ target: { tabId: tab.id }, func: () => document.title }))
      .then(([{ result }]) => result)`;
    for (const _ of ['first', 'second']) {
      const popup = await browser.openPopup();
      expect(await popup.waitFor(() => document.body.dataset.ready)).toBe('yes');
      expect(await popup.evaluate((text: string) => `${document.title}${text}`, '!')).toBe('Popup of the drive test!');
      expect(await popup.evaluate(title)).toBe('Another');
      expect((await popup.screenshot()).subarray(1, 4).toString()).toBe('PNG');
      expect(await browser.evaluate(() => location.href)).toBe('http://other.example/');
      await popup.close();
    }
  });

  test('runs a command of the extension', async () => {
    await browser.command('drive-command');
    await browser.extensionPage('popup.html');
    expect(await browser.evaluate('(globalThis.browser ?? chrome).runtime.sendMessage({ ask: "commands" })')).toEqual([
      'drive-command',
    ]);
  });

  test('stops the background; the next message starts another', async () => {
    const before = await born();
    expect(await born()).toBe(before);
    await browser.killBackground();
    expect(await born()).not.toBe(before);
  });

  test('opens, uses and closes tabs', async () => {
    const [first] = await browser.tabs();
    const second = await browser.newTab('http://other.example/');
    expect(await browser.evaluate(() => document.title)).toBe('Another');
    expect(await browser.tabs()).toEqual([first, second]);
    expect(await browser.tab()).toBe(second);
    await browser.useTab(first!);
    expect(await browser.tab()).toBe(first);
    expect(await browser.evaluate(() => document.title)).toBe('A page');
    await browser.useTab(second);
    await browser.closeTab();
    expect(await browser.evaluate(() => document.title)).toBe('A page');
  });

  test('sees what the background sends, plain and encrypted, and nothing of the browser itself', async () => {
    await browser.extensionPage('popup.html');
    server.forget();
    const send = (url: string) =>
      browser.evaluate(`(globalThis.browser ?? chrome).runtime.sendMessage({ ask: 'fetch', url: '${url}', body: 'canary' })`);
    await send('http://leak.example/plain');
    await send('https://leak.example/encrypted');
    const hosts = new Set(browser.requests().map(({ host }) => host));
    expect([...hosts]).toEqual(['leak.example']);
    expect(browser.requests().some(({ method, body }) => method === 'POST' && body === 'canary')).toBe(true);
    expect(browser.requests().some(({ method }) => method === 'CONNECT')).toBe(true);
  });

  test('says what it waited for in vain', async () => {
    await expect(browser.waitFor('document.title === "never"', [], 200)).rejects.toThrow(
      /200 ms in vain for document.title === "never"/,
    );
  });
});

test.each(['chromium', 'firefox'] as const)(
  '%s keeps storage of the extension over a restart with the same profile',
  async (name) => {
    const profile = mkdtempSync(join(tmpdir(), `dragoman-${name}-kept-`));
    const stored = '(globalThis.browser ?? chrome).storage.local';
    try {
      const first = await launch(name, { extension, profile });
      await first.extensionPage('popup.html');
      await first.evaluate(`${stored}.set({ site: 'page.example' })`);
      await first.close();
      const second = await launch(name, { extension, profile });
      await second.extensionPage('popup.html');
      const kept = await second.evaluate(`${stored}.get()`);
      await second.close();
      expect(kept).toEqual({ site: 'page.example' });
    } finally {
      await removeProfile(profile);
    }
  },
);

test('Firefox grants while it runs, and says yes to a question asked from a click', async () => {
  const browser = await launchFirefox({ extension });
  try {
    await browser.extensionPage('popup.html');
    const added = () => browser.evaluate('browser.runtime.sendMessage({ ask: "added" })');
    expect(await added()).toEqual([]);
    await browser.grant(['*://later.example/*']);
    expect(await added()).toEqual(['*://later.example/*']);
    const two = await browser.evaluate(() => {
      const { x, y } = document.getElementById('two')!.getBoundingClientRect();
      return { x: x + 5, y: y + 5 };
    });
    await browser.click(two.x, two.y);
    expect(await browser.waitFor(() => document.body.dataset.asked)).toBe('true');
    expect(await added()).toEqual(['*://later.example/*', '*://asked.example/*']);
    await browser.revoke(['*://later.example/*']);
    expect(await browser.evaluate('browser.permissions.contains({ origins: ["*://later.example/*"] })')).toBe(false);
  } finally {
    await browser.close();
  }
});
