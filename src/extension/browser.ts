/** The browser API, named in this folder only. The polyfill passes a native promise API through and wraps the others. */
import browser from 'webextension-polyfill';

export { isFirefox } from './browser-name.ts';
export { browser };

/** The side panel of Chromium, which the polyfill does not know. */
interface SidePanelApi {
  open(options: { windowId: number }): Promise<void>;
  setOptions(options: { path: string; enabled: boolean }): Promise<void>;
}
export const sidePanel = (globalThis as { chrome?: { sidePanel?: SidePanelApi } }).chrome?.sidePanel;

/** Address of a page or file of the extension. */
export function extensionUrl(path: string): string {
  return browser.runtime.getURL(path);
}
