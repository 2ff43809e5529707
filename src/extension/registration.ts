import type { Scripting } from 'webextension-polyfill';
import type { Settings } from '../model/settings.ts';
import { browser, isFirefox } from './browser.ts';
import { type OutletSite, patternsOf } from './patterns.ts';
import { domainsOfSite, isWithin } from './site-access.ts';

const STYLE = 'marks';
const GATE = 'gate';
const SCRIPT = 'page';
export const PAGE_GATE = 'page-gate.js';
export const PAGE_SCRIPT = 'page-script.js';
export const MARKS_CSS = 'marks.css';
export const EVERYWHERE = '*://*/*';

export interface Registration {
  readonly matches: readonly string[];
  /** Of `matches`, what is read whether it is an article or not: there the page script runs at once, elsewhere its gate. */
  readonly chosen: readonly string[];
  readonly excludeMatches: readonly string[];
}

/** Contract 7: where scripts should run, from the settings alone. Undefined: nowhere. The browser itself lets it run only where it is permitted. */
export function registrationFor(settings: Settings, outlets: readonly OutletSite[]): Registration | undefined {
  if (settings.paused) return undefined;
  const domains = (state: 'on' | 'off') =>
    settings.sites.filter((choice) => choice.state === state).flatMap((choice) => domainsOfSite(choice.site, outlets));
  const on = domains('on');
  // A site that is off but for one host stays registered: an exclusion outdoes every match, and the script asks anyway before it reads.
  const off = domains('off').filter((domain) => !on.some((host) => host !== domain && isWithin(host, domain)));
  const chosen = patternsOf(on);
  const matches = new Set(chosen);
  if (settings.scope === 'every-article') matches.add(EVERYWHERE);
  if (settings.scope === 'outlets')
    for (const outlet of outlets) for (const pattern of patternsOf(outlet.domains)) matches.add(pattern);
  return matches.size ? { matches: [...matches], chosen, excludeMatches: [...new Set(patternsOf(off))] } : undefined;
}

/** Makes the browser's registration what the settings say; the same call again changes nothing. Sites that are off get no script at all. */
export async function register(wanted: Registration | undefined): Promise<void> {
  const present = new Set((await browser.scripting.getRegisteredContentScripts()).map(({ id }) => id));
  const scripts = wanted ? scriptsFor(wanted) : [];
  const gone = [...present].filter((id) => !scripts.some((script) => script.id === id));
  const old = scripts.filter(({ id }) => present.has(id));
  const added = scripts.filter(({ id }) => !present.has(id));
  if (gone.length) await browser.scripting.unregisterContentScripts({ ids: gone });
  if (old.length) await browser.scripting.updateContentScripts(old);
  if (added.length) await browser.scripting.registerContentScripts(added);
}

function scriptsFor({ matches, chosen, excludeMatches }: Registration): Scripting.RegisteredContentScript[] {
  const base = { excludeMatches: [...excludeMatches], persistAcrossSessions: true };
  const scripts: Scripting.RegisteredContentScript[] = [
    // The rule must be in force before the first style pass; Firefox honours `runAt` for style, so style and script are two entries (docs/adr/0001).
    {
      id: STYLE,
      css: [MARKS_CSS],
      runAt: 'document_start',
      ...base,
      matches: [...matches],
      // A user-origin sheet wins over the page in Firefox; Chromium rejects the key.
      ...(isFirefox ? { cssOrigin: 'user' as const } : {}),
    },
  ];
  if (chosen.length) scripts.push({ id: SCRIPT, js: [PAGE_SCRIPT], runAt: 'document_idle', ...base, matches: [...chosen] });
  if (matches.some((pattern) => !chosen.includes(pattern))) {
    const exclude = [...new Set([...excludeMatches, ...chosen])];
    scripts.push({ id: GATE, js: [PAGE_GATE], runAt: 'document_idle', ...base, matches: [...matches], excludeMatches: exclude });
  }
  return scripts;
}

/** Puts style and a script into one open tab, where the grant or the choice came after the page. */
export async function enterTab(tabId: number, script: typeof PAGE_SCRIPT | typeof PAGE_GATE): Promise<void> {
  await browser.scripting.insertCSS({ target: { tabId }, files: [MARKS_CSS], origin: isFirefox ? 'USER' : 'AUTHOR' });
  await browser.scripting.executeScript({ target: { tabId }, files: [script] });
}
