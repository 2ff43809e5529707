import { Command } from 'commander';
import { loadDataset } from '../dataset/load.ts';
import { DatasetError } from '../dataset/problem.ts';
import { statisticsOf } from '../dataset/statistics.ts';
import { packSizes } from './pack-sizes.ts';
import { DATASET_DIR } from './paths.ts';
import { renderStatistics } from './render-statistics.ts';

/** `npm run dataset:stats`: what the dataset covers and where it is thin. */
function main(): void {
  const program = new Command('dataset:stats')
    .description('coverage, contradictions, single-source and stale records')
    .argument('[folder]', 'folder of the dataset', DATASET_DIR)
    .option('--json', 'everything, as JSON')
    .option('--all', 'whole lists in the table')
    .parse();
  const { json, all } = program.opts<{ json?: true; all?: true }>();
  const dataset = loadDataset(program.args[0] ?? DATASET_DIR);
  const statistics = { ...statisticsOf(dataset), packs: packSizes(dataset) };
  console.log(json ? JSON.stringify(statistics, null, 2) : renderStatistics(statistics, all ?? false));
}

try {
  main();
} catch (error) {
  if (!(error instanceof DatasetError)) throw error;
  console.error(error.message);
  process.exitCode = 2;
}
