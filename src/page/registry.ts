import { type Stretch, staticRanges } from './ranges.ts';
import { MARK_KEYS, type MarkKey } from './styles.ts';

/** Our part of the registry of highlights. The registry is shared with the page, which may clear it: what should be there is known here. */
export interface Painted {
  has(id: string): boolean;
  paint(id: string, key: MarkKey, stretch: Stretch): void;
  unpaint(id: string): void;
  /** Marks registered now. */
  readonly size: number;
  /** Puts back what the page has taken. */
  heal(): void;
  clear(): void;
}

export function makePainted(window: (Window & typeof globalThis) | null): Painted {
  const registry = window?.CSS?.highlights;
  const highlights = new Map<MarkKey, Highlight>();
  const painted = new Map<string, { key: MarkKey; ranges: StaticRange[] }>();

  function highlightOf(key: MarkKey): Highlight {
    let highlight = highlights.get(key);
    if (!highlight) {
      highlight = new Highlight();
      highlights.set(key, highlight);
      registry!.set(MARK_KEYS[key], highlight);
    }
    return highlight;
  }

  return {
    has: (id) => painted.has(id),
    paint: (id, key, stretch) => {
      if (!registry || painted.has(id)) return;
      const ranges = staticRanges(stretch);
      const highlight = highlightOf(key);
      for (const range of ranges) highlight.add(range);
      painted.set(id, { key, ranges });
    },
    unpaint: (id) => {
      const was = painted.get(id);
      if (!was) return;
      painted.delete(id);
      const highlight = highlights.get(was.key);
      for (const range of was.ranges) highlight?.delete(range);
    },
    get size() {
      return painted.size;
    },
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
    clear: () => {
      for (const [key, highlight] of highlights) {
        highlight.clear();
        registry?.delete(MARK_KEYS[key]);
      }
      highlights.clear();
      painted.clear();
    },
  };
}
