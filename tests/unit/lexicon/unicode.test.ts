import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  buildLexicon,
  cuePayload,
  type LexiconEntry,
  namePayload,
  openLexicon,
  readPayload,
} from '../../../src/lexicon/index.ts';
import { foldedToken, tokenise } from '../../../src/lexicon/tokens.ts';
import { naiveFind } from './oracle.ts';
import { runs } from './runs.ts';
import { wildText } from './wild-text.ts';

/** How often: the issue asks for ten thousand, and the engine is fast enough for that at every change. */
const RUNS = runs(10_000);

const texts = [
  'Kazakhstan',
  'Баку',
  'Әзербайжан',
  'Bakı',
  'OTS',
  'U.S.',
  "Bakı'nın",
  'Nur-Sultan',
  'Баку - Тбилиси',
  'Éa',
  '$5',
  'ﬁ',
  'Саspian',
  '𝐊azan',
  'Қазақстан Республикасы',
];
const entries = texts.map(
  (text, i): LexiconEntry => ({
    text,
    lang: 'und',
    case: text === 'OTS' ? 'exact' : 'fold',
    payload: i % 2 ? namePayload(i) : cuePayload(i),
  }),
);
const lexicon = openLexicon(buildLexicon(entries));
const stemmed = [...entries, { text: 'каз', lang: 'ru', case: 'fold', payload: cuePayload(99), prefix: true } as const];
const withStems = openLexicon(buildLexicon(stemmed));

/** Characters that readers do not see, or that join to the one before. */
const UNSEEN = ['\u00ad', '\u200b', '\u200d', '\u2060', '\ufeff', '\u202e', '\u2067', '\u0301', '\u0306'];
const TWINS: Readonly<Record<string, string>> = {
  a: 'а',
  а: 'a',
  K: 'К',
  к: 'k',
  С: 'C',
  с: 'c',
  B: 'В',
  о: 'o',
  О: 'O',
  S: 'Ѕ',
};

/** A name as a hostile page may write it: unseen characters inside, letters of the other script, capitals, parted letters. */
const disguised = fc
  .tuple(
    fc.constantFrom(...texts),
    fc.array(fc.tuple(fc.nat(20), fc.constantFrom('unseen', 'twin', 'upper', 'parted'), fc.nat(8)), { maxLength: 4 }),
  )
  .map(([text, changes]) =>
    changes.reduce((written, [at, how, which]) => {
      if (how === 'upper') return written.toUpperCase();
      if (how === 'parted') return written.normalize('NFD');
      const place = at % (written.length + 1);
      if (how === 'unseen') return written.slice(0, place) + UNSEEN[which]! + written.slice(place);
      const twin = TWINS[written[place] ?? ''];
      return twin ? written.slice(0, place) + twin + written.slice(place + 1) : written;
    }, text),
  );
const page = fc
  .array(fc.oneof(wildText, disguised, fc.constantFrom(' ', '\u0000', '. ', '-', '\u2067', '\ud83c', '\udf0d', '١٢', 'हिन्दी')), {
    maxLength: 8,
  })
  .map((parts) => parts.join(''));

test('finds what a naive comparison finds in any Unicode, and what it covers is the name', () => {
  fc.assert(
    fc.property(page, (text) => {
      const hits = lexicon.find(text);
      expect(hits).toEqual(naiveFind(entries, text));
      for (const { start, end, payload } of hits) {
        const covered = words(text.slice(start, end));
        const name = words(texts[readPayload(payload).index]!);
        expect(covered.length).toBe(name.length);
      }
    }),
    { numRuns: RUNS },
  );
});
const words = (text: string): readonly string[] => {
  const tokens = tokenise(text);
  return Array.from({ length: tokens.count }, (_, i) => foldedToken(tokens, i));
};

test('finds what a naive comparison finds with stems, too', () => {
  fc.assert(
    fc.property(page, (text) => {
      expect(withStems.find(text)).toEqual(naiveFind(stemmed, text));
    }),
    { numRuns: runs(2000) },
  );
});

/** A text is read in parts of 8,192 units: what stands over the end of one must not be lost. */
test('names over the end of a part are found, wherever the end falls', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 8192 - 40, max: 8192 }),
      fc.constantFrom('x', ' ', '$', '\u0301', 'a '),
      page,
      (at, filler, tail) => {
        const text = `${filler.repeat(at).slice(0, at)} Баку - Тбилиси, Nur-Sultan ${tail}`;
        expect(lexicon.find(text)).toEqual(naiveFind(entries, text));
      },
    ),
    { numRuns: runs(150) },
  );
});

test.each([
  { name: 'a hundred thousand combining marks', text: `Баку${'\u0301'.repeat(100_000)}`, expected: [0] },
  { name: 'a hundred thousand marks that join nothing', text: `Баку${'\u0336'.repeat(100_000)}`, expected: [0] },
  { name: 'a hundred thousand zero-width characters', text: `Ба${'\u200b'.repeat(100_000)}ку`, expected: [0] },
  { name: 'a hundred thousand zeros', text: `Баку${'\u0000'.repeat(100_000)}Баку`, expected: ['Баку', 'Баку'] },
  { name: 'a hundred thousand lone surrogates', text: `Баку${'\ud83c'.repeat(100_000)}Баку`, expected: ['Баку', 'Баку'] },
  { name: 'a word of a hundred thousand letters', text: `${'б'.repeat(100_000)} Баку`, expected: ['Баку'] },
  { name: 'names in an embedding of the other direction', text: '\u202eБаку\u202c \u2067Bakı\u2069', expected: ['Баку', 'Bakı'] },
])('$name', ({ text, expected }) => {
  const covered = lexicon.find(text).map(({ start, end }) => text.slice(start, end));
  expect(covered).toEqual(expected.map((what) => (what === 0 ? text : what)));
});
