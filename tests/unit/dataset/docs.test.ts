import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parse as parseCsv } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import { parse as parseYaml } from 'yaml';
import type { z } from 'zod';
import * as source from '../../../src/dataset/source.ts';

const text = readFileSync(resolve(import.meta.dirname, '../../../docs/dataset.md'), 'utf8');
const blocks = [...text.matchAll(/^```(yaml|csv)\n([\s\S]*?)^```$/gm)].map(([, kind, body]) => ({ kind, body: body! }));

/** What each example of the page shows, in its order. */
const shown: readonly { name: string; schema: z.ZodType; list?: true; columns?: readonly string[] }[] = [
  { name: 'dataset', schema: source.aboutSchema },
  { name: 'entity', schema: source.entitySchema },
  { name: 'indicators', schema: source.indicatorSchema, list: true },
  { name: 'posts', schema: source.postSchema, list: true },
  { name: 'bases', schema: source.basisSchema, list: true },
  { name: 'cues', schema: source.cuesSchema },
  { name: 'sources', schema: source.sourceSchema, list: true },
  { name: 'events', schema: source.eventSchema, list: true },
  { name: 'redirects', schema: source.redirectsSchema },
  { name: 'observations', schema: source.observationRow, columns: source.OBSERVATION_COLUMNS },
  { name: 'articles', schema: source.articleRow, columns: source.ARTICLE_COLUMNS },
  { name: 'context', schema: source.contextRow, columns: source.CONTEXT_COLUMNS },
];

describe('docs/dataset.md', () => {
  test('has one example a file', () => {
    expect(blocks).toHaveLength(shown.length);
  });

  test.each(shown.map((one, i) => ({ ...one, i })))('its example of $name is sound', ({ schema, list, columns, i }) => {
    const { body } = blocks[i]!;
    if (columns) {
      const [head, ...rows] = parseCsv(body) as string[][];
      expect(head).toEqual([...columns]);
      for (const row of rows) schema.parse(Object.fromEntries(columns.map((column, k) => [column, row[k]])));
      expect(rows).not.toEqual([]);
      return;
    }
    const value = parseYaml(body);
    for (const record of list ? value : [value]) schema.parse(record);
  });
});
