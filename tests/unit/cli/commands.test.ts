import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { packDataset } from '../../../src/cli/pack.ts';
import { openNamesPack } from '../../../src/dataset/open-names-pack.ts';
import { openRecordsPack } from '../../../src/dataset/open-records-pack.ts';
import { DatasetError } from '../../../src/dataset/problem.ts';
import { SAMPLE, withSample } from '../dataset/sample.ts';
import { run, start } from './run.ts';

let dir: string;
beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'commands-'));
});
afterAll(() => rmSync(dir, { recursive: true, force: true }));

const sample = ['--dataset', SAMPLE];
const answers = (out: string) =>
  out
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));

describe('annotate --jsonl', () => {
  test('answers in order; unreadable dates warn; unknown keys are ignored', async () => {
    const lines = [
      '\ufeff{"id":"a","text":"It cost $5 million.","spans":[]}',
      '',
      '{"id":2,"text":"raw \u2028 separator and \\ud800","date":"soon"}',
      '{"id":null,"text":""}',
    ];
    const { status, out, err } = await run('annotate', ['--jsonl', ...sample], lines.join('\n'));
    expect(answers(out).map(({ id }) => id)).toEqual(['a', 2, null]);
    expect(answers(out)[0].annotations[0]).toMatchObject({ kind: 'figure', start: 8, end: 18, surface: '$5 million' });
    expect(err).toContain('line 3: date "soon" is no ISO 8601 day');
    expect(status).toBe(0);
  });

  test('a line that is not JSON ends the run with its number; the answers before it stand', async () => {
    const { status, out, err } = await run(
      'annotate',
      ['--jsonl', ...sample],
      '{"id":1,"text":"a"}\n{"id":2,\n{"id":3,"text":"b"}\n',
    );
    expect(answers(out)).toEqual([{ id: 1, annotations: [] }]);
    expect(err).toMatch(/line 2 is not JSON/);
    expect(status).toBe(2);
  });

  test('each answer comes before the next line is sent', async () => {
    const child = start('annotate', ['--jsonl', ...sample]);
    const replies: string[] = [];
    let wake = () => {};
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      replies.push(text);
      wake();
    });
    for (const id of [1, 2, 3]) {
      const answered = new Promise<void>((resolve) => {
        wake = resolve;
      });
      child.stdin.write(`{"id":${id},"text":"a"}\n`);
      await answered;
      expect(replies.join('')).toContain(`{"id":${id},`);
    }
    const closed = new Promise((resolve) => child.on('close', resolve));
    child.stdin.end();
    expect(await closed).toBe(0);
  });

  test('no dataset: the cure is named', async () => {
    const { status, err } = await run('annotate', ['--jsonl', '--dataset', dir], '{"id":1,"text":"a"}\n');
    expect(err).toMatch(/dataset\.yaml {2}is not in .*: give the folder of a dataset/);
    expect(status).toBe(2);
  });
});

describe('annotate FILE', () => {
  test('prints text, blocks, facts and annotations of a page', async () => {
    const file = join(dir, 'page.html');
    writeFileSync(
      file,
      `<!doctype html><html lang="en"><head><link rel="canonical" href="https://www.reed.example/a"><meta property="article:published_time" content="2024-03-05"></head>
       <body><h1>Trade grows</h1><p>Turnover reached <b>$529.4 million</b>.</p></body></html>`,
    );
    const { status, out } = await run('annotate', [file, ...sample]);
    const [page] = answers(out);
    expect(page.text).toBe('Trade grows\nTurnover reached $529.4 million.');
    expect(page.article).toEqual({ title: 'Trade grows', date: '2024-03-05', lang: 'en', outlet: 'outlet/reed-daily' });
    expect(page.blocks).toMatchObject([
      { start: 0, end: 11, role: 'headline' },
      { start: 12, end: 44, role: 'body' },
    ]);
    for (const { start, end, surface } of page.annotations) expect(page.text.slice(start, end)).toBe(surface);
    expect(page.annotations).toContainEqual(expect.objectContaining({ surface: '$529.4 million', start: 29, end: 43 }));
    expect(status).toBe(0);
  });

  test.each([
    {
      name: 'unknown file',
      args: () => [join(dir, 'nowhere.html')],
      says: /nowhere\.html is not there or cannot be read: give the path/,
    },
    { name: 'a folder', args: () => [dir], says: /is a folder: give the path/ },
    { name: 'neither file nor --jsonl', args: () => [], says: /either --jsonl .* or one HTML file/ },
    { name: 'both', args: () => ['--jsonl', 'a.html'], says: /either --jsonl .* or one HTML file/ },
  ])('$name', async ({ args, says }) => {
    const { status, out, err } = await run('annotate', [...args(), ...sample]);
    expect(err).toMatch(says);
    expect(out).toBe('');
    expect(status).toBe(2);
  });

  test('Cyrillic of an old encoding is read as the page declares it', async () => {
    const file = join(dir, 'old.html');
    const head = Buffer.from('<html><head><meta charset="windows-1251"></head><body><p>', 'latin1');
    writeFileSync(file, Buffer.concat([head, Buffer.from([0xcd, 0xe5, 0xf4, 0xf2, 0xfc]), Buffer.from('</p></body></html>')]));
    const { out } = await run('annotate', [file, ...sample]);
    expect(answers(out)[0].text).toBe('Нефть');
  });
});

