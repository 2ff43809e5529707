import { Command } from 'commander';
import { openNamesPack } from '../dataset/open-names-pack.ts';
import { DatasetError } from '../dataset/problem.ts';
import { DriveError } from '../drive/browser.ts';
import { annotatePage, PageError, readPage } from './annotate-page.ts';
import { annotateText, type Reader, readRequest } from './annotate-text.ts';
import { openCached } from './cached-packs.ts';
import { DATASET_DIR } from './paths.ts';

/** Lines of standard input; only `\n` ends one, because JSON may hold every other line break as it is. */
async function* inputLines(): AsyncGenerator<string> {
  let rest = '';
  process.stdin.setEncoding('utf8');
  for await (const chunk of process.stdin) {
    const lines = (rest + chunk).split('\n');
    rest = lines.pop()!;
    yield* lines;
  }
  if (rest !== '') yield rest;
}

/** Resolves when the caller's side has taken it, so that nobody waits for an answer that stands in a buffer. */
function print(value: unknown): Promise<void> {
  return new Promise((resolve, reject) => {
    process.stdout.write(`${JSON.stringify(value)}\n`, (error) => (error ? reject(error) : resolve()));
  });
}

async function annotateLines(reader: () => Reader): Promise<number> {
  let number = 0;
  for await (const given of inputLines()) {
    number++;
    const line = number === 1 ? given.replace(/^\ufeff/, '') : given;
    if (line.trim() === '') continue;
    let request: ReturnType<typeof readRequest>;
    try {
      request = readRequest(line, (what) => console.error(`line ${number}: date ${what}`));
    } catch (error) {
      console.error(
        `line ${number} ${(error as Error).message}: write one object a line, {"id": …, "text": "…"}; the answers before it stand`,
      );
      return 2;
    }
    await print(annotateText(request, reader()));
  }
  return 0;
}

async function main(): Promise<number> {
  const program = new Command('annotate')
    .description('marks known names and figures in texts (JSONL on standard input) or in one saved page')
    .argument('[file]', 'a saved HTML page')
    .option('--jsonl', 'read {"id", "text", …}, one a line, from standard input; answer each at once')
    .option('--browser', 'read the page as Chromium shows it, not the static document')
    .option('--dataset <folder>', 'folder of the dataset', DATASET_DIR)
    .parse();
  const { jsonl, browser, dataset } = program.opts<{ jsonl?: true; browser?: true; dataset: string }>();
  const [file] = program.args;
  if (Boolean(jsonl) === Boolean(file)) {
    console.error('give either --jsonl with lines on standard input, or one HTML file');
    return 2;
  }
  let opened: Reader | undefined;
  const reader = () => (opened ??= openCached(dataset, 'names', openNamesPack));
  if (!file) return annotateLines(reader);
  const page = browser ? await (await import('./read-in-browser.ts')).readInBrowser(file) : readPage(file);
  await print(annotatePage(page, reader()));
  return 0;
}

try {
  process.exitCode = await main();
} catch (error) {
  // The caller closed its end: nobody is left to answer.
  if ((error as NodeJS.ErrnoException).code !== 'EPIPE') {
    if (![DatasetError, PageError, DriveError].some((kind) => error instanceof kind)) throw error;
    console.error((error as Error).message);
    process.exitCode = 2;
  }
}
