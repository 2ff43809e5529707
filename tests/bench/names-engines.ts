import { AhoCorasick as DoubleArray } from '@monyone/aho-corasick/fast';
import AhoCorasick from 'ahocorasick';
import KeywordProcessor from 'flashtext.js';
import {
  type BuildProgress,
  buildLexicon,
  cuePayload,
  type Lexicon,
  type LexiconEntry,
  readPayload,
} from '../../src/lexicon/index.ts';

/** A hit: start, end and number of the name. Every engine gives all places of all names, overlapping ones too, unless it says otherwise. */
export type Hits = readonly (readonly [start: number, end: number, name: number])[];
export interface Engine {
  readonly name: string;
  /** Leftmost-longest only: compared against the same choice of the oracle's hits. */
  readonly leftmostLongest?: boolean;
  /** Tells which names stand in the text and not where: ends are out of order, starts are numbers of hits. */
  readonly namesOnly?: boolean;
  /** Above this many names building takes minutes or the memory runs out. */
  readonly most?: number;
  build(names: readonly string[]): Built;
}
/** An engine over its names. */
export interface Built {
  /** What is timed: the engine's own answer, before it is brought into one form. */
  readonly scan: (text: string) => unknown;
  readonly hits: (text: string) => Hits;
}
const both = (hits: (text: string) => Hits): Built => ({ scan: hits, hits });

const WORD = /[\p{L}\p{N}]+/gu;
const fold = (word: string) => word.toLowerCase();

/** Payloads of cues: names would be found without their diacritics too, which no other engine here does. */
export function lexiconOf(names: Iterable<string>, progress?: (at: BuildProgress) => void): Uint8Array {
  function* entries(): Generator<LexiconEntry> {
    let i = 0;
    for (const text of names) yield { text, lang: 'en', case: 'fold', payload: cuePayload(i++) };
  }
  return buildLexicon(entries(), progress);
}

/** Our index, opened. */
export const dragoman = (lexicon: Lexicon): Built => ({
  scan: lexicon.find,
  hits: (text) => lexicon.find(text).map(({ start, end, payload }) => [start, end, readPayload(payload).index] as const),
});

/** All n-grams of words, looked up in a Map; a Set of first words is the gate. */
export const mapOfNgrams: Engine = {
  name: 'Map n-grams, gated',
  build(names) {
    const index = new Map<string, number>();
    const first = new Set<string>();
    let longest = 1;
    for (const [i, name] of names.entries()) {
      const words = name.match(WORD)!.map(fold);
      index.set(words.join(' '), i);
      first.add(words[0]!);
      longest = Math.max(longest, words.length);
    }
    return both((text) => {
      const words: string[] = [];
      const starts: number[] = [];
      const ends: number[] = [];
      // Folded once as a whole: faster than word by word.
      for (const match of fold(text).matchAll(WORD)) {
        words.push(match[0]);
        starts.push(match.index);
        ends.push(match.index + match[0].length);
      }
      const hits: [number, number, number][] = [];
      for (let i = 0; i < words.length; i++) {
        if (!first.has(words[i]!)) continue;
        let phrase = '';
        for (let n = 0; n < longest && i + n < words.length; n++) {
          if (n && text.slice(ends[i + n - 1]!, starts[i + n]!) !== ' ') break;
          phrase = n ? `${phrase} ${words[i + n]}` : words[i]!;
          const found = index.get(phrase);
          if (found !== undefined) hits.push([starts[i]!, ends[i + n]!, found]);
        }
      }
      return hits;
    });
  },
};

/** Names as one alternation, the longest first. */
export const regExp: Engine = {
  name: 'V8 RegExp',
  leftmostLongest: true,
  most: 10_000,
  build(names) {
    const sorted = names.map((name, i) => ({ name, i })).sort((a, b) => b.name.length - a.name.length);
    const numbers = new Map(sorted.map(({ name, i }) => [fold(name), i]));
    const pattern = new RegExp(`(?<![\\p{L}\\p{N}])(?:${sorted.map(({ name }) => name).join('|')})(?![\\p{L}\\p{N}])`, 'giu');
    return {
      scan: (text) => [...text.matchAll(pattern)],
      hits: (text) => [...text.matchAll(pattern)].map((m) => [m.index, m.index + m[0].length, numbers.get(fold(m[0]))!] as const),
    };
  },
};

