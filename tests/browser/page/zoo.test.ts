import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Harness, harness, zooPages } from './harness.ts';

/** Marks stand right over each page of the zoo, in both browsers, and the page is as it was. */
describe.each(['chromium', 'firefox'] as const)('%s', (name) => {
  let page: Harness;
  beforeAll(async () => {
    page = await harness(name as 'chromium');
  });
  afterAll(() => page.close());

  test.each(zooPages())('$file', async ({ file, html, start, registered, mentions }) => {
    const type = file.endsWith('.xhtml') ? 'application/xhtml+xml; charset=utf-8' : 'text/html; charset=utf-8';
    await page.show({ body: html, headers: { 'content-type': type } }, undefined, `zoo.example/${file}`);
    const before = await page.browser.evaluate(() => document.body.outerHTML);
    await page.start(start);
    expect(sorted(await page.registered())).toEqual(sorted(registered));
    if (mentions) expect(await page.mentions()).toEqual(mentions);
    expect(await page.browser.evaluate(() => document.body.outerHTML)).toBe(before);
    await page.browser.evaluate(() => zoo.stop());
    expect(await page.registered()).toEqual({});
  });
});

declare const zoo: { stop(): void };
/** Slots draw in another order than the tree has: the order is that of `mentions`. */
function sorted(registered: Record<string, string[]>): Record<string, string[]> {
  return Object.fromEntries(Object.entries(registered).map(([key, texts]) => [key, [...texts].sort()]));
}
