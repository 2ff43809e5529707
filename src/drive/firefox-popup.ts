import { callText, DriveError, type Popup, poll, type Script, waiter } from './browser.ts';
import type { Marionette } from './marionette.ts';

/** Runs a function body with Firefox's own rights. */
type Chrome = <R>(body: string, ...args: readonly unknown[]) => Promise<R>;

const POPUP = 'browser.webextension-popup-browser';

/**
 * Clicks the toolbar button of the extension. WebDriver knows no popups; Marionette's own actor runs scripts in them all the same, and
 * their element in the window can be pictured.
 */
export async function clickAction({ send }: Marionette, chrome: Chrome, extensionId: string): Promise<Popup> {
  await chrome<void>(
    `const { ExtensionParent } = ChromeUtils.importESModule('resource://gre/modules/ExtensionParent.sys.mjs');
     const { extension } = WebExtensionPolicy.getByID(arguments[0]);
     ExtensionParent.apiManager.global.browserActionFor(extension).triggerAction(window);`,
    extensionId,
  );
  const isOpen = () =>
    chrome<boolean>(`const page = document.querySelector(arguments[0]); return Boolean(page?.clientHeight);`, POPUP);
  await poll(isOpen, 10_000, 'the popup to open');

  async function evaluate<A extends readonly unknown[], R>(script: Script<A, R>, ...args: A): Promise<R> {
    const answer = await chrome<{ value?: R; error?: string }>(
      `const page = document.querySelector(arguments[0]);
       if (!page) throw new Error('the popup is closed');
       return page.browsingContext.currentWindowGlobal.getActor('MarionetteCommands').executeScript(arguments[1], [], { async: true, timeout: 30000 });`,
      POPUP,
      `const done = arguments[arguments.length - 1];
       (async () => (${callText(script as Script<readonly never[], unknown>, args)}))()
         .then((value) => done({ value }), (error) => done({ error: String(error) }));`,
    );
    if (answer.error) throw new DriveError(`In the popup: ${answer.error}`);
    return answer.value as R;
  }
  // Its first document is an empty one; who is asked while it goes cannot answer.
  await poll(
    () => evaluate('location.protocol === "moz-extension:" && document.readyState === "complete"').catch(() => false),
    10_000,
    'the popup to load',
  );
  return {
    evaluate,
    waitFor: waiter(evaluate),
    screenshot: async () => {
      await send('Marionette:SetContext', { value: 'chrome' });
      try {
        const element = await send<Record<string, string>>('WebDriver:FindElement', { using: 'css selector', value: POPUP });
        const png = await send<string>('WebDriver:TakeScreenshot', { id: Object.values(element)[0], full: false });
        return Buffer.from(png, 'base64');
      } finally {
        await send('Marionette:SetContext', { value: 'content' });
      }
    },
    close: async () => {
      await chrome<void>(`document.querySelector(arguments[0])?.closest('panel')?.hidePopup();`, POPUP);
      await poll(async () => !(await isOpen()), 10_000, 'the popup to close');
    },
  };
}
