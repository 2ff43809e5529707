import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { EntityId } from '../../../src/model/ids.ts';
import { linkText, readMarked, readSmallPack } from '../recognise/small-pack.ts';

interface Case {
  readonly lang: string;
  readonly name: string;
  /** With `{surface|entity}` where a mark belongs, and nowhere else. */
  readonly text: string;
  readonly date?: string;
  readonly outlet?: EntityId;
}
const cases = JSON.parse(readFileSync(new URL('../../cases/names.json', import.meta.url), 'utf8')) as Case[];
const small = readSmallPack();

describe.each(['en', 'ru', 'kk', 'az', 'tr'])('names in %s', (lang) => {
  test.each(cases.filter((c) => c.lang === lang))('$name', ({ text: marked, date, outlet }) => {
    const { text, expected } = readMarked(marked);
    const found = linkText(text, { lang, ...(date && { date }), ...(outlet && { outlet }) }, small);
    const show = (list: readonly { start: number; end: number; entity: string }[]) =>
      list.map(({ start, end, entity }) => `${text.slice(start, end)} → ${entity}`);
    expect(show(found)).toEqual(show(expected));
    for (const a of found) expect(text.slice(a.start, a.end)).toBe(a.surface);
  });
});
