import { readBlocks } from '../../../src/article/blocks.ts';
import type { ReadableElement } from '../../../src/article/node.ts';
import { endPosition, startPosition, textOffset } from '../../../src/article/runs.ts';
import { placeBlocks } from '../../../src/article/sections.ts';
import type { AnnotateReply, AnnotateRequest, Annotation, EntityAnnotation } from '../../../src/model/annotation.ts';
import type { PageEvent } from '../../../src/model/card-port.ts';
import type { BlockCandidates } from '../../../src/model/document.ts';
import type { PageReport, PageSettings } from '../../../src/model/settings.ts';
import { makeHitTest } from '../../../src/page/hit-test.ts';
import { makeLiveLook } from '../../../src/page/live-look.ts';
import { type Mark, makeMarks } from '../../../src/page/marks.ts';
import { type Session, startSession } from '../../../src/page/session.ts';
import { MARK_KEYS } from '../../../src/page/styles.ts';
import { makeTextBlocks } from '../../../src/page/text-blocks.ts';

/** Runs in the page: a session whose background marks given words, and what tests ask of it. */
export interface Zoo {
  session?: Session;
  requests: { blocks: number; texts: string[]; facts: AnnotateRequest['facts'] }[];
  events: string[];
  reports: PageReport[];
  start(options?: StartOptions): void;
  stop(): void;
  /** Text of every registered range, by key, in document order. */
  registered(): Record<string, string[]>;
  mentions(): string[];
  marked(): string[];
  /** Blocks as the live page shows them, with a check of all positions. */
  read(): { text: string; role: string; lang?: string; section: number; article: number }[];
  settle(quiet?: number): Promise<void>;
  /** Milliseconds of finding the mark at points of the screen, over all words of the page. */
  hitTimes(words: string[], points: number): { times: number[]; hits: number; marks: number };
  /** Milliseconds of reading all blocks at once, and how many there are. */
  readTime(): { ms: number; blocks: number; length: number };
  fail: number;
  delay: number;
  dataset: string;
  alive: boolean;
}
export interface StartOptions {
  words?: string[];
  figures?: string[];
  differing?: string[];
  settings?: Partial<PageSettings>;
  date?: string;
}

const SETTINGS: PageSettings = { density: 'all', kinds: ['names', 'figures'], muted: [], language: 'en', opening: 'hover' };
const EMPTY = { sentences: [0], cues: [], figures: [], words: [], lang: 'en', introductions: [] };

