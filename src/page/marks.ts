import type { Annotation } from '../model/annotation.ts';
import type { Rect } from '../model/card-port.ts';
import { differs } from './density.ts';
import { makeRuler, type Stretch, staticRanges } from './ranges.ts';
import { MARK_KEYS, type MarkKey } from './styles.ts';
import type { LiveBlock } from './text-blocks.ts';
import { MARGIN, makeNear } from './visible.ts';

/** A chosen annotation and where it stands. */
export interface Mark extends Stretch {
  readonly annotation: Annotation;
  readonly key: MarkKey;
}

/**
 * Paints marks through the CSS Custom Highlight API. The page's nodes are never touched. Every registered range is paid for at each paint of
 * the page, so only marks near the viewport are registered. The registry is shared with the page, which may clear it: what should be there
 * is known here.
 */
export interface Marks {
  /** Replaces all marks. */
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
  /** The page scrolled: looks at tall elements again. */
  scrolled(): void;
  clear(): void;
}

export function makeMarks(document: Document, signal: AbortSignal, onShown: (ids: readonly string[]) => void): Marks {
  const registry = (document.defaultView as (Window & typeof globalThis) | null)?.CSS?.highlights;
  const highlights = new Map<MarkKey, Highlight>();
  const byBlock = new Map<LiveBlock, Mark[]>();
  const byOwner = new Map<Element, Set<LiveBlock>>();
  const homes = new Map<LiveBlock, Element>();
  const byId = new Map<string, Mark>();
  /** What was registered, by id of the annotation. */
  const painted = new Map<string, { key: MarkKey; ranges: StaticRange[] }>();
  const rects = makeRuler(document);
  const near = makeNear(document, signal, update);
  signal.addEventListener('abort', clear);

  function highlightOf(key: MarkKey): Highlight {
    let highlight = highlights.get(key);
    if (!highlight) {
      highlight = new Highlight();
      highlights.set(key, highlight);
      registry!.set(MARK_KEYS[key], highlight);
    }
    return highlight;
  }

  function paint(mark: Mark): void {
    if (!registry || painted.has(mark.annotation.id)) return;
    const ranges = staticRanges(mark);
    const highlight = highlightOf(mark.key);
    for (const range of ranges) highlight.add(range);
    painted.set(mark.annotation.id, { key: mark.key, ranges });
  }

  function unpaint(id: string): void {
    const was = painted.get(id);
    if (!was) return;
    painted.delete(id);
    const highlight = highlights.get(was.key);
    for (const range of was.ranges) highlight?.delete(range);
  }

  function isClose(mark: Mark): boolean {
    const { clientWidth: width, clientHeight: height } = document.documentElement;
    return rects(mark).some(
      (rect) =>
        rect.y < height + MARGIN && rect.y + rect.height > -MARGIN && rect.x < width + MARGIN && rect.x + rect.width > -MARGIN,
    );
  }

  function update(elements: Iterable<Element>): void {
    const shown: string[] = [];
    for (const element of elements) {
      const isNear = near.isNear(element);
      const isTall = isNear && near.isTall(element);
      for (const block of byOwner.get(element) ?? []) {
        for (const mark of byBlock.get(block) ?? []) {
          if (isNear && (!isTall || isClose(mark))) {
            paint(mark);
            shown.push(mark.annotation.id);
          } else unpaint(mark.annotation.id);
        }
      }
    }
    if (shown.length) onShown(shown);
  }

  function dropBlock(block: LiveBlock): void {
    for (const { annotation } of byBlock.get(block) ?? []) {
      unpaint(annotation.id);
      byId.delete(annotation.id);
    }
    byBlock.delete(block);
    disown(block);
  }

  function disown(block: LiveBlock): void {
    const element = homes.get(block);
    if (!element) return;
    homes.delete(block);
    const owned = byOwner.get(element)!;
    owned.delete(block);
    if (owned.size) return;
    byOwner.delete(element);
    near.forget(element);
  }

  function own(block: LiveBlock): void {
    const element = block.owner as unknown as Element;
    homes.set(block, element);
    const owned = byOwner.get(element);
    if (owned) owned.add(block);
    else {
      byOwner.set(element, new Set([block]));
      near.watch(element);
    }
  }

  function clear(): void {
    for (const element of byOwner.keys()) near.forget(element);
    for (const [key, highlight] of highlights) {
      highlight.clear();
      registry?.delete(MARK_KEYS[key]);
    }
    highlights.clear();
    painted.clear();
    byBlock.clear();
    byOwner.clear();
    homes.clear();
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
        if (!again || again.key !== old.key || again.start !== old.start || again.end !== old.end) unpaint(id);
      }
      for (const block of [...byBlock.keys()]) if (!next.has(block)) dropBlock(block);
      byId.clear();
      for (const [id, mark] of keep) byId.set(id, mark);
      const touched = new Set<Element>();
      for (const [block, list] of next) {
        const known = byBlock.has(block);
        byBlock.set(
          block,
          list.sort((a, b) => a.start - b.start),
        );
        if (!known) own(block);
        touched.add(block.owner as unknown as Element);
      }
      update(touched);
    },
    refresh: (blocks) => {
      const touched = new Set<Element>();
      for (const block of blocks) {
        const list = byBlock.get(block);
        if (!list) continue;
        for (const { annotation } of list) unpaint(annotation.id);
        if (homes.get(block) !== (block.owner as unknown as Element)) {
          disown(block);
          own(block);
        }
        touched.add(block.owner as unknown as Element);
      }
      update(touched);
    },
    drop: (blocks) => {
      for (const block of blocks) if (byBlock.has(block)) dropBlock(block);
    },
    of: (block) => byBlock.get(block) ?? [],
    owned: (element) => [...(byOwner.get(element) ?? [])],
    get: (id) => byId.get(id),
    rects,
    registered: () => painted.size,
    heal: () => {
      if (!registry) return;
      for (const [key, highlight] of highlights) {
        const name = MARK_KEYS[key];
        const mine = [...painted.values()].filter((one) => one.key === key).flatMap(({ ranges }) => ranges);
        if (highlight.size !== mine.length) {
          highlight.clear();
          for (const range of mine) highlight.add(range);
        }
        // By size, not by identity: an extension's script may see another wrapper of the same object.
        if (registry.get(name)?.size !== highlight.size) registry.set(name, highlight);
      }
    },
    scrolled: () => {
      if (near.hasTall) update([...byOwner.keys()].filter((element) => near.isTall(element)));
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
