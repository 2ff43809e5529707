import type { Browser } from '../drive/browser.ts';
import type { BackgroundCalls, Params, Reply, ToPage } from '../extension/calls.ts';

type Answer = { readonly ok?: unknown; readonly message?: string };

function ok(answer: Answer | undefined, call: string): unknown {
  if (answer && 'ok' in answer) return answer.ok;
  throw new Error(`${call} was not answered: ${answer?.message ?? 'nobody there'}`);
}

/** Does something in a page of the extension in a tab of its own, and goes back to the tab that was in use. */
async function aside<R>(browser: Browser, work: () => Promise<R>): Promise<R> {
  const before = await browser.tab();
  await browser.newTab(browser.extensionUrl('options.html'));
  try {
    return await work();
  } finally {
    await browser.closeTab();
    await browser.useTab(before);
  }
}

/** Asks the background as a page of the extension does. */
export function askBackground<K extends keyof BackgroundCalls>(
  browser: Browser,
  call: K,
  params: Params<BackgroundCalls, K>,
): Promise<Reply<BackgroundCalls, K>> {
  const message = JSON.stringify({ to: 'background', call, params });
  return aside(
    browser,
    async () =>
      ok(await browser.evaluate<[], Answer>(`chrome.runtime.sendMessage(${message})`), call) as Reply<BackgroundCalls, K>,
  );
}

/** Number of the tab that shows the address. */
export function tabOf(browser: Browser, url: string): Promise<number> {
  return aside(browser, async () => {
    const find = `chrome.tabs.query({}).then((tabs) => tabs.find((tab) => tab.url === ${JSON.stringify(url)})?.id)`;
    return (await browser.evaluate<[], number>(find)) ?? -1;
  });
}

/** Asks the page script of a tab, as popup and panel do. */
export function askPage<K extends keyof ToPage>(
  browser: Browser,
  tab: number,
  call: K,
  params: Params<ToPage, K>,
): Promise<Reply<ToPage, K>> {
  const message = JSON.stringify({ to: 'page', call, params });
  return aside(
    browser,
    async () =>
      ok(await browser.evaluate<[], Answer>(`chrome.tabs.sendMessage(${tab}, ${message}, { frameId: 0 })`), call) as Reply<
        ToPage,
        K
      >,
  );
}
