import { describe, expect, test } from 'vitest';
import { chartPoints, commonestUnit, leadingCounters, yearLines, yearMiddles } from '../../../src/ui/atlas/chart-data.ts';
import { contradictions } from '../../../src/ui/atlas/contradictions.ts';
import { csv, jsonLd } from '../../../src/ui/atlas/export.ts';
import { allObservations, makeKit, pairKey } from '../../../src/ui/atlas/kit.ts';
import { indexRelations } from '../../../src/ui/atlas/relation-index.ts';
import { link, parseRoute } from '../../../src/ui/atlas/route.ts';
import { makeSearch } from '../../../src/ui/atlas/search.ts';
import { foldForSearch } from '../../../src/ui/atlas/search-fold.ts';
import { makeRecords } from '../../fixtures/records.ts';

const records = makeRecords();
const kit = makeKit(records, 'en');
const trade = allObservations(kit).filter((o) => o.indicator === 'trade');

describe('permanent links', () => {
  test.each([
    ['', { page: 'home' }],
    ['#/', { page: 'home' }],
    ['#/search?q=%D0%91%D0%B0%D0%BA%D1%83', { page: 'search', text: 'Баку' }],
    ['#/entity/country/kz', { page: 'entity', id: 'country/kz' }],
    ['#/entity/spaceship/x', { page: 'unknown' }],
    ['#/indicator/trade', { page: 'indicator', slug: 'trade' }],
    [
      '#/indicator/trade?geo=country/kz&partner=country/az',
      { page: 'indicator', slug: 'trade', geo: 'country/kz', partner: 'country/az' },
    ],
    ['#/indicator/trade/country/kz/country/az', { page: 'indicator', slug: 'trade', geo: 'country/kz', partner: 'country/az' }],
    ['#/indicator/cargo/route/middle', { page: 'indicator', slug: 'cargo', geo: 'route/middle' }],
    ['#/article/a%2Fb', { page: 'article', id: 'a/b' }],
    ['#/source/handbook', { page: 'source', slug: 'handbook' }],
    ['#/contradictions', { page: 'contradictions' }],
    ['#/100%', { page: 'unknown' }],
    ['#/nothing', { page: 'unknown' }],
  ])('%s', (hash, route) => expect(parseRoute(hash)).toEqual(route));

  test('what is written is read again', () => {
    expect(parseRoute(link.indicator('trade', 'country/kz', 'country/az'))).toMatchObject({
      geo: 'country/kz',
      partner: 'country/az',
    });
    expect(parseRoute(link.search('a & b'))).toEqual({ page: 'search', text: 'a & b' });
    expect(parseRoute(link.article('x/y?z'))).toEqual({ page: 'article', id: 'x/y?z' });
  });
});

describe('search forgives spelling and script', () => {
  const search = makeSearch(records);
  test.each([
    ['Қазақстан', 'country/kz'],
    ['kazakstan', 'country/kz'],
    ['qazaxistan', 'country/kz'],
    ['Казахст', 'country/kz'],
    ['AZƏRBAYCAN', 'country/az'],
    ['azerbaycan', 'country/az'],
    ['Mysaljanov', 'person/examplov'],
    ['Мысалжанов', 'person/examplov'],
    ['Aktöbe', 'region/aktobe'],
    ['trade', 'trade'],
  ])('%s', (text, id) => expect(search(text)[0]?.id).toBe(id));
  test('nothing for nothing', () => {
    expect(search('')).toEqual([]);
    expect(search('zzzzqqq')).toEqual([]);
  });
  test.each([
    ['Тоғжанов', 'Togzhanov'],
    ['Тоғжанов', 'Toğjanov'],
    ['İlham', 'Ильхам'],
    ['Şuşa', 'Shusha'],
  ])('%s folds like %s', (a, b) => expect(foldForSearch(a)).toBe(foldForSearch(b)));
});

