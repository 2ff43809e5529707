import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';

const css = readFileSync(resolve(import.meta.dirname, '../../../src/ui/tokens.css'), 'utf8');
const colours = (block: string) => new Map([...block.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6})/g)].map((m) => [m[1]!, m[2]!]));
const [light, dark] = css.split('@media (prefers-color-scheme: dark)').map((part) => colours(part.split('@media')[0]!));

/** WCAG 2.2 relative luminance and contrast. */
const luminance = (hex: string) => {
  const [r, g, b] = [1, 3, 5].map((i) => {
    const c = Number.parseInt(hex.slice(i, i + 2), 16) / 255;
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!;
};
const contrast = (a: string, b: string) => {
  const [low, high] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (high! + 0.05) / (low! + 0.05);
};

const TEXT: readonly (readonly [string, readonly string[]])[] = [
  ['ink', ['paper', 'wash', 'ground', 'saffron-wash', 'jade-wash', 'lapis-wash']],
  ['ink-2', ['paper', 'wash', 'ground', 'saffron-wash', 'jade-wash']],
  ['ink-3', ['paper', 'wash', 'ground']],
  ['lapis', ['paper', 'wash', 'ground', 'lapis-wash']],
  ['saffron', ['paper', 'wash', 'saffron-wash']],
  ['jade', ['paper', 'jade-wash']],
  ['on-lapis', ['lapis']],
];
/** Dots, lines of charts, edges of controls, underlines. */
const MARKS: readonly (readonly [string, readonly string[]])[] = [
  ['mark', ['paper', 'wash']],
  ['edge', ['paper', 'wash']],
  ['saffron-line', ['paper', 'wash']],
];

describe.each([
  ['light', light!],
  ['dark', dark!],
])('%s', (_, set) => {
  test.each(TEXT.flatMap(([front, backs]) => backs.map((back) => [front, back] as const)))(
    'text %s on %s is 4.5:1',
    (front, back) => expect(contrast(set.get(front)!, set.get(back)!)).toBeGreaterThanOrEqual(4.5),
  );
  test.each(MARKS.flatMap(([front, backs]) => backs.map((back) => [front, back] as const)))(
    'mark %s on %s is 3:1',
    (front, back) => expect(contrast(set.get(front)!, set.get(back)!)).toBeGreaterThanOrEqual(3),
  );
});

test('dark and forced colours name every colour of the light set', () => {
  const forced = new Set([...css.split('@media (forced-colors: active)')[1]!.matchAll(/--([\w-]+):/g)].map((m) => m[1]!));
  for (const name of light!.keys()) {
    expect([name, dark!.has(name)]).toEqual([name, true]);
    expect([name, forced.has(name)]).toEqual([name, true]);
  }
});
