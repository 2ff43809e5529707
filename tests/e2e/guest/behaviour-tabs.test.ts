import { expect, test } from 'vitest';
import type { Browser } from '../../../src/drive/browser.ts';
import type { Chromium } from '../../../src/drive/chromium.ts';
import type { Firefox } from '../../../src/drive/firefox.ts';
import { launch } from '../../../src/drive/launch.ts';
import { serve } from '../../../src/drive/serve.ts';
import { buildOf, countMarks, start, waitForMarks, waitForNoMarks } from '../support.ts';
import { BROWSERS, behaviour, command, guestPage, inExtension, OUTLET, pause, SILENCE } from './guest.ts';

const PAGE = `http://${OUTLET}/story.html`;
const PAGES = { [`${OUTLET}/story.html`]: guestPage() };
const ALL = ['*://*/*'];

/** Another page of the same story in a tab of its own; the tab that was in use stays. */
async function openTwo(browser: Browser): Promise<readonly string[]> {
  const first = await browser.tab();
  await browser.open(PAGE);
  const second = await browser.newTab(PAGE);
  return [first, second];
}
async function marksIn(browser: Browser, tabs: readonly string[]): Promise<number[]> {
  const counts: number[] = [];
  for (const tab of tabs) {
    await browser.useTab(tab);
    await waitForMarks(browser, 6);
    counts.push(await countMarks(browser));
  }
  return counts;
}

/** Sites of the whole extension, as the reader's browser gives and takes them. */
async function allow(browser: Browser, allowed: boolean): Promise<void> {
  if (browser.name === 'firefox') {
    await (browser as Firefox)[allowed ? 'grant' : 'revoke'](ALL);
    return;
  }
  // Chromium's own page of extensions: on all sites, or on click only.
  const { extensionId } = browser as Chromium;
  const here = await browser.tab();
  await browser.newTab('chrome://extensions/');
  const access = { extensionId, hostAccess: allowed ? 'ON_ALL_SITES' : 'ON_CLICK' };
  await browser.evaluate(`chrome.developerPrivate.updateExtensionConfiguration(${JSON.stringify(access)}).then(() => true)`);
  await browser.closeTab();
  await browser.useTab(here);
}

test.each(BROWSERS)('tabs that are open when %s grants, and when it takes back', async (name) => {
  const server = await serve(PAGES);
  const browser = await start(name, 'test', { traffic: server });
  try {
    const tabs = await openTwo(browser);
    await marksIn(browser, tabs);
    await allow(browser, false);
    for (const tab of tabs) {
      await browser.useTab(tab);
      await waitForNoMarks(browser);
    }
    await pause(SILENCE);
    const taken = await countMarks(browser);
    const left = behaviour(browser, {
      id: 'permission-revoked',
      what: 'A permission taken back in the middle of reading: all marks go, and none come back',
      tried: `${tabs.length} open tabs`,
      figure: `${taken} marks`,
      bar: '0',
      met: taken === 0,
    });
    await allow(browser, true);
    const counts = await marksIn(browser, tabs);
    const granted = behaviour(browser, {
      id: 'open-at-grant',
      what: 'Tabs that are open when the permission comes are marked without a reload',
      tried: `${tabs.length} open tabs`,
      figure: `${counts.join(' and ')} marks`,
      bar: 'at least 6 in each',
      met: counts.every((count) => count >= 6),
    });
    expect([left.met, granted.met]).toEqual([true, true]);
  } finally {
    await browser.close();
    await server.close();
  }
});

test('tabs that are open when the extension is installed, in firefox', async () => {
  const server = await serve(PAGES);
  const browser = (await launch('firefox', { traffic: server })) as Firefox;
  try {
    const tabs = await openTwo(browser);
    await browser.marionette.send('Addon:Install', { path: buildOf('firefox', 'test'), temporary: true });
    // The welcome page comes to the front when it opens: a tab that was shown before would wait behind it.
    await expect.poll(async () => (await browser.tabs()).length, { timeout: 20_000 }).toBe(tabs.length + 1);
    const counts = await marksIn(browser, tabs);
    const { met } = behaviour(browser, {
      id: 'open-at-install',
      what: 'Tabs that are open when the extension is installed, with its sites granted, are marked without a reload',
      tried: `${tabs.length} open tabs`,
      figure: `${counts.join(' and ')} marks`,
      bar: 'at least 6 in each',
      met: counts.every((count) => count >= 6),
    });
    expect(met).toBe(true);
  } finally {
    await browser.close();
    await server.close();
  }
});

