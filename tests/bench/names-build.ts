import { spawnSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, readFileSync, readSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { StringDecoder } from 'node:string_decoder';
import { lexiconOf } from './names-engines.ts';

/** Bytes that are read of the list of names at once. */
const CHUNK = 1 << 16;

/** The lines of a file, of which only a chunk is in memory. */
function* lines(path: string): Generator<string> {
  const file = openSync(path, 'r');
  const chunk = Buffer.alloc(CHUNK);
  const decoder = new StringDecoder('utf8');
  let rest = '';
  for (let size = readSync(file, chunk); size > 0; size = readSync(file, chunk)) {
    const parts = (rest + decoder.write(chunk.subarray(0, size))).split('\n');
    rest = parts.pop()!;
    yield* parts;
  }
  closeSync(file);
}

const mebibytes = (bytes: number) => (bytes / 2 ** 20).toFixed(0);

/** Runs in a process of its own: builds the lexicon of a list of names and tells on its standard output what that took. */
export function buildFromList(list: string, out: string): void {
  const peakBefore = process.resourceUsage().maxRSS * 1024;
  const heapBefore = process.memoryUsage().heapUsed;
  let [heap, reports] = [0, 0];
  const started = performance.now();
  const bytes = lexiconOf(lines(list), () => {
    reports++;
    heap = Math.max(heap, process.memoryUsage().heapUsed - heapBefore);
  });
  const seconds = (performance.now() - started) / 1000;
  const peak = process.resourceUsage().maxRSS * 1024;
  writeFileSync(out, bytes);
  console.log(
    `built in ${seconds.toFixed(1)} s with ${reports} reports of progress: peak RSS ${mebibytes(peak)} MiB (${mebibytes(peakBefore)} before), heap at most ${mebibytes(heap)} MiB more than before`,
  );
}

/** Builds in a child process, so that the peak of its memory is the builder's alone. */
export function builtInChild(names: readonly string[], bench: string): { readonly bytes: Uint8Array; readonly told: string } {
  const folder = mkdtempSync(join(tmpdir(), 'names-'));
  try {
    const [list, out] = [join(folder, 'names.txt'), join(folder, 'lexicon.bin')];
    writeFileSync(list, names.map((name) => `${name}\n`).join(''));
    const run = spawnSync(process.execPath, ['--import', 'tsx', bench, 'build', list, out], { encoding: 'utf8' });
    if (run.status !== 0) throw new Error(`building ended with ${run.status}: ${run.stderr.slice(-500)}`);
    const read = readFileSync(out);
    // A copy of its own: a small file lies in a pool that Node shares, on any address.
    return { bytes: new Uint8Array(read), told: run.stdout.trim() };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
