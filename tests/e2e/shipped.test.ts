import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { buildOf } from './support.ts';

const read = (dir: string, name: string) => readFileSync(join(dir, name), 'utf8');

/** Weights in gzip bytes; what runs on every page load, and what a reader waits for. */
const BUDGETS = { 'page-gate.js': 8_000, 'page-script.js': 30_000, 'card.js': 35_000 } as const;

describe.each(['chromium', 'firefox'] as const)('what is shipped for %s', (name) => {
  const dir = buildOf(name, 'real');
  test('the page script carries no schema library and keeps its weight', () => {
    const script = read(dir, 'page-script.js');
    expect(script).not.toMatch(/ZodError|\$ZodType|z\.object|invalid_type/);
    // A control: the same words do stand where the schemas are.
    expect(read(dir, 'background.js')).toMatch(/invalid_type/);
    for (const [file, most] of Object.entries(BUDGETS)) {
      expect(gzipSync(read(dir, file), { level: 9 }).length, file).toBeLessThanOrEqual(most);
    }
  });
});
