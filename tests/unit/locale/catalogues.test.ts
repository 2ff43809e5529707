import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Phrase } from '../../../src/locale/index.ts';
import { LANGUAGES } from '../../../src/model/ids.ts';

const root = resolve(import.meta.dirname, '../../../assets/locales');
const read = (language: string, part: string): Record<string, Phrase> =>
  JSON.parse(readFileSync(join(root, language, `${part}.json`), 'utf8'));
const parts = readdirSync(join(root, 'en')).map((name) => name.replace('.json', ''));
const placeholders = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map((m) => m[1]!).sort();
const forms = (phrase: Phrase) => (typeof phrase === 'string' ? [phrase] : Object.values(phrase));

describe.each(parts)('%s', (part) => {
  const english = read('en', part);
  test.each(LANGUAGES)('%s has the keys and placeholders of English', (language) => {
    const other = read(language, part);
    expect(Object.keys(other)).toEqual(Object.keys(english));
    for (const [key, phrase] of Object.entries(other)) {
      const wanted = placeholders(forms(english[key]!).at(-1)!);
      for (const form of forms(phrase)) expect([key, placeholders(form)]).toEqual([key, wanted]);
    }
  });
  test.each(LANGUAGES)('%s has every plural form that its language asks for', (language) => {
    const asked = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
    for (const [key, phrase] of Object.entries(read(language, part)))
      if (typeof phrase !== 'string') expect([key, Object.keys(phrase).sort()]).toEqual([key, [...asked].sort()]);
  });
  test.each(LANGUAGES)('%s has no phrase that is empty, doubled in spaces or open in quotes', (language) => {
    for (const [key, phrase] of Object.entries(read(language, part)))
      for (const form of forms(phrase)) {
        expect([key, form]).toEqual([key, form.trim()]);
        expect([key, form.length > 0 && !form.includes('  ')]).toEqual([key, true]);
        expect([key, (form.match(/[«“]/g) ?? []).length]).toEqual([key, (form.match(/[»”]/g) ?? []).length]);
      }
  });
  test('shares no key with the common part', () => {
    const common = Object.keys(read('en', 'common'));
    expect(part === 'common' ? [] : Object.keys(english).filter((key) => common.includes(key))).toEqual([]);
  });
  test('never calls a printed figure false, wrong or an error', () => {
    const blaming = /\b(false|wrong|error|incorrect)\b|неверн|ложн|ошибочн|səhvdir|yanlışdır|қате көрсет|жалған|hatalı/iu;
    for (const language of LANGUAGES)
      for (const [key, phrase] of Object.entries(read(language, part)))
        for (const form of forms(phrase)) expect([language, key, blaming.test(form)]).toEqual([language, key, false]);
  });
});

test('all five languages have the same parts', () => {
  for (const language of LANGUAGES)
    expect(readdirSync(join(root, language)).sort()).toEqual(parts.map((p) => `${p}.json`).sort());
});
