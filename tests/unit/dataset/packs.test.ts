import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildPacks } from '../../../src/dataset/build-packs.ts';
import { loadDataset } from '../../../src/dataset/load.ts';
import { openNamesPack } from '../../../src/dataset/open-names-pack.ts';
import { openRecordsPack } from '../../../src/dataset/open-records-pack.ts';
import { PackError } from '../../../src/dataset/pack-error.ts';
import { readPayload } from '../../../src/lexicon/payload.ts';
import { SAMPLE } from './sample.ts';

const dataset = loadDataset(SAMPLE);
const packs = buildPacks(dataset);
const { knowledge, lexicon } = openNamesPack(packs.names);
const records = openRecordsPack(packs.records);
const hitsIn = (text: string) => lexicon.find(text).map(({ payload }) => readPayload(payload));
const ids = (all: readonly { id: string }[]) => all.map(({ id }) => id);

describe('names pack', () => {
  test('the same dataset gives the same bytes', () => {
    const again = buildPacks(loadDataset(SAMPLE));
    expect(Buffer.compare(again.names, packs.names)).toBe(0);
    expect(Buffer.compare(again.records, packs.records)).toBe(0);
  });

  test('names come back with their evidence and entity', () => {
    const all = Array.from({ length: 60 }, (_, i) => i).flatMap((i) => {
      try {
        return [knowledge.name(i)];
      } catch {
        return [];
      }
    });
    for (const entity of dataset.entities)
      for (const name of entity.names) expect(all).toContainEqual({ ...name, entity: entity.id });
    expect(all.find(({ text }) => text === 'РК')).toEqual({
      text: 'РК',
      lang: 'ru',
      kind: 'abbreviation',
      strength: 'weak',
      case: 'exact',
      needs: [
        { is: 'entity', id: 'country/az', reach: 'sentence' },
        { is: 'word', text: 'республик*', reach: 'page' },
      ],
      entity: 'country/kz',
    });
  });

  test.each([
    { lang: 'en', text: 'Kazakhstan', entity: 'country/kz' },
    { lang: 'ru', text: 'Казахстан', entity: 'country/kz' },
    { lang: 'az', text: 'Qazaxıstan', entity: 'country/kz' },
    { lang: 'kk', text: 'Қазақстан', entity: 'country/kz' },
    { lang: 'tr', text: 'Kazakistan', entity: 'country/kz' },
    { lang: 'ru', text: 'казахских тенге', entity: 'currency/kzt' },
  ])('CLDR gives $text ($lang), and the lexicon finds it', ({ lang, text, entity }) => {
    const found: string[] = [];
    for (const hit of hitsIn(text)) {
      if (hit.kind !== 'name') continue;
      const name = knowledge.name(hit.index);
      if (name.text.toLocaleLowerCase() === text.toLocaleLowerCase() && name.lang === lang) found.push(name.entity);
    }
    expect(found).toEqual([entity]);
  });

  test('curated names are not repeated by CLDR', () => {
    const twins = hitsIn('Kazakhstan').filter(({ kind, index }) => kind === 'name' && knowledge.name(index).lang === 'en');
    expect(twins).toHaveLength(1);
  });

  test.each([
    { text: 'trade turnover', expected: { kind: 'indicator', ref: 'bilateral-trade-turnover', lang: 'en' } },
    { text: 'trade deficit', expected: { kind: 'not-indicator', ref: 'bilateral-trade-turnover', lang: 'en' } },
    { text: 'акиму', expected: { kind: 'post', ref: 'governor', lang: 'ru' } },
    { text: 'customs data', expected: { kind: 'basis', ref: 'az-customs', lang: 'en' } },
    { text: 'hedefimiz', expected: { kind: 'sense', ref: 'target', lang: 'tr' } },
    { text: 'ticarət dövriyyəsinin', expected: { kind: 'indicator', ref: 'bilateral-trade-turnover', lang: 'az' } },
    { text: 'тауар айналымы', expected: { kind: 'indicator', ref: 'bilateral-trade-turnover', lang: 'kk' } },
  ])('the cue "$text"', ({ text, expected }) => {
    const cues = hitsIn(text).flatMap(({ kind, index }) => (kind === 'cue' ? [knowledge.cue(index)] : []));
    expect(cues).toContainEqual(expected);
  });

  test('evidence words are numbered, stars kept', () => {
    const words = hitsIn('республиканский').flatMap(({ kind, index }) => (kind === 'word' ? [knowledge.word(index)] : []));
    expect(words).toEqual(['республик*']);
  });

  test('entities know their countries', () => {
    expect(knowledge.entity('city/lakeport')?.countries).toEqual(['country/kz']);
    expect(knowledge.entity('organisation/reed-office')?.countries).toEqual(['country/kz']);
    expect(knowledge.entity('country/az')?.countries).toEqual(['country/az']);
    expect(knowledge.entity('route/reed')?.countries).toEqual([]);
    expect(knowledge.entity('country/zz')).toBeUndefined();
  });

  test('a number that two sources do not confirm stays in the files', () => {
    expect(knowledge.entity('country/kz')?.sameAs).toEqual({ iso: 'KZ', wikidata: 'Q232' });
    expect(knowledge.entity('country/az')?.sameAs).toEqual({ iso: 'AZ' });
    expect(records.entity('country/az')?.sameAs).toEqual({ iso: 'AZ' });
  });

  test('observations of a pair in either order', () => {
    const found = ids(knowledge.observations('bilateral-trade-turnover', 'country/kz', 'country/az'));
    expect(found).toEqual(['kz-az-2024-reed', 'az-kz-2023-customs', 'kz-az-2023-reed']);
    expect(ids(knowledge.observations('bilateral-trade-turnover', 'country/az', 'country/kz'))).toEqual(found);
    expect(knowledge.observations('bilateral-trade-turnover', 'country/kz')).toEqual([]);
    expect(ids(knowledge.observations('cargo-volume', 'route/reed'))).toEqual(['reed-2024', 'reed-2024-printed']);
    expect(knowledge.observation('kz-az-2024-reed')).toMatchObject({
      value: 560e6,
      unit: 'USD',
      comparator: 'over',
      rank: 'normal',
      period: '2024',
    });
  });

  test('every observation, but for notes', () => {
    for (const { note: _, ...observation } of dataset.observations)
      expect(knowledge.observation(observation.id)).toEqual(JSON.parse(JSON.stringify(observation)));
  });

  test('every article, but for its line, which only cards show', () => {
    for (const { line: _, ...article } of dataset.articles)
      expect(knowledge.article(article.id)).toMatchObject(JSON.parse(JSON.stringify(article)));
  });

  test('who held a post', () => {
    expect(
      knowledge.holders('governor', 'region/kz-15').map(({ person, relation }) => [person, relation.from, relation.to]),
    ).toEqual([
      ['person/arman-sample', '2022-08-31', '2023-09-05'],
      ['person/dina-sample', '2023-09-05', undefined],
    ]);
    expect(knowledge.holders('governor', 'country/kz')).toEqual([]);
  });

  test.each([
    { url: 'https://www.reed.example/trade/1.html', id: 'reed-daily-2023-trade' },
    { url: 'https://reed.example/trade/1.html?utm_source=feed#top', id: 'reed-daily-2023-trade' },
    { url: 'http://reed.example/trade/1.html/', id: 'reed-daily-2023-trade' },
    { url: 'https://news.reed-daily.example/?newsid=7', id: 'reed-daily-2024-copy' },
    { url: 'https://news.reed-daily.example/?newsid=8', id: undefined },
    { url: 'https://reed.example/', id: undefined },
    { url: 'not an address', id: undefined },
  ])('the article at $url', ({ url, id }) => {
    expect(knowledge.articleByUrl(url)?.id).toBe(id);
  });

  test('articles by what they name or print, newest first', () => {
    expect(ids(knowledge.articlesOf('country/kz'))).toEqual(['reed-daily-2024-copy', 'reed-daily-2023-trade']);
    expect(ids(knowledge.articlesOf('kz-az-2023-reed'))).toEqual(['reed-daily-2024-copy', 'reed-daily-2023-trade']);
    expect(ids(knowledge.articlesOf('reed-2024-printed'))).toEqual(['reed-daily-2023-trade']);
    expect(knowledge.articlesOf('nobody')).toEqual([]);
  });

  test('an article can be a source', () => {
    expect(knowledge.source('handbook')).toEqual({
      title: 'Handbook of invented facts',
      url: 'https://dragoman.example/handbook',
      publisher: 'Dragoman',
      published: '2026-01-30',
    });
    expect(knowledge.source('reed-daily-2023-trade')).toEqual({
      title: 'Trade, in "figures"',
      url: 'https://www.reed.example/trade/1.html',
      publisher: 'Reed Daily',
      published: '2023-05-01',
    });
    expect(records.source('reed-daily-2023-trade')?.title).toBe('Trade, in "figures"');
    expect(records.source('reed-daily-2024-copy')).toMatchObject({ title: 'The same turnover again', published: '2024-03' });
    expect(knowledge.source('nowhere')).toBeUndefined();
  });

  test.each([
    { host: 'reed.example', outlet: 'outlet/reed-daily' },
    { host: 'EN.reed.example', outlet: 'outlet/reed-daily' },
    { host: 'news.reed-daily.example.', outlet: 'outlet/reed-daily' },
    { host: 'reed-daily.example', outlet: undefined },
    { host: 'notreed.example', outlet: undefined },
    { host: 'example', outlet: undefined },
    { host: '', outlet: undefined },
  ])('the outlet of $host', ({ host, outlet }) => {
    expect(knowledge.outletOf(host)).toBe(outlet);
  });

  test('events of an entity', () => {
    expect(knowledge.events('organisation/reed-office')).toMatchObject([
      { id: 'office-proposed', sense: 'proposed', period: '2024-07-06' },
    ]);
    expect(knowledge.events('country/kz')).toEqual([]);
  });
});

