import { openCached } from '../../src/cli/cached-packs.ts';
import { DATASET_DIR } from '../../src/cli/paths.ts';
import { openNamesPack } from '../../src/dataset/open-names-pack.ts';
import { judge, mean } from './related-judged.ts';

/**
 * Precision at three of the articles that a card lists, over pages of the dataset judged by hand (`tests/cases/related-judged.json`).
 * `npm run bench:related`; with `--all` every case with what is shown, else those that miss something.
 */
const { knowledge } = openCached(DATASET_DIR, 'names', openNamesPack);
const outcomes = judge(knowledge);
const all = process.argv.includes('--all');
for (const { name, shown, precision } of outcomes) {
  if (precision === 1 && !all) continue;
  console.log(`${precision.toFixed(2)}  ${name}`);
  for (const { line, wanted, id } of shown) console.log(`      ${wanted ? '+' : '-'} ${line} [${id}]`);
}
console.log(`${outcomes.length} cases, precision at 3: ${mean(outcomes).toFixed(3)} (at least 0.8)`);
if (mean(outcomes) < 0.8) process.exitCode = 1;
