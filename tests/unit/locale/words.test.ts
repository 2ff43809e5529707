import { describe, expect, test } from 'vitest';
import { CARD } from '../../../src/locale/card.ts';
import { COMMON } from '../../../src/locale/common.ts';
import { languageOf, makeWords } from '../../../src/locale/index.ts';
import { POPUP } from '../../../src/locale/popup.ts';
import { LANGUAGES, type Language } from '../../../src/model/ids.ts';

const words = Object.fromEntries(LANGUAGES.map((l) => [l, makeWords(l, COMMON, CARD, POPUP)])) as unknown as Record<
  Language,
  ReturnType<typeof makeWords<[typeof COMMON, typeof CARD, typeof POPUP]>>
>;
/** Written with plain spaces here; the formatter puts no-break ones. */
const plain = (text: string) => text.replaceAll('\u00a0', ' ');
type Row = { name: string; say: (w: (typeof words)['en']) => string; expected: Record<Language, string> };
const table = (rows: Row[]) =>
  test.each(rows.flatMap((row) => LANGUAGES.map((language) => ({ ...row, language }))))('$name ($language)', (row) => {
    expect(plain(row.say(words[row.language]))).toBe(row.expected[row.language]);
  });

describe('numbers', () => {
  table([
    {
      name: 'money in millions',
      say: (w) => w.money(529.4e6, 'USD'),
      expected: { en: '$529.4 m', ru: '529,4 млн $', az: '529,4 mln $', kk: '529,4 млн $', tr: '$529,4 Mn' },
    },
    {
      name: 'money in billions, four digits',
      say: (w) => w.money(1_384_720_000, 'USD'),
      expected: { en: '$1.385 bn', ru: '1,385 млрд $', az: '1,385 mlrd $', kk: '1,385 млрд $', tr: '$1,385 Mr' },
    },
    {
      name: 'money below a million keeps its digits',
      say: (w) => w.money(123_456.5, 'AZN'),
      expected: { en: '₼123,457', ru: '123 457 ₼', az: '123.457 ₼', kk: '123 457 ₼', tr: '₼123.457' },
    },
    {
      name: 'a currency without a sign',
      say: (w) => w.money(5e6, 'UZS'),
      expected: { en: 'UZS 5 m', ru: '5 млн UZS', az: '5 mln UZS', kk: '5 млн UZS', tr: 'UZS 5 Mn' },
    },
    {
      name: 'a loss',
      say: (w) => w.money(-2.5e9, 'EUR'),
      expected: { en: '−€2.5 bn', ru: '−2,5 млрд €', az: '−2,5 mlrd €', kk: '−2,5 млрд €', tr: '−€2,5 Mr' },
    },
    {
      name: 'percent',
      say: (w) => w.percent(18.5),
      expected: { en: '18.5%', ru: '18,5 %', az: '18,5%', kk: '18,5%', tr: '%18,5' },
    },
    {
      name: 'one thing',
      say: (w) => w.quantity(1, 'company'),
      expected: { en: '1 company', ru: '1 компания', az: '1 şirkət', kk: '1 компания', tr: '1 şirket' },
    },
    {
      name: 'few things',
      say: (w) => w.quantity(1103, 'company'),
      expected: { en: '1,103 companies', ru: '1 103 компании', az: '1.103 şirkət', kk: '1 103 компания', tr: '1.103 şirket' },
    },
    {
      name: 'millions of tonnes',
      say: (w) => w.quantity(4.5e6, 'tonne'),
      expected: { en: '4.5 m tonnes', ru: '4,5 млн тонн', az: '4,5 mln ton', kk: '4,5 млн тонна', tr: '4,5 Mn ton' },
    },
    {
      name: 'a unit that no catalogue knows',
      say: (w) => w.quantity(12, 'oil-rig'),
      expected: { en: '12 oil rig', ru: '12 oil rig', az: '12 oil rig', kk: '12 oil rig', tr: '12 oil rig' },
    },
    {
      name: 'a list',
      say: (w) => w.list(['a', 'b', 'c']),
      expected: { en: 'a, b and c', ru: 'a, b и c', az: 'a, b və c', kk: 'a, b және c', tr: 'a, b ve c' },
    },
  ]);
});

