import { browser } from './browser.ts';
import type { PageSummary, Params, Reply, ToPage } from './calls.ts';
import { ask, type Envelope } from './envelope.ts';
import { probe } from './probe.ts';

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
  /** No page script runs in the top page, but in frames of it. */
  readonly isGated: boolean;
}

/** The frame that speaks for a tab: the top page where it is read, else the first of its frames that is. Undefined where no page script runs. */
export async function speakerOf(tabId: number): Promise<Speaker | undefined> {
  const look = (frameId: number) => askFrame(tabId, frameId, 'summary', null).catch(() => undefined);
  const own = await look(0);
  const top = own ?? (await behindGate(tabId));
  if (!top) return undefined;
  const isGated = !own;
  for (const frameId of top.report ? [] : top.frames) {
    const summary = await look(frameId);
    if (summary?.report) return { frameId, summary, isGated };
  }
  return { frameId: 0, summary: top, isGated };
}

/** Where a frame answers although the top page does not, the gate of the top page knows which frames there are. */
async function behindGate(tabId: number): Promise<PageSummary | undefined> {
  const envelope: Envelope = { to: 'page', call: 'summary', params: null };
  const isHeard = await ask(() => browser.tabs.sendMessage(tabId, envelope)).catch(() => undefined);
  return isHeard ? (await probe(tabId)).summary : undefined;
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
