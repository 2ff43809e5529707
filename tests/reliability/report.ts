import { spawnSync } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { type KeptRow, keptRows, PARTS } from './row.ts';

/**
 * `npm run report`: runs everything that keeps rows, one after the other (two benchmarks at once would disturb each other), and writes
 * `docs/reliability.md` from the rows. Exits 1 when a bar is missed. `npm run report -- write` only writes, from the rows that were kept last:
 * after one of the sources has been run again by itself.
 */
const root = resolve(import.meta.dirname, '../..');

/** Commands that keep rows, with what they are about. The first one also makes the builds that the others load. */
const SOURCES: readonly (readonly [string, readonly string[]])[] = [
  ['behaviour, faults, hostile pages', ['run', 'test:e2e', '--', 'tests/e2e/guest']],
  ['speed on pages', ['run', 'bench:page']],
  ['waking', ['run', 'bench:wake', '--', '30']],
  ['opening the atlas', ['run', 'bench:atlas', '--', '4']],
  ['soak', ['run', 'soak']],
];

const TITLES: Readonly<Record<KeptRow['part'], string>> = {
  speed: 'Speed',
  behaviour: 'Behaviour',
  faults: 'Faults',
  hostile: 'Hostile pages',
};

const cell = (text: string) => text.replaceAll('|', '\\|').replaceAll('\n', ' ');

function table(rows: readonly KeptRow[]): string {
  const lines = rows.map(({ what, tried, figure, bar, met, browser, date, note }) =>
    [what + (note ? ` *${note}*` : ''), tried, figure, bar, met ? 'met' : '**missed**', browser, date].map(cell).join(' | '),
  );
  return [
    '| promise | tried | figure | bar | | browser | date |',
    '|---|---|---|---|---|---|---|',
    ...lines.map((line) => `| ${line} |`),
  ].join('\n');
}

const words = process.argv.slice(2);
if (words.some((word) => word !== 'write')) {
  console.error('npm run report takes one word at most: write');
  process.exit(2);
}
if (!words.length) rmSync(resolve(root, '.output/reliability'), { recursive: true, force: true });
for (const [what, command] of words.length ? [] : SOURCES) {
  console.log(`${what}: npm ${command.join(' ')}`);
  const { status } = spawnSync('npm', command, { cwd: root, stdio: 'inherit' });
  if (status !== 0) console.log(`${what}: ended with ${status}; what it kept before is in the report`);
}

const rows = keptRows();
const missed = rows.filter(({ met }) => !met);
const text = `# Reliability

What pages, browsers and bad luck were tried on the extension, and what came of it. Written by \`npm run report\`; do not edit by hand. ${rows.length} rows, ${rows.length - missed.length} met, ${missed.length} missed.

${PARTS.map((part) => `## ${TITLES[part]}\n\n${table(rows.filter((row) => row.part === part))}`).join('\n\n')}
`;
writeFileSync(resolve(root, 'docs/reliability.md'), text);
console.log(`docs/reliability.md: ${rows.length} rows`);
for (const { id, browser, figure, bar } of missed) console.log(`missed: ${id} (${browser}): ${figure}, asked ${bar}`);
process.exitCode = missed.length ? 1 : 0;
