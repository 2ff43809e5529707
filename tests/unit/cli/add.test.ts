import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { suggestId, tailOf } from '../../../src/cli/add-records.ts';
import { checkDataset } from '../../../src/dataset/check.ts';
import { csvLine, writeRecords } from '../../../src/dataset/write-record.ts';
import { SAMPLE } from '../dataset/sample.ts';
import { run } from './run.ts';

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'add-'));
  cpSync(SAMPLE, dir, { recursive: true });
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));
const add = (kind: string, answers: readonly string[]) => run('add', [kind, '--dataset', dir], `${answers.join('\n')}\n`);

describe('dataset:add', () => {
  test('an entity', async () => {
    const answers = [
      'river',
      'city',
      'lakeport',
      'stonebridge',
      'Stonebridge',
      'Стоунбридж',
      '',
      'Тасқөпір',
      '',
      'An invented town',
      'handbook',
      'country/kz',
      '',
      'invented',
    ];
    const { status, out, err } = await add('entity', answers);
    expect(err).toContain('is no entity type');
    expect(err).toContain('is taken');
    expect(out).toBe('added to entities/city/stonebridge.yaml\n');
    expect(status).toBe(0);
    const { problems, reading } = checkDataset(dir);
    expect(problems).toEqual([]);
    expect(reading.dataset.entities.find(({ id }) => id === 'city/stonebridge')).toMatchObject({
      label: { en: 'Stonebridge', ru: 'Стоунбридж', kk: 'Тасқөпір' },
      relations: [{ predicate: 'located-in', object: 'country/kz', sources: ['handbook'] }],
    });
  });

  test('an observation', async () => {
    const { out } = await add('observation', [
      'cargo-volume',
      'route/reed',
      '2022',
      '3,5',
      '3500000',
      '',
      '',
      '',
      '',
      '',
      'handbook',
      '2023',
      '',
    ]);
    expect(out).toBe('added to observations/cargo-volume.csv\n');
    const { problems, reading } = checkDataset(dir);
    expect(problems).toEqual([]);
    expect(reading.dataset.observations.find(({ id }) => id === 'reed-2022')).toMatchObject({
      value: 3.5e6,
      unit: 'tonne',
      status: 'reported',
      basis: 'unknown',
    });
  });

  test('an article, whose outlet is known by its address', async () => {
    const { err } = await add('article', [
      'http://reed.example/x',
      'https://www.reed.example/x/trade-up-99.html',
      '',
      'So, "up" it goes',
      '2025-05-06',
      'az',
      'Our own line',
      'country/kz, country/az',
      '',
      '',
    ]);
    expect(err).toContain('is no https address');
    expect(err).toContain('Outlet (entity id) [outlet/reed-daily]');
    expect(readFileSync(join(dir, 'articles/2025.csv'), 'utf8')).toBe(
      'id,url,outlet,title,date,lang,line,entities,sameStory\n' +
        'reed-daily-2025-05-06-trade-up-99,https://www.reed.example/x/trade-up-99.html,outlet/reed-daily,"So, ""up"" it goes",2025-05-06,az,Our own line,country/kz|country/az,\n',
    );
    expect(checkDataset(dir).problems).toEqual([]);
  });

  test('what would break a rule is told and not written', async () => {
    const before = readFileSync(join(dir, 'observations/cargo-volume.csv'));
    const { status, err } = await add('observation', [
      'cargo-volume',
      'route/reed',
      '2022',
      '3',
      '',
      '',
      '',
      '',
      '',
      'handbook',
      '2023',
      '',
    ]);
    expect(err).toMatch(/nothing was written:\n.*cargo-volume\.csv:4 .*outside the plausible/);
    expect(status).toBe(1);
    expect(readFileSync(join(dir, 'observations/cargo-volume.csv'))).toEqual(before);
  });

  test('input that ends early writes nothing', async () => {
    const { status, err } = await add('entity', ['city', 'stonebridge']);
    expect(err).toContain('ended before all was answered: nothing was written');
    expect(status).toBe(2);
  });

  test('an unknown kind names the known ones', async () => {
    const { status, err } = await add('post', []);
    expect(err).toContain('choose entity, observation, article');
    expect(status).toBe(2);
  });

  test('templates to fill in by hand', async () => {
    expect((await run('add', ['observation', '--template'])).out).toContain('id,geo,partner,period');
  });

  test('old slips of the dataset do not stand in the way', () => {
    writeRecords(dir, [{ file: 'redirects.yaml', content: 'person/a-sample: person/arman-sample\n' }]);
    expect(readFileSync(join(dir, 'redirects.yaml'), 'utf8')).toBe('person/a-sample: person/arman-sample\n');
  });
});

test.each([
  { parts: ['country/kz', 'country/az', '2023', 'az-customs'], id: 'kz-az-2023-az-customs' },
  { parts: ['route/titr', undefined, '2025-01-01/2025-09-01'], id: 'titr-2025-01-01-2025-09-01' },
  { parts: ['Şuşa', 'İki'], id: 'susa-iki' },
  { parts: ['Қазақстан'], id: 'record' },
  { parts: ['taken'], id: 'taken-3' },
])('the id of $parts', ({ parts, id }) => {
  expect(suggestId(parts, new Set(['taken', 'taken-2']))).toBe(id);
});

test.each([
  { url: 'https://a.example/business/65462.html', tail: '65462' },
  { url: 'https://a.example/news/some-words_a24/', tail: 'some-words_a24' },
  { url: 'https://a.example/?id=7', tail: '?id=7' },
])('the tail of $url', ({ url, tail }) => {
  expect(tailOf(url)).toBe(tail);
});

test('cells of CSV', () => {
  expect(csvLine(['a', 'b,c', 'd"e', undefined, 5, 'ə ә'])).toBe('a,"b,c","d""e",,5,ə ә');
});
