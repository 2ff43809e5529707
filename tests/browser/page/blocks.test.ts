import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Harness, harness } from './harness.ts';
import type { Zoo } from './in-page.ts';

declare const zoo: Zoo;
interface Case {
  name: string;
  html: string;
  blocks: string[];
  roles?: string[];
  sections?: number[];
  articles?: number[];
  langs?: (string | null)[];
}
const cases = JSON.parse(readFileSync(new URL('../../cases/blocks.json', import.meta.url), 'utf8')) as Case[];
let page: Harness;
beforeAll(async () => {
  page = await harness('chromium');
  await page.show('<!doctype html><html><body></body></html>');
});
afterAll(() => page.close());

test.each(cases)('$name', async ({ html, blocks: expected, roles, sections, articles, langs }) => {
  const blocks = await page.browser.evaluate((body: string) => {
    (document.body as HTMLElement & { setHTMLUnsafe(html: string): void }).setHTMLUnsafe(body);
    return zoo.read();
  }, html);
  expect(blocks.map(({ text }) => text)).toEqual(expected);
  if (roles) expect(blocks.map(({ role }) => role)).toEqual(roles);
  if (sections) expect(blocks.map(({ section }) => section)).toEqual(sections);
  if (articles) expect(blocks.map(({ article }) => article)).toEqual(articles);
  if (langs) expect(blocks.map(({ lang }) => lang ?? null)).toEqual(langs);
});
