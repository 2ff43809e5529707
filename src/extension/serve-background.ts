import { browser } from './browser.ts';
import type { BackgroundCalls } from './calls.ts';
import { answer, CallError, type Handlers, isEnvelope, type Sender } from './envelope.ts';

/**
 * Serves calls to the background. `check` throws a CallError unless this sender may ask it with these parameters, and gives the parameters as they may be used.
 */
export function serveBackground(
  handlers: Handlers<BackgroundCalls>,
  check: (call: string, params: unknown, sender: Sender) => unknown,
): void {
  browser.runtime.onMessage.addListener((message: unknown, sender: Sender) => {
    if (!isEnvelope(message, 'background')) return undefined;
    return (async () => {
      try {
        const params = check(message.call, message.params, sender);
        const handler = Object.hasOwn(handlers, message.call) ? handlers[message.call as keyof BackgroundCalls] : undefined;
        return await answer(handler as never, { ...message, params }, sender);
      } catch (error) {
        if (error instanceof CallError) return { fault: error.fault, message: error.message };
        throw error;
      }
    })();
  });
}
