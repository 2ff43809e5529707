import { withoutDiacritics } from './fold.ts';
import {
  FORMAT,
  gateBit,
  HEADER,
  HEADER_WORDS,
  hashUnits,
  LIST_TAG,
  MAGIC,
  PLAIN_LETTERS,
  type Sections,
  STEM_END,
  sectionSizes,
  TOKEN_BITS,
  TOKEN_MASK,
} from './layout.ts';
import { foldedToken, tokenise } from './tokens.ts';

/** A name, cue or evidence word as the lexicon takes it. */
export interface LexiconEntry {
  readonly text: string;
  /** BCP 47. */
  readonly lang: string;
  /** `exact`: only where the page writes these very letters (abbreviations). */
  readonly case: 'exact' | 'fold';
  /** From `payload.ts`. */
  readonly payload: number;
  /** The last word may have any ending: `trad` finds "trade" and "traders". */
  readonly prefix?: boolean;
}

export class LexiconBuildError extends Error {
  override name = 'LexiconBuildError';
}

/** A stem of fewer letters would stop at every other word. */
const SHORTEST_STEM = 2;

interface Path {
  readonly labels: readonly number[];
  readonly payload: number;
  readonly mode: number;
}

/**
 * Builds the bytes of a lexicon. Names with diacritics are also found as a plain keyboard writes them, unless another name owns that form.
 * Throws `LexiconBuildError` for an entry without a letter, digit or sign.
 */
export function buildLexicon(entries: readonly LexiconEntry[]): Uint8Array {
  const tokenIds = new Map<string, number>();
  const opensName = new Set<number>();
  const paths: Path[] = [];
  const texts: number[] = [];
  const idOf = (token: string) => {
    let id = tokenIds.get(token);
    if (id === undefined) tokenIds.set(token, (id = tokenIds.size));
    return id;
  };
  const addPath = (words: readonly string[], gaps: ArrayLike<number>, payload: number, mode: number) => {
    const labels = words.map((word, i) => idOf(word) * 8 + (i ? gaps[i]! : 0));
    opensName.add(labels[0]! >>> 3);
    paths.push({ labels, payload: payload >>> 0, mode });
  };

  const plain: { words: string[]; gaps: ArrayLike<number>; payload: number }[] = [];
  for (const entry of entries) {
    const tokens = tokenise(entry.text);
    if (tokens.count === 0) throw new LexiconBuildError(`"${entry.text}" has no letter, digit or sign to be found by`);
    const words = Array.from({ length: tokens.count }, (_, i) => foldedToken(tokens, i));
    if (entry.prefix) {
      if (words.at(-1)!.length < SHORTEST_STEM) throw new LexiconBuildError(`"${entry.text}*" would fit nearly every word`);
      words[words.length - 1] += String.fromCharCode(STEM_END);
    }
    let mode = 0;
    if (entry.case === 'exact') {
      mode = texts.length + 1;
      texts.push(entry.text.length);
      for (let i = 0; i < entry.text.length; i++) texts.push(entry.text.charCodeAt(i));
    } else if (entry.payload >>> 30 === 0) {
      const bare = words.map(withoutDiacritics);
      if (bare.some((word, i) => word !== words[i])) plain.push({ words: bare, gaps: tokens.gap, payload: entry.payload });
    }
    addPath(words, tokens.gap, entry.payload, mode);
  }
  for (const { words, gaps, payload } of plain) addPath(words, gaps, payload, PLAIN_LETTERS);

  // First tokens come first; everything else keeps its order of appearance.
  const oldIds = [...tokenIds.values()].sort((a, b) => Number(opensName.has(b)) - Number(opensName.has(a)) || a - b);
  const renumber = new Uint32Array(oldIds.length);
  for (const [i, old] of oldIds.entries()) renumber[old] = i;
  if (oldIds.length >= TOKEN_MASK) throw new LexiconBuildError(`${oldIds.length} different words are more than a lexicon holds`);
  const tokenTexts = new Array<string>(oldIds.length);
  for (const [text, old] of tokenIds) tokenTexts[renumber[old]!] = text;
  const sequences = paths.map(({ labels }) => labels.map((label) => renumber[label >>> 3]! * 8 + (label & 7)));
  const order = paths.map((_, i) => i).sort((a, b) => compare(sequences[a]!, sequences[b]!) || a - b);

  // Breadth first over ranges of the sorted paths.
  const labels: number[] = [0];
  const kidsFrom: number[] = [];
  const innerNodes: number[] = [];
  const finals: [node: number, from: number, to: number][] = [];
  let level: { from: number; to: number }[] = [{ from: 0, to: order.length }];
  let node = 0;
  let made = 1;
  for (let depth = 0; level.length > 0; depth++) {
    const next: typeof level = [];
    for (const { from, to } of level) {
      let i = from;
      while (i < to && sequences[order[i]!]!.length === depth) i++;
      if (i > from) finals.push([node, from, i]);
      if (i < to) {
        innerNodes.push(node);
        kidsFrom.push(made);
      }
      while (i < to) {
        const label = sequences[order[i]!]![depth]!;
        let j = i + 1;
        while (j < to && sequences[order[j]!]![depth] === label) j++;
        labels.push(label);
        next.push({ from: i, to: j });
        made++;
        i = j;
      }
      node++;
    }
    level = next;
  }
  kidsFrom.push(made);

  const lists: number[] = [];
  const accepts = finals.map(([, from, to]) => {
    const here = acceptsOf(order.slice(from, to).map((p) => paths[p]!));
    if (here.length === 1 && here[0]!.mode === 0 && here[0]!.payload < LIST_TAG) return here[0]!.payload;
    const index = lists.length;
    lists.push(here.length, ...here.flatMap(({ payload, mode }) => [payload, mode]));
    return (LIST_TAG | index) >>> 0;
  });

  const units = tokenTexts.reduce((sum, text) => sum + text.length, 0);
  let slotCount = 8;
  while (slotCount < tokenTexts.length * 1.6) slotCount *= 2;
  const header = new Uint32Array(HEADER_WORDS);
  const set = (key: keyof typeof HEADER, value: number) => {
    header[HEADER[key]] = value;
  };
  set('magic', MAGIC);
  set('format', FORMAT);
  set('entries', entries.length);
  set('slots', slotCount);
  set('tokens', tokenTexts.length);
  set('firstTokens', opensName.size);
  set('nodes', labels.length);
  set('inner', innerNodes.length);
  set('finals', finals.length);
  set('lists', lists.length);
  set('units', units);
  set('texts', texts.length);

  const { bytes, sections } = allocate(header);
  sections.labels.set(labels);
  sections.firstKid.set(kidsFrom);
  sections.accepts.set(accepts);
  sections.lists.set(lists);
  sections.texts.set(texts);
  setBits(sections.inner, sections.innerRank, innerNodes);
  setBits(
    sections.final,
    sections.finalRank,
    finals.map(([n]) => n),
  );
  let at = 0;
  let stemLengths = 0;
  for (const [id, text] of tokenTexts.entries()) {
    sections.tokenAt[id] = at;
    for (let i = 0; i < text.length; i++) sections.units[at++] = text.charCodeAt(i);
    const stem = text.charCodeAt(text.length - 1) === STEM_END && text.length > 1;
    const letters = stem ? text.length - 1 : text.length;
    if (stem) stemLengths |= 1 << Math.min(31, letters);
    markGate(stem ? sections.stemGate : sections.gate, text, letters);
    const hash = hashUnits(sections.units, at - text.length, at);
    let slot = hash & (slotCount - 1);
    while (sections.slots[slot]) slot = (slot + 1) & (slotCount - 1);
    sections.slots[slot] = ((hash >>> TOKEN_BITS) << TOKEN_BITS) | (id + 1);
  }
  sections.tokenAt[tokenTexts.length] = at;
  set('stemLengths', stemLengths >>> 0);
  new Uint32Array(bytes.buffer, 0, HEADER_WORDS).set(header);
  return bytes;
}

