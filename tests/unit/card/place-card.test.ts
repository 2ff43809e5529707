import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { inWindow, keepInside, placeCard } from '../../../src/card/place-card.ts';
import type { Rect } from '../../../src/model/card-port.ts';

const WINDOW = { width: 1000, height: 800 };
const CARD = { width: 384, height: 300 };
const line = (x: number, y: number, width = 80, height = 20): Rect => ({ x, y, width, height });

describe('placeCard', () => {
  const cases = [
    { name: 'under the mark, at its start', lines: [line(100, 100)], expected: { x: 100, y: 128 } },
    { name: 'under the last of two lines', lines: [line(700, 100, 200), line(40, 124, 90)], expected: { x: 40, y: 152 } },
    { name: 'above where there is no room below', lines: [line(100, 700)], expected: { x: 100, y: 392 } },
    { name: 'above the first of two lines', lines: [line(500, 700, 200), line(40, 724, 90)], expected: { x: 500, y: 392 } },
    { name: 'not over the right edge', lines: [line(900, 100)], expected: { x: 608, y: 128 } },
    { name: 'not over the left edge', lines: [line(-30, 100)], expected: { x: 8, y: 128 } },
    { name: 'beside vertical text', lines: [line(600, 100, 20, 200)], vertical: true, expected: { x: 208, y: 100 } },
    {
      name: 'on its other side at the left edge',
      lines: [line(100, 100, 20, 200)],
      vertical: true,
      expected: { x: 128, y: 100 },
    },
  ];
  test.each(cases)('$name', ({ lines, vertical, expected }) => {
    expect(placeCard(lines, CARD, WINDOW, vertical ?? false)).toMatchObject(expected);
  });
  test('the roomier side where neither has enough, and the card scrolls', () => {
    const { y, maxHeight } = placeCard([line(100, 500)], { width: 384, height: 900 }, WINDOW, false);
    expect(y).toBe(8);
    expect(maxHeight).toBe(484);
  });

  const rect = fc.record({
    x: fc.integer({ min: 0, max: 960 }),
    y: fc.integer({ min: 0, max: 780 }),
    width: fc.constant(40),
    height: fc.constant(20),
  });
  test('property: inside the window, and off every line wherever one side has room', () => {
    fc.assert(
      fc.property(fc.array(rect, { minLength: 1, maxLength: 3 }), fc.integer({ min: 60, max: 1500 }), (lines, height) => {
        const place = placeCard(lines, { width: 384, height }, WINDOW, false);
        const shown = Math.min(height, place.maxHeight);
        expect(place.x).toBeGreaterThanOrEqual(8);
        expect(place.x + 384).toBeLessThanOrEqual(WINDOW.width - 8);
        expect(place.y).toBeGreaterThanOrEqual(8);
        expect(place.y + shown).toBeLessThanOrEqual(WINDOW.height - 8);
        const top = Math.min(...lines.map((r) => r.y));
        const bottom = Math.max(...lines.map((r) => r.y + r.height));
        if (Math.max(top, WINDOW.height - bottom) >= 120)
          for (const r of lines) expect(place.y >= r.y + r.height || place.y + shown <= r.y).toBe(true);
      }),
    );
  });
  test('a window smaller than a card', () => {
    const place = placeCard([line(10, 60)], { width: 304, height: 700 }, { width: 320, height: 256 }, false);
    expect(place.x).toBe(8);
    expect(place.y + place.maxHeight).toBeLessThanOrEqual(248);
  });
});

test('inWindow: any line that shows', () => {
  expect(inWindow([line(0, -20)], WINDOW)).toBe(false);
  expect(inWindow([line(0, -20), line(0, 4)], WINDOW)).toBe(true);
  expect(inWindow([], WINDOW)).toBe(false);
});

test('keepInside: at the edge, and a card too large at its beginning', () => {
  expect(keepInside({ x: -50, y: 790 }, CARD, WINDOW)).toEqual({ x: 8, y: 492 });
  expect(keepInside({ x: 50, y: 50 }, { width: 2000, height: 2000 }, WINDOW)).toEqual({ x: 8, y: 8 });
});
