import type { Annotation } from '../model/annotation.ts';
import type { Rect } from '../model/card-port.ts';
import { differs } from './density.ts';
import { makeRuler, type Stretch } from './ranges.ts';
import { makePainted } from './registry.ts';
import { AHEAD, distanceTo, LEAST, type Screen, stretchWithin } from './screen.ts';
import type { MarkKey } from './styles.ts';
import type { LiveBlock } from './text-blocks.ts';
import { FAR, makeNear } from './visible.ts';

/** A chosen annotation and where it stands. */
export interface Mark extends Stretch {
  readonly annotation: Annotation;
  readonly key: MarkKey;
}

/**
 * Paints marks through the CSS Custom Highlight API. The page's nodes are never touched. Every registered range is paid for at each change
 * of the page, so only marks near the screen are registered.
 */
export interface Marks {
  /** Replaces all marks; they are in document order. */
  set(marks: readonly Mark[]): void;
  /** Draws the marks of blocks anew that moved. */
  refresh(blocks: readonly LiveBlock[]): void;
  /** Takes away the marks of blocks that went. */
  drop(blocks: readonly LiveBlock[]): void;
  /** All marks of a block, by start. */
  of(block: LiveBlock): readonly Mark[];
  /** All blocks with marks whose owner is the element. */
  owned(element: Element): readonly LiveBlock[];
  get(id: string): Mark | undefined;
  rects(mark: Stretch): Rect[];
  /** Marks registered now. */
  registered(): number;
  /** Puts back what the page has taken from the registry. */
  heal(): void;
  /** The page scrolled: registers what comes near. */
  scrolled(): void;
  clear(): void;
}

/** Elements that are measured at once, at the start and after a jump; beyond, the browser tells of those near a frame later. */
const MOST_MEASURED = 2000;
/** Frames that may come late while the page is scrolled beside the main thread. */
const HURRY = 3;
/** An element higher or wider than this many screens is registered in part. */
const TALL = 1.5;

/** The marks of one element drawn as a block. */
interface Home {
  readonly blocks: Set<LiveBlock>;
  /** In document order. */
  row: Mark[];
}

