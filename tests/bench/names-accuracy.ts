import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Files of the evaluation that the scorer knows. */
const FILES = ['gold-seed.jsonl', 'gold-dev.jsonl', 'traps-dev.jsonl'];

/**
 * Annotates the evaluation's texts with the command line, as anyone would, and prints what its scorer says.
 * The texts belong to others and stay outside the project: `folder` is what DRAGOMAN_EVAL names.
 */
export function benchAccuracy(folder: string, print: (line: string) => void): void {
  const names = join(folder, 'names');
  const input = FILES.map((file) => readFileSync(join(names, file), 'utf8').trimEnd()).join('\n');
  const annotated = spawnSync('npm', ['run', '-s', 'annotate', '--', '--jsonl'], {
    input: `${input}\n`,
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  });
  if (annotated.status !== 0) throw new Error(`annotate ended with ${annotated.status}: ${annotated.stderr.slice(-500)}`);
  const scratch = mkdtempSync(join(tmpdir(), 'dragoman-names-'));
  try {
    const file = join(scratch, 'predictions.jsonl');
    writeFileSync(file, annotated.stdout);
    print(spawnSync('node', [join(names, 'score.mjs'), file], { encoding: 'utf8' }).stdout);
  } finally {
    rmSync(scratch, { recursive: true });
  }
}
