import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { annotated } from './fixture.ts';

interface Case {
  name: string;
  lang: string;
  date?: string;
  text: string;
  /** Kind, marked text, whom or what it is about, and what our side gives: object, period or value. */
  expected: [kind: string, surface: string, about: string | null, other: string | number][];
}
const cases: Case[] = JSON.parse(readFileSync(join(import.meta.dirname, '../../cases/claims.json'), 'utf8'));

test.each(cases)('$name', ({ expected, ...text }) => {
  const claims = annotated(text).filter((a) => a.kind === 'claim');
  const given = claims.map(({ claim, surface, about, others }) => {
    const [first] = others;
    const other =
      claim === 'role' ? first?.object : claim === 'event-date' ? first?.period : Math.round(first!.value! * 1e6) / 1e6;
    return [claim, surface, about ?? null, other];
  });
  expect(given).toEqual(expected);
  for (const c of claims) expect(text.text.slice(c.start, c.end)).toBe(c.surface);
});
