import { benchSpeed } from './names-speed.ts';

/**
 * npm run bench:names -- [--sizes 1000,10000,100000,1000000] [--length 400000] [--rounds 15]
 *
 * Speed of the name index over made names. Sizes can be run one by one; a million names take about a minute to make and build.
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

const sizes = numbers(option('--sizes', '1000,10000,100000,1000000'));
const [length] = numbers(option('--length', '400000'));
const [rounds] = numbers(option('--rounds', '15'));
benchSpeed({ sizes, length: length!, rounds: rounds! }, (line) => console.log(line));
