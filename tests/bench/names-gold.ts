import { GOLD_LANGUAGES, goldOf, readWholeDataset, scoreGold } from '../unit/resolve-link/gold.ts';

/** Our own gold by language and half. Only the dev half shows its slips: the held half is there to measure what nobody tuned for. */
export function benchGold(print: (line: string) => void): void {
  const pack = readWholeDataset();
  const percent = (part: number, whole: number) => `${((100 * part) / whole).toFixed(1)} %`;
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