describe('contradictions', () => {
  const found = contradictions(kit);
  test('are values of one indicator, pair and period that are more than roundings of each other, the best evidenced first', () => {
    expect(found.map((c) => [c.period, c.low, c.high])).toEqual([
      ['2023', 529.4e6, 598.5e6],
      ['2022', 318e6, 462e6],
      ['2020', 130e6, 180e6],
      ['2019', 221e6, 260e6],
    ]);
  });
  test('leave out targets, forecasts and mended misprints', () => {
    const values = found.flatMap((c) => c.values);
    expect(values.filter((o) => o.status === 'target' || o.status === 'forecast' || o.status === 'misprint')).toEqual([]);
  });
  test('a symmetric pair is one, whichever way it is written', () => {
    const turned = { indicator: 'trade', geo: 'country/az', partner: 'country/kz' } as const;
    expect(pairKey(kit, turned)).toBe(pairKey(kit, trade[0]!));
  });
});

describe('the chart', () => {
  const points = chartPoints(trade, kit);
  test('has every dated value once', () => {
    expect(points.map((p) => p.id).sort()).toEqual(
      trade
        .filter((o) => o.period)
        .map((o) => o.id)
        .sort(),
    );
  });
  test('joins whole actual years of one counter, and leaves the gap of a missing year', () => {
    expect(yearLines(points).map((run) => run.map((p) => p.id))).toEqual([
      ['k19', 'k20', 'k21', 'k22', 'k23'],
      ['a19', 'a20'],
      ['a22', 'a23'],
    ]);
  });
  test('gives colours to the counters with most values, never to "not named"', () => {
    expect(leadingCounters(points, 'counter not named')).toEqual(['Statistics of Kazakhstan', 'Customs of Azerbaijan']);
  });
  test.each([
    [12, 8],
    [4, 4],
    [2, 2],
  ])('names at most as many years as there is room for (%d)', (most, count) =>
    expect(yearMiddles(points, most)).toHaveLength(count),
  );
});

describe('what is taken along', () => {
  test('CSV: a header, a row a value, no formula for a spreadsheet to run', () => {
    const rows = csv([...trade, { ...trade[0]!, id: 'x', assertedBy: '=HYPERLINK("http://a")' }], kit).split('\r\n');
    expect(rows).toHaveLength(trade.length + 3);
    expect(rows[0]).toBe('id,indicator,geo,partner,period,value,unit,comparator,status,counted_by,said_by,published,urls');
    expect(rows[1]).toBe('k19,trade,country/kz,country/az,2019,221000000,USD,exact,official,kz,,,https://handbook.example/');
    expect(rows.at(-2)).toContain(`"'=HYPERLINK(""http://a"")"`);
  });
  test('JSON-LD: every value with its sources', () => {
    const data = JSON.parse(jsonLd('Trade', trade, kit));
    expect(data.variableMeasured).toHaveLength(trade.length);
    expect(data.variableMeasured[0]).toMatchObject({ value: 221e6, unitText: 'USD', isBasedOn: ['https://handbook.example/'] });
  });
});

describe('relations from their other end', () => {
  const index = indexRelations(records);
  test('lead from an object to whoever has it', () => {
    const held = index.to('region/aktobe').map(({ subject, relation }) => [subject, relation.post]);
    expect(held).toEqual([['person/examplov', 'governor']]);
    expect(index.to('country/az')).toEqual([]);
  });
  test('rest on sources, and so do records', () => {
    expect(index.on('handbook').length).toBeGreaterThan(3);
    expect(index.entitiesOn('handbook')).toContain('country/kz');
    expect(index.on('nowhere')).toEqual([]);
  });
});

test('the axis has the unit of most values', () => {
  expect(commonestUnit([{ unit: 'USD' }, { unit: 'tonne' }, { unit: 'tonne' }])).toBe('tonne');
  expect(commonestUnit([])).toBe('');
});

test('a value has a permanent address among its like', () => {
  const [value] = trade;
  const route = parseRoute(link.value(value!));
  expect(route).toEqual({ page: 'indicator', slug: 'trade', geo: value!.geo, partner: value!.partner, value: value!.id });
});
