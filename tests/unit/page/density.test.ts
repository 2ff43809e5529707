import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Annotation, ClaimAnnotation, EntityAnnotation, FigureAnnotation } from '../../../src/model/annotation.ts';
import type { PageSettings } from '../../../src/model/settings.ts';
import { type Choice, chooseMarks, differs, type Standing } from '../../../src/page/density.ts';

const BLOCKS: Record<string, Standing> = Object.fromEntries(
  (
    [
      ['head', 'headline', 0, 0],
      ['cap1', 'caption', 0, 0],
      ['a', 'body', 0, 0],
      ['b', 'body', 1, 0],
      ['cap2', 'caption', 1, 0],
      ['c', 'quote', 1, 0],
      ['head2', 'headline', 2, 1],
      ['d', 'body', 2, 1],
    ] as const
  ).map(([id, role, section, article]) => [id, { id, role, section, article }]),
);
let count = 0;
const entity = (block: string, slug: string, more: Partial<EntityAnnotation> = {}): EntityAnnotation => ({
  id: `${block}:${slug}:${count++}`,
  block,
  start: 0,
  end: 4,
  surface: slug,
  marked: true,
  kind: 'entity',
  entity: `city/${slug}`,
  type: 'city',
  name: slug,
  via: 'official',
  evidence: [],
  ...more,
});
const figure = (
  block: string,
  value: number,
  reading: Partial<FigureAnnotation['reading']> | null,
  more = {},
): FigureAnnotation => ({
  id: `${block}:${value}:${count++}`,
  block,
  start: 0,
  end: 4,
  surface: `${value}`,
  marked: reading !== null,
  kind: 'figure',
  figure: { kind: 'money', value, currency: 'USD' },
  reading: reading && {
    indicator: 'trade',
    geo: 'country/kz',
    status: 'actual',
    observations: [],
    verdict: 'same-as',
    ...reading,
  },
  ...more,
});
const claim = (block: string): ClaimAnnotation => ({
  id: `${block}:claim:${count++}`,
  block,
  start: 0,
  end: 9,
  surface: 'governor',
  marked: true,
  kind: 'claim',
  claim: 'role',
  about: 'person/x',
  says: { sources: [] },
  others: [],
});
const choice = (settings: Partial<PageSettings> = {}, more: Partial<Choice> = {}): Choice => ({
  settings: { density: 'first', kinds: ['names', 'figures'], muted: [], ...settings },
  hidden: new Set(),
  shown: new Set(),
  isSeen: () => true,
  ...more,
});
const blocksOf = (list: readonly Annotation[], given: Choice) =>
  chooseMarks(list, (id) => BLOCKS[id], given).map(({ block, surface }) => `${block} ${surface}`);

