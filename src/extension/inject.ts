import type { Scripting } from 'webextension-polyfill';
import { browser, extensionUrl } from './browser.ts';
import type { Sender } from './envelope.ts';
import { PAGE_SCRIPT } from './registration.ts';

const CARD_SCRIPT = 'card.js';

/** Both browsers tell the document of a sender; the polyfill's types do not know it yet. */
type FromDocument = Sender & { readonly documentId?: string };

/** Puts a file into the very document that asked (a navigation in between must not get it), beside the scripts of ours that are there. */
async function inject(sender: FromDocument, file: string): Promise<void> {
  if (sender.tab?.id === undefined || !sender.documentId) return;
  const target = { tabId: sender.tab.id, documentIds: [sender.documentId] } as Scripting.InjectionTarget;
  await browser.scripting.executeScript({ target, files: [file], injectImmediately: true });
}

/** card.js and the page script that asked for it meet in the isolated world. */
export const injectCard = (sender: FromDocument): Promise<void> => inject(sender, CARD_SCRIPT);

/** The page script goes where its gate asked for it. */
export const injectPage = (sender: FromDocument): Promise<void> => inject(sender, PAGE_SCRIPT);

/** Opens the atlas beside the tab that asked, or goes to the tab that shows this very page of it: a call may be made twice. */
export async function openAtlas(route: string, beside?: { readonly index?: number; readonly windowId?: number }): Promise<void> {
  const url = extensionUrl(`atlas.html${route}`);
  const open = (await browser.tabs.query({})).find((tab) => tab.url === url || tab.pendingUrl === url);
  if (open?.id !== undefined) return void (await browser.tabs.update(open.id, { active: true }));
  await browser.tabs.create({
    url,
    ...(beside?.index === undefined ? {} : { index: beside.index + 1 }),
    ...(beside?.windowId === undefined ? {} : { windowId: beside.windowId }),
  });
}
