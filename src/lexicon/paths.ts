import { withoutDiacritics } from './fold.ts';
import { hashUnits, PLAIN_LETTERS, STEM_END, TOKEN_MASK } from './layout.ts';
import { filled, type List, list16, list32, push } from './numbers.ts';
import { foldedToken, type Tokens, tokenise } from './tokens.ts';

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

/** Every different token once, numbered in order of appearance. */
export interface TokenTable {
  readonly count: () => number;
  /** Number of the token with these folded units. */
  readonly number: (units: Uint16Array, from: number, to: number) => number;
  /** Where a token's units begin; one more at the end. */
  readonly at: List;
  readonly units: List<Uint16Array>;
}

function tokenTable(): TokenTable {
  const at = list32();
  const units = list16();
  push(at, 0);
  let slots = new Uint32Array(1024);
  const count = () => at.length - 1;
  const same = (id: number, from: Uint16Array, start: number, end: number): boolean => {
    const first = at.values[id]!;
    if (at.values[id + 1]! - first !== end - start) return false;
    for (let i = start; i < end; i++) if (units.values[first + i - start] !== from[i]) return false;
    return true;
  };
  const free = (hash: number): number => {
    let slot = hash & (slots.length - 1);
    while (slots[slot]) slot = (slot + 1) & (slots.length - 1);
    return slot;
  };
  const number = (from: Uint16Array, start: number, end: number): number => {
    const hash = hashUnits(from, start, end);
    for (let slot = hash & (slots.length - 1); slots[slot]; slot = (slot + 1) & (slots.length - 1))
      if (same(slots[slot]! - 1, from, start, end)) return slots[slot]! - 1;
    if (count() + 2 >= TOKEN_MASK) throw new LexiconBuildError(`${count()} different words are more than a lexicon holds`);
    for (let i = start; i < end; i++) push(units, from[i]!);
    push(at, units.length);
    if (2 * count() > slots.length) {
      slots = new Uint32Array(2 * slots.length);
      for (let id = 0; id < count(); id++) slots[free(hashUnits(units.values, at.values[id]!, at.values[id + 1]!))] = id + 1;
    } else slots[free(hash)] = count();
    return count() - 1;
  };
  return { count, number, at, units };
}

/** What entries come to: for each way to write a name its tokens, its payload and how it must be written. Numbers only. */
export interface Paths {
  readonly tokens: TokenTable;
  /** Token times eight and gap before it, of all paths one after another. */
  readonly labels: List;
  /** Where a path's labels begin; one more at the end. */
  readonly at: List;
  readonly payloads: List;
  /** As in `lists` of the layout. */
  readonly modes: List;
  /** Units of the entries that must stand exactly so, each after its length. */
  readonly texts: List<Uint16Array>;
}

export const emptyPaths = (): Paths => {
  const at = list32();
  push(at, 0);
  return { tokens: tokenTable(), labels: list32(), at, payloads: list32(), modes: list32(), texts: list16() };
};

/** @throws LexiconBuildError for an entry without a letter, digit or sign, and for a stem that would fit nearly every word */
export function addPaths(paths: Paths, entry: LexiconEntry): void {
  const tokens = tokenise(entry.text);
  const { codes, at, count } = tokens;
  if (count === 0) throw new LexiconBuildError(`"${entry.text}" has no letter, digit or sign to be found by`);
  for (let i = 0; i < count; i++) {
    const [from, to] = [at[i]!, at[i + 1]!];
    if (!entry.prefix || i < count - 1) addLabel(paths, tokens, i, codes, from, to);
    else {
      if (to - from < SHORTEST_STEM) throw new LexiconBuildError(`"${entry.text}*" would fit nearly every word`);
      const stem = new Uint16Array(to - from + 1);
      stem.set(codes.subarray(from, to));
      stem[to - from] = STEM_END;
      addLabel(paths, tokens, i, stem, 0, stem.length);
    }
  }
  let mode = 0;
  if (entry.case === 'exact') {
    mode = paths.texts.length + 1;
    push(paths.texts, entry.text.length);
    for (let i = 0; i < entry.text.length; i++) push(paths.texts, entry.text.charCodeAt(i));
  }
  endPath(paths, entry.payload, mode);
  if (entry.case === 'fold' && entry.payload >>> 30 === 0 && !entry.prefix) addPlain(paths, tokens, entry.payload);
}

/** A name is also found as a plain keyboard writes it. */
function addPlain(paths: Paths, tokens: Tokens, payload: number): void {
  const words = Array.from({ length: tokens.count }, (_, i) => foldedToken(tokens, i));
  const bare = words.map(withoutDiacritics);
  if (bare.every((word, i) => word === words[i])) return;
  for (const [i, word] of bare.entries()) {
    const units = Uint16Array.from({ length: word.length }, (_, k) => word.charCodeAt(k));
    addLabel(paths, tokens, i, units, 0, units.length);
  }
  endPath(paths, payload, PLAIN_LETTERS);
}

function addLabel({ tokens, labels }: Paths, { gap }: Tokens, i: number, units: Uint16Array, from: number, to: number): void {
  push(labels, tokens.number(units, from, to) * 8 + (i ? gap[i]! : 0));
}

function endPath({ labels, at, payloads, modes }: Paths, payload: number, mode: number): void {
  push(at, labels.length);
  push(payloads, payload);
  push(modes, mode);
}

/** Numbers the tokens with which a path begins first, all others in their order; gives back how many begin one, and the old number of each. */
export function firstTokensFirst({ tokens, labels, at }: Paths): { firstTokens: number; old: Uint32Array } {
  const opens = new Uint8Array(tokens.count());
  const starts = filled(at);
  for (let path = 0; path < starts.length - 1; path++) opens[labels.values[starts[path]!]! >>> 3] = 1;
  const old = new Uint32Array(opens.length);
  const renumbered = new Uint32Array(opens.length);
  let next = 0;
  for (const first of [1, 0])
    for (let id = 0; id < opens.length; id++) {
      if (opens[id] !== first) continue;
      old[next] = id;
      renumbered[id] = next++;
    }
  for (let i = 0; i < labels.length; i++) labels.values[i] = renumbered[labels.values[i]! >>> 3]! * 8 + (labels.values[i]! & 7);
  return { firstTokens: opens.reduce((sum, bit) => sum + bit, 0), old };
}
