import { describe, expect, test } from 'vitest';
import { GOLD_LANGUAGES, goldOf, halfOf, readWholeDataset, scoreGold } from './gold.ts';

const pack = readWholeDataset();

/** Shares of a half that are right, as reached; the held half was never looked at while tuning. */
const RECALL = 0.94;
const PRECISION = 0.98;

describe.each(GOLD_LANGUAGES)('gold of our own in %s', (lang) => {
  const gold = goldOf(lang);

  test('its halves are as the hash says', () => {
    expect(gold.length).toBeGreaterThanOrEqual(100);
    expect(gold.filter(({ half, text }) => half !== halfOf(text))).toEqual([]);
  });

  test.each(['dev', 'held'] as const)('names of the %s half', (half) => {
    const score = scoreGold(
      lang,
      gold.filter((sentence) => sentence.half === half),
      pack,
    );
    expect(score.right / score.expected, score.slips.join('\n')).toBeGreaterThanOrEqual(RECALL);
    expect(score.right / score.found, score.slips.join('\n')).toBeGreaterThanOrEqual(PRECISION);
  });
});