const LETTER = /[\p{L}\p{N}]/u;
/** Does no word go on before or after? The automata below know characters, not words. */
const isWhole = (text: string, start: number, end: number) =>
  !(start > 0 && LETTER.test(text[start - 1]!)) && !(end < text.length && LETTER.test(text[end]!));
const numbered = (names: readonly string[]) => new Map(names.map((name, i) => [fold(name), i]));

/** Double-array automaton over characters. */
export const monyone: Engine = {
  name: '@monyone/aho-corasick',
  most: 10_000,
  build(names) {
    const numbers = numbered(names);
    const automaton = new DoubleArray([...numbers.keys()]);
    const scan = (text: string) => automaton.matchInText(fold(text));
    const hits = (text: string) =>
      scan(text).flatMap(({ begin, end, keyword }) =>
        isWhole(text, begin, end) ? [[begin, end, numbers.get(keyword)!] as const] : [],
      );
    return { scan, hits };
  },
};

/** Automaton of nested objects over characters. */
export const ahocorasick: Engine = {
  name: 'ahocorasick',
  most: 10_000,
  build(names) {
    const numbers = numbered(names);
    const automaton = new AhoCorasick([...numbers.keys()]);
    const scan = (text: string) => automaton.search(fold(text));
    const hits = (text: string) =>
      scan(text).flatMap(([last, words]) =>
        words.flatMap((word) => {
          const start = last - word.length + 1;
          return isWhole(text, start, last + 1) ? [[start, last + 1, numbers.get(word)!] as const] : [];
        }),
      );
    return { scan, hits };
  },
};

/** A trie of Maps over characters; it gives keywords without their places, and of overlapping ones the longest. */
export const flashtext: Engine = {
  name: 'flashtext.js',
  leftmostLongest: true,
  namesOnly: true,
  most: 10_000,
  build(names) {
    const processor = new KeywordProcessor();
    processor.setNonWordBoundaries(new Set(names.flatMap((name) => [...fold(name)].filter((c) => LETTER.test(c)))));
    const numbers = numbered(names);
    for (const name of names) processor.addKeyword(name, fold(name));
    return {
      scan: (text) => processor.extractKeywords(text),
      hits: (text) => processor.extractKeywords(text).map((name, i) => [i, i, numbers.get(name)!] as const),
    };
  },
};

/** Compares words one by one: the oracle. */
export const naive: Engine = {
  name: 'naive',
  most: 10_000,
  build(names) {
    const wanted = names.map((name) => name.match(WORD)!.map(fold));
    return both((text) => {
      const tokens = [...text.matchAll(WORD)].map((m) => ({ word: fold(m[0]), start: m.index, end: m.index + m[0].length }));
      const hits: [number, number, number][] = [];
      for (let i = 0; i < tokens.length; i++) {
        for (const [n, words] of wanted.entries()) {
          if (words[0] !== tokens[i]!.word) continue;
          const fits = words.every((word, k) => {
            const token = tokens[i + k];
            return token?.word === word && (k === 0 || text.slice(tokens[i + k - 1]!.end, token.start) === ' ');
          });
          if (fits) hits.push([tokens[i]!.start, tokens[i + words.length - 1]!.end, n]);
        }
      }
      return hits;
    });
  },
};

/** Reading every unit once: nothing that looks at a text can be faster. */
export const limit: Engine = {
  name: 'charCodeAt sum (limit)',
  build: () =>
    both((text) => {
      let sum = 0;
      for (let i = 0; i < text.length; i++) sum = (sum + text.charCodeAt(i)) | 0;
      return sum === 0.5 ? [[0, 0, 0]] : [];
    }),
};
