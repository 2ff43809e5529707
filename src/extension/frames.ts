import { browser, isFirefox } from './browser.ts';
import type { OutletSite } from './patterns.ts';
import { MARKS_CSS, PAGE_SCRIPT } from './registration.ts';
import { siteOfHost } from './site-access.ts';

/**
 * Puts style and page script into the frames of a tab that are of its site and large enough for an article. Registered scripts run in top
 * pages alone, so that no frame of an advertisement costs anything; this is asked for by a page script that has seen such a frame. Gives the
 * ids of the frames.
 */
export async function enterFrames(
  tabId: number,
  url: string,
  once: boolean,
  outlets: readonly OutletSite[],
): Promise<readonly number[]> {
  const site = siteOfHost(new URL(url).hostname, outlets);
  const looks = await browser.scripting.executeScript({
    target: { tabId, allFrames: true },
    // One frame that loads slowly must not hold up the others.
    injectImmediately: true,
    args: [once],
    func: (isOnce: boolean) => {
      if (window.parent === window || innerWidth < 400 || innerHeight < 320) return null;
      if (isOnce) (globalThis as { __dragomanOnce?: boolean }).__dragomanOnce = true;
      // A frame without an address of its own is of the page around it.
      return location.hostname || '.';
    },
  });
  const frameIds = looks.flatMap(({ frameId, result }) =>
    typeof result === 'string' && (result === '.' || siteOfHost(result, outlets) === site) ? [frameId] : [],
  );
  if (!frameIds.length) return frameIds;
  const target = { tabId, frameIds };
  // Nobody waits for these: a frame may load for long, and one that goes elsewhere meanwhile asks again when it has loaded.
  const quietly = (work: Promise<unknown>) => void work.catch(() => {});
  quietly(browser.scripting.insertCSS({ target, files: [MARKS_CSS], origin: isFirefox ? 'USER' : 'AUTHOR' }));
  quietly(browser.scripting.executeScript({ target, files: [PAGE_SCRIPT] }));
  return frameIds;
}