test('tabs that are open when the extension is installed, in chromium', async () => {
  const server = await serve(PAGES);
  const browser = (await start('chromium', 'test', { traffic: server })) as Chromium;
  try {
    const tabs = await openTwo(browser);
    await marksIn(browser, tabs);
    // Turned off and on again: the same as a first install for the tabs, whose scripts are orphans or were never there.
    await browser.newTab('chrome://extensions/');
    const turn = (on: boolean) =>
      browser.evaluate(`chrome.management.setEnabled(${JSON.stringify(browser.extensionId)}, ${on}).then(() => true)`);
    await turn(false);
    for (const tab of tabs) {
      await browser.useTab(tab);
      await browser.open(PAGE);
      expect(await countMarks(browser)).toBe(0);
    }
    await browser.newTab('chrome://extensions/');
    await turn(true);
    const counts = await marksIn(browser, tabs);
    const { met } = behaviour(browser, {
      id: 'open-at-install',
      what: 'Tabs that are open when the extension is installed, with its sites granted, are marked without a reload',
      tried: `${tabs.length} tabs loaded while the extension was turned off`,
      figure: `${counts.join(' and ')} marks`,
      bar: 'at least 6 in each',
      met: counts.every((count) => count >= 6),
      note: 'Turned off and on instead of installed: a driver can load an extension only at the start',
    });
    expect(met).toBe(true);
  } finally {
    await browser.close();
    await server.close();
  }
});

/** Chromium's private windows show no page of a named host without encryption. */
const LOCAL = 'http://localhost/story.html';
const PRIVATELY = `api.windows.create({ incognito: true, url: ${JSON.stringify(LOCAL)} })`;
const ON_DISK = `api.storage.local.get(null).then((all) => JSON.stringify(all))`;
const STATE = `(async () => {
  const tab = (await api.tabs.query({})).find((one) => one.incognito);
  if (!tab) return {};
  const summary = await api.tabs.sendMessage(tab.id, { to: 'page', call: 'summary', params: null }, { frameId: 0 }).catch(() => undefined);
  return { id: tab.id, marks: summary?.ok?.report?.marks ?? 0 };
})()`;

test.each(BROWSERS)(
  'private windows of %s: allowed by the reader alone, and what is chosen there is kept nowhere',
  async (name) => {
    const server = await serve({ 'localhost/story.html': guestPage() });
    const browser = await start(name, 'test', { traffic: server });
    try {
      const state = () => inExtension<{ id?: number; marks?: number }>(browser, STATE);
      await command(browser, 'setSite', { site: 'localhost', state: 'on', private: false });
      await browser.open(LOCAL);
      await waitForMarks(browser, 6);
      if (name === 'firefox') {
        const { chrome, extensionId } = browser as Firefox;
        await chrome(
          `const { ExtensionPermissions } = ChromeUtils.importESModule('resource://gre/modules/ExtensionPermissions.sys.mjs');
         const { AddonManager } = ChromeUtils.importESModule('resource://gre/modules/AddonManager.sys.mjs');
         await ExtensionPermissions.add(arguments[0], { permissions: ['internal:privateBrowsingAllowed'], origins: [], data_collection: [] });
         await (await AddonManager.getAddonByID(arguments[0])).reload();`,
          extensionId,
        );
      } else {
        const here = await browser.tab();
        await browser.newTab('chrome://extensions/');
        const { extensionId } = browser as Chromium;
        await browser.evaluate(
          `chrome.developerPrivate.updateExtensionConfiguration(${JSON.stringify({ extensionId, incognitoAccess: true })}).then(() => true)`,
        );
        await browser.closeTab();
        await browser.useTab(here);
      }
      await pause(SILENCE);
      await inExtension(browser, PRIVATELY);
      await expect.poll(async () => (await state()).marks ?? 0, { timeout: 20_000 }).toBeGreaterThanOrEqual(6);
      const marked = (await state()).marks ?? 0;
      const before = await inExtension<string>(browser, ON_DISK);
      const { id } = await state();
      await inExtension(
        browser,
        `api.runtime.sendMessage({ to: 'background', call: 'turnSite', params: { tabId: ${id}, on: false } })`,
      );
      await expect.poll(async () => (await state()).marks, { timeout: 10_000 }).toBe(0);
      const stored = await inExtension<string>(browser, ON_DISK);
      const session = await inExtension<string>(browser, `api.storage.session.get(null).then((all) => JSON.stringify(all))`);
      await browser.open(LOCAL);
      await waitForMarks(browser, 6);
      const { met } = behaviour(browser, {
        id: 'private-windows',
        what: 'In a private window the reader’s choices hold there, live in memory alone, and change nothing outside',
        tried: 'one private window; its site turned off there; the same page in a normal window',
        figure: `${marked} marks, then 0; what is stored on disk is ${stored === before ? 'as before' : 'changed'}; ${await countMarks(browser)} marks in the normal window`,
        bar: 'marks, 0, as before, marks',
        met: marked >= 6 && stored === before && session.includes('localhost') && (await countMarks(browser)) >= 6,
      });
      expect(met).toBe(true);
    } finally {
      await browser.close();
      await server.close();
    }
  },
);
