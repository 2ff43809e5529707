import type { Runtime } from 'webextension-polyfill';
import type { Params, Reply } from './calls.ts';

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
export interface Envelope {
  readonly to: 'background' | 'page';
  readonly call: string;
  readonly params: unknown;
}
export type Answer = { readonly ok: unknown } | { readonly fault: CallFault; readonly message: string };

/** Longest wait for an answer, a second try included: waking a stopped background takes up to 125 ms, a whole article about 30 ms; two seconds is a hang, and a busy browser's timers are late. */
export const ANSWER_MS = 1_900;

export function isEnvelope(message: unknown, to: Envelope['to']): message is Envelope {
  return (
    typeof message === 'object' &&
    message !== null &&
    (message as Envelope).to === to &&
    typeof (message as Envelope).call === 'string'
  );
}

/** Waits for one answer; rejects with a CallError, at the latest after `ms`. */
export async function ask(send: () => Promise<unknown>, ms = ANSWER_MS): Promise<unknown> {
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

export type Sender = Runtime.MessageSender;
export type Handlers<Calls> = {
  readonly [K in keyof Calls]: (params: Params<Calls, K>, sender: Sender) => Promise<Reply<Calls, K>> | Reply<Calls, K>;
};

/** Runs a handler and makes of its end an answer that can travel. */
export async function answer(
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
