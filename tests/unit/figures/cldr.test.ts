import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { CLDR_FILE, LOCALES, renderCldr } from '../../../src/cli/cldr.ts';
import { CLDR_DATA } from '../../../src/recognise/figures/cldr-data.ts';

const committed = readFileSync(CLDR_FILE, 'utf8');

test('the committed data is what the CLDR packages say (else run `tsx src/cli/cldr.ts`)', () => {
  expect(renderCldr()).toBe(committed);
});

test('the data stays small: at most 60 kB compressed', () => {
  expect(gzipSync(committed, { level: 9 }).length).toBeLessThanOrEqual(60_000);
});

test.each(LOCALES)('%s has its seven lines, twelve months and seven weekdays', (locale) => {
  const lines = CLDR_DATA[locale]!.split('\n');
  expect(lines).toHaveLength(7);
  expect(lines[5]!.split('|')).toHaveLength(12);
  expect(lines[6]!.split('|')).toHaveLength(7);
  expect(lines[2]).toContain('KZT=');
});
