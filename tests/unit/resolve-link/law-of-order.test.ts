import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { AnnotateRequest } from '../../../src/model/annotation.ts';
import type { Block, BlockCandidates } from '../../../src/model/document.ts';
import { annotate } from '../../../src/resolve/annotate.ts';
import { runs } from '../lexicon/runs.ts';
import { readSmallPack } from '../recognise/small-pack.ts';

const small = readSmallPack();

const words = fc.constantFrom(
  ...'Tokayev|Kassym-Jomart Tokayev|Aliyev|Ilham Aliyev|Rufat Aliyev|Georgia|Turkey|Azerbaijan|Kazakh-Azerbaijani|OTS|(OTS)|Organization of Turkic States'.split(
    '|',
  ),
  ...'Silk Road|Great Silk Road|caravans|Trend reports|the Trend|Turkistan|akim of|President|Governor|Sarsenbin|Askar Sarsenbin|Bolat Sarsenbin|in|grew.|Atlanta'.split(
    '|',
  ),
  ...'Токаева|Касым-Жомарт Токаев|Алиева|Мехрибан Алиева|Бакудің|Қазақстанның|Bakıda|TDT-nin|Türk Dövlətləri Təşkilatı|Kars|Türkiye’de|China|United States'.split(
    '|',
  ),
);
const sentence = fc.array(words, { minLength: 1, maxLength: 7 }).map((list) => `${list.join(' ')}.`);
const block = (text: string, i: number, article: number): Block => ({
  id: `b${i}`,
  text,
  role: i ? 'body' : 'headline',
  section: 0,
  article,
});
const page = fc
  .array(fc.tuple(fc.array(sentence, { minLength: 1, maxLength: 3 }), fc.boolean()), { minLength: 1, maxLength: 7 })
  .map((paragraphs) => {
    let article = 0;
    return paragraphs.map(([sentences, next], i) => block(sentences.join(' '), i, next && i ? ++article : article));
  });
const facts = { lang: 'en', date: '2022-05-05' };
const wire = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;

test('any batching, order and history of edits end in the same annotations as one whole call', () => {
  fc.assert(
    fc.property(page, fc.array(fc.nat(20)), fc.array(fc.tuple(fc.nat(20), sentence)), (blocks, order, edits) => {
      const whole = annotate({ facts, blocks }, small).annotations;
      const held = new Map<string, { text: string; candidates: BlockCandidates }>();
      const ask = (present: readonly Block[]) => {
        const request: AnnotateRequest = {
          facts,
          blocks: present.map(({ text, ...rest }) => {
            const known = held.get(rest.id);
            return known?.text === text ? { ...rest, candidates: known.candidates } : { ...rest, text };
          }),
        };
        const reply = wire(annotate(wire(request), small));
        for (const [id, candidates] of Object.entries(reply.candidates))
          held.set(id, { text: present.find((b) => b.id === id)!.text, candidates });
        return reply.annotations;
      };
      // Blocks come into view in any order; some are edited and edited back.
      const seen = new Set<number>();
      for (const pick of order) {
        seen.add(pick % blocks.length);
        ask(blocks.filter((_, i) => seen.has(i)));
      }
      for (const [pick, text] of edits) ask(blocks.map((b, i) => (i === pick % blocks.length ? { ...b, text } : b)));
      expect(ask(blocks)).toEqual(wire(whole));
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