describe('dataset:check', () => {
  test('status 0 and the counts of a sound dataset', async () => {
    const { status, out } = await run('check', [SAMPLE]);
    expect(out).toContain('nothing to mend in 10 entities');
    expect(status).toBe(0);
  });

  test('status 1 and one line a slip', async () => {
    const broken = join(dir, 'broken');
    withSample([{ file: 'cues.yaml', from: 'hedef*', to: 'h*' }], (copy) => cpSync(copy, broken, { recursive: true }));
    const { status, err } = await run('check', [broken]);
    expect(err).toMatch(/^cues\.yaml:1 {2}target\.tr\.0 "h\*" would fit too many words: .+\n\n1 to mend in 1 file /);
    expect(status).toBe(1);
  });

  test('status 2 where there is no dataset', async () => {
    const { status, err } = await run('check', [dir]);
    expect(err).toMatch(/give the folder of a dataset/);
    expect(status).toBe(2);
  });

  test('--publish keeps the ids from then on', async () => {
    const copied = join(dir, 'published');
    cpSync(SAMPLE, copied, { recursive: true });
    expect((await run('check', [copied, '--publish'])).out).toContain('16 new ids published');
    const ids = readFileSync(join(copied, 'published.txt'), 'utf8').split('\n');
    expect(ids).toEqual(expect.arrayContaining(['country/az', 'person/a-sample', 'reed-2024', 'reed-daily-2024-copy']));
    rmSync(join(copied, 'entities/city/lakeport.yaml'));
    expect((await run('check', [copied])).err).toContain('city/lakeport was released and is gone');
  });
});

describe('dataset:stats', () => {
  test('table and JSON', async () => {
    const table = await run('stats', [SAMPLE]);
    expect(table.out).toMatch(/^dataset 2026-01-31\.1\n {2}entities +10\n/);
    expect(table.out).toContain('5 % apart, 2 voices');
    const json = await run('stats', [SAMPLE, '--json']);
    expect(JSON.parse(json.out).counts.entities).toBe(10);
  });
});

describe('packDataset', () => {
  test('writes both packs and nothing else', () => {
    const out = join(dir, 'packs');
    const { version } = packDataset(SAMPLE, out);
    expect(readdirSync(out).sort()).toEqual(['names.bin', 'records.bin']);
    expect(openNamesPack(readFileSync(join(out, 'names.bin'))).knowledge.version).toBe(version);
    expect(openRecordsPack(readFileSync(join(out, 'records.bin'))).version).toBe(version);
  });

  test('a broken dataset leaves the packs as they were', () => {
    const out = join(dir, 'kept');
    packDataset(SAMPLE, out);
    const before = readFileSync(join(out, 'names.bin'));
    withSample([{ file: 'cues.yaml', content: '{' }], (broken) => {
      expect(() => packDataset(broken, out)).toThrow(DatasetError);
    });
    expect(readFileSync(join(out, 'names.bin'))).toEqual(before);
    expect(readdirSync(out).sort()).toEqual(['names.bin', 'records.bin']);
  });
});
