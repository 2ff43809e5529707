import { describe, expect, it } from 'vitest';
import { loadDataset } from '../../../src/dataset/load.ts';
import type { Entity } from '../../../src/model/entity.ts';
import { type EntityId, LANGUAGES, typeOf } from '../../../src/model/ids.ts';
import { containsDay, parsePeriod } from '../../../src/model/period.ts';

/** The committed dataset, not a fixture: what readers are promised about its content. */
const dataset = loadDataset('assets/dataset');
const entities = new Map(dataset.entities.map((entity) => [entity.id, entity]));
const entity = (id: EntityId): Entity => entities.get(id)!;
const articles = new Map(dataset.articles.map((article) => [article.id, article]));
const observations = (indicator: string, geo: string, partner?: string, period?: string) =>
  dataset.observations.filter(
    (o) =>
      o.indicator === indicator &&
      (period === undefined || o.period === period) &&
      ((o.geo === geo && o.partner === partner) || (o.partner === geo && o.geo === partner)),
  );
const held = (id: EntityId, day: string) =>
  entity(id)
    .relations.filter(({ predicate, from, to, asOf }) => {
      if (predicate !== 'holds-role') return false;
      const start = from ? parsePeriod(from)!.start : (asOf ?? null);
      return containsDay({ start, end: to ? parsePeriod(to)!.start : null }, day);
    })
    .map(({ post, object }) => `${post} of ${object}`);

describe('size', () => {
  const actual = dataset.observations.filter((o) => o.basis !== 'unknown');
  const inOffice = dataset.entities.filter(
    ({ id, relations }) =>
      typeOf(id) === 'person' &&
      relations.some(
        ({ predicate, to }) => predicate === 'holds-role' && (to === undefined || parsePeriod(to)!.start! > '2016-01-01'),
      ),
  );
  const outlets = dataset.entities.filter(({ id }) => typeOf(id) === 'outlet');
  const complete = dataset.articles.filter(({ title, date }) => title && date?.length === 10);
  it.each([
    { name: 'entities', count: dataset.entities.length, least: 350 },
    { name: 'people in office since 2016', count: inOffice.length, least: 60 },
    { name: 'indicators', count: dataset.indicators.length, least: 40 },
    { name: 'observations with a named counter', count: actual.length, least: 450 },
    { name: 'articles', count: dataset.articles.length, least: 400 },
    { name: 'articles with title and day', count: complete.length, least: 150 },
    {
      name: 'outlets with domains and a note on the owner',
      count: outlets.filter(({ domains, ownership }) => domains?.length && ownership).length,
      least: 60,
    },
    { name: 'dated events', count: dataset.events.length, least: 15 },
  ])('$name: at least $least', ({ count, least }) => expect(count).toBeGreaterThanOrEqual(least));
});

describe('figures that articles contradict', () => {
  const values = (indicator: string, geo: string, partner: string | undefined, period: string) =>
    observations(indicator, geo, partner, period)
      .filter(({ status }) => status !== 'misprint')
      .map(({ value }) => value);
  it.each([
    {
      name: 'Kazakh-Azerbaijani trade of eight months of 2025: customs and ministry',
      found: values('bilateral-trade-turnover', 'country/kz', 'country/az', '2025-01-01/2025-09-01'),
      holds: [548e6, 350e6],
    },
    {
      name: 'Kazakh-Azerbaijani trade of 2023',
      found: values('bilateral-trade-turnover', 'country/kz', 'country/az', '2023'),
      holds: [529.4e6, 533e6, 556e6, 598.47e6],
    },
    {
      name: 'Kazakh-Tajik trade of 2022',
      found: values('bilateral-trade-turnover', 'country/kz', 'country/tj', '2022'),
      holds: [1.2e9, 1.379e9, 1.4e9, 1.5e9],
    },
    { name: 'deals of May 2023', found: values('deals-value', 'country/kz', 'country/tj', '2023-05-03'), holds: [1.3e9, 1.8e9] },
    {
      name: 'cargo on the Trans-Caspian route in 2024, in tonnes',
      found: values('cargo-volume', 'route/titr', undefined, '2024'),
      holds: [4.5e6, 4.484e6, 3.3e6],
    },
    {
      name: 'the regional pair has its own value',
      found: values('bilateral-trade-turnover', 'region/kz-15', 'country/az', '2022'),
      holds: [28.6e6],
    },
    {
      name: 'foreign firms in Aktobe Region',
      found: dataset.observations
        .filter((o) => o.indicator === 'companies-registered' && o.geo === 'region/kz-15')
        .map((o) => o.value),
      holds: [1100, 1500],
    },
  ])('$name stands side by side', ({ found, holds }) => expect(found).toEqual(expect.arrayContaining(holds)));

  it('cargo printed in dollars is a misprint that leads to tonnes another outlet printed', () => {
    const printed = observations('cargo-volume', 'route/titr').filter((o) => o.status === 'misprint' && o.unit === 'USD');
    expect(printed.map(({ value }) => value).sort()).toEqual([4.5e6, 5e6]);
    for (const o of printed) {
      const meant = dataset.observations.find(({ id }) => id === o.correctionOf)!;
      expect(meant).toMatchObject({ unit: 'tonne', value: o.value, period: o.period });
      expect(o.assertedBy).toBeUndefined();
      const outlets = (ids: readonly string[]) => ids.map((id) => articles.get(id)!.outlet);
      expect(outlets(meant.articles)).not.toContain(outlets(o.articles)[0]);
    }
  });

  it('no misprint is laid at a person', () => {
    const misprints = dataset.observations.filter(({ status }) => status === 'misprint');
    expect(misprints.length).toBeGreaterThanOrEqual(5);
    expect(misprints.filter(({ assertedBy }) => assertedBy?.startsWith('person/'))).toEqual([]);
  });
});

