import type { Token } from './tokens.ts';

export interface Match<T> {
  readonly value: T;
  /** Index of the first token behind the match. */
  readonly next: number;
}

interface Node<T> {
  value: T | undefined;
  /** Undefined where a phrase ends that no other goes on from, as most do. */
  next: Map<string, Node<T>> | undefined;
  /** Some key below is compared as printed. */
  exact: boolean;
}
type Stems = (key: string) => readonly string[];

const DEEPEST = 8;
const NO_STEMS: readonly string[] = [];
/** For tables whose words are not inflected. */
export const noStems: Stems = () => NO_STEMS;
const node = <T>(): Node<T> => ({ value: undefined, next: undefined, exact: false });
/** Signs that may stand between two words of a phrase or be left out: "кв. км", "US-Dollar", "kW·h". */
const isJoint = (key: string) => key === '.' || key === '-' || key === '·' || key === '‑' || key === "'" || key === '’';

/**
 * Phrases by tokens; the longest one wins. `stems` gives other forms under which an inflected word may be listed.
 * `=Word` keys are compared with the word as printed, for abbreviations where case matters.
 */
export interface Trie<T> {
  /** The first listing of a phrase stays. */
  add(keys: readonly string[], value: T): void;
  /** First keys of all phrases. */
  firsts(): Iterable<string>;
  match(text: string, tokens: readonly Token[], from: number, stems: Stems): Match<T> | undefined;
}

/** The longest phrase that goes on with `key` at token `i`. */
function step<T>(
  at: Node<T>,
  key: string,
  text: string,
  tokens: readonly Token[],
  i: number,
  stems: Stems,
  depth: number,
): Match<T> | undefined {
  const child = at.next?.get(key);
  if (!child) return undefined;
  const deeper = child.next ? walk(child, text, tokens, i + 1, stems, depth + 1) : undefined;
  return deeper ?? (child.value === undefined ? undefined : { value: child.value, next: i + 1 });
}

function walk<T>(
  at: Node<T>,
  text: string,
  tokens: readonly Token[],
  i: number,
  stems: Stems,
  depth: number,
): Match<T> | undefined {
  const token = tokens[i];
  if (!token || depth > DEEPEST) return undefined;
  if (depth > 0 && token.kind === 'number' && token.gap > 0) return undefined; // "m2", not "m 2"
  if (depth > 0 && token.gap === 0 && isJoint(token.key)) return walk(at, text, tokens, i + 1, stems, depth + 1);
  const printed = at.exact ? step(at, `=${text.slice(token.start, token.end)}`, text, tokens, i, stems, depth) : undefined;
  const folded = step(at, token.key, text, tokens, i, stems, depth);
  let best = folded && (!printed || folded.next > printed.next) ? folded : printed;
  if (best || token.kind !== 'word') return best;
  for (const stem of stems(token.key)) {
    const found = step(at, stem, text, tokens, i, stems, depth);
    if (found && (!best || found.next > best.next)) best = found;
  }
  return best;
}

export function makeTrie<T>(): Trie<T> {
  const root = node<T>();
  return {
    add(keys, value) {
      let at = root;
      for (const key of keys) {
        if (key.startsWith('=') && key.length > 1) at.exact = true;
        at.next ??= new Map();
        let child = at.next.get(key);
        if (!child) at.next.set(key, (child = node()));
        at = child;
      }
      at.value ??= value;
    },
    firsts: () => root.next?.keys() ?? [],
    match: (text, tokens, from, stems) => walk(root, text, tokens, from, stems, 0),
  };
}
