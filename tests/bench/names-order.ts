import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { readSmallPack } from '../unit/recognise/small-pack.ts';
import { readWholeDataset } from '../unit/resolve-link/gold.ts';
import { bothWays, history, page } from '../unit/resolve-link/orders.ts';

/** Runs of the whole dataset among all: it is dearer to ask and differs in its evidence alone. */
const WHOLE_SHARE = 10;

/** The law of order on random documents: every history of a page ends in the annotations of one whole call. @throws Error with the smallest counterexample */
export function benchOrder(count: number, print: (line: string) => void): void {
  const few = Math.ceil(count / WHOLE_SHARE);
  for (const [name, pack, numRuns] of [
    ['small pack', readSmallPack(), count - few],
    ['whole dataset', readWholeDataset(), few],
  ] as const) {
    fc.assert(
      fc.property(page, history, (blocks, how) => {
        const { after, whole } = bothWays(blocks, how, pack);
        return isDeepStrictEqual(after, whole);
      }),
      { numRuns },
    );
    print(`law of order: ${numRuns} random pages with the ${name}, each read in a random order with random edits: no difference`);
  }
}
