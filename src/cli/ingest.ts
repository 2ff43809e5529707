import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { Command } from 'commander';
import { openNamesPack } from '../dataset/open-names-pack.ts';
import { DatasetError } from '../dataset/problem.ts';
import { RecordError } from '../dataset/write-record.ts';
import { suggestId } from './add-records.ts';
import { openCached } from './cached-packs.ts';
import { DraftError, draftsIn, writeDraft } from './draft.ts';
import { decodeHtml } from './html-bytes.ts';
import { makeDraft, readPlain, readSaved } from './make-draft.ts';
import { DATASET_DIR, DRAFTS_DIR } from './paths.ts';
import { makePrompt, PromptEnded } from './prompt.ts';
import { reviewDraft } from './review-draft.ts';

const READABLE = /\.(html?|xhtml|txt)$/i;

/** Files to read: those given, and those of given folders, all levels down. */
function filesOf(paths: readonly string[]): string[] {
  return paths.flatMap((path) => {
    if (!statSync(path).isDirectory()) return [path];
    return readdirSync(path, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && READABLE.test(entry.name))
      .map((entry) => join(entry.parentPath, entry.name))
      .sort();
  });
}

function ingest(paths: readonly string[], dataset: string, out: string): number {
  const lost = paths.filter((path) => !existsSync(path));
  if (lost.length > 0) {
    console.error(
      `${lost.join(', ')} ${lost.length > 1 ? 'are' : 'is'} not there: give saved pages (.html), texts (.txt) or folders of them`,
    );
    return 2;
  }
  const reader = openCached(dataset, 'names', openNamesPack);
  const drafts = draftsIn(out);
  const names = new Set([...drafts.values()].map((path) => basename(path, '.yaml')));
  const files = filesOf(paths);
  for (const [i, file] of files.entries()) {
    const tell = (what: string) => console.error(`[${i + 1}/${files.length}] ${file}: ${what}`);
    const bytes = readFileSync(file);
    const before = drafts.get(createHash('sha256').update(bytes).digest('hex'));
    if (before) {
      tell(`drafted already in ${before}`);
      continue;
    }
    const reading = /\.txt$/i.test(file) ? readPlain(new TextDecoder().decode(bytes)) : readSaved(decodeHtml(bytes));
    const known = reading.facts.url && reader.knowledge.articleByUrl(reading.facts.url);
    if (known) {
      tell(`is ${known.id} of the dataset: left alone`);
      continue;
    }
    const draft = makeDraft(file, bytes, reading, reader);
    const name = suggestId([basename(file).replace(READABLE, '')], names);
    names.add(name);
    const path = join(out, `${name}.yaml`);
    writeDraft(path, draft);
    drafts.set(draft.sha256, path);
    tell(`${draft.entities.length} entities, ${draft.observations.length} values, ${draft.claims.length} claims → ${path}`);
  }
  return 0;
}

/** `npm run dataset:ingest -- FILE-OR-FOLDER…` makes drafts; `--review [DRAFT…]` asks about each item and adds what was accepted. */
async function main(): Promise<number> {
  const program = new Command('dataset:ingest')
    .description('reads saved articles into drafts, which a person accepts or rejects item by item')
    .argument('[paths...]', 'saved pages, texts, folders; with --review: drafts (all, where none is named)')
    .option('--review', 'decide the open items of drafts')
    .option('--out <folder>', 'folder of the drafts', DRAFTS_DIR)
    .option('--dataset <folder>', 'folder of the dataset', DATASET_DIR)
    .parse();
  const { review, out, dataset } = program.opts<{ review?: true; out: string; dataset: string }>();
  if (!review && program.args.length === 0) {
    console.error('give saved pages (.html), texts (.txt) or folders of them; or --review');
    return 2;
  }
  if (!review) return ingest(program.args, dataset, out);
  const prompt = makePrompt(process.stdin, process.stderr);
  const paths = program.args.length > 0 ? program.args : [...draftsIn(out).values()];
  let open = 0;
  for (const path of paths) if (!(await reviewDraft(dataset, path, prompt))) open++;
  console.error(`${paths.length - open} of ${paths.length} drafts are decided`);
  return 0;
}

try {
  process.exitCode = await main();
} catch (error) {
  if (![DatasetError, RecordError, DraftError, PromptEnded].some((kind) => error instanceof kind)) throw error;
  console.error(error instanceof PromptEnded ? 'the rest stays open: run it again to go on' : (error as Error).message);
  process.exitCode = error instanceof PromptEnded ? 0 : 2;
}
process.stdin.destroy();
