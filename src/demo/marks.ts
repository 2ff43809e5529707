import type { Browser } from '../drive/browser.ts';

/** A mark that the page shows: its text, and the middle of its first line in CSS pixels of the viewport. */
export interface ShownMark {
  readonly text: string;
  readonly x: number;
  readonly y: number;
}

/** The marks are ranges of the CSS highlight registry, which page and extension share: any script of the page can list them. */
export function shownMarks(browser: Browser): Promise<ShownMark[]> {
  return browser.evaluate(() => {
    const marks: { text: string; x: number; y: number }[] = [];
    for (const highlight of CSS.highlights.values()) {
      for (const { startContainer, startOffset, endContainer, endOffset } of highlight as unknown as Iterable<AbstractRange>) {
        const range = new Range();
        range.setStart(startContainer, startOffset);
        range.setEnd(endContainer, endOffset);
        const box = range.getClientRects()[0];
        if (box) marks.push({ text: range.toString(), x: box.x + box.width / 2, y: box.y + box.height / 2 });
      }
    }
    return marks;
  });
}

/** Scrolls until the text stands at a third of the viewport's height, waits for its mark, and gives it. Throws when none comes. */
export async function bringUp(browser: Browser, text: string): Promise<ShownMark> {
  await browser.evaluate((wanted: string) => {
    const walker = document.createTreeWalker(document.querySelector('article') ?? document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const at = node.nodeValue?.indexOf(wanted) ?? -1;
      if (at < 0) continue;
      const range = new Range();
      range.setStart(node, at);
      range.setEnd(node, at + wanted.length);
      scrollBy({ top: range.getBoundingClientRect().y - innerHeight / 3, behavior: 'instant' });
      return;
    }
  }, text);
  let found: ShownMark | undefined;
  const end = Date.now() + 5_000;
  while (!found && Date.now() < end) {
    found = (await shownMarks(browser)).find((mark) => mark.text === text);
    if (!found) await new Promise((done) => setTimeout(done, 50));
  }
  if (!found) throw new Error(`“${text}” was not marked`);
  return found;
}
