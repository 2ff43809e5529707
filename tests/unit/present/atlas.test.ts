import { expect, test } from 'vitest';
import { makeAtlas } from '../../../src/present/atlas.ts';
import { contradictionsOf } from '../../../src/present/contradictions.ts';
import { records } from '../resolve/fixture.ts';

const atlas = makeAtlas(records, 'en');

test('an entity with its pairs and articles', () => {
  const page = atlas.entity('country/az')!;
  const turnover = page.pairs.filter((p) => p.indicator.id === 'bilateral-trade-turnover');
  expect(turnover.map((p) => [p.geo.id, p.partner?.id])).toContainEqual(['country/kz', 'country/az']);
  // A symmetric pair is one line, exports have two directions.
  expect(turnover.filter((p) => [p.geo.id, p.partner?.id].includes('country/kz'))).toHaveLength(1);
  expect(page.pairs.filter((p) => p.indicator.id === 'exports')).toHaveLength(2);
});

test('an indicator with all its pairs, the richest first', () => {
  const page = atlas.indicator('bilateral-trade-turnover')!;
  expect(page.pairs[0]).toMatchObject({ geo: { id: 'country/kz' }, partner: { id: 'country/az' } });
  expect(page.pairs.map((p) => p.values)).toEqual(page.pairs.map((p) => p.values).sort((a, b) => b - a));
});

test('a pair with every contradicting value, either way round', () => {
  const there = atlas.pair('bilateral-trade-turnover', 'country/kz', 'country/az')!;
  const back = atlas.pair('bilateral-trade-turnover', 'country/az', 'country/kz')!;
  expect(there.values.map((v) => v.id)).toEqual(back.values.map((v) => v.id));
  expect(there.values.filter((v) => v.period === '2023').map((v) => v.value)).toEqual([529.4e6, 598.5e6]);
});

test('the line of actual values has no target and no forecast', () => {
  const cargo = atlas.pair('cargo-volume', 'route/titr')!;
  expect(cargo.values.map((v) => v.status)).toContain('forecast');
  expect(cargo.series.flatMap((s) => s.points.map((p) => p.value))).toEqual(expect.not.arrayContaining([5e6]));
});

test('an article with its values and the copies of its story', () => {
  const page = atlas.article('copied')!;
  expect(page.values.map((v) => v.value)).toEqual([221e6]);
  expect(page.copies.map((c) => c.id)).toEqual(['copy']);
});

test('what is not there is undefined', () => {
  expect(atlas.entity('country/xx')).toBeUndefined();
  expect(atlas.indicator('none')).toBeUndefined();
  expect(atlas.pair('exports', 'country/uz', 'country/tj')).toBeUndefined();
  expect(atlas.article('none')).toBeUndefined();
  expect(atlas.source('none')).toBeUndefined();
});

test('contradictions: same thing, same time, values that no rounding joins', () => {
  const found = contradictionsOf(records, 'en');
  const keys = found.map((c) => `${c.pair.partner?.id ?? c.pair.geo.id} ${c.period}`);
  expect(keys).toContain('country/az 2023');
  expect(keys).toContain('country/tj 2022');
  expect(keys).toContain('route/titr 2024');
  // 4.2 and 4.3 billion differ too; one value alone does not.
  expect(keys).toContain('country/uz 2024');
  expect(keys).not.toContain('country/az 2019');
  for (const c of found) expect(c.spread).toBeGreaterThan(0);
});
