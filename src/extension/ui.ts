import type { SiteState } from '../model/settings.ts';
import { browser, extensionUrl, isFirefox, sidePanel } from './browser.ts';
import { callBackground } from './call-background.ts';
import { type OutletSite, patternsOf } from './patterns.ts';
import { EVERYWHERE } from './registration.ts';

/** What popup, panel, options and welcome share of the browser. Whatever asks for a permission must be called in the click's own turn. */

export interface ActiveTab {
  readonly id: number;
  /** Only where the browser lets us see it: granted sites, and the tab whose popup is open. */
  readonly url?: string;
  readonly isPrivate: boolean;
}

/** The tab in use. A page of ours that is open as a tab of its own stands beside the one it speaks of: `?tab=ID`. */
export async function activeTab(): Promise<ActiveTab | undefined> {
  const asked = Number(new URLSearchParams(location.search).get('tab'));
  const tab = asked ? await browser.tabs.get(asked) : (await browser.tabs.query({ active: true, currentWindow: true }))[0];
  return tab?.id === undefined ? undefined : { id: tab.id, ...(tab.url ? { url: tab.url } : {}), isPrivate: tab.incognito };
}

export async function siteOfTab(tab: ActiveTab | undefined): Promise<SiteState> {
  if (!tab) return { host: '', site: '', on: false, reason: 'off-forbidden', wants: [] };
  return callBackground('siteState', { tabId: tab.id, ...(tab.url ? { url: tab.url } : {}) });
}

let outlets: readonly OutletSite[] = [];
/** Read when the page opens, since a click that asks for them cannot wait. */
export async function loadOutlets(): Promise<readonly OutletSite[]> {
  outlets = (await (await fetch(extensionUrl('outlets.json'))).json()) as readonly OutletSite[];
  return outlets;
}

/** Match patterns that a scope needs. */
export function patternsOfScope(scope: 'outlets' | 'every-article' | 'chosen'): readonly string[] {
  if (scope === 'every-article') return [EVERYWHERE];
  return scope === 'outlets' ? outlets.flatMap(({ domains }) => patternsOf(domains)) : [];
}

/** Match patterns of one site as the settings name it: all domains of an outlet. */
export function patternsOfSite(site: string): readonly string[] {
  return patternsOf(outlets.find(({ domains }) => domains[0] === site)?.domains ?? [site]);
}

/** Asks the reader for hosts; true when they are granted, also when nothing had to be asked. Call before any await. */
export function requestHosts(origins: readonly string[]): Promise<boolean> {
  return origins.length ? browser.permissions.request({ origins: [...origins] }) : Promise.resolve(true);
}

/** Opens the list of mentions beside the page. Call before any await; `windowId` of the window in use must be known by then. */
export function openPanel(windowId: number): void {
  if (isFirefox) void browser.sidebarAction.open();
  else void sidePanel?.open({ windowId });
}

export async function currentWindow(): Promise<number> {
  return (await browser.windows.getCurrent()).id ?? browser.windows.WINDOW_ID_CURRENT;
}

export function openPage(path: string): void {
  void browser.tabs.create({ url: extensionUrl(path) });
}

/** Firefox opens its page of shortcuts itself (since 137); the polyfill's types do not know it yet. */
type CommandsOfFirefox = typeof browser.commands & { openShortcutSettings?(): Promise<void> };

/** The browser's own page of shortcuts. */
export const openKeys = () =>
  isFirefox
    ? void (browser.commands as CommandsOfFirefox).openShortcutSettings?.()
    : void browser.tabs.create({ url: 'chrome://extensions/shortcuts' });

/** The commands with the keys that hold now. */
export async function currentKeys(): Promise<readonly { name: string; keys: string }[]> {
  return (await browser.commands.getAll()).map(({ name = '', shortcut = '' }) => ({ name, keys: shortcut }));
}

/** Opens a mail that says which release and dataset it is about, and which page where the reader looks at one. The reader completes and sends it, or does not. */
export function reportMistake(dataset: string, page?: string): void {
  const { name, version } = browser.runtime.getManifest();
  const body = [`${name} ${version}`, dataset, ...(page ? [page] : []), '', ''].join('\n');
  const query = new URLSearchParams({ subject: name, body }).toString().replaceAll('+', '%20');
  void browser.tabs.create({ url: `mailto:?${query}` });
}

/** Calls when settings changed, another tab is in use, or the page of a tab says something new; returns the way to stop. */
export function onTabOrSettings(listener: () => void): () => void {
  const said = (message: unknown) => {
    if ((message as { call?: unknown } | null)?.call === 'report') listener();
    return undefined;
  };
  const changed = (_: unknown, change: { readonly status?: string }) => {
    if (change.status === 'complete') listener();
  };
  browser.storage.onChanged.addListener(listener);
  browser.permissions.onAdded.addListener(listener);
  browser.permissions.onRemoved.addListener(listener);
  browser.tabs.onActivated.addListener(listener);
  browser.tabs.onUpdated.addListener(changed);
  browser.runtime.onMessage.addListener(said);
  return () => {
    browser.storage.onChanged.removeListener(listener);
    browser.permissions.onAdded.removeListener(listener);
    browser.permissions.onRemoved.removeListener(listener);
    browser.tabs.onActivated.removeListener(listener);
    browser.tabs.onUpdated.removeListener(changed);
    browser.runtime.onMessage.removeListener(said);
  };
}
