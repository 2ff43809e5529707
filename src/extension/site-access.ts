import { getDomain } from 'tldts';
import type { Settings, SiteChoice, SiteReason, SiteState } from '../model/settings.ts';
import { type OutletSite, patternsOf } from './patterns.ts';

/** Hosts where browsers let no extension in. */
const FORBIDDEN_HOSTS: readonly string[] = [
  'chromewebstore.google.com',
  'chrome.google.com',
  'addons.mozilla.org',
  'accounts.firefox.com',
];

/** The domain itself or any host below it. */
export function isWithin(host: string, domain: string): boolean {
  return host === domain || host.endsWith(`.${domain}`);
}

export function outletOfHost(host: string, outlets: readonly OutletSite[]): OutletSite | undefined {
  return outlets.find((outlet) => outlet.domains.some((domain) => isWithin(host, domain)));
}

/** The unit that the switch turns: the outlet's first domain, else the registrable domain, else the host (loopback, IP addresses). */
export function siteOfHost(host: string, outlets: readonly OutletSite[]): string {
  return outletOfHost(host, outlets)?.domains[0] ?? getDomain(host, { allowPrivateDomains: true }) ?? host;
}

/** All domains that belong to the site of a choice. */
export function domainsOfSite(site: string, outlets: readonly OutletSite[]): readonly string[] {
  return outlets.find((outlet) => outlet.domains[0] === site)?.domains ?? [site];
}

/** The choice that holds for a host: its own, else the longest domain that contains it, so that a host can differ from its site. */
export function choiceFor(host: string, sites: readonly SiteChoice[], outlets: readonly OutletSite[]): SiteChoice | undefined {
  let best: SiteChoice | undefined;
  let length = 0;
  for (const choice of sites) {
    if (choice.site === host) return choice;
    const domain = domainsOfSite(choice.site, outlets).find((one) => isWithin(host, one));
    if (!domain || domain.length <= length) continue;
    best = choice;
    length = domain.length;
  }
  return best;
}

export interface SiteFacts {
  readonly url: string | undefined;
  readonly settings: Settings;
  /** Overrides of private windows come first. */
  readonly privateSites?: readonly SiteChoice[];
  readonly outlets: readonly OutletSite[];
  /** Has the browser granted this address? */
  readonly permitted: boolean;
  /** False where the browser itself keeps every extension out of the page. */
  readonly readable?: boolean;
  /** What the page script made of the page; undefined where none ran. */
  readonly article?: boolean;
  readonly once?: boolean;
  readonly optedOut?: boolean;
}

/** Contract 6: whether and why the extension is on or off at an address. Pure. */
export function siteState(facts: SiteFacts): SiteState {
  const { settings, outlets } = facts;
  let url: URL | undefined;
  try {
    url = facts.url ? new URL(facts.url) : undefined;
  } catch {
    url = undefined;
  }
  const off = (host: string, site: string, reason: SiteReason, wants: readonly string[] = []): SiteState => ({
    host,
    site,
    on: false,
    reason,
    wants,
  });
  if (!url || !/^https?:$/.test(url.protocol) || FORBIDDEN_HOSTS.includes(url.hostname) || facts.readable === false)
    return off(url?.hostname ?? '', '', 'off-forbidden');

  const host = url.hostname;
  const outlet = outletOfHost(host, outlets);
  const site = siteOfHost(host, outlets);
  const named = outlet ? { outletName: outlet.name } : {};
  const wants = patternsOf(outlet?.domains ?? [site]);
  const choice = choiceFor(host, [...(facts.privateSites ?? [])], outlets) ?? choiceFor(host, settings.sites, outlets);
  const finish = (on: boolean, reason: SiteReason): SiteState => ({
    host,
    site,
    ...named,
    on,
    reason,
    wants: facts.permitted ? [] : wants,
  });

  if (facts.optedOut) return finish(false, 'off-opted-out');
  if (facts.once) return finish(true, 'on-once');
  if (settings.paused) return finish(false, 'off-paused');
  if (choice?.state === 'off') return finish(false, 'off-site');
  if (choice?.state === 'on') return facts.permitted ? finish(true, 'on-chosen') : finish(false, 'off-no-permission');
  if (settings.scope === 'chosen') return finish(false, 'off-not-chosen');
  if (settings.scope === 'outlets' && !outlet) return finish(false, 'off-not-outlet');
  if (!facts.permitted) return finish(false, 'off-no-permission');
  if (facts.article === false) return finish(false, 'off-not-article');
  return finish(true, outlet ? 'on-outlet' : 'on-article');
}
