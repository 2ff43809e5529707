import {
  FINAL,
  FORMAT,
  gateBit,
  HEADER,
  HEADER_WORDS,
  hashUnits,
  INNER,
  LIST_TAG,
  MAGIC,
  markOpens,
  NODE_WORDS,
  opensWords,
  PLAIN_LETTERS,
  rankNodes,
  type Sections,
  STEM_END,
  sectionSizes,
  TOKEN_BITS,
} from './layout.ts';
import { filled, type List, list32, push, sortedOrder } from './numbers.ts';
import { addPaths, emptyPaths, firstTokensFirst, type LexiconEntry, type Paths } from './paths.ts';

/** How far building is: entries read so far, or the share of the step that is done. */
export type BuildProgress =
  | { readonly step: 'reading'; readonly entries: number }
  | { readonly step: 'sorting' | 'writing'; readonly share: number };

/** Entries between two reports of progress: some tenths of a second. */
const REPORT_EVERY = 50_000;

/**
 * Builds the bytes of a lexicon. Names with diacritics are also found as a plain keyboard writes them, unless another name owns that form.
 * Entries are taken one by one and none is kept, only numbers in a few arrays: a million names need some eighty megabytes on the way.
 * Throws `LexiconBuildError` for an entry without a letter, digit or sign.
 */
export function buildLexicon(
  entries: Iterable<LexiconEntry>,
  progress: (at: BuildProgress) => void = () => {},
): Uint8Array<ArrayBuffer> {
  const paths = emptyPaths();
  let read = 0;
  for (const entry of entries) {
    addPaths(paths, entry);
    if (++read % REPORT_EVERY === 0) progress({ step: 'reading', entries: read });
  }
  progress({ step: 'reading', entries: read });
  const { firstTokens, old } = firstTokensFirst(paths);
  const trie = trieOf(paths, (share) => progress({ step: 'sorting', share }));
  const bytes = write(paths, trie, { entries: read, firstTokens, old });
  progress({ step: 'writing', share: 1 });
  return bytes;
}

/** Nodes are numbered breadth first; see the layout. */
interface Trie {
  readonly labels: List;
  readonly inner: List;
  readonly firstKid: List;
  readonly finals: List;
  readonly accepts: List;
  readonly lists: List;
}

function trieOf({ labels: pool, at, payloads, modes }: Paths, sorting: (share: number) => void): Trie {
  const [labelOf, starts] = [pool.values, at.values];
  const compare = (a: number, b: number): number => {
    const shift = starts[b]! - starts[a]!;
    const [endA, endB] = [starts[a + 1]!, starts[b + 1]!];
    let i = starts[a]!;
    for (; i < endA && i + shift < endB; i++) if (labelOf[i] !== labelOf[i + shift]) return labelOf[i]! - labelOf[i + shift]!;
    return endA - i - (endB - i - shift);
  };
  const order = sortedOrder(payloads.length, compare, sorting);

  const trie: Trie = {
    labels: list32(),
    inner: list32(),
    firstKid: list32(),
    finals: list32(),
    accepts: list32(),
    lists: list32(),
  };
  // Of each node the range of sorted paths that go through it.
  const from = list32();
  const to = list32();
  const addNode = (label: number, first: number, last: number) => {
    push(trie.labels, label);
    push(from, first);
    push(to, last);
  };
  addNode(0, 0, order.length);
  let depth = 0;
  let levelEnd = 1;
  for (let node = 0; node < from.length; node++) {
    if (node === levelEnd) {
      depth++;
      levelEnd = from.length;
    }
    const end = to.values[node]!;
    const first = from.values[node]!;
    let i = first;
    while (i < end && starts[order[i]! + 1]! - starts[order[i]!]! === depth) i++;
    if (i > first) {
      push(trie.finals, node);
      push(trie.accepts, acceptOf(trie.lists, order.subarray(first, i), filled(payloads), filled(modes)));
    }
    if (i === end) continue;
    push(trie.inner, node);
    push(trie.firstKid, from.length);
    while (i < end) {
      const label = labelOf[starts[order[i]!]! + depth]!;
      const begin = i++;
      while (i < end && labelOf[starts[order[i]!]! + depth] === label) i++;
      addNode(label, begin, i);
    }
  }
  push(trie.firstKid, from.length);
  return trie;
}

