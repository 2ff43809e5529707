import { spawnSync } from 'node:child_process';
import { benchAccuracy } from './names-accuracy.ts';
import { buildFromList } from './names-build.ts';
import { benchFresh, benchGold } from './names-gold.ts';
import { benchOrder } from './names-order.ts';
import { benchSpeed } from './names-speed.ts';

/**
 *   npm run bench:names -- speed           the name index over made names, 1,000 to 1,000,000
 *   npm run bench:names -- speed --sizes 10000 [--length 100000] [--rounds 101]
 *   npm run bench:names -- accuracy        our own gold, both halves; with DRAGOMAN_EVAL set, that evaluation too
 *   npm run bench:names -- order [10000]   the law of order on so many random documents
 *
 * Sizes can be run one by one; a million names take a minute to make and build.
 */
const args = process.argv.slice(2);
const option = (name: string, otherwise: string) =>
  args.includes(name) ? (args[args.indexOf(name) + 1] ?? otherwise) : otherwise;
const numbers = (text: string) =>
  text.split(',').map((part) => {
    const value = Number(part);
    if (!Number.isInteger(value) || value < 1) throw new Error(`"${part}" is no whole number above 0`);
    return value;
  });
const print = (line: string) => console.log(line);

if (args[0] === 'accuracy') {
  benchGold(print);
  benchFresh(print);
  const folder = process.env.DRAGOMAN_EVAL;
  if (folder) benchAccuracy(folder, print);
  else print('DRAGOMAN_EVAL is not set: the evaluation made by others was left out');
} else if (args[0] === 'build') {
  buildFromList(args[1]!, args[2]!);
} else if (args[0] === 'order') {
  const [count] = numbers(args[1] ?? '10000');
  benchOrder(count!, print);
} else {
  const sizes = numbers(option('--sizes', '1000,10000,100000,1000000'));
  const [length] = numbers(option('--length', '100000'));
  const [rounds] = numbers(option('--rounds', '101'));
  if (sizes.length === 1) {
    const perUnit = benchSpeed({ size: sizes[0]!, length: length!, rounds: rounds! }, import.meta.filename, print);
    print(`  ${perUnit.toFixed(2)} ns`);
  } else {
    const perUnit = sizes.map((size) => {
      const own = ['speed', '--sizes', `${size}`, '--length', `${length}`, '--rounds', `${rounds}`];
      const run = spawnSync(process.execPath, ['--import', 'tsx', import.meta.filename, ...own], { encoding: 'utf8' });
      if (run.status !== 0) throw new Error(`${size} names ended with ${run.status}: ${run.stderr.slice(-500)}`);
      const lines = run.stdout.trimEnd().split('\n');
      for (const line of lines.slice(0, -1)) print(line);
      return Number.parseFloat(lines.at(-1)!);
    });
    print(`\nfrom ${sizes[0]} to ${sizes.at(-1)} names: ${(perUnit.at(-1)! / perUnit[0]!).toFixed(2)} × the time (bar 2)`);
  }
}
