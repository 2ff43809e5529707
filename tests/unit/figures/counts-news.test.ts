import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import type { Figure } from '../../../src/model/figure.ts';
import { recogniseFigures } from '../../../src/recognise/figures/index.ts';

/** English news sentences with every count, sum and percentage in them. A hash of the sentence decided which were held back while the rules were made. */
interface Case {
  readonly text: string;
  readonly half: 'tuned' | 'held';
  /** `60 fisherman`, `2000000 USD`, `4.9 %`. */
  readonly counts: readonly string[];
}
const cases: Case[] = JSON.parse(readFileSync(resolve(import.meta.dirname, '../../cases/counts-news.json'), 'utf8'));

function countOf({ kind, value, range, unit, currency }: Figure): string[] {
  if (kind === 'money') return [`${value ?? range} ${currency}`];
  if (kind === 'percent' && unit === 'percent') return [`${value ?? range} %`];
  return kind === 'quantity' ? [`${value ?? range} ${unit}`] : [];
}

test.each(['tuned', 'held'] as const)('counts of English news, %s: precision and recall at least 97 %', (half) => {
  const count = { wanted: 0, read: 0, right: 0 };
  for (const { text, counts } of cases.filter((c) => c.half === half)) {
    const read = recogniseFigures(text, { lang: 'en', date: '2025-11-05' }).flatMap((f) => countOf(f.figure));
    const left = [...read];
    count.wanted += counts.length;
    count.read += read.length;
    for (const wanted of counts) {
      const at = left.indexOf(wanted);
      if (at < 0) continue;
      left.splice(at, 1);
      count.right++;
    }
  }
  expect(count.right / count.wanted).toBeGreaterThanOrEqual(0.97);
  expect(count.right / count.read).toBeGreaterThanOrEqual(0.97);
});

test('the table is large enough to tell', () => {
  expect(cases.length).toBeGreaterThanOrEqual(160);
});
