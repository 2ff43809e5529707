import type { ToPage } from './calls.ts';
import { answer, type Handlers, isEnvelope } from './envelope.ts';
import { isAlive, type NativeListener, nativeRuntime } from './native.ts';

/** Serves calls to this page script until `signal` aborts. Only the extension's own pages and background reach it; a call without a handler is told so. */
export function servePage(handlers: Partial<Handlers<ToPage>>, signal: AbortSignal): void {
  const listener: NativeListener = (message, sender, respond) => {
    if (!isEnvelope(message, 'page') || sender.id !== nativeRuntime()?.id) return undefined;
    const handler = Object.hasOwn(handlers, message.call) ? handlers[message.call as keyof ToPage] : undefined;
    void answer(handler as never, message, sender).then(respond);
    return true;
  };
  nativeRuntime()!.onMessage.addListener(listener);
  signal.addEventListener('abort', () => isAlive() && nativeRuntime()!.onMessage.removeListener(listener), { once: true });
}
