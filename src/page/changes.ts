import { BLOCK, BLOCK_NAMES, CONTENTS, DISPLAY_MASK, type Look, NEVER, NONE, TRACELESS } from '../article/look.ts';
import { drawnIn, nameOf, type ReadableElement } from '../article/node.ts';
import { containerOf, outermost } from './container.ts';

/** Records between two readings beyond which nobody sorts them: the whole page is read again, and the observer rests until then. */
const STORM = 4000;
/** Containers a reading; beyond, the element around them all is read. */
const MOST = 48;
/** A container that changes again within this time is read ever more seldom, in ms. */
const QUIET = 10_000;
const FIRST_PAUSE = 400;
const LONGEST_PAUSE = 60_000;

/** What changed since the last reading. The observer's callback only takes notes. */
export interface Changes {
  /** Resolves at the next change (at once if there was one), false at the end. */
  next(): Promise<boolean>;
  /** Containers that must be read now; those that change too often come later. May be none while blocks have gone. */
  take(now: number): readonly Element[];
  /** Milliseconds until a container that was put off may be read; Infinity where none was. */
  due(now: number): number;
  /** Containers that changed and are put off. */
  putOff(): readonly Element[];
  /** Another address: what changed often under the old one is read at once again. */
  forgive(): void;
  observe(root: Node): void;
  /** Marks an element to be read. */
  mark(element: Element): void;
  /** Lets `next` resolve though nothing changed. */
  poke(): void;
  pause(): void;
  /** True where it had paused. */
  resume(): boolean;
}

const OBSERVED: MutationObserverInit = {
  childList: true,
  characterData: true,
  subtree: true,
  attributes: true,
  attributeFilter: ['contenteditable', 'hidden', 'lang', 'open', 'role', 'slot'],
};

export function makeChanges(document: Document, look: Look, signal: AbortSignal): Changes {
  const roots = new Set<Node>();
  let records: MutationRecord[] = [];
  let marked = new Set<Element>();
  let storm = false;
  let paused = false;
  let poked = false;
  let wake: (() => void) | undefined;
  /** Containers put off, and how often each was read of late. */
  const late = new Map<Element, number>();
  let habits = new WeakMap<Element, { times: number; last: number }>();

  const note = (list: MutationRecord[]) => {
    if (records.length + list.length > STORM) {
      storm = true;
      records = [];
      observer.disconnect();
    } else records.push(...list);
    wake?.();
  };
  const observer = new MutationObserver(note);
  signal.addEventListener('abort', () => {
    observer.disconnect();
    wake?.();
  });

  /** Could text stand here that an inline neighbour continues? */
  function isBorder(node: Node | null): boolean {
    if (!node) return true;
    if (node.nodeType === 3) return !/[^\t\n\f\r ]/.test((node as Text).data);
    if (node.nodeType !== 1) return isBorder(node.nextSibling);
    const name = nameOf(node as unknown as ReadableElement);
    return BLOCK_NAMES.has(name) || TRACELESS.has(name);
  }

  function sort(record: MutationRecord, found: Set<Element>): void {
    const target = record.target;
    if (!target.isConnected) return;
    if (record.type !== 'childList') {
      const container = containerOf(
        record.type === 'attributes' ? (drawnIn(target as never) as unknown as Node | null) : target,
        look,
      );
      if (container) found.add(container);
      return;
    }
    const changed = [...record.addedNodes, ...record.removedNodes];
    const apart =
      isBorder(record.previousSibling) &&
      isBorder(record.nextSibling) &&
      changed.every((node) => isBorder(node) || (node.nodeType === 1 && NEVER.has(nameOf(node as never))));
    if (!apart) {
      const container = containerOf(target, look);
      if (container) found.add(container);
      return;
    }
    // Blocks among blocks: only what is new is read; what went away is gone anyhow.
    for (const node of record.addedNodes) {
      if (node.nodeType !== 1 || !node.isConnected) continue;
      const name = nameOf(node as never);
      if (!BLOCK_NAMES.has(name)) continue;
      const kind = look(node as never, name) & DISPLAY_MASK;
      const container =
        kind === BLOCK || kind === NONE
          ? (node as Element)
          : kind === CONTENTS
            ? containerOf(node, look)
            : containerOf(target, look);
      if (container) found.add(container);
    }
  }

  /** One element around them all where they are many. */
  function few(found: Set<Element>): Element[] {
    const list = outermost(found);
    if (list.length <= MOST) return list;
    let common: Element | null = list[0]!;
    while (common && !list.every((element) => common!.contains(element))) common = common.parentElement;
    return [containerOf(common, look) ?? document.body];
  }

  return {
    next: () => {
      if (records.length || marked.size || storm || poked || signal.aborted) return Promise.resolve(!signal.aborted);
      return new Promise((resolve) => {
        wake = () => {
          wake = undefined;
          resolve(!signal.aborted);
        };
      });
    },
    take: (now) => {
      poked = false;
      const list = [...records, ...observer.takeRecords()];
      records = [];
      const found = marked;
      marked = new Set();
      for (const [element, due] of late) {
        if (due > now && element.isConnected) continue;
        late.delete(element);
        if (element.isConnected) found.add(element);
      }
      if (storm || list.length > STORM) {
        storm = false;
        if (!paused) for (const root of roots) observer.observe(root, OBSERVED);
        if (document.body) found.add(document.body);
      } else for (const record of list) sort(record, found);
      return few(found).filter((element) => {
        const habit = habits.get(element);
        if (!habit || now - habit.last > Math.max(QUIET, 2 * pauseAfter(habit.times))) {
          habits.set(element, { times: 1, last: now });
          return true;
        }
        const due = habit.last + pauseAfter(habit.times);
        if (due > now) {
          late.set(element, due);
          return false;
        }
        habits.set(element, { times: habit.times + 1, last: now });
        return true;
      });
    },
    due: (now) => Math.max(0, Math.min(Number.POSITIVE_INFINITY, ...late.values()) - now),
    putOff: () => [...late.keys()],
    forgive: () => {
      habits = new WeakMap();
      for (const element of late.keys()) marked.add(element);
      late.clear();
    },
    observe: (root) => {
      if (roots.has(root)) return;
      roots.add(root);
      if (!paused && !storm && !signal.aborted) observer.observe(root, OBSERVED);
    },
    mark: (element) => {
      marked.add(element);
      wake?.();
    },
    poke: () => {
      poked = true;
      wake?.();
    },
    pause: () => {
      if (paused) return;
      paused = true;
      records.push(...observer.takeRecords());
      observer.disconnect();
    },
    resume: () => {
      if (!paused) return false;
      paused = false;
      for (const root of roots) observer.observe(root, OBSERVED);
      return true;
    },
  };
}

/** Twice as long each time, after three quick readings that are free. */
function pauseAfter(times: number): number {
  return times <= 3 ? 0 : Math.min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** (times - 4));
}