const everywhere = Object.keys(BLOCKS).map((block) => entity(block, 'aktau'));
const table: { name: string; list: readonly Annotation[]; given: Choice; expected: string[] }[] = [
  { name: 'off', list: everywhere, given: choice({ density: 'off' }), expected: [] },
  {
    name: 'all',
    list: everywhere,
    given: choice({ density: 'all' }),
    expected: Object.keys(BLOCKS).map((block) => `${block} aktau`),
  },
  {
    name: 'first: headline and captions are sections of their own, the next article starts anew',
    list: everywhere,
    given: choice(),
    expected: ['head aktau', 'cap1 aktau', 'a aktau', 'cap2 aktau', 'head2 aktau', 'd aktau'],
  },
  {
    name: 'section',
    list: everywhere,
    given: choice({ density: 'section' }),
    expected: ['head aktau', 'cap1 aktau', 'a aktau', 'b aktau', 'cap2 aktau', 'head2 aktau', 'd aktau'],
  },
  {
    name: 'muted',
    list: [entity('a', 'aktau'), entity('b', 'baku')],
    given: choice({ muted: ['city/aktau'] }),
    expected: ['b baku'],
  },
  { name: 'put away', list: everywhere, given: choice({}, { hidden: new Set(['city/aktau']) }), expected: [] },
  {
    name: 'the first that can be seen is the first',
    list: [entity('a', 'aktau'), entity('b', 'aktau')],
    given: choice({}, { isSeen: ({ block }) => block !== 'a' }),
    expected: ['b aktau'],
  },
  { name: 'names that a page would not mark', list: [entity('a', 'aktau', { marked: false })], given: choice(), expected: [] },
  {
    name: 'the same figure again is one thing, another value is another',
    list: [figure('a', 5, {}), figure('b', 5, {}), figure('b', 6, {}), figure('c', 5, { partner: 'country/az' })],
    given: choice(),
    expected: ['a 5', 'b 6', 'c 5'],
  },
  { name: 'figures that were not understood', list: [figure('a', 5, null)], given: choice(), expected: [] },
  {
    name: 'all figures, but no years',
    list: [figure('a', 5, null), figure('a', 2020, null, { figure: { kind: 'period', period: '2020' } })],
    given: choice({ kinds: ['all-figures'] }),
    expected: ['a 5'],
  },
  {
    name: 'names alone',
    list: [figure('a', 5, {}), entity('a', 'aktau')],
    given: choice({ kinds: ['names'] }),
    expected: ['a aktau'],
  },
  { name: 'claims are always marked', list: [claim('a'), claim('a')], given: choice(), expected: ['a governor', 'a governor'] },
  { name: 'a claim about a muted person', list: [claim('a')], given: choice({ muted: ['person/x'] }), expected: [] },
];

describe('density', () => {
  test.each(table)('$name', ({ list, given, expected }) => {
    expect(blocksOf(list, given)).toEqual(expected);
  });

  test('a mark on the screen stays when an earlier mention is read later', () => {
    const [early, late] = [entity('a', 'aktau'), entity('b', 'aktau')];
    const before = chooseMarks([late], (id) => BLOCKS[id], choice());
    const shown = new Set(before.map(({ id }) => id));
    expect(chooseMarks([early, late], (id) => BLOCKS[id], choice({}, { shown })).map(({ id }) => id)).toEqual([
      early.id,
      late.id,
    ]);
  });

  test('whatever was shown stays, and nothing depends on how it was read', () => {
    const annotation = fc
      .tuple(fc.constantFrom(...Object.keys(BLOCKS)), fc.constantFrom('aktau', 'baku', 'poti'))
      .map(([block, slug]) => entity(block, slug));
    fc.assert(
      fc.property(
        fc.array(annotation, { maxLength: 20 }),
        fc.nat(20),
        fc.constantFrom('first', 'section', 'all'),
        (list, cut, density) => {
          const order = Object.keys(BLOCKS);
          const sorted = [...list].sort((a, b) => order.indexOf(a.block) - order.indexOf(b.block));
          const part = sorted.filter((_, i) => i >= cut);
          const first = chooseMarks(part, (id) => BLOCKS[id], choice({ density }));
          const shown = new Set(first.map(({ id }) => id));
          const then = new Set(chooseMarks(sorted, (id) => BLOCKS[id], choice({ density }, { shown })).map(({ id }) => id));
          for (const id of shown) expect(then.has(id)).toBe(true);
          const fresh = chooseMarks(sorted, (id) => BLOCKS[id], choice({ density }));
          for (const { id } of fresh) expect(then.has(id)).toBe(true);
        },
      ),
    );
  });

  test('what differs', () => {
    expect(differs(figure('a', 5, { verdict: 'outside' }))).toBe(true);
    expect(differs(figure('a', 5, { suspected: { unit: 't', observations: [] } }))).toBe(true);
    expect(differs(figure('a', 5, { verdict: 'between' }))).toBe(false);
    expect(differs(figure('a', 5, null))).toBe(false);
    expect(differs(claim('a'))).toBe(true);
  });
});
