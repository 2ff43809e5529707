import { readBlocks, type TextBlock } from '../article/blocks.ts';
import type { Look } from '../article/look.ts';
import { drawnIn, type ReadableElement, type ReadableNode } from '../article/node.ts';
import { textOffset } from '../article/runs.ts';
import { placeBlocks } from '../article/sections.ts';
import type { Block, BlockCandidates } from '../model/document.ts';

/** A block of the live page. The object stays the same while its text does; where it stands may change. */
export interface LiveBlock extends Omit<TextBlock, 'runs' | 'owner' | 'host'>, Omit<Block, 'text' | 'role'> {
  id: string;
  runs: TextBlock['runs'];
  owner: ReadableElement;
  host: ReadableElement | null;
  section: number;
  article: number;
  /** Of an earlier reply; absent until the block was recognised. */
  candidates?: BlockCandidates;
}

export interface BlockChange {
  readonly added: readonly LiveBlock[];
  readonly removed: readonly LiveBlock[];
  /** Same text in another place, or in other nodes. */
  readonly moved: readonly LiveBlock[];
}

/** The blocks of a document in the order in which they are drawn, kept while the document changes. */
export interface TextBlocks {
  readonly blocks: readonly LiveBlock[];
  /** Characters in all blocks. */
  size(): number;
  /** Reads the containers anew (elements drawn as blocks) in steps; the last step puts the result in place at once. */
  read(containers: readonly Element[], onChange: (change: BlockChange) => void): Generator<undefined, void, void>;
  /** Takes out the blocks inside whose text is no longer what was read; reading the containers brings them back. */
  dropStale(containers: readonly Element[], onChange: (change: BlockChange) => void): void;
  /** The block and the offset in its text at a DOM position. */
  at(node: Text, offset: number): { block: LiveBlock; offset: number } | undefined;
  clear(): void;
}

export interface TextBlocksOptions {
  readonly look: Look;
  /** Characters, and blocks, in one reading beyond which it is given up. */
  readonly most: number;
  readonly mostBlocks: number;
  readonly onTooMuch: () => void;
  readonly onShadow: (root: ShadowRoot) => void;
  readonly onHidden: (element: Element) => void;
}

const keyOf = ({ lang, role, level, text }: Pick<TextBlock, 'lang' | 'role' | 'level' | 'text'>): string =>
  `${lang} ${role} ${level} ${text}`;

export function makeTextBlocks(options: TextBlocksOptions): TextBlocks {
  let blocks: LiveBlock[] = [];
  /** A text node may have parts of several blocks (kept line breaks). */
  let byNode = new WeakMap<object, LiveBlock[]>();
  let count = 0;
  let size = 0;
  const readOptions = {
    look: options.look,
    onShadow: (root: ReadableNode) => options.onShadow(root as unknown as ShadowRoot),
    onHidden: (element: ReadableElement) => options.onHidden(element as unknown as Element),
  };

  function index(block: LiveBlock): void {
    let last: unknown;
    for (const { node } of block.runs) {
      if (node === last) continue;
      last = node;
      const there = byNode.get(node)?.filter((other) => other !== block && other.runs.some((run) => run.node === node));
      byNode.set(node, there ? [...there, block] : [block]);
    }
  }

  /** A node lives on when its text is written anew: the block that it was must not answer for it. */
  function unindex(block: LiveBlock): void {
    for (const { node } of block.runs) {
      const left = byNode.get(node)?.filter((other) => other !== block);
      if (left?.length) byNode.set(node, left);
      else byNode.delete(node);
    }
  }

  function commit(containers: readonly Element[], found: readonly (readonly TextBlock[])[]): BlockChange {
    const inside = makeInside(containers);
    const kept: LiveBlock[] = [];
    const pool = new Map<string, LiveBlock[]>();
    const left = new Set<LiveBlock>();
    for (const block of blocks) {
      if ((block.runs[0]!.node as unknown as Node).isConnected && !inside(block.owner)) kept.push(block);
      else {
        left.add(block);
        const key = keyOf(block);
        const same = pool.get(key);
        if (same) same.push(block);
        else pool.set(key, [block]);
      }
    }
    const added: LiveBlock[] = [];
    const moved: LiveBlock[] = [];
    const groups = found.map((raws) =>
      raws
        .filter(({ runs }) => (runs[0]!.node as unknown as Node).isConnected)
        .map((raw): LiveBlock => {
          const again = pool.get(keyOf(raw))?.shift();
          if (!again) {
            const block = { ...raw, id: `t${count++}`, section: 0, article: 0 };
            added.push(block);
            index(block);
            return block;
          }
          left.delete(again);
          if (!sameRuns(again, raw)) {
            again.runs = raw.runs;
            again.owner = raw.owner;
            moved.push(again);
            index(again);
          }
          again.host = raw.host;
          return again;
        }),
    );
    for (const block of left) unindex(block);
    blocks = merge(kept, groups);
    size = 0;
    const places = placeBlocks(blocks);
    for (const [i, block] of blocks.entries()) {
      size += block.text.length;
      block.section = places[i]!.section;
      block.article = places[i]!.article;
    }
    return { added, removed: [...left], moved };
  }

  return {
    get blocks() {
      return blocks;
    },
    size: () => size,
    *read(containers, onChange) {
      const found: TextBlock[][] = [];
      let length = 0;
      let many = 0;
      for (const container of containers) {
        const raws: TextBlock[] = [];
        for (const block of readBlocks(container as unknown as ReadableElement, readOptions)) {
          if (block) {
            raws.push(block);
            length += block.text.length;
            if (length > options.most || ++many > options.mostBlocks) return options.onTooMuch();
          }
          yield undefined;
        }
        found.push(raws);
      }
      onChange(commit(containers, found));
    },
    dropStale(containers, onChange) {
      const inside = makeInside(containers);
      const removed = blocks.filter((block) => inside(block.owner) && !stands(block));
      if (!removed.length) return;
      const gone = new Set(removed);
      for (const block of removed) unindex(block);
      blocks = blocks.filter((block) => !gone.has(block));
      for (const { text } of removed) size -= text.length;
      onChange({ added: [], removed, moved: [] });
    },
    at(node, offset) {
      for (const block of byNode.get(node) ?? []) {
        const there = textOffset(block.runs, node as never, offset);
        const run = block.runs.findLast((candidate) => candidate.node === (node as never) && candidate.from <= offset);
        if (there >= 0 && run && offset <= run.from + run.length) return { block, offset: there };
      }
      return undefined;
    },
    clear() {
      blocks = [];
      byNode = new WeakMap();
      size = 0;
    },
  };
}

