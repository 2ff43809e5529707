import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { buildOf } from './support.ts';

const read = (dir: string, name: string) => readFileSync(join(dir, name), 'utf8');

/** Weights in gzip bytes; what runs on every page load, and what a reader waits for. */
const BUDGETS = { 'page-gate.js': 3_500, 'page-script.js': 30_000, 'card.js': 35_000 } as const;

describe.each(['chromium', 'firefox'] as const)('what is shipped for %s', (name) => {
  const dir = buildOf(name, 'real');
  test('the scripts in pages carry no schema library and none of our checks, and keep their weight', () => {
    const checks = /ZodError|\$ZodType|invalid_type|should be a whole number/;
    for (const file of ['page-gate.js', 'page-script.js', 'card.js']) expect(read(dir, file), file).not.toMatch(checks);
    // A control: the same words do stand where calls are checked.
    expect(read(dir, 'background.js')).toMatch(/should be a whole number/);
    for (const [file, most] of Object.entries(BUDGETS)) {
      expect(gzipSync(read(dir, file), { level: 9 }).length, file).toBeLessThanOrEqual(most);
    }
  });
});
