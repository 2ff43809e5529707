import { readFileSync } from 'node:fs';
import type { EntityId } from '../../src/model/ids.ts';
import { linkText, readMarked } from '../unit/recognise/small-pack.ts';
import { GOLD_LANGUAGES, goldOf, readWholeDataset, scoreGold } from '../unit/resolve-link/gold.ts';
import { type Share, shares } from './names-shares.ts';

const percent = (part: number, whole: number) => `${((100 * part) / whole).toFixed(1)} %`;

/** Our own gold by language and half. Only the dev half shows its slips: the held half is there to measure what nobody tuned for. */
export function benchGold(print: (line: string) => void): void {
  const pack = readWholeDataset();
  for (const half of ['dev', 'held'] as const) {
    for (const lang of GOLD_LANGUAGES) {
      const score = scoreGold(
        lang,
        goldOf(lang).filter((sentence) => sentence.half === half),
        pack,
      );
      const { sentences, silent, expected, found, right, slips } = score;
      print(
        `own gold ${lang} ${half.padEnd(4)} recall ${percent(right, expected)}, precision ${percent(right, found)} (${expected} mentions in ${sentences} sentences, ${silent} of them silent)`,
      );
      if (half === 'dev') for (const slip of slips) print(`  ${slip}`);
    }
  }
}

/** News sentences of our own, written before the names were widened; of the held half no slip was ever looked at. */
interface FreshSentence {
  readonly lang: string;
  readonly half: 'dev' | 'held';
  /** Of each mention in turn. */
  readonly kinds: readonly string[];
  readonly text: string;
}

/** Recall of all mentions and of those whose entity the dataset has, by language and kind. */
export function benchFresh(print: (line: string) => void): void {
  const pack = readWholeDataset();
  const fresh = JSON.parse(readFileSync(new URL('../cases/names-fresh.json', import.meta.url), 'utf8')) as FreshSentence[];
  for (const half of ['dev', 'held'] as const) {
    let found = 0;
    const mentions = fresh
      .filter((sentence) => sentence.half === half)
      .flatMap(({ lang, text: marked, kinds }): Share[] => {
        const { text, expected } = readMarked(marked);
        const linked = linkText(text, { lang }, pack);
        found += linked.length;
        return expected.map(({ start, end, entity }, i) => ({
          lang,
          kind: kinds[i]!,
          known: pack.knowledge.entity(entity as EntityId) !== undefined,
          right: linked.some((a) => a.start === start && a.end === end && a.entity === entity),
        }));
      });
    const right = mentions.filter((mention) => mention.right).length;
    print(`\nfresh sentences, ${half} half: precision ${percent(right, found)}`);
    shares(mentions, print);
  }
}
