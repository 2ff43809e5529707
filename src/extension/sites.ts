import type { PageSettings, Settings, SiteChoice, SiteReason, SiteState } from '../model/settings.ts';
import { browser } from './browser.ts';
import { callFrames, speakerOf, summaryOf } from './call-page.ts';
import type { PageSummary } from './calls.ts';
import type { OutletSite } from './patterns.ts';
import { type Probe, probe } from './probe.ts';
import { EVERYWHERE, enterTab, PAGE_GATE, PAGE_SCRIPT, register, registrationFor } from './registration.ts';
import { pageSettings, type SettingsStore } from './settings-store.ts';
import { siteState } from './site-access.ts';
import { lightOf, type Toolbar } from './toolbar.ts';

/** Why a site is off that a choice of the reader turns on; with every other reason the scope already covers it, or no choice could. */
const CHOOSABLE: readonly SiteReason[] = ['off-not-chosen', 'off-not-outlet', 'off-not-article', 'off-site'];

/**
 * How closely a tab is asked. `listen`: a page from which no page script speaks counts as none that is read, since its gate, or a browser that
 * lets nobody in, would say the same. `look`: there its gate is looked for; worth it when the reader acts. `judge`: and a browser that lets
 * nobody in is told, as the popup does.
 */
type Attention = 'listen' | 'look' | 'judge';

/** Everything about where the extension reads: the state of an address, and the browser kept in step with the settings. */
export interface Sites {
  /** State at an address. `summary`: what the page's own script says, where one runs. */
  stateAt(url: string | undefined, isPrivate: boolean, summary?: PageSummary): Promise<SiteState>;
  /** State of a tab; `url` where the asker knows it and the tab's own is hidden from us. */
  stateOfTab(tabId: number, url?: string): Promise<SiteState>;
  /** Makes the tab's button say what `stateOfTab` says, and gives it back. */
  showState(tabId: number, popupIsOpen: boolean, url?: string): Promise<SiteState>;
  /** Registration, open tabs: made what the settings and grants say. May be called at any time, as often as one likes. */
  reconcile(): Promise<void>;
  readOnce(tabId: number): Promise<void>;
  /**
   * Turns the tab's site on or off, storing as little as does it: turning on first takes back an earlier "off". `hostOnly`: its host alone,
   * whatever holds for the rest of the site; the next turn of the whole site takes that back.
   */
  turn(tabId: number, on: boolean, url?: string, hostOnly?: boolean): Promise<void>;
}

export async function isPermitted(url: string): Promise<boolean> {
  try {
    const { protocol, hostname } = new URL(url);
    if (!/^https?:$/.test(protocol)) return false;
    return await browser.permissions.contains({ origins: [`${protocol}//${hostname}/*`] });
  } catch {
    return false;
  }
}

