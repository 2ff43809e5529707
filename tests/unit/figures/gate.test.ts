import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type Gate, mayHold } from '../../../src/recognise/figures/gate.ts';
import { type Locale, localeOf } from '../../../src/recognise/figures/locale.ts';
import { readAll } from '../../../src/recognise/figures/read.ts';
import { makeReading } from '../../../src/recognise/figures/reading.ts';

const folder = resolve(import.meta.dirname, '../../cases');
interface Case {
  readonly lang?: string;
  readonly text: string;
  readonly date?: string;
}
const texts = readdirSync(folder)
  .filter((name) => /^(?:figures-|counts-).*\.json$/.test(name))
  .flatMap((name): Case[] => JSON.parse(readFileSync(resolve(folder, name), 'utf8')));

/** The gate of a language, asked until it is worth making. */
function gateOf(locale: Locale): Gate {
  for (;;) {
    const gate = locale.gate();
    if (gate) return gate;
  }
}

test('no figure of any case stands in a text that is passed over', () => {
  const lost = texts.filter(({ lang = 'en', text, date = '2025-11-05' }) => {
    const locale = localeOf(lang, text);
    return !mayHold(text, 0, text.length, gateOf(locale), locale.lang) && readAll(makeReading(text, locale, date)).length > 0;
  });
  expect(lost).toEqual([]);
  expect(texts.length).toBeGreaterThan(900);
});

describe('texts without a word that may begin a figure are passed over', () => {
  test.each([
    ['en', 'The harbour praised its workers.', false],
    ['en', 'In the harbour, as before, nothing moved.', false],
    ['en', 'Trade doubled.', true],
    ['en', 'It will open in two weeks.', true],
    ['en', 'Sales rose ½ as fast.', true],
    ['ru', 'Губернатор хвалит газету.', false],
    ['ru', 'Половина вагонов стоит.', true],
  ])('%s %s: %s', (lang, text, expected) => {
    const locale = localeOf(lang, text);
    expect(mayHold(text, 0, text.length, gateOf(locale), locale.lang)).toBe(expected);
  });
});
