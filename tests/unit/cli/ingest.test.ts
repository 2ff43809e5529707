import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readDraft } from '../../../src/cli/draft.ts';
import { readPlain, readSaved } from '../../../src/cli/make-draft.ts';
import { checkDataset } from '../../../src/dataset/check.ts';
import { SAMPLE } from '../dataset/sample.ts';
import { run } from './run.ts';

let dir: string;
let drafts: string;
let dataset: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'ingest-'));
  drafts = join(dir, 'drafts');
  dataset = join(dir, 'dataset');
  cpSync(SAMPLE, dataset, { recursive: true });
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

const page = (
  address: string,
) => `<!doctype html><html lang="en"><head><title>Trade grows</title><link rel="canonical" href="${address}">
<meta property="article:published_time" content="2024-03-05"></head><body><nav><a href="/">Menu of this paper</a></nav><article><h1>Trade of Kazakhstan grows</h1>
<p>The trade turnover between Kazakhstan and Azerbaijan reached $610 million in 2023, as Reed Daily learned from people who counted it themselves, crate by crate.</p>
<p>By another count the trade turnover of Kazakhstan and Azerbaijan amounted to $529.4 million in 2023, which was told on the shore of the lake and written down.</p></article></body></html>`;
const ingest = (args: readonly string[], input = '') => run('ingest', [...args, '--out', drafts, '--dataset', dataset], input);