export function makeSites(store: SettingsStore, outlets: () => Promise<readonly OutletSite[]>, toolbar: Toolbar): Sites {
  /** `without`: as if the reader had made no choice for these sites in windows of this kind. */
  async function stateAt(
    url: string | undefined,
    isPrivate: boolean,
    summary?: PageSummary,
    without: readonly string[] = [],
    readable = true,
  ): Promise<SiteState> {
    const [{ settings }, known, permitted] = await Promise.all([store.read(), outlets(), url ? isPermitted(url) : false]);
    const privateSites: readonly SiteChoice[] = isPrivate ? await store.privateSites() : [];
    const left = (sites: readonly SiteChoice[]) => sites.filter(({ site }) => !without.includes(site));
    return siteState({
      url,
      settings: isPrivate ? settings : { ...settings, sites: left(settings.sites) },
      privateSites: left(privateSites),
      outlets: known,
      permitted,
      readable,
      ...(summary ? { article: summary.article, once: summary.once, optedOut: summary.optedOut } : {}),
    });
  }

  async function stateOfTab(
    tabId: number,
    attention: Attention,
    url?: string,
    without: readonly string[] = [],
  ): Promise<SiteState> {
    const tab = await browser.tabs.get(tabId);
    const spoken = await summaryOf(tabId);
    const isHeard = spoken?.report !== undefined || !tab.url || attention === 'listen';
    const seen: Probe = isHeard ? { readable: true } : await probe(tabId);
    const summary = spoken ?? seen.summary;
    const readable = attention !== 'judge' || seen.readable;
    const state = await stateAt(tab.url ?? url, tab.incognito, summary, without, readable);
    return attention !== 'listen' || summary || !state.on ? state : { ...state, on: false, reason: 'off-not-article' };
  }

  async function enterOrLeave(tabId: number, url: string, isPrivate: boolean, settings: PageSettings): Promise<void> {
    if (!/^https?:/.test(url)) return;
    const speaker = await speakerOf(tabId);
    const state = await stateAt(url, isPrivate, speaker?.summary);
    if (!state.on) return speaker?.summary.report ? leave(tabId) : undefined;
    // Also where a script waits for an article: the settings tell it that the reader has turned the site on.
    if (speaker) await callFrames(tabId, 'settings', settings);
    if (speaker && !speaker.isGated) return;
    if (state.reason === 'on-chosen') await enterTab(tabId, PAGE_SCRIPT);
    else if (!(await probe(tabId)).summary) await enterTab(tabId, PAGE_GATE);
  }

  /** A tab whose address is hidden from us has no grant (any more): whatever still runs there ends, unless it was asked for that page alone. */
  async function leaveUnseen(tabId: number): Promise<void> {
    const summary = await summaryOf(tabId);
    if (summary?.report && !summary.once) await leave(tabId);
  }

  async function leave(tabId: number): Promise<void> {
    await callFrames(tabId, 'stop', null);
    await toolbar.show(tabId, 'off');
  }

  async function apply(settings: Settings): Promise<void> {
    await register(registrationFor(settings, await outlets()));
    const tabs = await browser.tabs.query({});
    const wanted = pageSettings(settings);
    // A tab may close or refuse under our hands; that is its own affair and stops no other.
    await Promise.allSettled(
      tabs.map((tab) => {
        if (tab.id === undefined) return undefined;
        return tab.url ? enterOrLeave(tab.id, tab.url, tab.incognito, wanted) : leaveUnseen(tab.id);
      }),
    );
  }

  async function showState(tabId: number, popupIsOpen: boolean, url?: string): Promise<SiteState> {
    const state = await stateOfTab(tabId, popupIsOpen ? 'judge' : 'listen', url);
    // Elsewhere than in an open popup an address may be hidden only because it is not granted: no reason to call a page unreadable.
    const seen = state.host !== '' || popupIsOpen || (await browser.permissions.contains({ origins: [EVERYWHERE] }));
    await toolbar.show(tabId, seen ? lightOf(state) : 'off');
    return state;
  }

  let running: Promise<void> | undefined;
  let again = false;

  return {
    stateAt,
    stateOfTab: (tabId, url) => stateOfTab(tabId, 'look', url),
    showState,
    reconcile() {
      if (running) {
        again = true;
        return running;
      }
      running = (async () => {
        do {
          again = false;
          await apply((await store.read()).settings);
        } while (again);
      })().finally(() => {
        running = undefined;
      });
      return running;
    },
    async readOnce(tabId) {
      await browser.scripting.executeScript({
        target: { tabId },
        func: () => {
          (globalThis as { __dragomanOnce?: boolean }).__dragomanOnce = true;
        },
      });
      await enterTab(tabId, PAGE_SCRIPT);
    },
    async turn(tabId, on, url, hostOnly) {
      const { incognito } = await browser.tabs.get(tabId);
      const state = await stateOfTab(tabId, 'look', url);
      if (state.reason === 'on-once' && !on) return leave(tabId);
      if (!state.site || state.on === on) return;
      const { host, site } = state;
      if (hostOnly) return void (await store.setSite(host, on ? 'on' : 'off', incognito));
      // What would hold without earlier choices? One write then says it: of several, half could stay.
      const withoutHost = host === site ? state : await stateOfTab(tabId, 'look', url, [host]);
      if (withoutHost.on === on) return void (await store.setSite(host, 'default', incognito));
      if (!on) return void (await store.setSite(site, 'off', incognito, host));
      const isOff = withoutHost.reason === 'off-site';
      const { reason } = isOff ? await stateOfTab(tabId, 'look', url, [host, site]) : withoutHost;
      const isCovered = !CHOOSABLE.includes(reason);
      if (isOff || !isCovered) await store.setSite(site, isCovered ? 'default' : 'on', incognito, host);
      else if (host !== site) await store.setSite(host, 'default', incognito);
    },
  };
}
