import type { EntityId } from '../model/ids.ts';

/** The outlets of the dataset with the domains that make one site (file `outlets.json` of the build). */
export interface OutletSite {
  readonly id: EntityId;
  readonly name: string;
  readonly domains: readonly string[];
}

/** Match patterns of a site, host permissions and registrations alike. */
export function patternsOf(domains: readonly string[]): string[] {
  return domains.map((domain) => (/^[\d.]+$|^\[|^localhost$/.test(domain) ? `*://${domain}/*` : `*://*.${domain}/*`));
}
