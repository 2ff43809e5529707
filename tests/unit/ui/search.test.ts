import { describe, expect, test } from 'vitest';
import { openCached } from '../../../src/cli/cached-packs.ts';
import { DATASET_DIR } from '../../../src/cli/paths.ts';
import { openRecordsPack } from '../../../src/dataset/open-records-pack.ts';
import { makeSearch, prepareSearch } from '../../../src/ui/atlas/search.ts';

const records = openCached(DATASET_DIR, 'records', openRecordsPack);
const search = makeSearch(records);

/** What readers type, in five languages and more spellings, and what must stand first in the curated dataset. */
const QUERIES: Readonly<Record<string, readonly string[]>> = {
  'person/tokayev': ['tokayev', 'tokaev', 'Токаев', 'Тоқаев', 'tokajew', 'Toqayev', 'Токаева'],
  'person/aliyev': ['Aliyev', 'Алиев', 'Əliyev', 'aliev ilham', 'Ilham Alijew', 'Әлиев', 'aliyevv'],
  'person/erdogan': ['Erdogan', 'Эрдоган', 'Ердоған', 'erdoğan', 'ЭРДОГАНА'],
  'country/kz': ['Қазақстан', 'Казакстан', 'kazahstan', 'Kasachstan', 'qazaqstan', 'казахстана', 'kazakhsatn', 'Qazaxıstan'],
  'country/az': [
    'Azerbaijan',
    'Азербайжан',
    'Әзербайжан',
    'azerbeycan',
    'Aserbaidschan',
    'Азәрбајҹан',
    'AZƏRBAYCAN',
    'azerbajdzan',
  ],
  'city/aktau': ['Aktau', 'Ақтау', 'aqtau', 'АКТАУ'],
  'port/aktau': ['Актау порт', 'port of aktau'],
  'city/baku': ['Baku', 'Bakı', 'Бакы', 'Баку', 'bakû'],
  'city/batumi': ['Батуми', 'batum'],
  'route/titr': [
    'Middle Corridor',
    'Срединный коридор',
    'Орта дәліз',
    'Orta dehliz',
    'Orta Koridor',
    'TITR',
    'ТМТМ',
    'midle corridor',
  ],
  'organisation/ots': [
    'Organization of Turkic States',
    'organisation of turkic states',
    'ОТГ',
    'Türk Devletleri Teskilati',
    'Түркі мемлекеттері ұйымы',
    'Türk Dövlətləri Təşkilatı',
  ],
  'bilateral-trade-turnover': ['trade turnover', 'ticaret hacmi', 'тауар айналымы', 'ticarət dövriyyəsi'],
  'outlet/kazinform': ['Kazinform', 'Казинформ', 'Қазинформ'],
  'region/caspian-sea': ['Каспий', 'Хазар', 'Hazar Denizi', 'Xəzər', 'caspien sea'],
  'company/samruk-kazyna': ['Samruk Kazyna', 'Самрук-Казына', 'Самұрық-Қазына', 'samruk-kazina'],
  'company/socar': ['SOCAR', 'СОКАР', 'socar'],
};

describe.each(Object.entries(QUERIES))('%s is the first that is found for', (id, queries) => {
  test.each(queries)('%s', (text) => {
    expect(search(text)[0]?.id).toBe(id);
  });
});

test('what is made in pieces finds the same', async () => {
  const prepared = await prepareSearch(records);
  for (const queries of Object.values(QUERIES)) expect(prepared(queries[0]!)).toEqual(search(queries[0]!));
});

test.each(['', '  ', '–', 'xobnuqwert', '%', 'ъъ'])('"%s" finds nothing', (text) => {
  expect(search(text)).toEqual([]);
});
