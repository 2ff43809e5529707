import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { recogniseFigures } from '../../../src/recognise/figures/index.ts';

/** News sentences in four languages with every quantity as it is printed; a hash of the sentence decided which were held back. */
interface Case {
  readonly lang: string;
  readonly text: string;
  readonly half: 'tuned' | 'held';
  readonly counts: readonly string[];
}
const cases: Case[] = JSON.parse(readFileSync(resolve(import.meta.dirname, '../../cases/counts-five.json'), 'utf8'));

describe.each(['ru', 'kk', 'az', 'tr'])('counted nouns in %s', (lang) => {
  test.each(['tuned', 'held'] as const)('%s: precision and recall at least 90 %', (half) => {
    const count = { wanted: 0, read: 0, right: 0 };
    for (const { text, counts } of cases.filter((c) => c.lang === lang && c.half === half)) {
      const left = recogniseFigures(text, { lang, date: '2025-11-05' })
        .filter((f) => f.figure.kind === 'quantity')
        .map((f) => f.surface);
      count.wanted += counts.length;
      count.read += left.length;
      for (const wanted of counts) {
        const at = left.indexOf(wanted);
        if (at < 0) continue;
        left.splice(at, 1);
        count.right++;
      }
    }
    expect(count.right / count.wanted).toBeGreaterThanOrEqual(0.9);
    expect(count.right / count.read).toBeGreaterThanOrEqual(0.9);
  });

  test('has at least 40 sentences', () => {
    expect(cases.filter((c) => c.lang === lang).length).toBeGreaterThanOrEqual(40);
  });
});
