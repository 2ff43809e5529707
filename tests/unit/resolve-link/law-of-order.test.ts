import fc from 'fast-check';
import { expect, test } from 'vitest';
import { annotate } from '../../../src/resolve/annotate.ts';
import { runs } from '../lexicon/runs.ts';
import { readSmallPack } from '../recognise/small-pack.ts';
import { bothWays, facts, history, page } from './orders.ts';

const small = readSmallPack();

/** Ten thousand: `npm run bench:names -- order`. */
test('any batching, order and history of edits end in the same annotations as one whole call', () => {
  fc.assert(
    fc.property(page, history, (blocks, how) => {
      const { after, whole } = bothWays(blocks, how, small);
      expect(after).toEqual(whole);
    }),
    { numRuns: runs(250) },
  );
});

test('every character has one owner, and what stands in one article counts for nothing in the next', () => {
  fc.assert(
    fc.property(page, (blocks) => {
      const names = annotate({ facts, blocks }, small).annotations.filter((a) => a.kind === 'entity');
      for (const [i, a] of names.entries()) {
        expect(blocks.find((b) => b.id === a.block)!.text.slice(a.start, a.end)).toBe(a.surface);
        const next = names[i + 1];
        if (next?.block === a.block) expect(next.start).toBeGreaterThanOrEqual(a.end);
        expect(a.evidence.length).toBeGreaterThan(0);
      }
      const alone = [...new Set(blocks.map((b) => b.article))].flatMap((article) =>
        annotate({ facts, blocks: blocks.filter((b) => b.article === article) }, small).annotations.filter(
          (a) => a.kind === 'entity',
        ),
      );
      expect(alone).toEqual(names);
    }),
    { numRuns: runs(250) },
  );
});
