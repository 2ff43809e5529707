import { browser } from './browser.ts';

/** Longest selection that is looked up: a name, not a paragraph. In UTF-16 units. */
const MAX_LOOKUP = 120;

export interface MenuActions {
  readonly lookUp: (text: string) => void;
  readonly toggleSite: (tabId: number) => void;
}

/** (Re)makes the two menu items in the reader's language. */
export async function makeMenus(words: { readonly lookUp: string; readonly toggleSite: string }): Promise<void> {
  await browser.contextMenus.removeAll();
  browser.contextMenus.create({ id: 'look-up', title: words.lookUp, contexts: ['selection'] });
  browser.contextMenus.create({ id: 'toggle-site', title: words.toggleSite, contexts: ['page', 'action'] });
}

export function listenToMenus(actions: MenuActions): void {
  browser.contextMenus.onClicked.addListener((info, tab) => {
    if (info.menuItemId === 'look-up' && info.selectionText) actions.lookUp(info.selectionText.trim().slice(0, MAX_LOOKUP));
    if (info.menuItemId === 'toggle-site' && tab?.id !== undefined) actions.toggleSite(tab.id);
  });
}
