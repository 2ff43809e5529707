import type { BrowserContext } from 'playwright-core';
import { callText, DriveError, type Popup, poll, type Script, waiter } from './browser.ts';

interface Message {
  readonly id?: number;
  readonly result?: unknown;
  readonly error?: { readonly message: string };
}
interface Evaluated {
  readonly result: { readonly value?: unknown };
  readonly exceptionDetails?: { readonly text: string; readonly exception?: { readonly description?: string } };
}

/**
 * Clicks the toolbar button of the extension over the page that shows `url` (DevTools: `Extensions.triggerAction`, on the tab, not its
 * page) and attaches to what opens. Playwright does not attach to popups, so DevTools messages go through the browser's own session.
 * Throws `DriveError` when no popup comes within ten seconds.
 */
export async function clickAction(context: BrowserContext, url: string, extensionId: string): Promise<Popup> {
  const session = await context.browser()?.newBrowserCDPSession();
  if (!session) throw new DriveError('No session of the browser: is it closed?');
  const targets = async () => (await session.send('Target.getTargets', { filter: [{}] })).targetInfos;
  const before = await targets();
  const tab = before.find((one) => one.type === 'tab' && one.url === url);
  if (!tab) throw new DriveError(`No tab shows ${url}`);
  // Playwright's types do not know this domain yet.
  const anySession = session as unknown as { send(method: string, params: object): Promise<unknown> };
  await anySession.send('Extensions.triggerAction', { id: extensionId, targetId: tab.targetId });
  const known = new Set(before.map((one) => one.targetId));
  const target = await poll(
    async () =>
      (await targets()).find(
        (one) => one.type === 'page' && one.url.startsWith(`chrome-extension://${extensionId}/`) && !known.has(one.targetId),
      ),
    10_000,
    'the popup to open',
  );
  const { targetId } = target as { targetId: string };
  // One session in another's messages: the flat form would need Playwright's own connection.
  const { sessionId } = await session.send('Target.attachToTarget', { targetId, flatten: false });
  const waiting = new Map<number, (message: Message) => void>();
  session.on('Target.receivedMessageFromTarget', ({ message }) => {
    const answer = JSON.parse(message) as Message;
    if (answer.id !== undefined) waiting.get(answer.id)?.(answer);
  });
  let lastId = 0;
  async function send<T>(method: string, params: object = {}): Promise<T> {
    const id = ++lastId;
    const answered = new Promise<Message>((done) => waiting.set(id, done));
    await session?.send('Target.sendMessageToTarget', { sessionId, message: JSON.stringify({ id, method, params }) });
    const { result, error } = await answered;
    waiting.delete(id);
    if (error) throw new DriveError(`${method}: ${error.message}`);
    return result as T;
  }
  async function evaluate<A extends readonly unknown[], R>(script: Script<A, R>, ...args: A): Promise<R> {
    const expression = callText(script as Script<readonly never[], unknown>, args);
    const { result, exceptionDetails: thrown } = await send<Evaluated>('Runtime.evaluate', {
      expression,
      awaitPromise: true,
      returnByValue: true,
      userGesture: true,
    });
    if (thrown) throw new DriveError(`In the popup: ${thrown.exception?.description ?? thrown.text}`);
    return result.value as R;
  }
  await poll(() => evaluate('document.readyState === "complete"'), 10_000, 'the popup to load');
  return {
    evaluate,
    waitFor: waiter(evaluate),
    screenshot: async () =>
      Buffer.from((await send<{ data: string }>('Page.captureScreenshot', { format: 'png' })).data, 'base64'),
    close: async () => {
      await evaluate('window.close()').catch(() => {});
      await session.detach().catch(() => {});
    },
  };
}
