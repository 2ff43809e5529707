import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { annotated, knowledge } from './fixture.ts';

interface Case {
  name: string;
  lang: string;
  date?: string;
  outlet?: `outlet/${string}`;
  text: string;
  expected: { surface: string; indicator: string; places: string; period: string | null; verdict: string; status?: string }[];
}
const cases = (file: string): Case[] => JSON.parse(readFileSync(join(import.meta.dirname, '../../cases', file), 'utf8'));

/** Places as the cases write them: without type, in either order where the indicator has none. */
function written(indicator: string, geo: string, partner?: string): string {
  const places = [geo, partner].filter((id) => id !== undefined).map((id) => id.slice(id.indexOf('/') + 1));
  return (knowledge.indicator(indicator)?.symmetric ? places.sort() : places).join(' ');
}

describe.each(['readings.json', 'readings-held.json'])('%s', (file) => {
  test.each(cases(file))('$name', ({ expected, ...text }) => {
    const read = annotated(text).flatMap((a) => (a.kind === 'figure' && a.reading ? [{ ...a.reading, surface: a.surface }] : []));
    expect(
      read.map((r) => ({
        surface: r.surface,
        indicator: r.indicator,
        places: written(r.indicator, r.geo, r.partner),
        period: r.period ?? null,
        verdict: r.verdict,
        status: r.status,
      })),
    ).toEqual(
      expected.map((e) => ({
        ...e,
        places: knowledge.indicator(e.indicator)?.symmetric ? e.places.split(' ').sort().join(' ') : e.places,
        period: e.period ?? null,
        status: e.status ?? 'actual',
      })),
    );
  });
});
