import { describe, expect, test } from 'vitest';
import { webAddress } from '../../../src/card/act.ts';
import { copyText } from '../../../src/card/copy-text.ts';
import { lines, roundUp } from '../../../src/card/series.ts';
import { figureText, whoOf } from '../../../src/card/values.ts';
import { verdictText } from '../../../src/card/verdict.ts';
import { cardWords } from '../../../src/card/words.ts';
import type { Reading } from '../../../src/model/annotation.ts';
import type { FigureCard } from '../../../src/model/card-content.ts';
import type { Figure } from '../../../src/model/figure.ts';
import { LANGUAGES, type Language } from '../../../src/model/ids.ts';
import { CARDS, FIGURE, SILENT } from '../../fixtures/card-content.ts';

const plain = (text: string) => text.replaceAll('\u00a0', ' ');
const reading = (over: Partial<Reading>): FigureCard => ({ ...FIGURE, reading: { ...FIGURE.reading!, ...over } });

describe('the verdict in words', () => {
  const cases: { name: string; card: FigureCard; tone: string; head: string | undefined }[] = [
    { name: 'same', card: reading({ verdict: 'same-as' }), tone: 'agree', head: 'Agrees with others' },
    { name: 'between', card: FIGURE, tone: 'care', head: 'Between the others' },
    {
      name: 'above',
      card: reading({ verdict: 'outside', difference: { ratio: 0.123, base: 1 } }),
      tone: 'care',
      head: '12% above the nearest',
    },
    {
      name: 'below',
      card: reading({ verdict: 'outside', difference: { ratio: -0.36, base: 1 } }),
      tone: 'care',
      head: '36% below the nearest',
    },
    {
      name: 'far above',
      card: reading({ verdict: 'outside', difference: { ratio: 1.4, base: 1 } }),
      tone: 'care',
      head: '2.4× the nearest',
    },
    {
      name: 'not comparable',
      card: reading({ verdict: 'not-comparable', reason: 'period' }),
      tone: 'quiet',
      head: 'Not compared',
    },
    { name: 'alone', card: reading({ verdict: 'only-here' }), tone: 'quiet', head: 'Only reported here' },
    { name: 'no data', card: reading({ verdict: 'no-data' }), tone: 'quiet', head: 'Nothing to compare with' },
    { name: 'silent', card: SILENT, tone: 'quiet', head: undefined },
  ];
  test.each(cases)('$name', ({ card, tone, head }) => {
    const verdict = verdictText(card, cardWords('en'));
    expect([verdict.tone, verdict.head]).toEqual([tone, head]);
  });

  test.each<[Language, string]>([
    [
      'en',
      'Reported elsewhere: $529.4 m (Statistics of Kazakhstan) and $598.5 m (Morning Example). No source explains the difference.',
    ],
    [
      'ru',
      'В других источниках: 529,4 млн $ (Statistics of Kazakhstan) и 598,5 млн $ (Morning Example). Ни один источник не объясняет разницу.',
    ],
    [
      'az',
      'Başqa mənbələrdə: 529,4 mln $ (Statistics of Kazakhstan) və 598,5 mln $ (Morning Example). Heç bir mənbə fərqi izah etmir.',
    ],
    [
      'kk',
      'Басқа дереккөздерде: 529,4 млн $ (Statistics of Kazakhstan) және 598,5 млн $ (Morning Example). Айырманы ешбір дереккөз түсіндірмейді.',
    ],
    [
      'tr',
      'Başka kaynaklarda: $529,4 Mn (Statistics of Kazakhstan) ve $598,5 Mn (Morning Example). Hiçbir kaynak farkı açıklamıyor.',
    ],
  ])('cites only the values that it rests on (%s)', (language, text) => {
    expect(plain(verdictText(FIGURE, cardWords(language)).text)).toBe(text);
  });
});

describe('a figure as it was read', () => {
  const cases: { figure: Figure; expected: string }[] = [
    { figure: { kind: 'money', value: 5.56e8, currency: 'USD' }, expected: '$556 m' },
    { figure: { kind: 'money', value: 3.5e8, currency: 'USD', approx: 'about' }, expected: 'about $350 m' },
    { figure: { kind: 'money', range: [1e9, 1.4e9], currency: 'USD', approx: 'ge' }, expected: 'at least $1 bn to $1.4 bn' },
    { figure: { kind: 'percent', value: 18.5 }, expected: '18.5%' },
    { figure: { kind: 'percent', value: 2, unit: 'percentage-point' }, expected: '2 percentage points' },
    { figure: { kind: 'multiple', value: 3 }, expected: '3×' },
    { figure: { kind: 'quantity', value: 4.5e6, unit: 'tonne', approx: 'le' }, expected: 'up to 4.5 m tonnes' },
    { figure: { kind: 'number', value: 1100, approx: 'gt' }, expected: 'over 1,100' },
    { figure: { kind: 'period', period: '2025-01-01/2025-09-01' }, expected: 'January–August 2025' },
  ];
  test.each(cases)('$expected', ({ figure, expected }) => expect(plain(figureText(figure, cardWords('en')))).toBe(expected));
});

test('who counted, else who printed it, else that nobody says', () => {
  const words = cardWords('en');
  const line = FIGURE.reported[0]!;
  expect(whoOf(line, words)).toBe('Statistics of Kazakhstan');
  expect(whoOf({ ...line, basis: { id: 'unknown', label: 'unknown' } }, words)).toBe('Bureau of Examples');
  expect(whoOf({ ...line, basis: undefined, sources: [] }, words)).toBe('counter not named');
});

describe('the series', () => {
  test('joins years, leaves out other lengths, and breaks where a year is missing', () => {
    const [kz, az] = lines(FIGURE.series);
    expect(kz!.runs.map((run) => run.map((p) => p.period))).toEqual([['2019', '2020', '2021', '2022', '2023', '2024']]);
    expect(az!.runs.map((run) => run.map((p) => p.period))).toEqual([
      ['2019', '2020'],
      ['2022', '2023', '2024'],
    ]);
  });
  test('is empty where no point has a place in time', () => {
    expect(lines([{ basis: { id: 'x', label: 'X' }, points: [{ period: '2018-01-01/..', value: 1, id: 'p' }] }])).toEqual([]);
  });
  test.each([
    [548e6, 6e8],
    [181, 200],
    [2.1, 2.5],
    [5, 5],
    [0, 1],
  ])('%d is drawn under %d', (value, top) => expect(roundUp(value)).toBeCloseTo(top));
});

describe('copied text', () => {
  test.each(Object.entries(CARDS))('%s names its sources and its date, and leaves no placeholder', (_, card) => {
    for (const language of LANGUAGES) {
      const text = copyText(card, cardWords(language));
      expect(text).not.toMatch(/[{}]|undefined|null/);
      expect(text).toMatch(/2025/);
    }
  });
  test('a figure with every value and where it stands', () => {
    expect(plain(copyText(FIGURE, cardWords('en')))).toContain(
      '$529.4 m: Statistics of Kazakhstan https://bureau-of-examples.example/page',
    );
  });
});

test.each([
  ['https://a.example/', 'https://a.example/'],
  ['javascript:alert(1)', undefined],
  ['data:text/html,x', undefined],
  [undefined, undefined],
])('only web addresses are links: %s', (url, expected) => expect(webAddress(url)).toBe(expected));
