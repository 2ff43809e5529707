import type { Browser } from '../../../src/drive/browser.ts';
import type { Chromium } from '../../../src/drive/chromium.ts';
import type { Firefox } from '../../../src/drive/firefox.ts';
import { inExtension } from './guest.ts';

/** What a reader does that the common journey lacks, each in its browser's own way. */

/** Composes text as an input method does: every prefix first as a composition, then the whole committed, into the focused field. */
export async function compose(browser: Browser, text: string): Promise<void> {
  const prefixes = Array.from(text, (_, i) => text.slice(0, i + 1));
  if (browser.name === 'chromium') {
    const { context, page } = browser as Chromium;
    const session = await context.newCDPSession(page());
    for (const part of prefixes)
      await session.send('Input.imeSetComposition', { text: part, selectionStart: part.length, selectionEnd: part.length });
    await session.send('Input.insertText', { text });
    await session.detach();
    return;
  }
  await (browser as Firefox).marionette.send('WebDriver:ExecuteScript', {
    sandbox: 'system',
    args: [prefixes],
    script: `const input = Cc['@mozilla.org/text-input-processor;1'].createInstance(Ci.nsITextInputProcessor);
      if (!input.beginInputTransactionForTests(window)) throw new Error('no input method can be played here');
      for (const part of arguments[0]) {
        input.setPendingCompositionString(part);
        input.appendClauseToPendingComposition(part.length, input.ATTR_RAW_CLAUSE);
        input.setCaretInPendingComposition(part.length);
        input.flushPendingComposition();
      }
      input.commitComposition();`,
  });
}

/** The browser's own zoom of the tab in use. */
export async function zoomTo(browser: Browser, host: string, factor: number): Promise<void> {
  const before = await browser.evaluate<[], number>('innerWidth');
  await inExtension(browser, `api.tabs.query({ url: '*://${host}/*' }).then(([tab]) => api.tabs.setZoom(tab.id, ${factor}))`);
  await browser.waitFor<[number], boolean>((width) => innerWidth !== width, [before]);
}

/** Shows the page as it goes to paper, or back on the screen. */
export async function showAs(browser: Browser, media: 'print' | 'screen'): Promise<void> {
  if (browser.name === 'chromium') await (browser as Chromium).page().emulateMedia({ media });
  else
    await (browser as Firefox).chrome(
      `gBrowser.selectedBrowser.browsingContext.mediumOverride = arguments[0];`,
      media === 'print' ? 'print' : '',
    );
  await browser.waitFor(`matchMedia('${media}').matches`);
}
