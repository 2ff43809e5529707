import type { Settings } from '../model/settings.ts';
import { browser, isFirefox } from './browser.ts';
import { domainsOfSite, type OutletSite, patternsOf } from './site-access.ts';

const ID = 'page';
export const PAGE_SCRIPT = 'page-script.js';
export const MARKS_CSS = 'marks.css';
export const EVERYWHERE = '*://*/*';

export interface Registration {
  readonly matches: readonly string[];
  readonly excludeMatches: readonly string[];
}

/** Contract 7: where the page script should run, from the settings alone. Undefined: nowhere. The browser itself lets it run only where it is permitted. */
export function registrationFor(settings: Settings, outlets: readonly OutletSite[]): Registration | undefined {
  if (settings.paused) return undefined;
  const patterns = (state: 'on' | 'off') =>
    settings.sites
      .filter((choice) => choice.state === state)
      .flatMap((choice) => patternsOf(domainsOfSite(choice.site, outlets)));
  const matches = new Set(patterns('on'));
  if (settings.scope === 'every-article') matches.add(EVERYWHERE);
  if (settings.scope === 'outlets')
    for (const outlet of outlets) for (const pattern of patternsOf(outlet.domains)) matches.add(pattern);
  return matches.size ? { matches: [...matches], excludeMatches: [...new Set(patterns('off'))] } : undefined;
}

/** Makes the browser's registration what the settings say; the same call again changes nothing. Sites that are off get no script at all. */
export async function register(wanted: Registration | undefined): Promise<void> {
  const present = await browser.scripting.getRegisteredContentScripts({ ids: [ID] });
  if (!wanted) {
    if (present.length) await browser.scripting.unregisterContentScripts({ ids: [ID] });
    return;
  }
  const script = {
    id: ID,
    js: [PAGE_SCRIPT],
    css: [MARKS_CSS],
    matches: [...wanted.matches],
    excludeMatches: [...wanted.excludeMatches],
    runAt: 'document_idle' as const,
    persistAcrossSessions: true,
    // A user-origin sheet wins over the page in Firefox; Chromium rejects the key (docs/browser-bugs.md).
    ...(isFirefox ? { cssOrigin: 'user' as const } : {}),
  };
  if (present.length) await browser.scripting.updateContentScripts([script]);
  else await browser.scripting.registerContentScripts([script]);
}

/** Puts style and script into one open tab, where the grant or the choice came after the page. */
export async function enterTab(tabId: number): Promise<void> {
  await browser.scripting.insertCSS({ target: { tabId }, files: [MARKS_CSS], origin: isFirefox ? 'USER' : 'AUTHOR' });
  await browser.scripting.executeScript({ target: { tabId }, files: [PAGE_SCRIPT] });
}
