import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type BuildProgress,
  buildLexicon,
  cuePayload,
  LexiconBuildError,
  type LexiconEntry,
  LexiconError,
  namePayload,
  openLexicon,
  readPayload,
  wordPayload,
} from '../../../src/lexicon/index.ts';
import { naiveFind } from './oracle.ts';
import { runs } from './runs.ts';

const entry = (text: string, index: number, more: Partial<LexiconEntry> = {}): LexiconEntry => ({
  text,
  lang: 'en',
  case: 'fold',
  payload: namePayload(index),
  ...more,
});
const found = (entries: readonly LexiconEntry[], text: string) =>
  openLexicon(buildLexicon(entries))
    .find(text)
    .map(({ start, end, payload }) => [text.slice(start, end), payload]);

describe('what is found', () => {
  const names = [
    'Kazakhstan',
    'Republic of Kazakhstan',
    'Azərbaycan',
    'Kassym-Jomart Tokayev',
    'C5+1',
    'Oʻzbekiston',
    'Баку-Тбилиси-Карс',
    'Қазақстан',
    'İzmir',
    'Иссык-Куль',
  ];
  test.each([
    {
      name: 'longest first, shorter ones inside too',
      text: 'Republic of Kazakhstan',
      expected: ['Republic of Kazakhstan', 'Kazakhstan'],
    },
    { name: 'capitals', text: 'KAZAKHSTAN, ҚАЗАҚСТАН, AZƏRBAYCAN', expected: ['KAZAKHSTAN', 'ҚАЗАҚСТАН', 'AZƏRBAYCAN'] },
    { name: 'four letters i', text: 'İZMİR IZMIR izmir ızmır', expected: ['İZMİR', 'IZMIR', 'izmir', 'ızmır'] },
    { name: 'as a plain keyboard writes', text: 'Azerbaycan', expected: ['Azerbaycan'] },
    { name: 'Cyrillic letters are never made plain', text: 'Казакстан', expected: [] },
    {
      name: 'space for hyphen, hyphen of any kind',
      text: 'Kassym Jomart Tokayev, Kassym‑Jomart Tokayev',
      expected: ['Kassym Jomart Tokayev', 'Kassym‑Jomart Tokayev'],
    },
    { name: 'spaced dashes for hyphens', text: 'Баку – Тбилиси – Карс', expected: ['Баку – Тбилиси – Карс'] },
    {
      name: 'apostrophes of every kind',
      text: "O'zbekiston O’zbekiston Oʻzbekiston O`zbekiston",
      expected: ["O'zbekiston", 'O’zbekiston', 'Oʻzbekiston', 'O`zbekiston'],
    },
    { name: 'no apostrophe is no apostrophe', text: 'O zbekiston', expected: [] },
    { name: 'signs are words', text: 'the C5+1 group', expected: ['C5+1'] },
    { name: 'not inside a word', text: 'Kazakhstania xKazakhstan', expected: [] },
    {
      name: 'not over a comma or a full stop',
      text: 'Republic of, Kazakhstan; Kassym. Jomart Tokayev',
      expected: ['Kazakhstan'],
    },
    {
      name: 'soft hyphens and zero-width characters',
      text: 'Kaz\u00adakh\u200bstan\u2060',
      expected: ['Kaz\u00adakh\u200bstan'],
    },
    { name: 'letters and marks apart', text: 'Қаза\u0301қстан Az\u0259rbaycan', expected: ['Қаза\u0301қстан', 'Azərbaycan'] },
    { name: 'words of two scripts', text: 'Кazakhstan Kаzаkhstan', expected: ['Кazakhstan', 'Kаzаkhstan'] },
    { name: 'ә and ə are two letters', text: 'Azәrbaycan', expected: ['Azәrbaycan'] },
  ])('$name', ({ text, expected }) => {
    const entries = names.map((name, i) => entry(name, i));
    expect(found(entries, text).map(([surface]) => surface)).toEqual(expected);
  });

  test('exact entries want their very letters', () => {
    expect(found([entry('OTS', 1, { case: 'exact' })], 'OTS ots Ots')).toEqual([['OTS', namePayload(1)]]);
  });
  test('stems take any ending, after whole words too', () => {
    const entries = [
      entry('trad', 1, { prefix: true, payload: cuePayload(1) }),
      entry('türk dövlət', 2, { prefix: true, payload: wordPayload(2) }),
    ];
    expect(found(entries, 'trade, traders; trad. Türk dövlətlərinin; tra')).toEqual([
      ['trade', cuePayload(1)],
      ['traders', cuePayload(1)],
      ['trad', cuePayload(1)],
      ['Türk dövlətlərinin', wordPayload(2)],
    ]);
  });
  test('several payloads at one place', () => {
    expect(found([entry('Turkistan', 7), entry('turkistan', 3), entry('Turkistan', 3)], 'Turkistan')).toEqual([
      ['Turkistan', namePayload(3)],
      ['Turkistan', namePayload(7)],
    ]);
  });
});

