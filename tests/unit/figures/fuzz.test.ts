import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parsePeriod } from '../../../src/model/period.ts';
import { recogniseFigures } from '../../../src/recognise/figures/index.ts';
import { localeOf } from '../../../src/recognise/figures/locale.ts';
import { readAll } from '../../../src/recognise/figures/read.ts';
import { makeReading } from '../../../src/recognise/figures/reading.ts';

/** `FUZZ_RUNS=10000` for the full run; the usual one keeps the suite quick. */
const RUNS = Number(process.env.FUZZ_RUNS ?? 1500);
const LANGS = ['en', 'ru', 'kk', 'az', 'tr', 'de', 'fr', 'zh', 'uz', 'pl', undefined];
/** What figures are made of, so that random texts come near to them. */
const PARTS = [
  '1',
  '12',
  '2023',
  '1,234',
  '1.5',
  '3,4',
  '15.10.2018',
  '2025-10-30',
  '$',
  '€',
  '₸',
  '%',
  '-',
  '–',
  '−',
  '+',
  '/',
  '.',
  ',',
  ':',
  '(',
  ')',
  '~',
  'US',
  'USD',
  'KZT',
  'million',
  'bn',
  'm',
  'млн',
  'мың',
  'milyon',
  'bin',
  'Mrd',
  'dollars',
  'тенге',
  'манат',
  'lira',
  'percent',
  'пайыз',
  'faiz',
  'yüzde',
  'tons',
  'тонн',
  'km',
  'm2',
  'per',
  'day',
  'times',
  'есе',
  'dəfə',
  'kat',
  'в',
  'раза',
  'doubled',
  'about',
  'more',
  'than',
  'до',
  'между',
  'from',
  'to',
  'between',
  'and',
  'since',
  'first',
  'eight',
  'months',
  'of',
  'this',
  'year',
  'last',
  'past',
  'five',
  'years',
  'ago',
  'May',
  'Q1',
  'январь',
  'август',
  'года',
  'жылдың',
  'тоқсаны',
  'bu',
  'ilin',
  'ilk',
  'ayında',
  'yılın',
  'half',
  'a',
  'one',
  'two',
  'hundred',
  'жарым',
  'бүтін',
  'оннан',
  'people',
  'new',
  'companies',
  'iPhone',
  'COVID',
  'next',
  'week',
  'Monday',
  'the',
  'end',
  'early',
  'İ',
  'ı',
  '½',
  '\u00a0',
  '\u202f',
  '\n',
  '\u200b',
  '\ud83d',
  '😀',
  'https://a.b/1',
]; // prettier-ignore
const glue = fc.constantFrom(' ', ' ', ' ', '', '\u00a0', '\n');
const near = fc
  .array(fc.tuple(fc.constantFrom(...PARTS), glue), { maxLength: 24 })
  .map((parts) => parts.map(([part, gap]) => part + gap).join(''));
const anything = fc.string({ unit: 'binary', maxLength: 80 });
const day = fc.constantFrom('2025-10-30', '2024-02-29', '1999-12-31', undefined);

describe('any text', () => {
  test('gives valid figures, in order and without overlap, and never throws', () => {
    fc.assert(
      fc.property(fc.oneof({ weight: 4, arbitrary: near }, anything), fc.constantFrom(...LANGS), day, (text, lang, date) => {
        let last = 0;
        for (const { start, end, surface, figure } of recogniseFigures(text, { lang, date })) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(text.length);
          expect(surface).toBe(text.slice(start, end));
          last = end;
          const given = [figure.value, figure.range, figure.period].filter((part) => part !== undefined);
          expect(given).toHaveLength(1);
          if (figure.period !== undefined) expect(parsePeriod(figure.period), `${figure.period} in ${text}`).toBeDefined();
          if (figure.value !== undefined) expect(figure.value).not.toBeNaN();
          if (figure.range) expect(figure.range[0]).toBeLessThanOrEqual(figure.range[1]);
          if (figure.kind === 'money') expect(figure.currency).toMatch(/^[A-Z]{3}$/);
        }
      }),
      { numRuns: RUNS },
    );
  });

  test('reads the same twice: nothing is kept between calls', () => {
    fc.assert(
      fc.property(near, fc.constantFrom(...LANGS), (text, lang) => {
        expect(recogniseFigures(text, { lang })).toEqual(recogniseFigures(text, { lang }));
      }),
      { numRuns: RUNS / 5 },
    );
  });
});

/** How often a token is looked at while a text is read. */
function steps(text: string, lang: string): number {
  const reading = makeReading(text, localeOf(lang, text), '2025-10-30');
  let count = 0;
  const tokens = new Proxy(reading.tokens, {
    get(target, key) {
      count++;
      return Reflect.get(target, key);
    },
  });
  readAll({ ...reading, tokens });
  return count;
}

describe('the number of steps grows with the length of the text', () => {
  const REPEATS = 60;
  const shapes = [
    ...PARTS.map((part) => `${part} `),
    '1 ',
    '1,',
    '1.',
    '111 ',
    '1-',
    '$1 ',
    '$ ',
    'one ',
    'one hundred and ',
    'of the end of ',
    'last ',
    'last year of ',
    'May 5 ',
    'since ',
    'between 1 and ',
    'million ',
    '1 million ',
    'a ',
    '"',
    '9" ',
    'more than ',
    'бүтін оннан ',
    'екі ',
    'жүз ',
    '2 of 3 weeks before ',
    'week of week of ',
    '5 to ',
    'January to ',
    'first first ',
    'earlier in the ',
    'Monday of ',
    'new ',
    '12 new ',
    '12 new and ',
    '1/',
    '1e',
    '(',
    '12 days after ',
    'the 5th of the ',
    'one and ',
    '1 and ',
  ]; // prettier-ignore
  test.each([...new Set(shapes)])('%j again and again', (shape) => {
    for (const lang of ['en', 'ru', 'kk', 'tr']) {
      const short = steps(shape.repeat(REPEATS), lang);
      const long = steps(shape.repeat(REPEATS * 4), lang);
      // Four times the text: linear is 4, quadratic 16.
      expect(long / Math.max(short, 200)).toBeLessThan(6);
    }
  });
});

test('a long article takes no longer a character than a short one', () => {
  const sentence =
    'In 2024 the port moved 4.5 million tons, up 18.5 percent on last year, and earned about $350 million from 1,100 foreign companies. ';
  expect(steps(sentence.repeat(400), 'en') / steps(sentence.repeat(100), 'en')).toBeLessThan(4.2);
});
