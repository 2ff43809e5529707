import { type EntityId, parseEntityId } from '../../model/ids.ts';
import type { Observation } from '../../model/indicator.ts';

/** Permanent links: what stands after `#` names a record by its stable id, so it can be kept and cited. */
export type Route =
  | { readonly page: 'home' }
  | { readonly page: 'search'; readonly text: string }
  | { readonly page: 'entity'; readonly id: EntityId }
  /** `value`: the observation to be shown among its like. */
  | {
      readonly page: 'indicator';
      readonly slug: string;
      readonly geo?: EntityId;
      readonly partner?: EntityId;
      readonly value?: string;
    }
  | { readonly page: 'article'; readonly id: string }
  | { readonly page: 'source'; readonly slug: string }
  | { readonly page: 'contradictions' }
  | { readonly page: 'unknown' };

const entityId = (text: string | null | undefined): EntityId | undefined =>
  text && parseEntityId(text) ? (text as EntityId) : undefined;

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text; // a lone % that somebody typed
  }
}

/** Reads `#/indicator/<slug>?geo=&partner=` and `#/indicator/<slug>/<geo>/<partner>`, with or without `#`. */
export function parseRoute(hash: string): Route {
  const [path = '', query = ''] = hash.replace(/^#?\/?/, '').split(/\?(.*)/s);
  const [page, ...rest] = path.split('/').filter(Boolean).map(decode);
  const params = new URLSearchParams(query);
  const tail = rest.join('/');
  switch (page) {
    case undefined:
      return { page: 'home' };
    case 'search':
      return { page: 'search', text: params.get('q') ?? '' };
    case 'entity': {
      const id = entityId(tail);
      return id ? { page: 'entity', id } : { page: 'unknown' };
    }
    case 'indicator': {
      const [slug, ...places] = rest;
      if (!slug) return { page: 'unknown' };
      const geo = entityId(params.get('geo')) ?? entityId(places.slice(0, 2).join('/'));
      const partner = entityId(params.get('partner')) ?? entityId(places.slice(2, 4).join('/'));
      const value = params.get('value');
      return { page: 'indicator', slug, ...(geo && { geo }), ...(partner && { partner }), ...(value && { value }) };
    }
    case 'article':
      return tail ? { page: 'article', id: tail } : { page: 'unknown' };
    case 'source':
      return tail ? { page: 'source', slug: tail } : { page: 'unknown' };
    case 'contradictions':
      return { page: 'contradictions' };
    default:
      return { page: 'unknown' };
  }
}

/** The written form of a route, as links of the atlas carry it. */
export const link = {
  home: '#/',
  contradictions: '#/contradictions',
  search: (text: string) => `#/search?q=${encodeURIComponent(text)}`,
  entity: (id: EntityId) => `#/entity/${id}`,
  indicator: (slug: string, geo?: EntityId, partner?: EntityId) =>
    `#/indicator/${slug}${geo ? `/${geo}${partner ? `/${partner}` : ''}` : ''}`,
  value: ({ id, indicator, geo, partner }: Pick<Observation, 'id' | 'indicator' | 'geo' | 'partner'>) =>
    `${link.indicator(indicator, geo, partner)}?value=${encodeURIComponent(id)}`,
  article: (id: string) => `#/article/${encodeURIComponent(id)}`,
  source: (slug: string) => `#/source/${slug}`,
};
