export const VIEWS = ['popup', 'panel', 'welcome', 'options', 'atlas'] as const;

export const REPORT = { names: 23, figures: 6, differ: 2, marks: 20, limits: ['viewport-only'] };
export const PAIR = 'atlas#/indicator/trade?geo=country/kz&partner=country/az';
export const LONG = { host: 'a-very-long-host-name-indeed.news-of-examples.example', site: 'news-of-examples.example' };

/** Every view and state: name, path, width, arguments after the language. */
export type State = [name: string, path: string, width: number, ...args: unknown[]];
export const STATES: State[] = [
  ['popup-on', 'popup', 360, { outletName: 'News Example' }, REPORT],
  ['popup-on-nothing', 'popup', 360, {}, { ...REPORT, names: 0, figures: 0, differ: 0, limits: [] }],
  ['popup-asks', 'popup', 360, { ...LONG, on: false, reason: 'off-no-permission', wants: ['https://*.example/*'] }],
  ['popup-off', 'popup', 360, { on: false, reason: 'off-site' }],
  ['popup-paused', 'popup', 360, { on: false, reason: 'off-paused' }, undefined, { paused: true }],
  ['popup-forbidden', 'popup', 360, { host: '', site: '', on: false, reason: 'off-forbidden' }],
  ['panel', 'panel', 380, 'full'],
  ['panel-empty', 'panel', 380, 'empty'],
  ['panel-off', 'panel', 380, 'off'],
  ['welcome', 'welcome', 900, true],
  ['options', 'options', 900],
  ['options-bare', 'options', 900, { sites: [], muted: [] }],
  ['atlas-home', 'atlas', 1100],
  ['atlas-search', 'atlas#/search?q=kazak', 1100],
  ['atlas-search-nothing', 'atlas#/search?q=zzzzqq', 1100],
  ['atlas-person', 'atlas#/entity/person/examplov', 1100],
  ['atlas-route', 'atlas#/entity/route/middle', 1100],
  ['atlas-indicator', 'atlas#/indicator/trade', 1100],
  ['atlas-pair', PAIR, 1100],
  ['atlas-article', 'atlas#/article/morning-1', 1100],
  ['atlas-source', 'atlas#/source/trap', 1100],
  ['atlas-source-relations', 'atlas#/source/handbook', 1100],
  ['atlas-contradictions', 'atlas#/contradictions', 1100],
  ['atlas-not-found', 'atlas#/entity/country/xx', 1100],
];
