import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { buildPacks } from '../../../src/dataset/build-packs.ts';
import { loadDataset } from '../../../src/dataset/load.ts';
import { openNamesPack } from '../../../src/dataset/open-names-pack.ts';
import { annotate } from '../../../src/resolve/annotate.ts';
import { blocksOf } from './fixture.ts';

/** Sentences over many indicators, read with the dataset as it is: indicator, places and period; verdicts may change as it grows. */
interface Case {
  lang: string;
  date: string;
  text: string;
  expected: { surface: string; indicator: string; places: string; period?: string | null }[];
}
const root = join(import.meta.dirname, '../../..');
const cases: Case[] = JSON.parse(readFileSync(join(root, 'tests/cases/readings-wide.json'), 'utf8'));
const reader = openNamesPack(buildPacks(loadDataset(join(root, 'assets/dataset'))).names);

const read = cases.map(({ lang, date, text, expected }) => {
  const line = (indicator: string, places: string[], period: string | null | undefined) =>
    [indicator, (reader.knowledge.indicator(indicator)?.symmetric ? places.sort() : places).join(' '), period ?? ''].join(' | ');
  const wanted = expected.map((e) => line(e.indicator, e.places.split(' '), e.period));
  const got = annotate({ facts: { lang, date }, blocks: blocksOf(text) }, reader).annotations.flatMap((a) => {
    if (a.kind !== 'figure' || !a.reading) return [];
    const { indicator, geo, partner, period } = a.reading;
    return [
      line(
        indicator,
        [geo, ...(partner ? [partner] : [])].map((id) => id.slice(id.indexOf('/') + 1)),
        period,
      ),
    ];
  });
  return { text, wanted, got };
});

test.each(read)('reads nothing that is not there: $text', ({ wanted, got }) => {
  for (const g of got) expect(wanted).toContain(g);
});

test('reads nine of ten', () => {
  const wanted = read.flatMap((r) => r.wanted).length;
  const missing = read.flatMap((r) => r.wanted.filter((w) => !r.got.includes(w)).map((w) => `${w}: ${r.text}`));
  expect(missing.length / wanted, missing.join('\n')).toBeLessThanOrEqual(0.1);
});
