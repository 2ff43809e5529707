import { buildLexicon, cuePayload, openLexicon, readPayload } from '../../src/lexicon/index.ts';

/** A hit: start, end and number of the name. Every engine gives all places of all names, overlapping ones too, unless it says otherwise. */
export type Hits = readonly (readonly [start: number, end: number, name: number])[];
export interface Engine {
  readonly name: string;
  /** Leftmost-longest only: compared against the same choice of the oracle's hits. */
  readonly leftmostLongest?: boolean;
  /** Above this many names building takes minutes. */
  readonly most?: number;
  build(names: readonly string[]): (text: string) => Hits;
}

const WORD = /[\p{L}\p{N}]+/gu;
const fold = (word: string) => word.toLowerCase();

/** Payloads of cues: names would be found without their diacritics too, which no other engine here does. */
export const dragoman: Engine = {
  name: 'dragoman',
  build(names) {
    const lexicon = openLexicon(
      buildLexicon(names.map((text, i) => ({ text, lang: 'en', case: 'fold', payload: cuePayload(i) }))),
    );
    return (text) => lexicon.find(text).map(({ start, end, payload }) => [start, end, readPayload(payload).index] as const);
  },
};

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
    return (text) => {
      const words: string[] = [];
      const starts: number[] = [];
      const ends: number[] = [];
      for (const match of text.matchAll(WORD)) {
        words.push(fold(match[0]));
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
    };
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
    return (text) => [...text.matchAll(pattern)].map((m) => [m.index, m.index + m[0].length, numbers.get(fold(m[0]))!] as const);
  },
};

/** Compares words one by one: the oracle. */
export const naive: Engine = {
  name: 'naive',
  most: 10_000,
  build(names) {
    const wanted = names.map((name) => name.match(WORD)!.map(fold));
    return (text) => {
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
    };
  },
};

/** Reading every unit once: nothing that looks at a text can be faster. */
export const limit: Engine = {
  name: 'charCodeAt sum (limit)',
  build: () => (text) => {
    let sum = 0;
    for (let i = 0; i < text.length; i++) sum = (sum + text.charCodeAt(i)) | 0;
    return sum === 0.5 ? [[0, 0, 0]] : [];
  },
};
