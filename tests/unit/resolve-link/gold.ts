import { readFileSync } from 'node:fs';
import { openCached } from '../../../src/cli/cached-packs.ts';
import { DATASET_DIR } from '../../../src/cli/paths.ts';
import { openNamesPack } from '../../../src/dataset/open-names-pack.ts';
import { linkText, readMarked, type Small } from '../recognise/small-pack.ts';

/** Sentences of our own with `{surface|entity}` where a mark belongs. The half was fixed by a hash before anything was tuned. */
export interface GoldSentence {
  readonly half: 'dev' | 'held';
  readonly text: string;
}

export const GOLD_LANGUAGES = ['kk', 'az', 'tr', 'ru'] as const;

export const goldOf = (lang: string) =>
  JSON.parse(readFileSync(new URL(`../../cases/names-gold-${lang}.json`, import.meta.url), 'utf8')) as GoldSentence[];

export const readWholeDataset = (): Small => openCached(DATASET_DIR, 'names', openNamesPack);

/** Which half a sentence is in: parity of FNV-1a over the bytes of its UTF-16 units. */
export function halfOf(text: string): GoldSentence['half'] {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    for (const byte of [unit & 0xff, unit >>> 8]) hash = Math.imul(hash ^ byte, 0x01000193);
  }
  return (hash & 1) === 0 ? 'dev' : 'held';
}

export interface GoldScore {
  /** Sentences, and those of them with nothing to mark. */
  readonly sentences: number;
  readonly silent: number;
  readonly expected: number;
  readonly found: number;
  /** Right span and right entity. */
  readonly right: number;
  /** What is missed and what is too much, in words. */
  readonly slips: readonly string[];
}

export function scoreGold(lang: string, sentences: readonly GoldSentence[], pack: Small): GoldScore {
  const slips: string[] = [];
  let expectedCount = 0;
  let foundCount = 0;
  let right = 0;
  for (const { text: marked } of sentences) {
    const { text, expected } = readMarked(marked);
    const found = linkText(text, { lang }, pack);
    const key = (m: { start: number; end: number; entity: string }) => `${text.slice(m.start, m.end)} → ${m.entity} (${m.start})`;
    const wanted = new Set(expected.map(key));
    const got = new Set(found.map(key));
    expectedCount += wanted.size;
    foundCount += got.size;
    for (const mark of wanted) if (got.has(mark)) right++;
    const missed = [...wanted].filter((mark) => !got.has(mark)).map((mark) => `missed ${mark}`);
    const extra = [...got].filter((mark) => !wanted.has(mark)).map((mark) => `extra ${mark}`);
    if (missed.length + extra.length > 0) slips.push(`${lang}: ${text}: ${[...missed, ...extra].join('; ')}`);
  }
  return {
    sentences: sentences.length,
    silent: sentences.filter(({ text }) => !text.includes('{')).length,
    expected: expectedCount,
    found: foundCount,
    right,
    slips,
  };
}
