import { expect, test } from 'vitest';
import { toJsonLd } from '../../../src/dataset/json-ld.ts';
import { loadDataset } from '../../../src/dataset/load.ts';
import { SAMPLE } from './sample.ts';

const document = JSON.parse(JSON.stringify(toJsonLd(loadDataset(SAMPLE))));
const graph = document['@graph'] as Record<string, unknown>[];
const find = (id: string) => graph.find((node) => node['@id'] === `urn:dragoman:${id}`);

test('every record is there once', () => {
  const ids = graph.map((node) => node['@id']);
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids).toHaveLength(1 + 10 + 3 + 6 + 2 + 1);
});

test('every reference leads to a record of the graph', () => {
  const ids = new Set(graph.map((node) => node['@id']));
  const refs = [...JSON.stringify(graph).matchAll(/"@id":"(urn:[^"]+)"/g)].map(([, id]) => id);
  expect(refs.length).toBeGreaterThan(ids.size);
  for (const ref of refs) expect(ids).toContain(ref);
});

test('names carry their language, unconfirmed numbers stay away', () => {
  expect(find('entity:country/kz')).toMatchObject({
    '@type': 'Country',
    name: expect.arrayContaining([
      { '@value': 'Kazakhstan', '@language': 'en' },
      { '@value': 'Казахстан', '@language': 'ru' },
      { '@value': 'Qazaxıstan', '@language': 'az' },
      { '@value': 'Қазақстан', '@language': 'kk' },
      { '@value': 'Kazakistan', '@language': 'tr' },
    ]),
    sameAs: 'https://www.wikidata.org/entity/Q232',
    identifier: [{ '@type': 'PropertyValue', propertyID: 'iso', value: 'KZ' }],
  });
  expect(find('entity:country/az')).not.toHaveProperty('sameAs');
});

test('a role holds for its period', () => {
  expect(find('entity:person/arman-sample')?.affiliation).toEqual([
    {
      '@type': 'Role',
      roleName: [
        { '@value': 'governor', '@language': 'en' },
        { '@value': 'аким', '@language': 'ru' },
      ],
      startDate: '2022-08-31',
      endDate: '2023-09-05',
      affiliation: { '@id': 'urn:dragoman:entity:region/kz-15' },
    },
  ]);
});

test('an observation says what, where, when, who counted and who prints it', () => {
  expect(find('observation:kz-az-2023-reed')).toEqual({
    '@id': 'urn:dragoman:observation:kz-az-2023-reed',
    '@type': 'Observation',
    observationAbout: [{ '@id': 'urn:dragoman:entity:country/kz' }, { '@id': 'urn:dragoman:entity:country/az' }],
    variableMeasured: { '@id': 'urn:dragoman:indicator:bilateral-trade-turnover' },
    observationPeriod: '2023-01-01/2023-12-31',
    value: 529400000,
    unitText: 'USD',
    measurementMethod: [{ '@value': 'Reed Statistics Office', '@language': 'en' }],
    description: 'official',
    datePublished: '2024-03-05',
    citation: [{ '@id': 'urn:dragoman:article:reed-daily-2023-trade' }, { '@id': 'urn:dragoman:article:reed-daily-2024-copy' }],
  });
  expect(find('observation:reed-2024-printed')).toMatchObject({
    description: 'misprint, suspected',
    correction: { '@id': 'urn:dragoman:observation:reed-2024' },
  });
});

test('an article has its bibliographic data and our line', () => {
  expect(find('article:reed-daily-2024-copy')).toEqual({
    '@id': 'urn:dragoman:article:reed-daily-2024-copy',
    '@type': 'NewsArticle',
    url: 'https://news.reed-daily.example/?newsid=7',
    datePublished: '2024-03',
    inLanguage: 'ru',
    publisher: { '@id': 'urn:dragoman:entity:outlet/reed-daily' },
    abstract: 'The same turnover again',
    mentions: [{ '@id': 'urn:dragoman:entity:country/kz' }],
  });
});