test('payloads come back as they went in', () => {
  for (const make of [namePayload, cuePayload, wordPayload]) expect(() => make(-1)).toThrow(RangeError);
  expect(() => namePayload(0x4000_0000)).toThrow(RangeError);
  expect([namePayload(5), cuePayload(6), wordPayload(0x3fff_ffff)].map(readPayload)).toEqual([
    { kind: 'name', index: 5 },
    { kind: 'cue', index: 6 },
    { kind: 'word', index: 0x3fff_ffff },
  ]);
});

test('entries that could not be found are refused', () => {
  expect(() => buildLexicon([entry(' – ', 0)])).toThrow(LexiconBuildError);
  expect(() => buildLexicon([entry('a', 0, { prefix: true })])).toThrow(LexiconBuildError);
});

test('entries are taken one by one, and progress is told', () => {
  function* made(count: number): Generator<LexiconEntry> {
    for (let i = 0; i < count; i++) yield entry(`Port ${i % 977} Aktau ${i}`, i);
  }
  const told: BuildProgress[] = [];
  const lexicon = openLexicon(buildLexicon(made(60_000), (at) => told.push(at)));
  expect(lexicon.find('from Port 12 Aktau 12 to Port 79 Aktau 59676').map(({ payload }) => payload)).toEqual(
    [12, 59_676].map(namePayload),
  );
  expect(told.filter(({ step }) => step === 'reading')).toEqual([
    { step: 'reading', entries: 50_000 },
    { step: 'reading', entries: 60_000 },
  ]);
  const shares = told.flatMap((at) => (at.step === 'sorting' ? [at.share] : []));
  expect(shares).toEqual([...shares].sort((a, b) => a - b));
  expect(shares.at(-1)).toBe(1);
  expect(told.at(-1)).toEqual({ step: 'writing', share: 1 });
});

const words = [
  'Баку',
  'baku',
  'Bakı',
  'Türk',
  'turk',
  'Қазақ',
  'İl',
  'of',
  'U',
  'S',
  '$',
  '+',
  'сом',
  'Карс',
  'oʻz',
  'x',
  'é',
  '한국',
];
const gaps = [' ', '-', ' – ', "'", '.', ', ', '', ' "', '\u00ad', '\u200b', '’', '\n'];
const phrase = fc
  .array(fc.tuple(fc.constantFrom(...words), fc.constantFrom(...gaps)), { minLength: 1, maxLength: 5 })
  .map((parts) => `${parts.map(([word, gap]) => word + gap).join('')}a`);
const entries = fc.array(
  fc.record({
    text: phrase,
    exact: fc.boolean(),
    prefix: fc.boolean(),
    kind: fc.constantFrom(namePayload, cuePayload, wordPayload),
  }),
  { maxLength: 12 },
);

test('finds what a naive comparison finds, on random names and texts', () => {
  fc.assert(
    fc.property(entries, fc.array(phrase, { maxLength: 6 }), (made, texts) => {
      const list = made.flatMap(({ text, exact, prefix, kind }, i): LexiconEntry[] => {
        const one = entry(text, i, { case: exact && !prefix ? 'exact' : 'fold', payload: kind(i) });
        return prefix ? [{ ...one, text: `${text}bc`, prefix: true }] : [one];
      });
      const text = [...texts, ...made.map((m) => m.text)].join(' ');
      expect(openLexicon(buildLexicon(list)).find(text)).toEqual(naiveFind(list, text));
    }),
    { numRuns: runs(400) },
  );
});

test('damaged bytes are refused or find less, and never break', () => {
  const bytes = buildLexicon([
    entry('Republic of Kazakhstan', 1),
    entry('Баку', 2, { case: 'exact' }),
    entry('trad', 3, { prefix: true }),
    entry('Bakı', 4),
  ]);
  const text = 'Republic of Kazakhstan, Баку, traders, Baki';
  fc.assert(
    fc.property(fc.nat(bytes.length - 1), fc.nat(7), fc.option(fc.nat(bytes.length - 1), { nil: undefined }), (at, bit, cut) => {
      const damaged = bytes.slice(0, cut ?? bytes.length);
      if (at < damaged.length) damaged[at]! ^= 1 << bit;
      try {
        for (const { start, end } of openLexicon(damaged).find(text)) expect(text.slice(start, end)).not.toBe('');
      } catch (error) {
        expect(error).toBeInstanceOf(LexiconError);
      }
    }),
    { numRuns: runs(2000) },
  );
});
test.each([
  { name: 'nothing', bytes: new Uint8Array(0) },
  { name: 'zeros', bytes: new Uint8Array(4096) },
  { name: 'one byte short', bytes: buildLexicon([entry('Baku', 1)]).slice(0, -4) },
  { name: 'one word too long', bytes: new Uint8Array([...buildLexicon([entry('Baku', 1)]), 0, 0, 0, 0]) },
])('refuses $name', ({ bytes }) => {
  expect(() => openLexicon(bytes)).toThrow(LexiconError);
});
test('opens bytes that stand on an odd border', () => {
  const bytes = buildLexicon([entry('Baku', 1)]);
  const shifted = new Uint8Array(bytes.length + 1);
  shifted.set(bytes, 1);
  expect(openLexicon(shifted.subarray(1)).find('Baku')).toHaveLength(1);
});
test('an empty lexicon finds nothing', () => {
  expect(openLexicon(buildLexicon([])).find('Kazakhstan')).toEqual([]);
});
