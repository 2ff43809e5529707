import { readdirSync, readFileSync } from 'node:fs';
import { parseHTML } from 'linkedom';
import { describe, expect, test } from 'vitest';
import { mayBeArticle } from '../../../src/article/evidence.ts';
import type { ReadableDocument } from '../../../src/article/node.ts';
import { judgePage, PAGE_TABLE } from '../../../src/article/page-kind.ts';

const PAGES = new URL('../../pages/', import.meta.url);
/** Each page says in a meta element what it is, under which address, and which row of the table should speak. */
const pages = readdirSync(PAGES)
  .filter((file) => file.startsWith('kind-'))
  .map((file) => {
    const { document } = parseHTML(readFileSync(new URL(file, PAGES), 'utf8'));
    const expected = document.querySelector('meta[name="expected"]')!;
    return {
      file,
      document: document as unknown as ReadableDocument,
      kind: expected.getAttribute('content')!,
      address: expected.getAttribute('data-address')!,
      reason: expected.getAttribute('data-reason')!,
    };
  });

describe('page kinds', () => {
  test.each(pages)('$file', ({ document, kind, address, reason }) => {
    expect(judgePage(document, address)).toEqual({ kind, reason, isArticle: kind === 'article' });
  });

  test('the look before the table lets every article through, and every page that opts out', () => {
    const wanted = pages.filter(({ kind }) => kind === 'article' || kind === 'opted-out');
    expect(wanted.filter(({ document, address }) => !mayBeArticle(document, () => address)).map(({ file }) => file)).toEqual([]);
    // It is worth its while: some pages need no table.
    expect(pages.filter(({ document, address }) => !mayBeArticle(document, () => address)).length).toBeGreaterThan(2);
  });

  test('each row of the table has a page', () => {
    const noHtml = parseHTML('<?xml version="1.0"?><feed><entry>x</entry></feed>').document as unknown as ReadableDocument;
    const spoken = new Set([...pages.map(({ reason }) => reason), judgePage(noHtml, 'https://courier.example/feed.xml').reason]);
    expect(PAGE_TABLE.map(({ reason }) => reason).filter((reason) => !spoken.has(reason))).toEqual([]);
  });
});
