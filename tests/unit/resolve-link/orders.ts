import fc from 'fast-check';
import type { AnnotateRequest, Annotation } from '../../../src/model/annotation.ts';
import type { Block, BlockCandidates } from '../../../src/model/document.ts';
import { annotate } from '../../../src/resolve/annotate.ts';
import type { Small } from '../recognise/small-pack.ts';

/** Random pages of names that establish, reject and shorten each other, in five languages and several articles. */
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
export const page = fc
  .array(fc.tuple(fc.array(sentence, { minLength: 1, maxLength: 3 }), fc.boolean()), { minLength: 1, maxLength: 7 })
  .map((paragraphs) => {
    let article = 0;
    return paragraphs.map(([sentences, next], i) => block(sentences.join(' '), i, next && i ? ++article : article));
  });
export const facts = { lang: 'en', date: '2022-05-05' };
const wire = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;

/** How a page is read: blocks come into view in some order; some are edited, and edited back. */
export const history = fc.record({
  order: fc.array(fc.nat(20)),
  edits: fc.array(fc.tuple(fc.nat(20), sentence)),
});
export type History = typeof history extends fc.Arbitrary<infer T> ? T : never;

/** Annotations after such a history, and those of one whole call. By the law they are the same. */
export function bothWays(
  blocks: readonly Block[],
  { order, edits }: History,
  small: Small,
): { after: readonly Annotation[]; whole: readonly Annotation[] } {
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
  const seen = new Set<number>();
  for (const pick of order) {
    seen.add(pick % blocks.length);
    ask(blocks.filter((_, i) => seen.has(i)));
  }
  for (const [pick, text] of edits) ask(blocks.map((b, i) => (i === pick % blocks.length ? { ...b, text } : b)));
  return { after: ask(blocks), whole: wire(whole) };
}
