import type { Runtime } from 'webextension-polyfill';
import { browser } from './browser.ts';
import type { BackgroundCalls, PageSummary, Params, Reply, ToPage } from './calls.ts';

/**
 * `unreachable`: nobody answered in time, or the other side is gone; `refused`: this sender may not ask that;
 * `bad-params`: the parameters are not what the call takes; `failed`: the handler itself failed.
 */
export type CallFault = 'unreachable' | 'refused' | 'bad-params' | 'failed';

export class CallError extends Error {
  readonly fault: CallFault;
  constructor(fault: CallFault, message: string) {
    super(message);
    this.name = 'CallError';
    this.fault = fault;
  }
}

/** What travels: `to` keeps calls of the background and of page scripts apart, since both listen to one channel. */
interface Envelope {
  readonly to: 'background' | 'page';
  readonly call: string;
  readonly params: unknown;
}
type Answer = { readonly ok: unknown } | { readonly fault: CallFault; readonly message: string };

/** Longest wait for an answer, a second try included: waking a stopped background takes up to 125 ms, a whole article about 30 ms; two seconds is a hang, and a busy browser's timers are late. */
const ANSWER_MS = 1_900;
/**
 * A background that is being stopped may swallow a message without a word (seen now and then in Firefox 153). After so long it is asked for a
 * sign of life: one that answers, and has not answered the call, never got it. A busy one answers in its order, so no work is done twice.
 */
const DOUBT_MS = 700;
/** A browser that is short of memory may stop the background again right after it has started. */
const TRIES = 3;

function isEnvelope(message: unknown, to: Envelope['to']): message is Envelope {
  return (
    typeof message === 'object' &&
    message !== null &&
    (message as Envelope).to === to &&
    typeof (message as Envelope).call === 'string'
  );
}

async function ask(send: () => Promise<unknown>, ms = ANSWER_MS): Promise<unknown> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new CallError('unreachable', `no answer within ${ANSWER_MS} ms`)), ms);
  });
  try {
    const answer = (await Promise.race([send(), late])) as Answer | undefined;
    if (!answer || typeof answer !== 'object') throw new CallError('unreachable', 'nobody answered');
    if ('ok' in answer) return answer.ok;
    throw new CallError(answer.fault, answer.message);
  } catch (error) {
    if (error instanceof CallError) throw error;
    throw new CallError('unreachable', error instanceof Error ? error.message : String(error));
  } finally {
    clearTimeout(timer);
  }
}

/** One message, and the same once more when the background turns out to live without having got it. */
function insist(send: () => Promise<unknown>): Promise<unknown> {
  let isOver = false;
  const first = send().finally(() => {
    isOver = true;
  });
  const second = async () => {
    await new Promise((done) => setTimeout(done, DOUBT_MS));
    // No envelope: nobody takes it up, and the browser says so.
    if (!isOver) await browser.runtime.sendMessage(null).catch(() => {});
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
  const send = () => browser.runtime.sendMessage(envelope);
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

async function askFrame<K extends keyof ToPage>(
  tabId: number,
  frameId: number,
  call: K,
  params: Params<ToPage, K>,
): Promise<Reply<ToPage, K>> {
  const envelope: Envelope = { to: 'page', call, params };
  return (await ask(() => browser.tabs.sendMessage(tabId, envelope, { frameId }))) as Reply<ToPage, K>;
}

interface Speaker {
  readonly frameId: number;
  readonly summary: PageSummary;
}

/** The frame that speaks for a tab: the top page where it is read, else the first of its frames that is. Undefined where no page script runs. */
export async function speakerOf(tabId: number): Promise<Speaker | undefined> {
  const look = (frameId: number) => askFrame(tabId, frameId, 'summary', null).catch(() => undefined);
  const top = await look(0);
  if (!top) return undefined;
  for (const frameId of top.report ? [] : top.frames) {
    const summary = await look(frameId);
    if (summary?.report) return { frameId, summary };
  }
  return { frameId: 0, summary: top };
}

/** Asks the page script that speaks for a tab; `unreachable` where none runs. */
export async function callPage<K extends keyof ToPage>(
  tabId: number,
  call: K,
  params: Params<ToPage, K>,
): Promise<Reply<ToPage, K>> {
  const speaker = await speakerOf(tabId);
  return askFrame(tabId, speaker?.frameId ?? 0, call, params);
}

/** Tells all page scripts of a tab; waits for none but the first. */
export async function callFrames<K extends 'stop' | 'settings'>(
  tabId: number,
  call: K,
  params: Params<ToPage, K>,
): Promise<void> {
  const envelope: Envelope = { to: 'page', call, params };
  await ask(() => browser.tabs.sendMessage(tabId, envelope));
}

/** What the page script that speaks for a tab says of its page; undefined where none runs. */
export async function summaryOf(tabId: number): Promise<PageSummary | undefined> {
  return (await speakerOf(tabId))?.summary;
}

export type Sender = Runtime.MessageSender;
export type Handlers<Calls> = {
  readonly [K in keyof Calls]: (params: Params<Calls, K>, sender: Sender) => Promise<Reply<Calls, K>> | Reply<Calls, K>;
};

async function answer(
  handler: ((params: never, sender: Sender) => unknown) | undefined,
  message: Envelope,
  sender: Sender,
): Promise<Answer> {
  if (!handler) return { fault: 'bad-params', message: `there is no call named ${message.call}` };
  try {
    return { ok: await handler(message.params as never, sender) };
  } catch (error) {
    if (error instanceof CallError) return { fault: error.fault, message: error.message };
    return { fault: 'failed', message: error instanceof Error ? error.message : String(error) };
  }
}

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

/** Serves calls to this page script until `signal` aborts. Only the extension's own pages and background reach it. */
export function servePage(handlers: Handlers<ToPage>, signal: AbortSignal): void {
  const listener = (message: unknown, sender: Sender) => {
    if (!isEnvelope(message, 'page') || sender.id !== browser.runtime.id) return undefined;
    const handler = Object.hasOwn(handlers, message.call) ? handlers[message.call as keyof ToPage] : undefined;
    return answer(handler as never, message, sender);
  };
  browser.runtime.onMessage.addListener(listener);
  signal.addEventListener('abort', () => isAlive() && browser.runtime.onMessage.removeListener(listener), { once: true });
}

/** False once the extension was reloaded, updated or removed under a running page script (Chromium: `runtime.id` goes away). */
export function isAlive(): boolean {
  try {
    return Boolean(browser.runtime?.id);
  } catch {
    return false;
  }
}