describe('records pack', () => {
  test('whole records', () => {
    const kz = dataset.entities.find(({ id }) => id === 'country/kz')!;
    // Evidence is for deciding, and stays in the names pack.
    const forms = kz.names.map(({ needs: _, rejects: __, ...name }) => name);
    expect(records.entity('country/kz')?.names.slice(0, forms.length)).toEqual(forms);
    expect(records.entity('country/kz')?.line).toEqual(kz.line);
    for (const observation of dataset.observations)
      expect(records.observation(observation.id)).toEqual(JSON.parse(JSON.stringify(observation)));
    for (const article of dataset.articles) expect(records.article(article.id)).toEqual(JSON.parse(JSON.stringify(article)));
    expect(records.ids('post')).toEqual(['governor']);
    expect(records.ids('entity')).toHaveLength(10);
    expect(records.indicator('cargo-volume')?.unit).toBe('tonne');
    expect(records.basis('az-customs')?.label.en).toBe("Azerbaijan's customs");
    expect([records.version, records.date]).toEqual(['2026-01-31.1', '2026-01-31']);
  });

  test('every entity but for evidence and unconfirmed numbers', () => {
    for (const { id, names: _, sameAs: __, ...entity } of dataset.entities)
      expect(records.entity(id)).toMatchObject(JSON.parse(JSON.stringify(entity)));
  });

  test('retired ids lead to their successor', () => {
    expect(records.entity('person/a-sample')?.id).toBe('person/arman-sample');
    expect(records.entity('person/nobody')).toBeUndefined();
  });

  test('people and outlets say where to ask for a correction', () => {
    expect(records.entity('outlet/reed-daily')?.corrections).toBe('https://dragoman.example/corrections');
    expect(records.entity('person/arman-sample')?.corrections).toBe('https://dragoman.example/corrections');
    expect(records.entity('country/kz')?.corrections).toBeUndefined();
  });

  test('series and observations of an entity, newest period first', () => {
    expect(records.series('bilateral-trade-turnover', 'country/az', 'country/kz')).toEqual([
      'kz-az-2024-reed',
      'az-kz-2023-customs',
      'kz-az-2023-reed',
    ]);
    expect(records.observationsOf('country/az')).toEqual([
      'kz-az-2024-reed',
      'az-kz-2023-customs',
      'kz-az-2023-reed',
      'kz-az-target',
    ]);
    expect(records.articlesOf('kz-az-2023-reed')).toEqual(['reed-daily-2024-copy', 'reed-daily-2023-trade']);
  });

  test('context by key and year', () => {
    expect(records.context('gdp', 'country/kz', 2022)).toEqual({
      value: 225496000000,
      unit: 'USD',
      year: 2022,
      source: 'handbook',
    });
    expect(records.context('fx', 'kzt', 2022)?.value).toBe(460.2);
    expect(records.context('fx', 'kzt', 2021)).toBeUndefined();
  });

  test('search lines have every name', () => {
    const line = records.searchLines().find(({ id }) => id === 'country/kz');
    expect(line?.label).toBe('Kazakhstan');
    expect(line?.texts).toEqual(expect.arrayContaining(['Казахстан', 'Qazaxıstan', 'Қазақстан', 'Kazakistan', 'РК']));
    expect(records.searchLines().map(({ kind }) => kind)).toEqual(expect.arrayContaining(['indicator', 'article', 'source']));
  });
});

describe('damage', () => {
  test.each([
    { name: 'names', bytes: packs.names, open: openNamesPack },
    { name: 'records', bytes: packs.records, open: openRecordsPack },
  ])('a changed $name pack never opens', ({ bytes, open }) => {
    fc.assert(
      fc.property(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), (at, flip) => {
        const changed = bytes.slice();
        changed[at]! ^= flip;
        expect(() => open(changed)).toThrow(PackError);
      }),
      { numRuns: 300 },
    );
    fc.assert(
      fc.property(fc.nat(bytes.length - 1), (length) => {
        expect(() => open(bytes.slice(0, length))).toThrow(PackError);
      }),
      { numRuns: 100 },
    );
  });

  test('the packs exchanged', () => {
    expect(() => openNamesPack(packs.records)).toThrow(/exchanged/);
    expect(() => openRecordsPack(packs.names)).toThrow(/exchanged/);
  });
});
