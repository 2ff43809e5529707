import { describe, expect, test, vi } from 'vitest';
import type { OutletSite } from '../../../src/extension/patterns.ts';
import { siteOfHost, siteState } from '../../../src/extension/site-access.ts';
import { type StoredSettings, withDefaults } from '../../../src/model/settings.ts';

// The polyfill refuses to load outside an extension; nothing here calls it.
vi.mock('../../../src/extension/browser.ts', () => ({ browser: {}, isFirefox: false }));
const { registrationFor } = await import('../../../src/extension/registration.ts');

const outlets: readonly OutletSite[] = [
  { id: 'outlet/courier', name: 'The Courier', domains: ['courier.example', 'courier-kz.example'] },
  { id: 'outlet/gazette', name: 'The Gazette', domains: ['gazette-of-the-north.example', 'kz.example'] },
  { id: 'outlet/herald', name: 'The Herald', domains: ['news.herald.example'] },
];
type Row = {
  name: string;
  url: string | undefined;
  stored?: Partial<StoredSettings>;
  permitted?: boolean;
  article?: boolean;
  once?: boolean;
  readable?: boolean;
  optedOut?: boolean;
  privateSites?: { site: string; state: 'on' | 'off' }[];
  expected: { on: boolean; reason: string; site?: string; wants?: string[] };
};
const off = (site: string) => [{ site, state: 'off' as const }];
const on = (site: string) => [{ site, state: 'on' as const }];

const rows: Row[] = [
  {
    name: 'an outlet, permitted',
    url: 'https://www.courier.example/a',
    expected: { on: true, reason: 'on-outlet', site: 'courier.example', wants: [] },
  },
  {
    name: 'the outlet’s second domain is the same site',
    url: 'https://courier-kz.example/',
    expected: { on: true, reason: 'on-outlet', site: 'courier.example' },
  },
  {
    name: 'an outlet, not permitted, asks for all its domains',
    url: 'https://courier.example/',
    permitted: false,
    expected: { on: false, reason: 'off-no-permission', wants: ['*://*.courier.example/*', '*://*.courier-kz.example/*'] },
  },
  {
    name: 'an outlet’s page that is no article',
    url: 'https://courier.example/',
    article: false,
    expected: { on: false, reason: 'off-not-article' },
  },
  {
    name: 'a document of an outlet that the browser shows in a viewer of its own',
    url: 'https://courier.example/report.pdf',
    readable: false,
    expected: { on: false, reason: 'off-forbidden', wants: [] },
  },
  {
    name: 'no outlet',
    url: 'https://blog.elsewhere.co.uk/x',
    expected: { on: false, reason: 'off-not-outlet', site: 'elsewhere.co.uk', wants: [] },
  },
  {
    name: 'a look-alike domain is no outlet',
    url: 'https://notcourier.example/',
    expected: { on: false, reason: 'off-not-outlet' },
  },
  {
    name: 'turned off',
    url: 'https://m.courier.example/',
    stored: { sites: off('courier.example') },
    expected: { on: false, reason: 'off-site' },
  },
  {
    name: 'turned off on the first domain holds on the second',
    url: 'https://courier-kz.example/',
    stored: { sites: off('courier.example') },
    expected: { on: false, reason: 'off-site' },
  },
  {
    name: 'a host differs from its domain',
    url: 'https://live.courier.example/',
    stored: { sites: [...off('courier.example'), ...on('live.courier.example')] },
    expected: { on: true, reason: 'on-chosen' },
  },
  {
    name: 'the second domain of an outlet, by itself, though the outlet’s first name is longer',
    url: 'https://kz.example/',
    stored: { sites: [...on('kz.example'), ...off('gazette-of-the-north.example')] },
    expected: { on: true, reason: 'on-chosen', site: 'gazette-of-the-north.example' },
  },
  {
    name: 'chosen',
    url: 'https://elsewhere.org/',
    stored: { sites: on('elsewhere.org') },
    expected: { on: true, reason: 'on-chosen' },
  },
  {
    name: 'chosen, also where the page is no article',
    url: 'https://elsewhere.org/',
    article: false,
    stored: { sites: on('elsewhere.org') },
    expected: { on: true, reason: 'on-chosen' },
  },
  {
    name: 'chosen but the grant was taken back',
    url: 'https://elsewhere.org/',
    permitted: false,
    stored: { sites: on('elsewhere.org') },
    expected: { on: false, reason: 'off-no-permission', wants: ['*://*.elsewhere.org/*'] },
  },
  {
    name: 'only chosen sites',
    url: 'https://courier.example/',
    stored: { scope: 'chosen' },
    expected: { on: false, reason: 'off-not-chosen' },
  },
  {
    name: 'every article',
    url: 'https://elsewhere.org/',
    stored: { scope: 'every-article' },
    article: true,
    expected: { on: true, reason: 'on-article' },
  },
  {
    name: 'every article, but this is none',
    url: 'https://elsewhere.org/',
    stored: { scope: 'every-article' },
    article: false,
    expected: { on: false, reason: 'off-not-article' },
  },
  {
    name: 'paused everywhere',
    url: 'https://courier.example/',
    stored: { paused: true },
    expected: { on: false, reason: 'off-paused' },
  },
  {
    name: 'this page once, though off',
    url: 'https://elsewhere.org/',
    once: true,
    permitted: false,
    expected: { on: true, reason: 'on-once' },
  },
  {
    name: 'a page that opted out, though asked for',
    url: 'https://elsewhere.org/',
    once: true,
    optedOut: true,
    expected: { on: false, reason: 'off-opted-out' },
  },
  {
    name: 'a private window has its own choice',
    url: 'https://courier.example/',
    privateSites: off('courier.example'),
    expected: { on: false, reason: 'off-site' },
  },
  { name: 'the browser’s own page', url: 'chrome://settings', expected: { on: false, reason: 'off-forbidden', site: '' } },
  {
    name: 'a store where no extension may read',
    url: 'https://addons.mozilla.org/en-US/',
    expected: { on: false, reason: 'off-forbidden' },
  },
  { name: 'no address', url: undefined, expected: { on: false, reason: 'off-forbidden' } },
  { name: 'no address at all', url: 'not an address', expected: { on: false, reason: 'off-forbidden' } },
  {
    name: 'loopback',
    url: 'http://127.0.0.1:8080/',
    permitted: false,
    stored: { sites: on('127.0.0.1') },
    expected: { on: false, reason: 'off-no-permission', site: '127.0.0.1', wants: ['*://127.0.0.1/*'] },
  },
];

