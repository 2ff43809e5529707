import { Command, InvalidArgumentError } from 'commander';
import { type Dataset, loadDataset } from '../dataset/load.ts';
import { DatasetError } from '../dataset/problem.ts';
import { DATASET_DIR } from './paths.ts';

/** A record as a curator re-reads it: what it says, and the pages it rests on. */
interface Drawn {
  readonly kind: 'entity' | 'observation' | 'article';
  readonly id: string;
  readonly record: unknown;
  readonly sources: readonly string[];
}

/** mulberry32: small, seeded, the same on every machine. Gives numbers in 0 ≤ n < 1. */
function random(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

function recordsOf({ entities, observations, articles, sources }: Dataset): Drawn[] {
  const pages = new Map([
    ...articles.map(({ id, title, line, url }) => [id, `${title ?? line} — ${url}`] as const),
    ...sources.map(({ slug, title, url }) => [slug, `${title} — ${url}`] as const),
  ]);
  const told = (ids: Iterable<string>) => [...new Set(ids)].map((id) => pages.get(id) ?? id);
  return [
    ...entities.map((record): Drawn => {
      const ids = [...record.sources, ...record.relations.flatMap((relation) => relation.sources)];
      return { kind: 'entity', id: record.id, record, sources: told(ids) };
    }),
    ...observations.map(
      (record): Drawn => ({
        kind: 'observation',
        id: record.id,
        record,
        sources: told([...record.articles, ...record.sources]),
      }),
    ),
    ...articles.map((record): Drawn => ({ kind: 'article', id: record.id, record, sources: [record.url] })),
  ];
}

/** Draws without putting back: the same seed and dataset give the same records. */
function draw(dataset: Dataset, count: number, seed: number): Drawn[] {
  const left = recordsOf(dataset);
  const next = random(seed);
  return Array.from({ length: Math.min(count, left.length) }, () => left.splice(Math.floor(next() * left.length), 1)[0]!);
}

const whole = (text: string): number => {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 0) throw new InvalidArgumentError('give a whole number, such as 40');
  return number;
};

/** `tsx src/cli/sample.ts --seed 7 --count 40`: records drawn at random, to be read again beside their sources. */
function main(): void {
  const program = new Command('dataset:sample')
    .description('draws records at random, with the pages they rest on, to be read again')
    .argument('[folder]', 'folder of the dataset', DATASET_DIR)
    .option('--seed <number>', 'the same seed draws the same records; else a new one', whole)
    .option('--count <number>', 'how many', whole, 40)
    .option('--json', 'as JSON')
    .parse();
  const {
    seed = Math.floor(Math.random() * 2 ** 32),
    count,
    json,
  } = program.opts<{ seed?: number; count: number; json?: true }>();
  const dataset = loadDataset(program.args[0] ?? DATASET_DIR);
  const drawn = draw(dataset, count, seed);
  if (json) {
    console.log(JSON.stringify({ seed, dataset: dataset.about.version, drawn }, null, 2));
    return;
  }
  console.log(`seed ${seed}, ${drawn.length} records of dataset ${dataset.about.version}`);
  for (const [i, { kind, id, record, sources }] of drawn.entries()) {
    console.log(`\n${i + 1}. ${kind} ${id}\n   ${JSON.stringify(record)}`);
    for (const source of sources) console.log(`   source: ${source}`);
  }
}

try {
  main();
} catch (error) {
  if (!(error instanceof DatasetError)) throw error;
  console.error(error.message);
  process.exitCode = 2;
}
