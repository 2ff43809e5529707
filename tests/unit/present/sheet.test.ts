import { describe, expect, test } from 'vitest';
import type { DocumentFacts } from '../../../src/model/document.ts';
import { type SheetRow, sheetRows } from '../../../src/present/sheet.ts';
import { sheetCsv, sheetJsonLd, sheetMarkdown } from '../../../src/present/sheet-files.ts';
import { annotated, records } from '../resolve/fixture.ts';

const facts: DocumentFacts = { title: 'Trade [grows]', date: '2024-11-06', url: 'https://news.example/a-b?x=1#top' };
const text = 'Trade turnover between Kazakhstan and Azerbaijan reached $556 million in 2023. Kazakhstan is glad.';
const rows = sheetRows(annotated({ ...facts, text }), facts, records, 'en');

test('one row an entity and a read figure, with sources and a link into the text', () => {
  expect(rows.map((r) => [r.kind, r.id])).toEqual([
    ['entity', 'country/kz'],
    ['entity', 'country/az'],
    ['figure', 'bilateral-trade-turnover country/kz country/az'],
  ]);
  expect(rows[2]).toMatchObject({
    printed: '$556 million',
    period: '2023',
    value: '556000000 USD',
    verdict: 'between',
    link: 'https://news.example/a-b?x=1#:~:text=%24556%20million',
  });
  expect(rows[2]!.others).toHaveLength(2);
  expect(rows[2]!.sources).toHaveLength(2);
});

const row = (more: Partial<SheetRow>): SheetRow => ({
  kind: 'entity',
  printed: 'x',
  id: '',
  label: '',
  period: '',
  value: '',
  verdict: '',
  others: [],
  sources: [],
  link: '',
  ...more,
});

describe('CSV', () => {
  test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '＝1'])('never starts a formula: %j', (printed) => {
    const line = sheetCsv([row({ printed })]).split('entity,')[1]!;
    expect(line.replace(/^"/, '').startsWith("'")).toBe(true);
  });
  test('quotes commas, quotes and line breaks', () => {
    expect(sheetCsv([row({ printed: 'a,"b"\nc' })])).toContain('"a,""b""\nc"');
  });
  test('has as many cells in every line', () => {
    const lines = sheetCsv(rows).trimEnd().split('\r\n');
    expect(lines).toHaveLength(rows.length + 1);
  });
});

test('Markdown: nothing of the page opens a link or HTML of its own', () => {
  const out = sheetMarkdown(
    [row({ printed: '[x](https://evil.example) <img src=x> | `y`', sources: ['https://s.example/a b(c)'] })],
    facts,
    '1',
  );
  expect(out).not.toContain('](https://evil.example)');
  expect(out).not.toMatch(/(?<!\\)<img/);
  expect(out).toContain('[1](https://s.example/a%20b%28c%29)');
  expect(out).toContain('# Trade \\[grows\\]');
});

test('JSON-LD: the page, what it mentions, and the dataset', () => {
  const json = JSON.parse(sheetJsonLd(rows, facts, '2026-01-01.1'));
  expect(json).toMatchObject({ '@type': 'WebPage', url: facts.url, isBasedOn: { version: '2026-01-01.1' } });
  expect(json.mentions.map((m: { '@type': string }) => m['@type'])).toEqual(['Thing', 'Thing', 'Observation']);
  expect(json.mentions[2].citation).toHaveLength(2);
});

test('a lone surrogate makes no link that cannot be written', () => {
  const [first] = sheetRows(
    [
      {
        ...annotated({ text: 'Kazakhstan sold more grain this year than ever before, said the ministry.' })[0]!,
        surface: 'a\ud800b-c',
      },
    ],
    facts,
    records,
    'en',
  );
  expect(first!.link).toMatch(/text=ab%2Dc$/);
});