describe('the state of a site', () => {
  test.each(rows)('$name', ({ url, stored, permitted = true, article, once, readable, optedOut, privateSites, expected }) => {
    const settings = withDefaults({ version: 1, ...stored });
    const state = siteState({ url, settings, outlets, permitted, article, once, readable, optedOut, privateSites });
    expect(state).toMatchObject(expected);
  });

  test('an internationalised domain is one site', () => {
    expect(siteOfHost(new URL('https://новости.қаз/x').hostname, outlets)).toMatch(/^xn--.+\.xn--.+$/);
  });
});

describe('where the page script is registered', () => {
  const OUTLETS = outlets.flatMap(({ domains }) => domains.map((domain) => `*://*.${domain}/*`));
  const cases = [
    {
      name: 'outlets',
      stored: {},
      expected: {
        matches: OUTLETS,
        chosen: [],
        excludeMatches: [],
      },
    },
    {
      name: 'an outlet turned off is excluded with all its domains',
      stored: { sites: off('courier.example') },
      expected: {
        matches: OUTLETS,
        chosen: [],
        excludeMatches: ['*://*.courier.example/*', '*://*.courier-kz.example/*'],
      },
    },
    {
      name: 'a site that is off but for one host stays registered: the script asks before it reads',
      stored: { scope: 'every-article' as const, sites: [...off('elsewhere.org'), ...on('live.elsewhere.org')] },
      expected: {
        matches: ['*://*.live.elsewhere.org/*', '*://*/*'],
        chosen: ['*://*.live.elsewhere.org/*'],
        excludeMatches: [],
      },
    },
    {
      name: 'every article',
      stored: { scope: 'every-article' as const },
      expected: { matches: ['*://*/*'], chosen: [], excludeMatches: [] },
    },
    {
      name: 'chosen',
      stored: { scope: 'chosen' as const, sites: on('elsewhere.org') },
      expected: { matches: ['*://*.elsewhere.org/*'], chosen: ['*://*.elsewhere.org/*'], excludeMatches: [] },
    },
    { name: 'nothing chosen', stored: { scope: 'chosen' as const }, expected: undefined },
    { name: 'paused', stored: { paused: true }, expected: undefined },
  ];
  test.each(cases)('$name', ({ stored, expected }) => {
    expect(registrationFor(withDefaults({ version: 1, ...stored }), outlets)).toEqual(expected);
  });
});