export function makeMarks(document: Document, signal: AbortSignal, onShown: (ids: readonly string[]) => void): Marks {
  const window = document.defaultView as Window & typeof globalThis;
  const byBlock = new Map<LiveBlock, Mark[]>();
  const homes = new Map<Element, Home>();
  const homeOf = new Map<LiveBlock, Element>();
  const byId = new Map<string, Mark>();
  const painted = makePainted(window);
  const rects = makeRuler(document);
  /** Where the window was scrolled to when it was last looked at. */
  let at = { x: 0, y: 0 };
  const near = makeNear(document, signal, (left) => {
    for (const element of left) unpaintAll(element);
    look(near.elements);
  });
  signal.addEventListener('abort', clear);

  function unpaintAll(element: Element): void {
    for (const { annotation } of homes.get(element)?.row ?? []) painted.unpaint(annotation.id);
  }

  /** The marks of an element within reach; all of them unless it is tall. */
  function within(row: readonly Mark[], box: Rect, screen: Screen, reach: number): readonly Mark[] {
    if (box.height <= TALL * screen.height && box.width <= TALL * screen.width) return row;
    const [first, last] = [rects(row[0]!)[0], rects(row.at(-1)!)[0]];
    if (!first || !last) return row;
    const isDown = Math.abs(last.y - first.y) >= Math.abs(last.x - first.x);
    const isForward = isDown ? last.y >= first.y : last.x >= first.x;
    return stretchWithin(row, reach, (mark) => {
      const rect = rects(mark)[0];
      if (!rect) return 0;
      const [from, to, end] = isDown
        ? [rect.y, rect.y + rect.height, screen.height]
        : [rect.x, rect.x + rect.width, screen.width];
      const distance = to < 0 ? to : Math.max(0, from - end);
      return isForward ? distance : -distance;
    });
  }

  /** Registers what is near the screen among the elements: further where the page goes by `step` pixels a frame. Nothing is done as long as what is close enough is all there (`isLazy`). */
  function look(elements: Iterable<Element>, isLazy = false, step = 0): void {
    const { clientWidth: width, clientHeight: height } = document.documentElement;
    const screen = { width, height };
    const found: { row: readonly Mark[]; box: Rect; distance: number }[] = [];
    let isMissing = !isLazy;
    const [least, ahead] = [LEAST, AHEAD].map((reach) => reach + Math.min(FAR - AHEAD, HURRY * step)) as [number, number];
    for (const element of elements) {
      const row = homes.get(element)?.row;
      if (!row?.length) continue;
      if (found.length >= MOST_MEASURED) break;
      const box = element.getBoundingClientRect();
      const distance = distanceTo(box, screen);
      found.push({ row, box, distance });
      isMissing ||= distance <= least && within(row, box, screen, least).some((mark) => !painted.has(mark.annotation.id));
    }
    at = { x: window.scrollX, y: window.scrollY };
    if (!isMissing) return;
    const shown: string[] = [];
    for (const { row, box, distance } of found) {
      const wanted = distance <= ahead ? within(row, box, screen, ahead) : [];
      if (wanted.length < row.length) {
        const keep = new Set(wanted);
        for (const mark of row) if (!keep.has(mark)) painted.unpaint(mark.annotation.id);
      }
      for (const mark of wanted) {
        painted.paint(mark.annotation.id, mark.key, mark);
        shown.push(mark.annotation.id);
      }
    }
    if (shown.length) onShown(shown);
  }

  function disown(block: LiveBlock): void {
    const element = homeOf.get(block);
    if (!element) return;
    homeOf.delete(block);
    const home = homes.get(element)!;
    home.blocks.delete(block);
    home.row = home.row.filter((mark) => mark.block !== block);
    if (home.blocks.size) return;
    homes.delete(element);
    near.forget(element);
  }

  function own(block: LiveBlock): Home {
    const element = block.owner as unknown as Element;
    homeOf.set(block, element);
    let home = homes.get(element);
    if (!home) {
      home = { blocks: new Set(), row: [] };
      homes.set(element, home);
      near.watch(element);
    }
    home.blocks.add(block);
    return home;
  }

  function dropBlock(block: LiveBlock): void {
    for (const { annotation } of byBlock.get(block) ?? []) {
      painted.unpaint(annotation.id);
      byId.delete(annotation.id);
    }
    byBlock.delete(block);
    disown(block);
  }

  function clear(): void {
    for (const element of homes.keys()) near.forget(element);
    painted.clear();
    byBlock.clear();
    homes.clear();
    homeOf.clear();
    byId.clear();
  }

  return {
    set: (marks) => {
      const next = new Map<LiveBlock, Mark[]>();
      const keep = new Map<string, Mark>();
      for (const mark of marks) {
        const list = next.get(mark.block);
        if (list) list.push(mark);
        else next.set(mark.block, [mark]);
        keep.set(mark.annotation.id, mark);
      }
      for (const [id, old] of byId) {
        const again = keep.get(id);
        if (!again || again.key !== old.key || again.start !== old.start || again.end !== old.end) painted.unpaint(id);
      }
      for (const block of [...byBlock.keys()]) if (!next.has(block)) dropBlock(block);
      byId.clear();
      for (const [id, mark] of keep) byId.set(id, mark);
      for (const home of homes.values()) home.row = [];
      for (const [block, list] of next) {
        list.sort((a, b) => a.start - b.start);
        byBlock.set(block, list);
        const element = homeOf.get(block);
        (element ? homes.get(element)! : own(block)).row.push(...list);
      }
      look(near.elements);
    },
    refresh: (blocks) => {
      for (const block of blocks) {
        const list = byBlock.get(block);
        if (!list) continue;
        for (const { annotation } of list) painted.unpaint(annotation.id);
        if (homeOf.get(block) === (block.owner as unknown as Element)) continue;
        disown(block);
        own(block).row.push(...list);
      }
      look(near.elements);
    },
    drop: (blocks) => {
      for (const block of blocks) if (byBlock.has(block)) dropBlock(block);
    },
    of: (block) => byBlock.get(block) ?? [],
    owned: (element) => [...(homes.get(element)?.blocks ?? [])],
    get: (id) => byId.get(id),
    rects,
    registered: () => painted.size,
    heal: painted.heal,
    scrolled: () => {
      const { scrollX, scrollY } = window;
      // Further than the browser has told of: whoever jumps must not land on a page without marks.
      const step = Math.max(Math.abs(scrollX - at.x), Math.abs(scrollY - at.y));
      const isJump = step > FAR - AHEAD;
      look(isJump && homes.size <= MOST_MEASURED ? homes.keys() : near.elements, true, isJump ? 0 : step);
    },
    clear,
  };
}

/** The highlight that an annotation is painted with. */
export function keyOf(annotation: Annotation): MarkKey {
  if (annotation.kind === 'claim') return 'claim';
  if (annotation.kind === 'entity') return 'entity';
  return differs(annotation) ? 'differs' : 'figure';
}
