import { describe, expect, test } from 'vitest';
import { SAMPLE } from '../dataset/sample.ts';
import { run } from './run.ts';

const sample = (...args: string[]) => run('sample', [SAMPLE, ...args]);

describe('drawing records to read again', () => {
  test('the same seed draws the same, another one others; the seed is printed', async () => {
    const [one, again, other] = await Promise.all([
      sample('--seed', '7', '--count', '5'),
      sample('--seed', '7', '--count', '5'),
      sample('--seed', '8', '--count', '5'),
    ]);
    expect(one.status).toBe(0);
    expect(one.out).toMatch(/^seed 7, 5 records of dataset 2026-01-31\.1\n/);
    expect(again.out).toBe(one.out);
    expect(other.out.split('\n').slice(1)).not.toEqual(one.out.split('\n').slice(1));
  }, 60_000);

  test('each record once, with the address of a page', async () => {
    const { out } = await sample('--seed', '7', '--count', '1000', '--json');
    const { drawn } = JSON.parse(out) as { drawn: { kind: string; id: string; sources: string[] }[] };
    expect(new Set(drawn.map(({ kind, id }) => `${kind} ${id}`)).size).toBe(drawn.length);
    expect(drawn).toHaveLength(10 + 6 + 2);
    for (const { sources } of drawn) expect(sources.join(' ')).toContain('https://');
  }, 60_000);

  test('a count that is none is refused', async () => {
    const { status, err } = await sample('--count', 'many');
    expect(status).not.toBe(0);
    expect(err).toContain('whole number');
  }, 60_000);
});
