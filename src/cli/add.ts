import { Command } from 'commander';
import { readDataset } from '../dataset/load.ts';
import { DatasetError } from '../dataset/problem.ts';
import { RecordError, writeRecords } from '../dataset/write-record.ts';
import { type AddContext, addArticle, addEntity, addObservation } from './add-records.ts';
import { TEMPLATES } from './add-templates.ts';
import { DATASET_DIR } from './paths.ts';
import { makePrompt, type Prompt, PromptEnded } from './prompt.ts';

const KINDS: Readonly<Record<string, (context: AddContext, prompt: Prompt) => ReturnType<typeof addEntity>>> = {
  entity: addEntity,
  observation: addObservation,
  article: addArticle,
};

/** `npm run dataset:add -- entity|observation|article`: asks for a record, checks it with the whole dataset, writes it whole or not at all. */
async function main(): Promise<number> {
  const program = new Command('dataset:add')
    .description('asks for one record and adds it after a check')
    .argument('<kind>', Object.keys(KINDS).join(', '))
    .option('--template', 'print an empty record instead, to be filled in by hand')
    .option('--dataset <folder>', 'folder of the dataset', DATASET_DIR)
    .parse();
  const add = KINDS[program.args[0]!];
  const { dataset: dir, template } = program.opts<{ dataset: string; template?: true }>();
  if (!add) {
    console.error(`${program.args[0]} cannot be added: choose ${Object.keys(KINDS).join(', ')}`);
    return 2;
  }
  if (template) {
    console.log(TEMPLATES[program.args[0]!]);
    return 0;
  }
  const context = { dir, dataset: readDataset(dir).dataset, today: new Date().toISOString().slice(0, 10) };
  const files = await add(context, makePrompt(process.stdin, process.stderr));
  writeRecords(dir, files);
  for (const { file } of files) console.log(`added to ${file}`);
  return 0;
}

try {
  process.exitCode = await main();
} catch (error) {
  if (![DatasetError, RecordError, PromptEnded].some((kind) => error instanceof kind)) throw error;
  console.error((error as Error).message);
  process.exitCode = error instanceof RecordError ? 1 : 2;
}
process.stdin.destroy();
