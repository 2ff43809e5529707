import { describe, expect, test } from 'vitest';
import { recogniseFigures } from '../../../src/recognise/figures/index.ts';

const first = (text: string, lang = 'en', date?: string) => recogniseFigures(text, { lang, date })[0];

describe('step is the last digit that was printed', () => {
  test.each([
    ['$1.4 billion', 1e8],
    ['$350 million', 1e6],
    ['18.5 percent', 0.1],
    ['25%', 1],
    ['1,234.56 euros', 0.01],
    ['350,000 tons', 1000],
    ['1,300 students', 1],
    ['45 cents', 0.01],
    ['$3.25-4.5 million', 1e4],
    ['half a million tenge', 1e5],
  ])('%s: %d', (text, step) => {
    expect(first(text)?.figure.step).toBeCloseTo(step, 6);
  });
});

describe('separators and spaces', () => {
  test.each([
    ['ru', '2 134 472,44 рубля', 2134472.44],
    ['ru', '2\u00a0134\u00a0472 рубля', 2134472],
    ['fr', '94\u202f000 euros', 94000],
    ['az', '1.234,56 manat', 1234.56],
    ['az', '1.5 milyon manat', 1500000],
    ['en', '$1,234.56', 1234.56],
    ['en', '$.99', 0.99],
    ['en', 'three point five dollars', 3.5],
    ['en', '$ 7.5 million', 7500000],
    ['en', '$7.5\nmillion', 7500000],
    ['en', 'Rs 1,00,000', 100000],
    ['de', '1.234,56 Euro', 1234.56],
    ['zh', '1250万日元', 12500000],
    ['tr', '11 bin 37 lira', 11037],
    ['kk', '3,5 миллиард теңге', 3500000000],
    ['uz', '556 000 000 O‘zbekiston so‘mi', 556000000],
  ])('%s %j', (lang, text, value) => {
    const found = first(text, lang);
    expect(found?.figure).toMatchObject({ kind: 'money', value });
    expect(found?.surface).toBe(text);
  });
});

test('a text without language is read by its script', () => {
  expect(recogniseFigures('Қор 350 миллиард теңге бөлді.')[0]?.figure).toMatchObject({ currency: 'KZT', value: 350e9 });
  expect(recogniseFigures('Фонд выделил 4 млн рублей.')[0]?.figure).toMatchObject({ currency: 'RUB', value: 4e6 });
  expect(recogniseFigures('Fond 4 milyon manat ayırıb, ötən il də.')[0]?.figure).toMatchObject({ currency: 'AZN', value: 4e6 });
});

test('the region of a language tag does not matter', () => {
  expect(first('£94,000', 'en-GB')?.figure).toMatchObject({ currency: 'GBP', value: 94000 });
});

test('without a date, "last year" stays unread and "past five years" is a duration', () => {
  expect(recogniseFigures('It grew last year.', { lang: 'en' })).toEqual([]);
  expect(first('It grew over the past five years.')?.figure).toMatchObject({ kind: 'quantity', value: 5, unit: 'year' });
});

test('a date that is none counts as absent', () => {
  expect(recogniseFigures('It grew last year.', { lang: 'en', date: 'yesterday' })).toEqual([]);
});

describe('no figures', () => {
  test.each([
    ['en', 'iPhone 14, Euro 2020, Windows 11, G20, COVID-19, F-16, 5G'],
    ['en', 'No. 5, page 12, Article 7, #3'],
    ['en', 'https://example.org/2024/11/06?x=30%25 and info@example.org'],
    ['en', '+994 12 555 14 78'],
    ['en', 'a six-speed gearbox, a four-door car'],
    ['en', 'May I ask? We march on. The Sun Belt.'],
    ['ru', 'Среди них все прошли мимо.'],
    ['tr', 'Türkiye pazarı ve şehirler arası yollar, yazılı açıklama'],
    ['az', 'Bazar genişlənir.'],
    ['kk', 'Жылқы мен айна.'],
  ])('%s %s', (lang, text) => {
    expect(recogniseFigures(text, { lang, date: '2025-10-30' }).map((f) => f.surface)).toEqual([]);
  });
});

test('1. and 2) at the start of a line number a list', () => {
  const found = recogniseFigures('1. First point.\n2) Another one with 40 deals.', { lang: 'en' });
  expect(found.map((f) => f.surface)).toEqual(['40 deals']);
});
