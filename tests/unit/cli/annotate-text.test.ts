import { describe, expect, test } from 'vitest';
import { annotateText, findOutlet, readRequest } from '../../../src/cli/annotate-text.ts';
import { buildPacks } from '../../../src/dataset/build-packs.ts';
import { loadDataset } from '../../../src/dataset/load.ts';
import { openNamesPack } from '../../../src/dataset/open-names-pack.ts';
import { SAMPLE } from '../dataset/sample.ts';

const reader = openNamesPack(buildPacks(loadDataset(SAMPLE)).names);
function read(line: string) {
  const warnings: string[] = [];
  return { ...readRequest(line, (what) => warnings.push(what)), warnings };
}

describe('a line of input', () => {
  test.each([
    { name: 'not JSON', line: '{"id":', says: /is not JSON/ },
    { name: 'a word', line: 'hello', says: /is not JSON/ },
    { name: 'a list', line: '[]', says: /is not a JSON object/ },
    { name: 'null', line: 'null', says: /is not a JSON object/ },
    { name: 'no text', line: '{"id":1}', says: /has no "text"/ },
    { name: 'text that is no string', line: '{"id":1,"text":["a"]}', says: /has no "text"/ },
  ])('$name is refused', ({ line, says }) => {
    expect(() => read(line)).toThrow(says);
  });

  test.each([
    { date: '2025-10-30', day: '2025-10-30' },
    { date: '20251030', day: '2025-10-30' },
    { date: '2025-10-30T23:30:00+04:00', day: '2025-10-30' },
    { date: '2025-10-30T23:30Z', day: '2025-10-30' },
    { date: '2025-10-30 23:30', day: '2025-10-30' },
    { date: ' 2025-10-30 ', day: '2025-10-30' },
    { date: null, day: undefined },
    { date: '', day: undefined },
  ])('the date $date', ({ date, day }) => {
    expect(read(JSON.stringify({ id: 1, text: '', date }))).toMatchObject({ date: day, warnings: [] });
  });

  test.each(['yesterday', '2025-02-30', '2025-13-01', '30.10.2025', '2025', 1761782400, { day: 1 }])(
    'the date %j is a warning and no date',
    (date) => {
      const { date: day, warnings } = read(JSON.stringify({ id: 1, text: '', date }));
      expect(day).toBeUndefined();
      expect(warnings).toEqual([expect.stringContaining('no ISO 8601 day')]);
    },
  );

  test('unknown keys are ignored, empty ones are absent', () => {
    expect(read('{"id":"x","text":"t","title":"","lang":null,"mentions":[1],"url":5}')).toEqual({
      id: 'x',
      text: 't',
      warnings: [],
    });
  });
});

describe('the outlet', () => {
  test.each([
    { outlet: 'reed.example', url: undefined, expected: 'outlet/reed-daily' },
    { outlet: 'https://www.reed.example/', url: undefined, expected: 'outlet/reed-daily' },
    { outlet: 'outlet/reed-daily', url: undefined, expected: 'outlet/reed-daily' },
    { outlet: undefined, url: 'https://en.reed.example/a', expected: 'outlet/reed-daily' },
    { outlet: 'Some Paper', url: 'https://en.reed.example/a', expected: 'outlet/reed-daily' },
    { outlet: 'outlet/unknown', url: undefined, expected: undefined },
    { outlet: 'country/kz', url: 'nonsense', expected: undefined },
  ])('$outlet at $url', ({ outlet, url, expected }) => {
    expect(findOutlet(reader.knowledge, outlet, url)).toBe(expected);
  });
});

describe('the answer', () => {
  const figures = (text: string, lang?: string, title?: string) =>
    annotateText({ id: 1, text, lang, title }, reader).annotations.filter(({ kind }) => kind === 'figure');

  test.each([
    { lang: 'en', text: 'A first line.\nThe deal is worth $1.5 billion.', surface: '$1.5 billion' },
    { lang: 'ru', text: 'Первая строка.\r\nСделка на 1,5 млрд долларов.', surface: '1,5 млрд долларов' },
    { lang: 'az', text: 'Birinci sətir.\u2028Sazişin dəyəri 1,5 milyard dollar.', surface: '1,5 milyard dollar' },
    { lang: 'kk', text: 'Бірінші жол.\rМәміле 1,5 млрд доллар.', surface: '1,5 млрд доллар' },
    { lang: 'tr', text: 'İlk satır.\n\n\nAnlaşma 1,5 milyar dolar.', surface: '1,5 milyar dolar' },
  ])('offsets are those of the whole text ($lang)', ({ lang, text, surface }) => {
    const [figure] = figures(text, lang);
    expect(figure).toMatchObject({ surface, start: text.indexOf(surface), end: text.indexOf(surface) + surface.length });
    expect(figure!.figure).toMatchObject({ kind: 'money', value: 1.5e9 });
    expect(Object.keys(figure!.figure as object)).not.toContain('step');
  });

  test('the title is read and not printed', () => {
    expect(figures('Nothing here.', 'en', 'A deal of $2 billion')).toEqual([]);
  });

  test('lone surrogates and text without a letter', () => {
    expect(annotateText({ id: 1, text: '\ud800 $5 million \udc00' }, reader).annotations.map(({ surface }) => surface)).toContain(
      '$5 million',
    );
    for (const text of ['', '\n\n', ' ', '\ud800'])
      expect(annotateText({ id: 1, text }, reader)).toEqual({ id: 1, annotations: [] });
  });

  test('a period stands in value', () => {
    const periods = figures('The plan was made in March 2022 and kept.', 'en').map(({ figure }) => figure);
    expect(periods).toContainEqual(expect.objectContaining({ kind: 'period', value: '2022-03' }));
    for (const figure of periods) expect(figure).not.toHaveProperty('period');
  });
});
