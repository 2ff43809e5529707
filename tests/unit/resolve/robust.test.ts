import fc from 'fast-check';
import { expect, test } from 'vitest';
import { annotate } from '../../../src/resolve/annotate.ts';
import { annotated, blocksOf, reader } from './fixture.ts';

/** Pieces of sentences in all five languages, in any order: whatever comes of them, nothing throws and nothing is pinned on air. */
const PIECES = [
  'Kazakhstan',
  'Azerbaijan',
  'Казахстаном',
  'Azərbaycanla',
  'Қазақстан',
  'Kazakistan’dan',
  'Middle Corridor',
  'Aktobe Region',
  'Yeraly Togzhanov',
  'trade turnover',
  'exports',
  'imports',
  'товарооборот',
  'ticarət dövriyyəsi',
  'тауар айналымы',
  'ticaret hacmi',
  'cargo volume',
  'deals worth',
  '$350 million',
  '5 млрд долларов',
  '4,2 milyard dollar',
  '20 percent',
  'yüzde 14,3',
  'tripled',
  '4.5 million tons',
  '$4–5 billion',
  '$0',
  '-5%',
  'in 2023',
  'last year',
  'January–August 2025',
  'by 2030',
  'since 2018',
  'в 2022 году',
  '2023 жылы',
  'reached',
  'rose by',
  'to',
  'from',
  'compared to',
  'between',
  'the two countries',
  'along this route',
  'target',
  'expected',
  'record',
  'governor of',
  'said',
  'and',
  ',',
  '.',
  '. ',
  '\n',
  '\n---\n',
  '(',
  ')',
  '“',
  '\u0000',
  '\ud83d',
  'İ',
  '\u00a0',
  '1e309',
  '999999999999999999999999',
];
const texts = fc.array(
  fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...PIECES) }, { weight: 1, arbitrary: fc.string({ unit: 'binary' }) }),
  { maxLength: 30 },
);

test('no text throws, and every reading is whole', () => {
  fc.assert(
    fc.property(
      texts,
      fc.constantFrom(undefined, '2024-02-29', '2025-11-05'),
      fc.constantFrom('en', 'ru', 'az', 'kk', 'tr'),
      (parts, date, lang) => {
        for (const a of annotated({ text: parts.join(' '), lang, ...(date && { date }) })) {
          if (a.kind !== 'figure' || !a.reading) continue;
          const { indicator, verdict, difference, reason, partner, period, change } = a.reading;
          const known = reader.knowledge.indicator(indicator)!;
          if (known.requires.includes('partner')) expect(partner).toBeDefined();
          if (known.requires.includes('period') && !change) expect(period).toBeDefined();
          expect(verdict === 'outside').toBe(difference !== undefined);
          expect(verdict === 'not-comparable').toBe(reason !== undefined);
          if (difference) expect(Number.isFinite(difference.ratio)).toBe(true);
        }
      },
    ),
    { numRuns: 2000 },
  );
});

test('time grows with the text, not with its square', () => {
  const sentence =
    'Trade turnover between Kazakhstan and Azerbaijan reached $350 million in 2023, up 20 percent from $290 million, said Yeraly Togzhanov. ';
  const time = (copies: number) => {
    const first = annotate({ facts: { date: '2024-05-05', lang: 'en' }, blocks: blocksOf(sentence.repeat(copies)) }, reader);
    const blocks = blocksOf('x').map(({ text: _, ...b }) => ({ ...b, candidates: first.candidates.b0! }));
    const runs = Array.from({ length: 3 }, () => {
      const start = performance.now();
      annotate({ facts: { date: '2024-05-05', lang: 'en' }, blocks }, reader);
      return performance.now() - start;
    });
    return Math.min(...runs);
  };
  time(60);
  // Sixteen times the text: a square would take 256 times as long; a busy machine is allowed its noise.
  expect(time(960) / time(60)).toBeLessThan(16 * 5);
});
