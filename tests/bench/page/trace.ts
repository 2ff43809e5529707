import type { CDPSession } from 'playwright-core';
import type { Lab } from './lab.ts';

interface Event {
  readonly name: string;
  readonly cat: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  /** Microseconds. */
  readonly ts: number;
  readonly dur?: number;
  readonly tdur?: number;
  readonly id?: string;
  readonly args: {
    readonly data?: {
      readonly cpuProfile?: { readonly nodes?: readonly ProfileNode[]; readonly samples?: readonly number[] };
      readonly timeDeltas?: readonly number[];
      readonly startTime?: number;
      readonly url?: string;
    };
    readonly name?: string;
  };
}
interface ProfileNode {
  readonly id: number;
  readonly parent?: number;
  readonly callFrame: { readonly url?: string; readonly functionName: string };
}

/** A stretch of the main thread in which scripts of ours ran. */
export interface OwnTask {
  /** Processor time of the whole task, in ms. */
  readonly task: number;
  /** Of it, with a function of ours on the stack, in ms. */
  readonly own: number;
  /** Our functions in it, the dearest first: what to look at. */
  readonly names: readonly string[];
}

export interface Trace {
  /** One list for each renderer's main thread together. */
  readonly tasks: readonly OwnTask[];
  /** Processor time of all tasks of those main threads, in ms. */
  readonly busy: number;
  readonly events: readonly Event[];
}

const CATEGORIES = ['toplevel', 'devtools.timeline', 'disabled-by-default-v8.cpu_profiler'];

/** Where our scripts in pages come from. */
const ours = (lab: Lab) => `chrome-extension://${lab.browser.extensionId}/page-`;

/** Watches all tabs while `work` goes on, with a sampling profiler: what of the main thread was ours. */
export async function traced(lab: Lab, work: () => Promise<void>): Promise<Trace> {
  return read(await collect(lab, CATEGORIES, work), ours(lab));
}

/**
 * Processor time in ms of scripts of ours while `work` goes on: compiled, evaluated and called, as the browser's timeline has it, without a
 * profiler. What is done when promises are kept is in it only where it follows at once: right for a page where they only look.
 */
export async function ownScripts(lab: Lab, work: () => Promise<void>): Promise<number> {
  const events = await collect(lab, ['devtools.timeline'], work);
  const own = events.filter(
    ({ name, ph, args }) =>
      ph === 'X' && (name === 'EvaluateScript' || name === 'FunctionCall') && args.data?.url?.startsWith(ours(lab)),
  );
  return own.reduce((sum, { tdur, dur }) => sum + (tdur ?? dur!) / 1000, 0);
}

/** What the browser's timeline calls script (with what it collects meanwhile), style and layout. */
const SCRIPT_STYLE_LAYOUT = new Set([
  'EvaluateScript',
  'v8.compile',
  'v8.run',
  'v8.callFunction',
  'v8.newInstance',
  'FunctionCall',
  'BlinkScheduler_PerformMicrotaskCheckpoint',
  'EventDispatch',
  'TimerFire',
  'FireIdleCallback',
  'FireAnimationFrame',
  'MinorGC',
  'MajorGC',
  'UpdateLayoutTree',
  'Layout',
]);

/**
 * Processor time in ms of script, style and layout on the main thread of the page whose address ends in `path`, while `work` goes on. What
 * happens inside another of these is counted once. Everybody's, the page's own too. What is done when promises are kept is told by `toplevel` alone.
 */
export async function scriptStyleLayout(lab: Lab, path: string, work: () => Promise<void>): Promise<number> {
  const events = (await collect(lab, ['devtools.timeline', 'v8', 'toplevel'], work)).filter(({ ph }) => ph === 'X');
  const parsed = events.find(({ name, args }) => name === 'ParseHTML' && JSON.stringify(args).includes(path));
  if (!parsed) throw new Error(`the trace has no page ${path}`);
  const own = events.filter(({ pid, tid, name }) => pid === parsed.pid && tid === parsed.tid && SCRIPT_STYLE_LAYOUT.has(name));
  own.sort((a, b) => a.ts - b.ts || b.dur! - a.dur!);
  let sum = 0;
  let end = 0;
  for (const { ts, dur, tdur } of own) {
    if (ts < end) continue;
    end = ts + dur!;
    sum += (tdur ?? dur!) / 1000;
  }
  return sum;
}