/** What ends at one node: each payload once, and no plain-letter form where the very name stands. */
function acceptsOf(paths: readonly Path[]): readonly Path[] {
  const best = new Map<number, Path>();
  for (const path of paths) {
    const known = best.get(path.payload);
    if (!known || known.mode === PLAIN_LETTERS) best.set(path.payload, path);
  }
  return [...best.values()].sort((a, b) => a.payload - b.payload);
}

function compare(a: readonly number[], b: readonly number[]): number {
  const shared = Math.min(a.length, b.length);
  for (let i = 0; i < shared; i++) if (a[i] !== b[i]) return a[i]! - b[i]!;
  return a.length - b.length;
}

function markGate(gate: Uint32Array, text: string, letters: number): void {
  if (letters < 3) return;
  const bit = gateBit(text.charCodeAt(0), text.charCodeAt(1), text.charCodeAt(2));
  gate[bit >>> 5]! |= 1 << (bit & 31);
}

function setBits(bits: Uint32Array, rank: Uint32Array, nodes: readonly number[]): void {
  for (const node of nodes) bits[node >>> 5]! |= 1 << (node & 31);
  let before = 0;
  let next = 0;
  for (let word = 0; word < bits.length; word++) {
    rank[word] = before;
    while (next < nodes.length && nodes[next]! >>> 5 === word) next++;
    before = next;
  }
}

/** Room for all sections, with views into it. */
function allocate(header: Uint32Array): { bytes: Uint8Array; sections: Sections } {
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
