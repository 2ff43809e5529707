import { afterAll, expect, test } from 'vitest';
import { MARK_KEYS } from '../../../src/page/styles.ts';
import { articlePage, harness } from './harness.ts';

declare const zoo: { stop(): void };
const open: { close(): Promise<void> }[] = [];
afterAll(() => Promise.all(open.map((one) => one.close())));

const PARAGRAPHS = ['A name: Aktau, <b>bold</b> and <a href="#x">in a link: Baku</a>.', 'Money: $5 bn, and another: $6 bn.'];
const MARKS = { words: ['Aktau', 'Baku'], figures: ['$5 bn'], differing: ['$6 bn'] };

test.each(['chromium', 'firefox'] as const)('marks are seen in %s, and gone without a trace', async (name) => {
  const page = await harness(name as 'chromium');
  open.push(page);
  await page.show(articlePage(PARAGRAPHS));
  await page.browser.hover(5, 700);
  const before = await page.browser.screenshot();
  await page.start(MARKS);
  const marked = await page.browser.screenshot();
  expect(marked.equals(before)).toBe(false);
  await page.browser.evaluate(() => zoo.stop());
  await page.browser.evaluate(() => new Promise((done) => setTimeout(done, 300)));
  expect((await page.browser.screenshot()).equals(before)).toBe(true);
});

test('on paper there are none', async () => {
  const page = await harness('chromium');
  open.push(page);
  await page.show(articlePage(PARAGRAPHS));
  // Not by pixels: Chromium draws the letters of a highlight apart from their neighbours, whatever its rule says.
  const lines = () =>
    page.browser.evaluate(
      (keys: string[]) => keys.map((key) => getComputedStyle(document.documentElement, `::highlight(${key})`).textDecorationLine),
      Object.values(MARK_KEYS),
    );
  await page.start(MARKS);
  expect(await lines()).toEqual(['underline', 'underline', 'underline', 'underline']);
  await page.browser.page().emulateMedia({ media: 'print' });
  expect(await lines()).toEqual(['none', 'none', 'none', 'none']);
});

test('a copied sentence is the page’s own', async () => {
  const page = await harness('chromium');
  open.push(page);
  await page.show(articlePage(PARAGRAPHS), MARKS);
  const text = await page.browser.evaluate(() => {
    getSelection()!.selectAllChildren(document.querySelector('article')!);
    return getSelection()!.toString();
  });
  expect(text).toContain('A name: Aktau, bold and in a link: Baku.');
});
