/** Packages that come without types, as far as the benchmarks use them. */
declare module 'ahocorasick' {
  export default class AhoCorasick {
    constructor(keywords: readonly string[]);
    search(text: string): [last: number, words: string[]][];
  }
}
declare module 'flashtext.js' {
  export default class KeywordProcessor {
    constructor(caseSensitive?: boolean);
    setNonWordBoundaries(letters: Iterable<string>): void;
    addKeyword(keyword: string, clean?: string): void;
    extractKeywords(text: string): string[];
  }
}
