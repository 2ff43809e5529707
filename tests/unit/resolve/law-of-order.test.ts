import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { BlockCandidates, DocumentFacts } from '../../../src/model/document.ts';
import { annotate } from '../../../src/resolve/annotate.ts';
import { blocksOf, reader } from './fixture.ts';

/** The law of the annotate protocol: any batching, order and history of edits ends in the annotations of one whole call. */

const LINES = [
  'Kazakhstan and Azerbaijan held talks in Baku.',
  'The two countries had around $350 million in bilateral trade during the first eight months of this year.',
  'Trade turnover between Kazakhstan and Tajikistan reached $1.4 billion in 2022, a target is $2 billion.',
  'Traffic on the Middle Corridor keeps growing. Last year, the turnover along this route reached $4.5 million.',
  'A meeting was held with Governor of Mangistau Region Yeraly Togzhanov.',
  'Товарооборот между Казахстаном и Азербайджаном в 2023 году составил 529,4 млн долларов.',
  'İki ölkə arasında ticarət 2024-cü ildə 4,2 milyard dollar olub.',
  'Tokayev said so.',
  '',
  '\ud800 2024 $',
];
const facts: DocumentFacts = { date: '2025-11-05', lang: 'en' };
type Doc = ReturnType<typeof blocksOf>;

const docs: fc.Arbitrary<Doc> = fc
  .array(fc.record({ line: fc.constantFrom(...LINES), article: fc.nat(1) }), { minLength: 1, maxLength: 8 })
  .map((picked) => picked.map(({ line, article }, i) => ({ ...blocksOf(`${line} `)[0]!, id: `b${i}`, article })));

/** What whoever asks keeps: the candidates of every block whose text was sent. */
function ask(doc: Doc, kept: Map<string, BlockCandidates>, sendAgain: (id: string) => boolean) {
  const blocks = doc.map(({ text, ...rest }) => {
    const candidates = sendAgain(rest.id) ? undefined : kept.get(rest.id);
    return candidates ? { ...rest, candidates } : { ...rest, text };
  });
  const reply = annotate({ facts, blocks }, reader);
  // Candidates travel as JSON between page and background.
  for (const [id, c] of Object.entries(reply.candidates)) kept.set(id, JSON.parse(JSON.stringify(c)));
  return reply.annotations;
}
const whole = (doc: Doc) => annotate({ facts, blocks: doc }, reader).annotations;

test('blocks that arrive in any order and batches end as one whole call', () => {
  fc.assert(
    fc.property(docs, fc.array(fc.nat(7), { maxLength: 6 }), fc.infiniteStream(fc.boolean()), (doc, cuts, again) => {
      const kept = new Map<string, BlockCandidates>();
      // Each round shows a part of the document: the blocks whose number is not below a cut, then all of them.
      for (const cut of cuts)
        ask(
          doc.filter((_, i) => (i + cut) % 3 !== 0),
          kept,
          () => again.next().value === true,
        );
      expect(ask(doc, kept, () => again.next().value === true)).toEqual(whole(doc));
    }),
    { numRuns: 150 },
  );
});

test('edits leave no trace', () => {
  fc.assert(
    fc.property(docs, docs, (before, after) => {
      const kept = new Map<string, BlockCandidates>();
      ask(before, kept, () => false);
      // A block whose text changed gets a new id, as on the page.
      const edited = after.map((b, i) => (before[i]?.text === b.text ? b : { ...b, id: `${b.id}-edited` }));
      expect(ask(edited, kept, () => false)).toEqual(whole(edited));
    }),
    { numRuns: 150 },
  );
});

test('nothing is carried from one article of an endless page to the next', () => {
  const [first, second] = [LINES[0]!, LINES[1]!];
  const read = (text: string) =>
    annotate({ facts, blocks: blocksOf(text) }, reader).annotations.filter((a) => a.kind === 'figure' && a.reading);
  expect(read(`${first}\n${second}`)).toHaveLength(1);
  expect(read(`${first}\n---\n${second}`)).toHaveLength(0);
});

test('annotations are sorted, and within one kind no two share a character', () => {
  fc.assert(
    fc.property(docs, (doc) => {
      const annotations = whole(doc);
      const order = new Map(doc.map((b, i) => [b.id, i]));
      for (const [i, a] of annotations.entries()) {
        const next = annotations[i + 1];
        if (next) expect(order.get(a.block)! * 1e6 + a.start).toBeLessThanOrEqual(order.get(next.block)! * 1e6 + next.start);
        const twin = annotations.find(
          (b) => b !== a && b.kind === a.kind && b.block === a.block && b.start < a.end && a.start < b.end,
        );
        expect(twin).toBeUndefined();
        const marks = annotations.filter(
          (b) => b !== a && b.marked && a.marked && b.block === a.block && b.start < a.end && a.start < b.end,
        );
        expect(marks).toEqual([]);
        expect(doc[order.get(a.block)!]!.text.slice(a.start, a.end)).toBe(a.surface);
      }
    }),
    { numRuns: 150 },
  );
});
