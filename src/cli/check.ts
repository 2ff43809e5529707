import { Command } from 'commander';
import { checkDataset } from '../dataset/check.ts';
import { DatasetError, describeProblem } from '../dataset/problem.ts';
import { publishIds } from '../dataset/published.ts';
import { DATASET_DIR } from './paths.ts';

/** `npm run dataset:check`: every broken rule with file, line, what and how to mend. Status 0 when there is none, 1 when there are, 2 when there is no dataset. */
const program = new Command('dataset:check')
  .description('checks every file of the dataset')
  .argument('[folder]', 'folder of the dataset', DATASET_DIR)
  .option('--publish', 'after a clean check, add the new ids to published.txt: from then on they may not vanish')
  .parse();
const folder = program.args[0] ?? DATASET_DIR;

try {
  const { problems, reading } = checkDataset(folder);
  for (const problem of problems) console.error(describeProblem(problem));
  const { entities, observations, articles, indicators, sources } = reading.dataset;
  const counts = `${entities.length} entities, ${indicators.length} indicators, ${observations.length} observations, ${articles.length} articles, ${sources.length} sources`;
  if (problems.length > 0) {
    const files = new Set(problems.map(({ file }) => file)).size;
    console.error(`\n${problems.length} to mend in ${files} ${files === 1 ? 'file' : 'files'} (${counts})`);
    process.exitCode = 1;
  } else {
    if (program.opts().publish) console.log(`${publishIds(folder, reading.dataset)} new ids published`);
    console.log(`${folder}: nothing to mend in ${counts}`);
  }
} catch (error) {
  if (!(error instanceof DatasetError)) throw error;
  console.error(error.message);
  process.exitCode = 2;
}
