import type { BackgroundCalls, Params, Reply } from './calls.ts';
import { ANSWER_MS, ask, CallError, type Envelope } from './envelope.ts';
import { isAlive, nativeRuntime } from './native.ts';

/**
 * A background that is being stopped may swallow a message without a word (seen now and then in Firefox 153). After so long it is asked for a
 * sign of life: one that answers, and has not answered the call, never got it. A busy one answers in its order, so no work is done twice.
 */
const DOUBT_MS = 700;
/** A browser that is short of memory may stop the background again right after it has started. */
const TRIES = 3;

/** One message, and the same once more when the background turns out to live without having got it. */
function insist(send: () => Promise<unknown>): Promise<unknown> {
  let isOver = false;
  const first = send().finally(() => {
    isOver = true;
  });
  const second = async () => {
    await new Promise((done) => setTimeout(done, DOUBT_MS));
    // No envelope: nobody takes it up, and the browser says so.
    if (!isOver)
      await nativeRuntime()!
        .sendMessage(null)
        .catch(() => {});
    return isOver ? first : send();
  };
  return Promise.race([first, second()]);
}

/**
 * Asks the background. One killed in the middle of a call rejects at once and starts again with the next message, so while there is time the
 * call is made again: every call may be made twice and ends in the same state. Rejects with a CallError within `ANSWER_MS`.
 */
export async function callBackground<K extends keyof BackgroundCalls>(
  call: K,
  params: Params<BackgroundCalls, K>,
): Promise<Reply<BackgroundCalls, K>> {
  const envelope: Envelope = { to: 'background', call, params };
  const send = async () => nativeRuntime()!.sendMessage(envelope);
  const end = performance.now() + ANSWER_MS;
  for (let tries = 1; ; tries++) {
    try {
      return (await ask(() => insist(send), end - performance.now())) as Reply<BackgroundCalls, K>;
    } catch (error) {
      const isWorthwhile = error instanceof CallError && error.fault === 'unreachable' && tries < TRIES;
      if (!isWorthwhile || performance.now() >= end || !isAlive()) throw error;
    }
  }
}
