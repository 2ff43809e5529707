import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { recogniseFigures } from '../../../src/recognise/figures/index.ts';

/** Tables of `tests/cases/figures-*.json`: every figure of the text, in order, and none besides. */
interface Expected {
  readonly surface: string;
  readonly kind: string;
  readonly value?: number;
  readonly range?: readonly [number, number];
  readonly period?: string;
  readonly unit?: string;
  readonly currency?: string;
  readonly approx?: string;
}
interface Case {
  readonly name: string;
  readonly lang: string;
  readonly date?: string;
  readonly text: string;
  readonly expected: readonly Expected[];
}

const folder = resolve(import.meta.dirname, '../../cases');
const tables = readdirSync(folder).filter((name) => /^figures-.*\.json$/.test(name));
const read = (name: string): Case[] => JSON.parse(readFileSync(resolve(folder, name), 'utf8'));

for (const table of tables) {
  const cases = read(table);
  describe(table, () => {
    test.each(cases.map((c) => [`${c.name}: ${c.text}`, c] as const))('%s', (_, { lang, date, text, expected }) => {
      const found = recogniseFigures(text, { lang, date }).map(({ surface, figure: { step, ...figure } }) => ({
        surface,
        ...figure,
      }));
      expect(found).toEqual(expected);
    });
  });
}

test('multiples have at least 150 cases, in five languages', () => {
  const cases = read('figures-multiples.json');
  expect(cases.length).toBeGreaterThanOrEqual(150);
  expect(new Set(cases.map((c) => c.lang))).toEqual(new Set(['en', 'ru', 'kk', 'az', 'tr']));
});
