import fc from 'fast-check';
import { expect, test } from 'vitest';
import { foldedToken, tokenise } from '../../../src/lexicon/tokens.ts';
import { runs } from './runs.ts';
import { wildText } from './wild-text.ts';

test('tokens lie in the text, in order, apart, and fold to something', () => {
  fc.assert(
    fc.property(wildText, (text) => {
      const tokens = tokenise(text);
      let before = 0;
      for (let i = 0; i < tokens.count; i++) {
        expect(tokens.start[i]).toBeGreaterThanOrEqual(before);
        expect(tokens.end[i]).toBeGreaterThan(tokens.start[i]!);
        before = tokens.end[i]!;
        expect(foldedToken(tokens, i).length).toBeGreaterThan(0);
      }
      expect(before).toBeLessThanOrEqual(text.length);
    }),
    { numRuns: runs(3000) },
  );
});

test('folding a folded word changes nothing, and joined and parted letters are the same', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 20 }), (text) => {
      const folded = (s: string) => {
        const tokens = tokenise(s);
        return Array.from({ length: tokens.count }, (_, i) => foldedToken(tokens, i));
      };
      // Words of two scripts are made one by the raw letters, so folding them again may choose otherwise.
      const mixed = (word: string) => /\p{Script=Latin}/u.test(word) && /\p{Script=Cyrillic}/u.test(word);
      for (const word of folded(text)) if (!mixed(word)) expect(folded(word)).toEqual([word]);
    }),
    { numRuns: runs(1000) },
  );
  for (const word of ['Қазақстан', 'Йошкар', 'Gəncə', 'Çin', 'Ağdam', 'Şuşa', 'Ёлка', 'Türkiye', 'İzmir']) {
    const [joined, parted] = [word.normalize('NFC'), word.normalize('NFD')].map((s) => foldedToken(tokenise(s), 0));
    expect(parted).toBe(joined);
  }
});

test('a hundred thousand combining marks are one word', () => {
  const tokens = tokenise(`a${'\u0301'.repeat(100_000)}b`);
  expect(tokens.count).toBe(1);
  expect(foldedToken(tokens, 0)).toBe('áb');
});