async function collect(lab: Lab, includedCategories: string[], work: () => Promise<void>): Promise<Event[]> {
  const session = (await lab.browser.context.browser()!.newBrowserCDPSession()) as CDPSession;
  const events: Event[] = [];
  session.on('Tracing.dataCollected', ({ value }) => events.push(...(value as unknown as Event[])));
  await session.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories, excludedCategories: ['*'] },
  });
  try {
    await work();
  } finally {
    const complete = new Promise((done) => session.once('Tracing.tracingComplete', done));
    await session.send('Tracing.end');
    await complete;
    await session.detach();
  }
  return events;
}

/** Sorts samples of the profiler into tasks. `url`: what the addresses of our scripts begin with. */
function read(events: readonly Event[], url: string): Trace {
  const mains = new Set(
    events
      .filter(({ name, args }) => name === 'thread_name' && args.name === 'CrRendererMain')
      .map(({ pid, tid }) => `${pid} ${tid}`),
  );
  const tasks = new Map<number, Event[]>();
  for (const event of events) {
    if (event.name !== 'ThreadControllerImpl::RunTask' || event.ph !== 'X' || !mains.has(`${event.pid} ${event.tid}`)) continue;
    const list = tasks.get(event.pid);
    if (list) list.push(event);
    else tasks.set(event.pid, [event]);
  }
  for (const list of tasks.values()) list.sort((a, b) => a.ts - b.ts);
  const found = new Map<Event, { samples: number; own: number; names: Map<string, number> }>();
  for (const profile of events.filter(({ name }) => name === 'Profile')) {
    const nodes = new Map<number, { own: boolean; name: string }>();
    let time = profile.args.data!.startTime!;
    const chunks = events.filter(({ name, id, pid }) => name === 'ProfileChunk' && id === profile.id && pid === profile.pid);
    for (const { args } of chunks.sort((a, b) => a.ts - b.ts)) {
      const { cpuProfile, timeDeltas } = args.data!;
      for (const { id, parent, callFrame } of cpuProfile?.nodes ?? []) {
        const above = parent === undefined ? undefined : nodes.get(parent);
        const own = callFrame.url?.startsWith(url) || (above?.own ?? false);
        nodes.set(id, {
          own,
          name:
            callFrame.url?.startsWith(url) || !above?.own ? callFrame.functionName : `${above.name}>${callFrame.functionName}`,
        });
      }
      for (const [i, id] of (cpuProfile?.samples ?? []).entries()) {
        const delta = timeDeltas![i]!;
        time += delta;
        const node = nodes.get(id);
        if (!node?.own) continue;
        const task = taskAt(tasks.get(profile.pid) ?? [], time);
        if (!task) continue;
        const entry = found.get(task) ?? { samples: 0, own: 0, names: new Map<string, number>() };
        found.set(task, entry);
        // A sample stands for the time since the one before it, inside the task.
        const share = Math.min(delta, time - task.ts);
        entry.own += share;
        entry.names.set(node.name, (entry.names.get(node.name) ?? 0) + share);
      }
    }
  }
  const own = [...found].map(([event, entry]): OwnTask => {
    const processor = Math.min(1, (event.tdur ?? event.dur!) / Math.max(1, event.dur!));
    return {
      task: (event.tdur ?? event.dur!) / 1000,
      own: (entry.own * processor) / 1000,
      names: [...entry.names].sort((a, b) => b[1] - a[1]).map(([name, us]) => `${name} ${(us / 1000).toFixed(1)}`),
    };
  });
  let busy = 0;
  for (const list of tasks.values()) for (const { tdur, dur } of list) busy += (tdur ?? dur!) / 1000;
  return { tasks: own, busy, events };
}

function taskAt(list: readonly Event[], time: number): Event | undefined {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (list[middle]!.ts <= time) low = middle + 1;
    else high = middle;
  }
  const event = list[low - 1];
  return event && time <= event.ts + event.dur! ? event : undefined;
}
