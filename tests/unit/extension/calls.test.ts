import { describe, expect, test, vi } from 'vitest';

const HOME = 'moz-extension://own/';
vi.mock('../../../src/extension/browser.ts', () => ({
  browser: { runtime: { id: 'own' } },
  extensionUrl: (path: string) => `moz-extension://own/${path}`,
}));
const { checkCall } = await import('../../../src/extension/calls-schema.ts');

const page = { id: 'own', url: 'https://news.example/1' };
const popup = { id: 'own', url: `${HOME}popup.html` };
const text = { id: 't0', role: 'body', section: 0, article: 0, text: 'Baku' };
const read = {
  sentences: [0],
  names: [
    {
      start: 0,
      end: 4,
      surface: 'Baku',
      names: [7],
      letterCase: 'title',
      opensSentence: true,
      local: [{ needs: 0, rejected: false, later: 1 }],
      later: 'kept',
    },
  ],
  cues: [{ start: 0, end: 4, cue: 3 }],
  figures: [{ start: 0, end: 2, surface: '5%', figure: { kind: 'percent', value: 5 } }],
  words: [1],
  lang: 'en',
  introductions: [{ long: { start: 0, end: 2 }, short: { start: 3, end: 4 }, shortText: 'B' }],
  brief: true,
};
const known = { id: 't0', role: 'body', section: 0, article: 0, candidates: read };
const facts = { title: 'Trade', date: '2024-11-06', lang: 'en', outlet: 'outlet/azernews', url: 'https://news.example/1' };
const annotation = {
  id: 't0:0:entity',
  block: 't0',
  start: 0,
  end: 4,
  surface: 'Baku',
  marked: true,
  kind: 'entity',
  entity: 'region/az-ba',
};

describe('calls that are taken, and as what', () => {
  const cases: { call: string; params: unknown; expected?: unknown; sender?: typeof page }[] = [
    { call: 'begin', params: { url: 'https://news.example/1', article: true, once: false } },
    { call: 'begin', params: { url: 'about:blank', article: false, once: true, lang: 'kk' } },
    {
      call: 'begin',
      params: { url: 'x', article: true, once: false, lang: undefined, more: 1 },
      expected: { url: 'x', article: true, once: false },
    },
    { call: 'annotate', params: { facts, blocks: [text, known], muted: ['country/kz'] } },
    { call: 'annotate', params: { facts: {}, blocks: [] } },
    {
      call: 'annotate',
      params: { facts: {}, blocks: [{ ...text, candidates: 5 }] },
      expected: { facts: {}, blocks: [text] },
    },
    { call: 'card', params: { annotation, facts, beside: [annotation], entity: 'country/kz' } },
    { call: 'injectCard', params: null },
    { call: 'report', params: { names: 1, figures: 2, differ: 0, marks: 3, limits: ['viewport-only'] } },
    { call: 'openAtlas', params: { route: '#/search?q=a%20b' } },
    { call: 'setMuted', params: { entity: 'country/kz', muted: true }, sender: popup },
    { call: 'setSite', params: { site: '[::1]', state: 'default', private: false }, sender: popup },
    { call: 'setLanguage', params: { language: null }, sender: popup },
    { call: 'restore', params: { stored: { version: 9 } }, sender: popup },
  ];
  test.each(cases)('$call $params', ({ call, params, expected, sender }) => {
    expect(checkCall(call, params, sender ?? page)).toEqual(expected ?? params);
  });
});

describe('calls that are refused, with the place', () => {
  const begin = { url: 'https://news.example/1', article: true, once: false };
  const block = (more: object) => ({ facts: {}, blocks: [text, { ...text, ...more }] });
  const candidates = (more: object) => ({ facts: {}, blocks: [{ ...known, candidates: { ...read, ...more } }] });
  const cases: { call: string; params: unknown; expected: RegExp; sender?: typeof page }[] = [
    { call: 'begin', params: null, expected: /^begin: parameters: / },
    { call: 'begin', params: [begin], expected: /^begin: parameters: / },
    { call: 'begin', params: { ...begin, url: 5 }, expected: /^begin: url: / },
    { call: 'begin', params: { ...begin, url: 'x'.repeat(100_001) }, expected: /^begin: url: / },
    { call: 'begin', params: Object.create(begin), expected: /^begin: url: / },
    { call: 'begin', params: { ...begin, once: 'no' }, expected: /^begin: once: / },
    { call: 'annotate', params: { facts, blocks: 'all' }, expected: /^annotate: blocks: / },
    { call: 'annotate', params: { facts: { ...facts, date: '6 Nov' }, blocks: [] }, expected: /^annotate: facts\.date: / },
    { call: 'annotate', params: { facts: { ...facts, url: 'file:///a' }, blocks: [] }, expected: /^annotate: facts\.url: / },
    { call: 'annotate', params: { facts: { ...facts, outlet: 'x' }, blocks: [] }, expected: /^annotate: facts\.outlet: / },
    { call: 'annotate', params: block({ role: 'boss' }), expected: /^annotate: blocks\.1\.role: / },
    { call: 'annotate', params: block({ section: -1 }), expected: /^annotate: blocks\.1\.section: / },
    { call: 'annotate', params: block({ section: 0.5 }), expected: /^annotate: blocks\.1\.section: / },
    { call: 'annotate', params: block({ text: 'x'.repeat(1_000_001) }), expected: /^annotate: blocks\.1\.text: / },
    { call: 'annotate', params: { facts: {}, blocks: new Array(2) }, expected: /^annotate: blocks\.0: / },
    { call: 'annotate', params: candidates({ words: [2 ** 32] }), expected: /blocks\.0\.candidates\.words\.0: / },
    { call: 'annotate', params: candidates({ cues: [{ start: 0, end: Number.NaN, cue: 1 }] }), expected: /cues\.0\.end: / },
    {
      call: 'annotate',
      params: candidates({ figures: [{ ...read.figures[0], figure: { kind: 'money', range: [1] } }] }),
      expected: /figures\.0\.figure\.range: /,
    },
    {
      call: 'annotate',
      params: candidates({ names: [{ ...read.names[0], local: [{ needs: Number.POSITIVE_INFINITY, rejected: false }] }] }),
      expected: /names\.0\.local\.0\.needs: /,
    },
    { call: 'card', params: { annotation: { ...annotation, kind: 'advert' }, facts }, expected: /^card: annotation\.kind: / },
    { call: 'injectCard', params: {}, expected: /^injectCard: parameters: / },
    { call: 'openAtlas', params: { route: 'https://evil.example' }, expected: /^openAtlas: route: / },
    { call: 'setSite', params: { site: '', state: 'on', private: false }, expected: /^setSite: site: /, sender: popup },
    { call: 'setScope', params: { scope: 'everything' }, expected: /^setScope: scope: .*outlets/, sender: popup },
    { call: 'restore', params: {}, expected: /^restore: stored: /, sender: popup },
    { call: 'toString', params: null, expected: /no call named toString/ },
    { call: 'setPaused', params: { paused: true }, expected: /own pages/ },
    { call: 'begin', params: begin, expected: /not this extension/, sender: { id: 'other', url: page.url } },
  ];
  test.each(cases)('$call: $expected', ({ call, params, expected, sender }) => {
    expect(() => checkCall(call, params, sender ?? page)).toThrow(expected);
  });
});
