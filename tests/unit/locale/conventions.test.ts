import { createRequire } from 'node:module';
import { describe, expect, test } from 'vitest';
import { CONVENTIONS } from '../../../src/locale/conventions.ts';
import { LANGUAGES } from '../../../src/model/ids.ts';

const require = createRequire(import.meta.url);
const months = (language: string, use: 'format' | 'stand-alone'): string[] =>
  Object.values(
    require(`cldr-dates-full/main/${language}/ca-gregorian.json`).main[language].dates.calendars.gregorian.months[use].wide,
  );
const numbers = (language: string) => require(`cldr-numbers-full/main/${language}/numbers.json`).main[language].numbers;

/** Kazakh months begin with a capital in CLDR's stand-alone form; inside our phrases they never stand alone. */
describe.each(LANGUAGES)('%s writes as CLDR does', (language) => {
  const c = CONVENTIONS[language];
  test('months', () => {
    expect(c.monthsOfDay).toEqual(months(language, 'format'));
    expect(c.months.map((m) => m.toLowerCase())).toEqual(months(language, 'stand-alone').map((m) => m.toLowerCase()));
  });
  test('separators and percent', () => {
    const { decimal, group } = numbers(language)['symbols-numberSystem-latn'];
    expect([c.decimal, c.group]).toEqual([decimal, group]);
    expect(c.percent).toBe(numbers(language)['percentFormats-numberSystem-latn'].standard.replace('#,##0', '{n}'));
  });
  test('magnitudes, where English keeps the short forms of this news', () => {
    const short = numbers(language)['decimalFormats-numberSystem-latn'].short.decimalFormat;
    const cldr = ['1000000', '1000000000', '1000000000000'].map((n) => short[`${n}-count-other`].replace(/^0\s?/u, ''));
    expect(c.scale).toEqual(language === 'en' ? ['m', 'bn', 'tn'] : cldr);
  });
});