describe('periods: half-open inside, last day inclusive outside', () => {
  table([
    { name: 'a year', say: (w) => w.period('2023'), expected: { en: '2023', ru: '2023', az: '2023', kk: '2023', tr: '2023' } },
    {
      name: 'eight months',
      say: (w) => w.period('2025-01-01/2025-09-01'),
      expected: {
        en: 'January–August 2025',
        ru: 'январь–август 2025',
        az: 'yanvar–avqust 2025',
        kk: '2025 ж. қаңтар–тамыз',
        tr: 'Ocak–Ağustos 2025',
      },
    },
    {
      name: 'a quarter',
      say: (w) => w.period('2022-Q1'),
      expected: {
        en: 'January–March 2022',
        ru: 'январь–март 2022',
        az: 'yanvar–mart 2022',
        kk: '2022 ж. қаңтар–наурыз',
        tr: 'Ocak–Mart 2022',
      },
    },
    {
      name: 'years',
      say: (w) => w.period('2018-01-01/2021-01-01'),
      expected: { en: '2018–2020', ru: '2018–2020', az: '2018–2020', kk: '2018–2020', tr: '2018–2020' },
    },
    {
      name: 'across a year',
      say: (w) => w.period('2024-11-01/2025-03-01'),
      expected: {
        en: 'November 2024 – February 2025',
        ru: 'ноябрь 2024 – февраль 2025',
        az: 'noyabr 2024 – fevral 2025',
        kk: '2024 ж. қараша – 2025 ж. ақпан',
        tr: 'Kasım 2024 – Şubat 2025',
      },
    },
    {
      name: 'days',
      say: (w) => w.period('2024-03-05/2024-03-09'),
      expected: {
        en: '5–8 March 2024',
        ru: '5–8 марта 2024',
        az: '5–8 mart 2024',
        kk: '2024 ж. 5–8 наурыз',
        tr: '5–8 Mart 2024',
      },
    },
    {
      name: 'one day',
      say: (w) => w.period('2024-07-06'),
      expected: { en: '6 July 2024', ru: '6 июля 2024', az: '6 iyul 2024', kk: '2024 ж. 6 шілде', tr: '6 Temmuz 2024' },
    },
    {
      name: 'open at the end',
      say: (w) => w.period('2018-01-01/..'),
      expected: { en: 'since 2018', ru: 'с 2018 года', az: '2018-ci ildən', kk: '2018 жылдан бері', tr: '2018 yılından beri' },
    },
    {
      name: 'open at the start',
      say: (w) => w.period('../2026-03-01'),
      expected: {
        en: 'until March 2026',
        ru: 'до марта 2026',
        az: 'mart 2026 tarixinədək',
        kk: '2026 ж. наурызға дейін',
        tr: 'Mart 2026 tarihine kadar',
      },
    },
    {
      name: 'no period at all',
      say: (w) => w.period('soon'),
      expected: { en: 'soon', ru: 'soon', az: 'soon', kk: 'soon', tr: 'soon' },
    },
  ]);
});

describe('time in office', () => {
  table([
    {
      name: 'both sides by day',
      say: (w) => w.tenure('2022-08-31', '2023-09-05'),
      expected: {
        en: '31 August 2022 – 5 September 2023',
        ru: '31 августа 2022 – 5 сентября 2023',
        az: '31 avqust 2022 – 5 sentyabr 2023',
        kk: '2022 ж. 31 тамыз – 2023 ж. 5 қыркүйек',
        tr: '31 Ağustos 2022 – 5 Eylül 2023',
      },
    },
    {
      name: 'as precise as the source',
      say: (w) => w.tenure('2017-03-14', '2019'),
      expected: {
        en: '14 March 2017 – 2019',
        ru: '14 марта 2017 – 2019',
        az: '14 mart 2017 – 2019',
        kk: '2017 ж. 14 наурыз – 2019',
        tr: '14 Mart 2017 – 2019',
      },
    },
    {
      name: 'still in office',
      say: (w) => w.tenure('2019-03-20'),
      expected: {
        en: 'since 20 March 2019',
        ru: 'с 20 марта 2019',
        az: '20 mart 2019 tarixindən',
        kk: '2019 ж. 20 наурыздан бері',
        tr: '20 Mart 2019 tarihinden beri',
      },
    },
    {
      name: 'only an end',
      say: (w) => w.tenure(undefined, '2022'),
      expected: { en: 'until 2022', ru: 'до 2022 года', az: '2022-ci ilədək', kk: '2022 жылға дейін', tr: '2022 yılına kadar' },
    },
    { name: 'nothing known', say: (w) => w.tenure(), expected: { en: '', ru: '', az: '', kk: '', tr: '' } },
  ]);
});

describe('phrases', () => {
  table([
    {
      name: 'one',
      say: (w) => w.t('names', { n: 1 }),
      expected: { en: '1 name', ru: '1 имя', az: '1 ad', kk: '1 атау', tr: '1 ad' },
    },
    {
      name: 'three',
      say: (w) => w.t('names', { n: 3 }),
      expected: { en: '3 names', ru: '3 имени', az: '3 ad', kk: '3 атау', tr: '3 ad' },
    },
    {
      name: 'twenty-three',
      say: (w) => w.t('names', { n: 23 }),
      expected: { en: '23 names', ru: '23 имени', az: '23 ad', kk: '23 атау', tr: '23 ad' },
    },
    {
      name: 'eleven',
      say: (w) => w.t('differ', { n: 11 }),
      expected: { en: '11 differ', ru: '11 отличаются', az: '11 fərqlənir', kk: '11 өзгеше', tr: '11 farklı' },
    },
    {
      name: 'a value that looks like a pattern is put in as it is',
      say: (w) => w.t('value.about', { value: '$& {n}' }),
      expected: { en: 'about $& {n}', ru: 'около $& {n}', az: 'təxminən $& {n}', kk: 'шамамен $& {n}', tr: 'yaklaşık $& {n}' },
    },
  ]);
  test('a parameter that is missing shows its place', () => {
    expect(words.en.t('value.about')).toBe('about {value}');
  });
  test('data may ask for keys that are not there, and for names of Object', () => {
    expect(words.en.look('type.spaceship')).toBeUndefined();
    expect(words.en.look('toString')).toBeUndefined();
  });
  test.each([
    ['kk-KZ', 'kk'],
    ['TR', 'tr'],
    ['az-Latn-AZ', 'az'],
    ['de', 'en'],
    ['', 'en'],
  ])('%s is read in %s', (tag, language) => expect(languageOf(tag)).toBe(language));
});