function find(text: string, words: readonly string[]): BlockCandidates {
  const names: { start: number; end: number; word: number }[] = [];
  for (const [word, wanted] of words.entries()) {
    const folded = text.replaceAll('\u00ad', '\u0000');
    // Soft hyphens are stepped over, as folding does.
    const pattern = new RegExp([...wanted].map((c) => c.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('\\u0000?'), 'g');
    for (const m of folded.matchAll(pattern)) names.push({ start: m.index, end: m.index + m[0].length, word });
  }
  names.sort((a, b) => a.start - b.start);
  return { ...EMPTY, names: names as never };
}

const zoo: Zoo = {
  requests: [],
  events: [],
  reports: [],
  fail: 0,
  delay: 0,
  dataset: '1',
  alive: true,
  start(options = {}) {
    const words = [...(options.words ?? []), ...(options.figures ?? []), ...(options.differing ?? [])];
    const kindOf = (word: string) =>
      options.words?.includes(word) ? 'entity' : options.differing?.includes(word) ? 'differs' : 'figure';
    const annotate = async (request: AnnotateRequest): Promise<AnnotateReply> => {
      const plain = JSON.parse(JSON.stringify(request)) as AnnotateRequest;
      const texts = plain.blocks.flatMap((block) => ('text' in block ? [block.text] : []));
      zoo.requests.push({ blocks: plain.blocks.length, texts, facts: plain.facts });
      if (zoo.delay) await new Promise((done) => setTimeout(done, zoo.delay));
      if (zoo.fail > 0) {
        zoo.fail -= 1;
        throw new Error('background gone');
      }
      const candidates: Record<string, BlockCandidates> = {};
      const annotations: Annotation[] = [];
      for (const block of plain.blocks) {
        const found = 'text' in block ? find(block.text, words) : block.candidates;
        if ('text' in block) candidates[block.id] = found;
        for (const { start, end, word } of found.names as unknown as { start: number; end: number; word: number }[]) {
          const surface = words[word]!;
          const kind = kindOf(surface);
          const base = { id: `${block.id}:${start}:${kind}`, block: block.id, start, end, surface, marked: true };
          const slug = `city/w${word}` as EntityAnnotation['entity'];
          if (kind === 'entity')
            annotations.push({ ...base, kind, entity: slug, type: 'city', name: surface, via: 'official', evidence: [] });
          else
            annotations.push({
              ...base,
              kind: 'figure',
              figure: { kind: 'money', value: word, currency: 'USD' },
              reading: {
                indicator: 'trade',
                geo: 'country/kz',
                status: 'actual',
                observations: [],
                verdict: kind === 'differs' ? 'outside' : 'same-as',
              },
            });
        }
      }
      return { candidates, annotations, dataset: zoo.dataset };
    };
    zoo.session = startSession({
      document,
      ready: Promise.resolve({
        facts: { title: document.title, lang: 'en', date: options.date, url: location.href },
        settings: { ...SETTINGS, ...options.settings },
      }),
      annotate,
      onEvent: (event: PageEvent) =>
        zoo.events.push('target' in event ? `${event.type} ${event.target.annotation.surface}` : event.type),
      onReport: (report) => zoo.reports.push(report),
      signal: new AbortController().signal,
      isAlive: () => zoo.alive,
    });
  },
  stop() {
    zoo.session?.stop();
  },
  registered() {
    const found: Record<string, string[]> = {};
    for (const [kind, key] of Object.entries(MARK_KEYS)) {
      const highlight = CSS.highlights.get(key);
      if (!highlight?.size) continue;
      const ranges: Range[] = [];
      highlight.forEach((abstract) => {
        const range = document.createRange();
        range.setStart(abstract.startContainer, abstract.startOffset);
        range.setEnd(abstract.endContainer, abstract.endOffset);
        ranges.push(range);
      });
      const inOrder = (a: Range, b: Range) =>
        a.startContainer.getRootNode() === b.startContainer.getRootNode() ? a.compareBoundaryPoints(Range.START_TO_START, b) : 0;
      found[kind] = ranges.sort(inOrder).map((range) => range.toString().replace(/\s+/g, ' '));
    }
    return found;
  },
  mentions: () => zoo.session!.mentions().map(({ surface }) => surface),
  marked: () =>
    zoo
      .session!.mentions()
      .filter(({ marked }) => marked)
      .map(({ surface }) => surface),
  read() {
    const blocks = [...readBlocks(document.body as unknown as ReadableElement, { look: makeLiveLook(window) })].filter(
      (block) => block !== undefined,
    );
    for (const { text, runs } of blocks) {
      for (let offset = 0; offset < text.length; offset++) {
        const { node, offset: at } = startPosition(runs, offset);
        if (textOffset(runs, node, at) !== offset) throw new Error(`offset ${offset} of ${text} is lost`);
        if (text[offset] !== ' ' && node.data[at] !== text[offset])
          throw new Error(`offset ${offset} of ${text} is ${node.data[at]}`);
        if (text[offset] !== ' ' && endPosition(runs, offset + 1).offset !== at + 1) throw new Error(`end ${offset} of ${text}`);
      }
    }
    const places = placeBlocks(blocks);
    return blocks.map(({ text, role, lang }, i) => ({ text, role, lang, ...places[i]! }));
  },
  hitTimes(words, points) {
    const texts = makeTextBlocks({
      look: makeLiveLook(window),
      most: 1e9,
      mostBlocks: 1e9,
      onShadow() {},
      onHidden() {},
      onTooMuch() {},
    });
    for (const _ of texts.read([document.body], () => {})) {
      // to the end
    }
    const marks = makeMarks(document, new AbortController().signal, () => {});
    const list = texts.blocks.flatMap((block) =>
      (find(block.text, words).names as unknown as { start: number; end: number }[]).map(({ start, end }): Mark => {
        const annotation = { id: `${block.id}:${start}`, block: block.id, start, end } as Annotation;
        return { annotation, key: 'entity', block, start, end };
      }),
    );
    marks.set(list);
    const hitTest = makeHitTest(document, texts, marks);
    const times: number[] = [];
    let hits = 0;
    for (let i = 0; i < points; i++) {
      const [x, y] = [((i * 7919) % 997) / 997, ((i * 104729) % 991) / 991];
      const before = performance.now();
      if (hitTest(x * innerWidth, y * innerHeight)) hits += 1;
      times.push(performance.now() - before);
    }
    return { times, hits, marks: list.length };
  },
  readTime() {
    const texts = makeTextBlocks({
      look: makeLiveLook(window),
      most: 1e9,
      mostBlocks: 1e9,
      onShadow() {},
      onHidden() {},
      onTooMuch() {},
    });
    const before = performance.now();
    for (const _ of texts.read([document.body], () => {})) {
      // to the end
    }
    return { ms: performance.now() - before, blocks: texts.blocks.length, length: texts.size() };
  },
  /** Until nothing was asked for a while. */
  async settle(quiet = 450) {
    for (let rounds = 0; ; rounds++) {
      const before = zoo.requests.length;
      await new Promise((done) => setTimeout(done, quiet));
      // A page without text never asks.
      if (zoo.requests.length === before && (before > 0 || rounds > 2)) return;
    }
  },
};
(globalThis as unknown as { zoo: Zoo }).zoo = zoo;
