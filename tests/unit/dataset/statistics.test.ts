import { describe, expect, test } from 'vitest';
import { loadDataset } from '../../../src/dataset/load.ts';
import { statisticsOf } from '../../../src/dataset/statistics.ts';
import { type Edit, withSample } from './sample.ts';

const TRADE = 'observations/bilateral-trade-turnover.csv';
const statistics = (edits: readonly Edit[] = []) => withSample(edits, (dir) => statisticsOf(loadDataset(dir)));

describe('statistics', () => {
  test('counts', () => {
    expect(statistics().counts).toMatchObject({
      entities: 10,
      'people in office 2016–2026': 2,
      observations: 6,
      'actual values, counter named': 3,
      'actual values, counter not named': 1,
      'targets, plans, forecasts': 1,
      misprints: 1,
      'context values': 3,
      articles: 2,
      'articles with title and day': 1,
      stories: 1,
    });
  });

  test('coverage adds up', () => {
    const { coverage, counts } = statistics();
    const sum = (title: string) => coverage[title]!.reduce((all, [, count]) => all + count, 0);
    expect(sum('entities by type')).toBe(counts.entities);
    expect(sum('names by language')).toBe(counts.names);
    for (const by of ['indicator', 'year', 'basis', 'status']) expect(sum(`observations by ${by}`)).toBe(counts.observations);
    for (const by of ['language', 'year', 'outlet']) expect(sum(`articles by ${by}`)).toBe(counts.articles);
  });

  test('values of one period that lie apart are a contradiction; copies of a story are one voice', () => {
    expect(statistics().contradictions).toEqual([
      {
        indicator: 'bilateral-trade-turnover',
        pair: ['country/kz', 'country/az'],
        period: '2023',
        spread: 556000000 / 529400000 - 1,
        voices: 2,
        values: [
          { id: 'kz-az-2023-reed', value: 529400000, basis: 'reed-office', voices: 1 },
          { id: 'az-kz-2023-customs', value: 556000000, basis: 'az-customs', voices: 1 },
        ],
      },
    ]);
  });

  test.each<{ name: string; edit: Edit }>([
    { name: 'a rounded value', edit: { file: TRADE, from: '556000000', to: '530000000' } },
    { name: 'another period', edit: { file: TRADE, from: 'country/az,country/kz,2023', to: 'country/az,country/kz,2022' } },
    { name: 'a forecast', edit: { file: TRADE, from: 'about,official', to: 'about,forecast' } },
  ])('$name contradicts nothing', ({ edit }) => {
    expect(statistics([edit]).contradictions).toEqual([]);
  });

  test('the same period written otherwise is the same period', () => {
    const edit = { file: TRADE, from: 'country/az,country/kz,2023', to: 'country/az,country/kz,2023-01-01/2024-01-01' };
    expect(statistics([edit]).contradictions).toHaveLength(1);
  });

  test('what one voice reports', () => {
    expect(statistics().singleSource).toHaveLength(6);
    expect(
      statistics([{ file: TRADE, from: 'reed-daily-2024-copy,,', to: 'reed-daily-2024-copy,handbook,' }]).singleSource,
    ).not.toContain('kz-az-2023-reed');
  });

  test('what has not been looked at for long', () => {
    expect(statistics().stale).toEqual([]);
    const { stale } = statistics([
      { file: 'entities/person/dina-sample.yaml', from: 'asOf: 2026-01-10', to: 'asOf: 2024-01-10' },
      { file: 'entities/country/az.yaml', from: 'on: 2026-01-30', to: 'on: 2023-01-30' },
      { file: 'observations/cargo-volume.csv', from: 'route/reed,,2024', to: 'route/reed,,2021' },
      { file: 'observations/cargo-volume.csv', from: 'route/reed,,2024', to: 'route/reed,,2021' },
    ]);
    expect(stale).toEqual([
      { id: 'cargo-volume route/reed', since: '2022-01-01', why: 'series-ends' },
      { id: 'country/az', since: '2023-01-30', why: 'not-verified-since' },
      { id: 'person/dina-sample', since: '2024-01-10', why: 'role-not-seen-since' },
    ]);
  });
});