/** Do the nodes of a block still say what was read there? Spaces may differ: they were collapsed. */
function stands({ runs, text }: LiveBlock): boolean {
  return runs.every(({ node, from, at, length }) => {
    if (!(node as unknown as Node).isConnected) return false;
    for (let i = 0; i < length; i++) if (text[at + i] !== ' ' && text[at + i] !== node.data[from + i]) return false;
    return true;
  });
}

function sameRuns(a: LiveBlock, b: TextBlock): boolean {
  return (
    a.owner === b.owner &&
    a.runs.length === b.runs.length &&
    a.runs.every((run, i) => {
      const other = b.runs[i]!;
      return run.node === other.node && run.from === other.from && run.at === other.at;
    })
  );
}

/** Is an element drawn inside one of the containers? Remembers on the way up, so that a whole page costs one visit an element. */
function makeInside(containers: readonly Element[]): (element: ReadableElement) => boolean {
  const known = new Map<unknown, boolean>(containers.map((container) => [container, true]));
  return (element) => {
    const path: unknown[] = [];
    let answer = false;
    for (let up: ReadableElement | null = element; up; up = drawnIn(up)) {
      const said = known.get(up);
      if (said !== undefined) {
        answer = said;
        break;
      }
      path.push(up);
    }
    for (const step of path) known.set(step, answer);
    return answer;
  };
}

/** Puts each group where its first block is drawn among those that stayed. Both are in order. */
function merge(kept: readonly LiveBlock[], groups: readonly (readonly LiveBlock[])[]): LiveBlock[] {
  let result = [...kept];
  for (const group of groups) {
    const first = group[0];
    if (!first) continue;
    let low = 0;
    let high = result.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (isDrawnBefore(result[middle]!.runs[0]!.node, first.runs[0]!.node)) low = middle + 1;
      else high = middle;
    }
    result = low === result.length ? [...result, ...group] : [...result.slice(0, low), ...group, ...result.slice(low)];
  }
  return result;
}

const FOLLOWING = 4;

/** Order of drawing: through shadow roots and slots. */
function isDrawnBefore(a: ReadableNode, b: ReadableNode): boolean {
  if (a === b) return false;
  const [first, second] = [a as unknown as Node, b as unknown as Node];
  if (
    first.getRootNode() === second.getRootNode() &&
    !(first.parentElement?.assignedSlot || second.parentElement?.assignedSlot)
  ) {
    return (first.compareDocumentPosition(second) & FOLLOWING) !== 0;
  }
  const pathOf = (node: ReadableNode): ReadableNode[] => {
    const path = [node];
    for (let up = drawnIn(node); up; up = drawnIn(up)) path.unshift(up);
    return path;
  };
  const [left, right] = [pathOf(a), pathOf(b)];
  let i = 0;
  while (i < left.length && left[i] === right[i]) i++;
  const [one, two] = [left[i], right[i]];
  if (!one || !two) return !one;
  const slot = left[i - 1] as unknown as HTMLSlotElement;
  const assigned = slot?.assignedNodes?.() ?? [];
  if (assigned.length) return assigned.indexOf(one as never) < assigned.indexOf(two as never);
  return ((one as unknown as Node).compareDocumentPosition(two as unknown as Node) & FOLLOWING) !== 0;
}
