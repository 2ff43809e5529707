import { describe, expect, test } from 'vitest';
import { distanceTo, stretchWithin } from '../../../src/page/screen.ts';

const SCREEN = { width: 1000, height: 800 };

describe('how far a box is from the screen', () => {
  test.each([
    { name: 'on the screen', box: { x: 10, y: 10, width: 100, height: 20 }, expected: 0 },
    { name: 'half above its upper edge', box: { x: 10, y: -10, width: 100, height: 20 }, expected: 0 },
    { name: 'above', box: { x: 10, y: -120, width: 100, height: 20 }, expected: 100 },
    { name: 'below', box: { x: 10, y: 1100, width: 100, height: 20 }, expected: 300 },
    {
      name: 'to the left, as columns and right-to-left pages have it',
      box: { x: -350, y: 10, width: 100, height: 20 },
      expected: 250,
    },
    { name: 'to the right', box: { x: 1400, y: 10, width: 100, height: 20 }, expected: 400 },
    { name: 'below and to the right: the farther counts', box: { x: 1400, y: 900, width: 100, height: 20 }, expected: 400 },
    { name: 'a line of no height is somewhere', box: { x: 10, y: 900, width: 100, height: 0 }, expected: 100 },
    { name: 'not drawn', box: { x: 0, y: 0, width: 0, height: 0 }, expected: Number.POSITIVE_INFINITY },
  ])('$name', ({ box, expected }) => {
    expect(distanceTo(box, SCREEN)).toBe(expected);
  });
});

describe('of a row of things, those within reach', () => {
  const row = [-900, -500, -400, 0, 0, 300, 400, 900];
  test.each([
    { name: 'the edges of the reach belong to it', row, reach: 400, expected: [-400, 0, 0, 300, 400] },
    { name: 'on the screen alone', row, reach: 0, expected: [0, 0] },
    { name: 'all of them', row, reach: 5000, expected: row },
    { name: 'all before', row: [-900, -800], reach: 100, expected: [] },
    { name: 'all after', row: [800, 900], reach: 100, expected: [] },
    { name: 'an empty row', row: [], reach: 100, expected: [] },
  ])('$name', ({ row: things, reach, expected }) => {
    expect(stretchWithin(things, reach, (one) => one)).toEqual(expected);
  });

  test('a long row is asked a few times only', () => {
    let asked = 0;
    const long = Array.from({ length: 100_000 }, (_, i) => i * 20 - 1_000_000);
    const found = stretchWithin(long, 1000, (one) => {
      asked += 1;
      return one;
    });
    expect(found).toHaveLength(101);
    expect(asked).toBeLessThan(40);
  });
});
