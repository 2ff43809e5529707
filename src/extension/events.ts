import type { Language } from '../model/ids.ts';
import { browser, extensionUrl } from './browser.ts';
import { callPage } from './call-page.ts';
import { openAtlas } from './inject.ts';
import { listenToMenus, makeMenus } from './menus.ts';
import { languageOf, type SettingsStore } from './settings-store.ts';
import type { Sites } from './sites.ts';
import type { Toolbar } from './toolbar.ts';

export interface ShellWords {
  readonly lookUp: string;
  readonly toggleSite: string;
}

/** A page that is read has its marks by then: its button may come after them, in ms. */
const BUTTON_WAITS = 600;

/** Install, start-up, grants, settings, commands and menus: each ends in the same idempotent `reconcile()`. */
export function handleBrowserEvents(parts: {
  readonly store: SettingsStore;
  readonly sites: Sites;
  readonly toolbar: Toolbar;
  readonly words: (language: Language) => ShellWords;
}): void {
  const { store, sites, toolbar } = parts;
  /** Nobody waits for these; what goes amiss is told in the console and mended by the next event. */
  const quietly = (work: Promise<unknown>): void => void work.catch((error: unknown) => console.warn(error));
  /** Language of the menus that this run of the background has made. */
  let spoken: Language | undefined;
  async function remakeMenus(): Promise<void> {
    const language = languageOf((await store.read()).settings);
    if (language === spoken) return;
    spoken = language;
    await makeMenus(parts.words(language));
  }

  async function toggleSite(tabId: number): Promise<void> {
    const { on } = await sites.stateOfTab(tabId);
    await sites.turn(tabId, !on);
  }
  const activeTab = async () => (await browser.tabs.query({ active: true, lastFocusedWindow: true }))[0];

  // Turned on again by the reader: no event tells it, but the session's memory is empty then.
  quietly(
    (async () => {
      const { awake } = await browser.storage.session.get('awake');
      if (awake) return;
      await browser.storage.session.set({ awake: true });
      await sites.reconcile();
    })(),
  );
  browser.runtime.onInstalled.addListener((details) => {
    quietly(remakeMenus());
    quietly(sites.reconcile());
    if (details.reason === 'install') quietly(browser.tabs.create({ url: extensionUrl('welcome.html') }));
  });
  browser.runtime.onStartup.addListener(() => quietly(sites.reconcile()));
  browser.permissions.onAdded.addListener(() => quietly(sites.reconcile()));
  browser.permissions.onRemoved.addListener(() => quietly(sites.reconcile()));
  browser.tabs.onUpdated.addListener((tabId, change) => {
    if (change.status === 'loading') toolbar.forget(tabId);
    if (change.status !== 'complete') return;
    // A page that has reported is on, and is asked nothing: each question costs it a millisecond.
    setTimeout(() => {
      if (!toolbar.hasReport(tabId)) quietly(sites.showState(tabId, false));
    }, BUTTON_WAITS);
  });
  browser.tabs.onRemoved.addListener((tabId) => toolbar.forget(tabId));
  store.onChange(() => {
    quietly(sites.reconcile());
    quietly(remakeMenus());
  });
  listenToMenus({
    lookUp: (text) => quietly(openAtlas(`#/search?q=${encodeURIComponent(text)}`)),
    toggleSite: (tabId) => quietly(toggleSite(tabId)),
  });
  browser.commands.onCommand.addListener((command: string) => {
    quietly(
      (async () => {
        const tab = await activeTab();
        if (tab?.id === undefined) return;
        if (command === 'toggle-site') await toggleSite(tab.id);
        else if (command === 'next-mark') await callPage(tab.id, 'step', { by: 1 });
        else if (command === 'previous-mark') await callPage(tab.id, 'step', { by: -1 });
        else if (command === 'open-card') await callPage(tab.id, 'openCard', null);
      })(),
    );
  });
}
