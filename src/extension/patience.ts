import { isAlive } from './native.ts';

/** A machine that is short of everything lets calls run out; a page asks again after so long, in ms, and then stays as it is. */
const ASK_AGAIN = [2_000, 10_000] as const;

/** Makes a call of a page script that must not be lost, up to three times; rejects with the last failure, or when the page is done with us. */
export async function patiently<R>(ask: () => Promise<R>, signal?: AbortSignal): Promise<R> {
  for (const wait of ASK_AGAIN)
    try {
      return await ask();
    } catch (error) {
      if (signal?.aborted || !isAlive()) throw error;
      await new Promise((done) => setTimeout(done, wait));
    }
  return ask();
}
