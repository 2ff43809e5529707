import { Command } from 'commander';
import { toJsonLd } from '../dataset/json-ld.ts';
import { loadDataset } from '../dataset/load.ts';
import { DatasetError } from '../dataset/problem.ts';
import { writeWhole } from '../dataset/write-file.ts';
import { DATASET_DIR } from './paths.ts';

/** `npm run dataset:export`: the dataset as JSON-LD (schema.org), on standard output or into a file. */
function main(): void {
  const program = new Command('dataset:export')
    .description('the dataset as linked data (JSON-LD, schema.org)')
    .argument('[folder]', 'folder of the dataset', DATASET_DIR)
    .option('--out <file>', 'write there instead of standard output')
    .parse();
  const { out } = program.opts<{ out?: string }>();
  const text = `${JSON.stringify(toJsonLd(loadDataset(program.args[0] ?? DATASET_DIR)), null, 1)}\n`;
  if (out) writeWhole(out, text);
  else process.stdout.write(text);
}

try {
  main();
} catch (error) {
  if (!(error instanceof DatasetError)) throw error;
  console.error(error.message);
  process.exitCode = 2;
}
