import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Lexicon } from '../../../src/lexicon/index.ts';
import { recogniseBlock } from '../../../src/recognise/recognise.ts';
import { runs } from '../lexicon/runs.ts';
import { wildText } from '../lexicon/wild-text.ts';
import { readSmallPack } from './small-pack.ts';

const small = readSmallPack();

test('any text gives candidates that lie in it', () => {
  fc.assert(
    fc.property(wildText, fc.constantFrom('en', 'ru', 'kk', 'az', 'tr', 'de', undefined), (text, lang) => {
      const { names, cues, sentences, introductions } = recogniseBlock({ text, ...(lang && { lang }) }, {}, small);
      let start = 0;
      for (const name of names) {
        expect(name.start).toBeGreaterThanOrEqual(start);
        expect(name.end).toBeLessThanOrEqual(text.length);
        expect(text.slice(name.start, name.end)).toBe(name.surface);
        expect(name.surface.length).toBeGreaterThan(0);
        expect(name.local).toHaveLength(name.names.length);
        start = name.start;
      }
      for (const span of [...cues, ...introductions.flatMap((i) => [i.long, i.short])]) {
        expect(span.start).toBeLessThan(span.end);
        expect(span.end).toBeLessThanOrEqual(text.length);
      }
      expect(sentences[0]).toBe(0);
      expect([...sentences].sort((a, b) => a - b)).toEqual(sentences);
    }),
    { numRuns: runs(3000) },
  );
});

/** Calls into the lexicon while a text is read. */
function steps(text: string): number {
  let count = 0;
  const counted = <T extends unknown[], R>(call: (...args: T) => R) => {
    return (...args: T): R => {
      count++;
      return call(...args);
    };
  };
  const { token, step, stems, mayBegin, accepts, find, entries, bytes } = small.lexicon;
  const lexicon: Lexicon = {
    entries,
    bytes,
    find,
    token: counted(token),
    step: counted(step),
    stems: counted(stems),
    mayBegin: counted(mayBegin),
    accepts: counted(accepts),
  };
  recogniseBlock({ text }, { lang: 'ru' }, { lexicon, knowledge: small.knowledge });
  return count;
}

test.each([
  { name: 'names without a gap', unit: 'Казахстан-' },
  { name: 'one long name again and again', unit: 'Republic of ' },
  { name: 'endings', unit: 'Казахстаномом ' },
  { name: 'marks', unit: '\u0301' },
  { name: 'letters', unit: 'а' },
  { name: 'brackets', unit: '(OTS' },
  { name: 'dots', unit: 'a.' },
  { name: 'quotes', unit: '«»"' },
  { name: 'signs', unit: '$' },
])('twice the text is no more than twice the work: $name', ({ unit }) => {
  const once = steps(unit.repeat(200));
  const twice = steps(unit.repeat(400));
  expect(twice).toBeLessThanOrEqual(2 * once + 50);
});

/** Quadratic work on these would take minutes and end at the test's time limit. */
test.each(['a', 'a.', 'a@', 'аба.', '\u0301', '(A', 'https://', '"', '. ', 'A.', '-', 'Kazakhstan-'])(
  'a run of %j is read',
  (unit) => {
    const { sentences } = recogniseBlock({ text: unit.repeat(20_000) }, {}, small);
    expect(sentences[0]).toBe(0);
  },
);