describe('dataset:ingest', () => {
  test('drafts what the engine finds, tells its progress, and goes on where it was', async () => {
    const saved = join(dir, 'saved');
    mkdirSync(join(saved, 'deep'), { recursive: true });
    writeFileSync(join(saved, 'a.html'), page('https://reed.example/a/77'));
    const first = await ingest([saved]);
    expect(first.err).toMatch(/^\[1\/1\] .*a\.html: \d+ entities, 2 values, 0 claims → .*a\.yaml$/m);
    expect(first.status).toBe(0);
    const draft = readDraft(join(drafts, 'a.yaml'));
    expect(draft.article).toMatchObject({
      decision: 'open',
      outlet: 'outlet/reed-daily',
      date: '2024-03-05',
      lang: 'en',
      line: '',
    });
    expect(draft.entities.map(({ id }) => id)).toEqual(expect.arrayContaining(['country/kz', 'country/az']));
    expect(draft.observations.map(({ printed, value, known }) => [printed, value, known])).toEqual([
      ['$610 million', 610e6, []],
      ['$529.4 million', 529.4e6, ['kz-az-2023-reed']],
    ]);
    // No sentence of the page is kept.
    expect(readFileSync(join(drafts, 'a.yaml'), 'utf8')).not.toMatch(/crate by crate|Menu of this paper/);

    writeFileSync(join(saved, 'deep/known.html'), page('https://www.reed.example/trade/1.html'));
    writeFileSync(join(saved, 'deep/b.txt'), 'Kazakhstan.\n\nCargo of 5 tons.\n');
    const before = readFileSync(join(drafts, 'a.yaml'));
    const second = await ingest([saved]);
    expect(second.err).toMatch(/\[1\/3\] .*a\.html: drafted already/);
    expect(second.err).toMatch(/\[3\/3\] .*known\.html: is reed-daily-2023-trade of the dataset: left alone/);
    expect(readdirSync(drafts).sort()).toEqual(['a.yaml', 'b.yaml']);
    expect(readFileSync(join(drafts, 'a.yaml'))).toEqual(before);
  });

  test('a review asks item by item, can end anywhere, and adds what was accepted', async () => {
    const file = join(dir, 'a.html');
    writeFileSync(file, page('https://reed.example/a/77'));
    await ingest([file]);
    const unchanged = readFileSync(join(dataset, 'observations/bilateral-trade-turnover.csv'), 'utf8');
    const begun = await ingest(['--review'], 'a\nOur own line\na\nq\na\n');
    expect(begun.err).toContain('the rest stays open');
    expect(begun.status).toBe(0);
    expect(readDraft(join(drafts, 'a.yaml'))).toMatchObject({
      done: false,
      article: { decision: 'accept', line: 'Our own line' },
    });

    const { entities, observations } = readDraft(join(drafts, 'a.yaml'));
    const open = [...entities, ...observations].filter(({ decision }) => decision === 'open').length;
    const ended = await ingest(['--review'], 'a\n'.repeat(open));
    expect(ended.err).toContain('1 of 1 drafts are decided');
    expect(ended.err).toMatch(
      /by hand: \$529\.4 million is known: add reed-daily-2024-03-05-77 to the articles of kz-az-2023-reed/,
    );
    const { problems, reading } = checkDataset(dataset);
    expect(problems).toEqual([]);
    expect(reading.dataset.articles.find(({ id }) => id === 'reed-daily-2024-03-05-77')).toMatchObject({
      title: 'Trade of Kazakhstan grows',
      line: 'Our own line',
      observations: ['kz-az-2023-reed-daily'],
    });
    // Accepted records stand as they were; the new row is at the end.
    const after = readFileSync(join(dataset, 'observations/bilateral-trade-turnover.csv'), 'utf8');
    expect(after.startsWith(unchanged)).toBe(true);
    expect(after.slice(unchanged.length).split('\n')).toHaveLength(2);
    expect((await ingest(['--review'])).err).toContain('is done');
  });

  test('a rejected article adds nothing', async () => {
    const file = join(dir, 'a.html');
    writeFileSync(file, page('https://reed.example/a/77'));
    await ingest([file]);
    await ingest(['--review'], 'r\n');
    expect(readDraft(join(drafts, 'a.yaml')).done).toBe(true);
    expect(readFileSync(join(dataset, 'articles/2024.csv'), 'utf8')).toBe(
      readFileSync(join(SAMPLE, 'articles/2024.csv'), 'utf8'),
    );
  });

  test.each([
    { name: 'nothing given', args: [], says: /give saved pages/ },
    { name: 'a file that is not there', args: ['nowhere.html'], says: /nowhere\.html is not there: give saved pages/ },
  ])('$name', async ({ args, says }) => {
    const { status, err } = await ingest(args);
    expect(err).toMatch(says);
    expect(status).toBe(2);
  });

  test('a draft broken by hand is told with its cure', async () => {
    mkdirSync(drafts);
    writeFileSync(join(drafts, 'a.yaml'), 'article: {decision: perhaps}\n');
    const { status, err } = await ingest(['--review']);
    expect(err).toMatch(/a\.yaml: .+: mend it, or delete it and ingest again/);
    expect(status).toBe(2);
  });
});

test('the article is read without what stands around it', () => {
  const { facts, blocks } = readSaved(page('https://reed.example/a/77'));
  expect(facts).toMatchObject({ url: 'https://reed.example/a/77', date: '2024-03-05', lang: 'en' });
  expect(blocks.map(({ text }) => text.slice(0, 24))).toEqual([
    'Trade of Kazakhstan grow',
    'The trade turnover betwe',
    'By another count the tra',
  ]);
});

test.each([
  { lang: 'en', text: 'The turnover of the two countries grew in the year, and that is all.' },
  { lang: 'ru', text: 'Товарооборот двух стран вырос за год, и это всё, что было сказано.' },
  { lang: 'az', text: 'İki ölkə arasında ticarət dövriyyəsi il ərzində artıb və bu qədər.' },
  { lang: 'kk', text: 'Екі ел арасындағы тауар айналымы жыл ішінде өсті, барлығы осы ғана.' },
  { lang: 'tr', text: 'İki ülke arasındaki ticaret hacmi yıl içinde arttı ve bu kadar, dendi.' },
])('a plain text in $lang', ({ lang, text }) => {
  expect(readPlain(`${text}\r\n\r\n  ${text}\n`)).toMatchObject({ facts: { lang }, blocks: [{ text }, { text }] });
});
