import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { DocumentFacts } from '../../../src/model/document.ts';
import { equal, stand } from '../../../src/resolve/compare.ts';
import { stepOf } from '../../../src/resolve/units.ts';
import { annotated } from './fixture.ts';

interface Case {
  name: string;
  facts: DocumentFacts;
  text: string;
  verdict: string;
  reason?: string;
  difference?: number;
  suspected?: string;
}
const cases: Case[] = JSON.parse(readFileSync(join(import.meta.dirname, '../../cases/verdicts.json'), 'utf8'));

test.each(cases)('$name', ({ facts, text, verdict, reason, difference, suspected }) => {
  const readings = annotated({ ...facts, text }).flatMap((a) => (a.kind === 'figure' && a.reading ? [a.reading] : []));
  expect(readings).toHaveLength(1);
  const [r] = readings;
  expect({ verdict: r!.verdict, reason: r!.reason, suspected: r!.suspected?.unit }).toEqual({ verdict, reason, suspected });
  if (difference !== undefined) expect(r!.difference!.ratio).toBeCloseTo(difference, 3);
  // No witness is the page itself.
  if (facts.url) for (const o of r!.observations) expect(facts.url).not.toContain(o.url);
});

describe('equality at the coarser precision', () => {
  test.each([
    ['1.4 billion and 1.38', 1.4e9, 1e8, 1.38e9, true],
    ['1.4 billion and 1.46', 1.4e9, 1e8, 1.46e9, false],
    ['4.5 million and 4.484', 4.5e6, 1e5, 4.484e6, true],
    ['1 billion and 1.3: a whole number is known to its second digit', 1e9, 1e9, 1.3e9, false],
    ['1 billion and 1.04', 1e9, 1e9, 1.04e9, true],
    ['529.4 and 529', 529.4e6, 1e5, 529e6, true],
    ['529.4 and 500', 529.4e6, 1e5, 500e6, false],
    ['28.6 and 28.6', 28.6e6, 1e5, 28.6e6, true],
  ])('%s', (_, printed, step, other, same) => {
    expect(equal({ low: printed, high: printed, step: stepOf(printed, step) }, other)).toBe(same);
  });
  test('a range holds what lies in it', () => {
    expect(equal({ low: 13, high: 17, step: 1 }, 15)).toBe(true);
    expect(equal({ low: 13, high: 17, step: 1 }, 19)).toBe(false);
  });
  test('over and up to', () => {
    const over = { low: 1.8e9, high: 1.8e9, step: 1e8, approx: 'gt' } as const;
    expect(equal(over, 1.85e9)).toBe(true);
    expect(equal(over, 1.7e9)).toBe(false);
    expect(equal({ low: 1.9e9, high: 1.9e9, step: 1e8 }, 1.8e9, 'over')).toBe(true);
  });
});

test('outside tells the distance to the nearest, whatever the order of values', () => {
  const printed = { low: 350, high: 350, step: 10 };
  const others = [548, 700, 600].map((value) => ({ value, comparator: 'exact' as const }));
  for (const order of [others, [...others].reverse()])
    expect(stand(printed, order)).toEqual({ verdict: 'outside', difference: { ratio: 350 / 548 - 1, base: 548 } });
});

describe('a story told again by another outlet on the same day', () => {
  const sentences = [
    ['2018', '11.6'],
    ['2019', '14.7'],
    ['2020', '15.3'],
    ['2021', '18.2'],
  ].map(([year, value]) => `Trade turnover between Kazakhstan and China reached $${value} billion in ${year}.`);
  const verdicts = (date: string, text: string) =>
    annotated({ date, outlet: 'outlet/third', lang: 'en', text }).flatMap((a) =>
      a.kind === 'figure' && a.reading ? [a.reading.verdict] : [],
    );
  test('is no witness when it prints nearly all the same', () => {
    expect(verdicts('2026-02-02', sentences.join('\n'))).toEqual(['only-here', 'only-here', 'only-here', 'only-here']);
  });
  test('is one when only some values are shared', () => {
    expect(verdicts('2026-02-02', sentences.slice(0, 3).join('\n'))).toEqual(['same-as', 'same-as', 'same-as']);
  });
  test('is one on another day', () => {
    expect(new Set(verdicts('2026-03-02', sentences.join('\n')))).toEqual(new Set(['same-as']));
  });
});