describe('offices on a day', () => {
  it.each([
    { person: 'person/tugzhanov', day: '2018-06-01', office: 'governor of region/kz-47' },
    { person: 'person/tugzhanov', day: '2021-06-01', office: 'deputy-prime-minister of country/kz' },
    { person: 'person/tugzhanov', day: '2023-02-27', office: 'governor of region/kz-15' },
    { person: 'person/zhumangarin', day: '2023-05-03', office: 'minister-of-trade of country/kz' },
    { person: 'person/zhumangarin', day: '2023-05-03', office: 'deputy-prime-minister of country/kz' },
    { person: 'person/sarsembayev', day: '2025-04-27', office: 'minister-of-justice of country/kz' },
    { person: 'person/tokayev', day: '2024-07-06', office: 'president of country/kz' },
    { person: 'person/nazarbayev', day: '2018-03-14', office: 'president of country/kz' },
    { person: 'person/rahmon', day: '2023-05-03', office: 'president of country/tj' },
  ] as const)('$person on $day: $office', ({ person, day, office }) => expect(held(person, day)).toContain(office));

  it('nobody governs two regions at once, and an ended office is over on its last written day', () => {
    expect(held('person/tugzhanov', '2023-02-27')).not.toContain('governor of region/kz-47');
    expect(held('person/tugzhanov', '2023-09-05')).not.toContain('governor of region/kz-15');
  });
});

describe('dated events', () => {
  it('the Turkic patent organisation was proposed in Shusha on 6 July 2024, and does not exist yet', () => {
    const event = dataset.events.find((e) => e.entity === 'organisation/turkic-patent');
    expect(event).toMatchObject({ sense: 'proposed', period: '2024-07-06', place: 'city/shusha' });
    expect(event!.sources.length).toBeGreaterThanOrEqual(2);
    expect(entity('organisation/turkic-patent').status).toBe('proposed');
  });
});

