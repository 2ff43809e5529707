import type { Runtime } from 'webextension-polyfill';
import { isFirefox } from './browser-name.ts';

/** The part of `runtime` that scripts in pages use; both browsers answer with promises. */
export interface NativeRuntime {
  readonly id?: string;
  sendMessage(message: unknown): Promise<unknown>;
  readonly onMessage: {
    addListener(listener: NativeListener): void;
    removeListener(listener: NativeListener): void;
  };
}
/** True: `respond` is called later. Understood by both browsers in all versions we run in, which a returned promise is not. */
export type NativeListener = (
  message: unknown,
  sender: Runtime.MessageSender,
  respond: (answer: unknown) => void,
) => true | undefined;

/**
 * The browser's own object, without the polyfill: on every page load its ten kilobytes would be compiled and run (2 ms of a page's main thread)
 * for three functions that need none. Undefined once the extension is gone. Chromium's `browser` is younger than the versions we run in, and a
 * page can put an element of that name in its place; `chrome` it cannot.
 */
export function nativeRuntime(): NativeRuntime | undefined {
  const api = globalThis as { chrome?: { runtime?: NativeRuntime }; browser?: { runtime?: NativeRuntime } };
  return (isFirefox ? api.browser : api.chrome)?.runtime;
}

/** False once the extension was reloaded, updated or removed under a running page script (Chromium: `runtime.id` goes away). */
export function isAlive(): boolean {
  try {
    return Boolean(nativeRuntime()?.id);
  } catch {
    return false;
  }
}