/** What ends at one node: a payload alone, or a list of them, each once and not in plain letters where the very name stands. */
function acceptOf(lists: List, here: Uint32Array, payloads: Uint32Array, modes: Uint32Array): number {
  const [only] = here;
  if (here.length === 1 && modes[only!] === 0 && payloads[only!]! < LIST_TAG) return payloads[only!]!;
  const modeOf = new Map<number, number>();
  for (const path of here) {
    const known = modeOf.get(payloads[path]!);
    if (known === undefined || known === PLAIN_LETTERS) modeOf.set(payloads[path]!, modes[path]!);
  }
  const sorted = [...modeOf].sort(([a], [b]) => a - b);
  if (sorted.length === 1 && sorted[0]![1] === 0 && sorted[0]![0] < LIST_TAG) return sorted[0]![0];
  const index = lists.length;
  push(lists, sorted.length);
  for (const [payload, mode] of sorted) {
    push(lists, payload);
    push(lists, mode);
  }
  return (LIST_TAG | index) >>> 0;
}

function write(
  paths: Paths,
  trie: Trie,
  { entries, firstTokens, old }: { entries: number; firstTokens: number; old: Uint32Array },
) {
  const { units, at } = paths.tokens;
  let slotCount = 8;
  while (slotCount < old.length * 1.6) slotCount *= 2;
  const header = new Uint32Array(HEADER_WORDS);
  const set = (key: keyof typeof HEADER, value: number) => {
    header[HEADER[key]] = value;
  };
  set('magic', MAGIC);
  set('format', FORMAT);
  set('entries', entries);
  set('slots', slotCount);
  set('tokens', old.length);
  set('firstTokens', firstTokens);
  set('nodes', trie.labels.length);
  set('inner', trie.inner.length);
  set('finals', trie.finals.length);
  set('lists', trie.lists.length);
  set('units', units.length);
  set('texts', paths.texts.length);
  set('opens', opensWords(firstTokens));

  const { bytes, sections } = allocate(header);
  sections.labels.set(filled(trie.labels));
  sections.firstKid.set(filled(trie.firstKid));
  sections.accepts.set(filled(trie.accepts));
  sections.lists.set(filled(trie.lists));
  sections.texts.set(filled(paths.texts));
  for (const node of filled(trie.inner)) sections.nodes[NODE_WORDS * (node >>> 5) + INNER]! |= 1 << (node & 31);
  for (const node of filled(trie.finals)) sections.nodes[NODE_WORDS * (node >>> 5) + FINAL]! |= 1 << (node & 31);
  rankNodes(sections.nodes);
  let end = 0;
  let stemLengths = 0;
  for (let id = 0; id < old.length; id++) {
    const token = units.values.subarray(at.values[old[id]!]!, at.values[old[id]! + 1]!);
    const start = end;
    sections.tokenAt[id] = start;
    sections.units.set(token, start);
    end += token.length;
    const stem = token.length > 1 && token[token.length - 1] === STEM_END;
    const letters = stem ? token.length - 1 : token.length;
    if (stem) stemLengths |= 1 << Math.min(31, letters);
    if (letters >= 3) setBit(stem ? sections.stemGate : sections.gate, gateBit(token[0]!, token[1]!, token[2]!));
    const hash = hashUnits(sections.units, start, end);
    if (id < firstTokens) markOpens(sections.opens, hash);
    let slot = hash & (slotCount - 1);
    while (sections.slots[slot]) slot = (slot + 1) & (slotCount - 1);
    sections.slots[slot] = ((hash >>> TOKEN_BITS) << TOKEN_BITS) | (id + 1);
  }
  sections.tokenAt[old.length] = end;
  set('stemLengths', stemLengths >>> 0);
  new Uint32Array(bytes.buffer, 0, HEADER_WORDS).set(header);
  return bytes;
}

function setBit(bits: Uint32Array, bit: number): void {
  bits[bit >>> 5]! |= 1 << (bit & 31);
}

/** Room for all sections, with views into it. */
function allocate(header: Uint32Array): { bytes: Uint8Array<ArrayBuffer>; sections: Sections } {
  let size = HEADER_WORDS * 4;
  for (const [, count, width] of sectionSizes(header)) size += (count * width + 3) & ~3;
  const buffer = new ArrayBuffer(size);
  const sections: Record<string, Uint32Array | Uint16Array> = {};
  let at = HEADER_WORDS * 4;
  for (const [name, count, width] of sectionSizes(header)) {
    sections[name] = width === 4 ? new Uint32Array(buffer, at, count) : new Uint16Array(buffer, at, count);
    at += (count * width + 3) & ~3;
  }
  return { bytes: new Uint8Array(buffer), sections: sections as unknown as Sections };
}