describe('names', () => {
  const namesOf = (text: string) =>
    dataset.entities.flatMap(({ id, names }) => names.filter((name) => name.text === text).map((name) => ({ id, name })));
  it.each([
    'Georgia',
    'Turkey',
    'Trend',
    'Report',
    'Turan',
    'Silk Road',
    'Oral',
    'Osh',
    'Mary',
    'Kars',
    'BTC',
    'OTS',
    'Turkistan',
    'Tengiz',
    'Aliyev',
    'Shahin Mustafayev',
    'Elchin Mammadov',
    'Eni',
    'Russia',
    'Trump',
    'US',
  ])('%s alone makes no mark', (text) => {
    const found = namesOf(text);
    expect(found.length).toBeGreaterThan(0);
    const alone = found.filter(({ id, name }) => name.strength === 'strong' && !entity(id).wide);
    expect(alone).toEqual([]);
  });
  it.each([
    'Kazakhstan',
    'Қазақстан',
    'Azərbaycan',
    'Казахстан',
    'Kazakistan',
    'Middle Corridor',
    'Orta Dəhliz',
    'Орта дәліз',
    'Средний коридор',
    'Orta Koridor',
    'Organization of Turkic States',
    'Türk Dövlətləri Təşkilatı',
    'Aizhan Bizhanova',
    'Yeraly Togzhanov',
    'Eraly Togjanov',
    'Mangistau Region',
    'Aktubinsk Region',
    'General Turkic Patent Organization',
    'Central Banks Council',
    'Institute of Applied Ethnopolitical Studies',
  ])('%s is enough', (text) => expect(namesOf(text).some(({ name }) => name.strength === 'strong')).toBe(true));

  const core = ['kz', 'az', 'uz', 'kg', 'tj', 'tm', 'ge', 'am', 'tr', 'ru'];
  it.each(core)('country/%s has a demonym in each of the five languages', (code) => {
    const languages = new Set(
      entity(`country/${code}`)
        .names.filter(({ kind }) => kind === 'demonym')
        .map(({ lang }) => lang),
    );
    expect([...languages]).toEqual(expect.arrayContaining([...LANGUAGES]));
  });
  it('a surname alone waits for the person, but for those whom every paper names', () => {
    const surnames = dataset.entities.flatMap(({ id, names }) =>
      typeOf(id) === 'person' && !entity(id).wide && id !== 'person/erdogan'
        ? names.filter(({ text, kind }) => kind === 'short' && !text.includes(' '))
        : [],
    );
    expect(surnames.length).toBeGreaterThan(100);
    expect(surnames.filter(({ strength }) => strength === 'strong')).toEqual([]);
  });
  it('Azerbaijani ə and Kazakh ә never stand in for each other', () => {
    const mixed = dataset.entities.flatMap(({ names }) =>
      names.filter(({ text, lang }) => (lang === 'az' && text.includes('ә')) || (lang === 'kk' && text.includes('ə'))),
    );
    expect(mixed).toEqual([]);
  });
});

describe('languages', () => {
  it('each indicator is announced in five languages', () => {
    const missing = dataset.indicators.flatMap(({ slug, words }) =>
      LANGUAGES.filter((language) => !words[language]?.length).map((language) => `${slug} ${language}`),
    );
    expect(missing).toEqual([]);
  });
  it('each post is announced and labelled in five languages', () => {
    const missing = dataset.posts.flatMap(({ slug, words, label }) =>
      LANGUAGES.filter((language) => !words[language]?.length || !label[language]).map((language) => `${slug} ${language}`),
    );
    expect(missing).toEqual([]);
  });
  it('at least 180 entities have a line in each language', () => {
    const whole = dataset.entities.filter(({ line }) => LANGUAGES.every((language) => line[language]));
    expect(whole.length).toBeGreaterThanOrEqual(180);
  });
});

describe('fairness', () => {
  it('state-owned is said with a source only', () => {
    const state = dataset.entities.filter(({ ownership }) => ownership?.stateOwned);
    expect(state.length).toBeGreaterThanOrEqual(5);
    expect(state.filter(({ ownership }) => ownership!.sources.length === 0)).toEqual([]);
  });
  it('no source is a table under a share-alike database licence, or a list without one', () => {
    const barred = dataset.sources.filter(
      ({ url, licence }) =>
        /ODbL|GPL|not stated|unknown/i.test(licence ?? '') || (/github\.com|npmjs\.com/.test(url) && !licence),
    );
    expect(barred.map(({ slug }) => slug)).toEqual([]);
  });
  it('disputed names say who uses them', () => {
    for (const text of ['Shusha', 'Shushi', 'Khankendi', 'Stepanakert', 'Artsakh', 'Zangezur Corridor', 'Northern Cyprus']) {
      const used = dataset.entities.flatMap(({ names }) => names.filter((name) => name.text === text));
      expect(used.length, text).toBeGreaterThan(0);
      for (const name of used) expect(name.usedBy, text).toBeTruthy();
    }
  });
  it('no line or note calls a printed figure wrong', () => {
    const harsh = /\b(wrong(ly)?|false|error|mistake|erroneous|fake|lie[sd]?)\b/i;
    const lines = [
      ...dataset.articles.map(({ id, line }) => [id, line] as const),
      ...dataset.entities.map(({ id, line }) => [id, line.en] as const),
      ...dataset.observations.map(({ id, note }) => [id, note ?? ''] as const),
    ];
    expect(lines.filter(([, line]) => harsh.test(line))).toEqual([]);
  });
  it('copies of a story stand under one slug, and none stands alone', () => {
    const stories = new Map<string, number>();
    for (const { sameStory } of dataset.articles) if (sameStory) stories.set(sameStory, (stories.get(sameStory) ?? 0) + 1);
    expect(stories.size).toBeGreaterThanOrEqual(20);
    expect([...stories].filter(([, count]) => count < 2)).toEqual([]);
  });
});
