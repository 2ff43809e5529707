import type { Token } from './tokens.ts';

export interface Match<T> {
  readonly value: T;
  /** Index of the first token behind the match. */
  readonly next: number;
}

interface Node<T> {
  value: T | undefined;
  readonly next: Map<string, Node<T>>;
}

const node = <T>(): Node<T> => ({ value: undefined, next: new Map() });
/** Signs that may stand between two words of a phrase or be left out: "кв. км", "US-Dollar", "kW·h". */
const isJoint = (token: Token) => token.key === '.' || token.key === '-' || token.key === '·' || token.key === '‑';

/**
 * Phrases by tokens; the longest one wins. `stems` gives other forms under which an inflected word may be listed.
 * `=Word` keys are compared with the word as printed, for abbreviations where case matters.
 */
export interface Trie<T> {
  /** The first listing of a phrase stays. */
  add(keys: readonly string[], value: T): void;
  /** First keys of all phrases. */
  firsts(): Iterable<string>;
  match(text: string, tokens: readonly Token[], from: number, stems: (key: string) => readonly string[]): Match<T> | undefined;
}

export function makeTrie<T>(): Trie<T> {
  const root = node<T>();
  function walk(
    at: Node<T>,
    text: string,
    tokens: readonly Token[],
    i: number,
    stems: (key: string) => readonly string[],
    depth: number,
  ): Match<T> | undefined {
    const token = tokens[i];
    if (!token || depth > 8) return undefined;
    if (depth > 0 && token.kind === 'number' && token.gap > 0) return undefined; // "m2", not "m 2"
    if (depth > 0 && token.gap === 0 && isJoint(token)) return walk(at, text, tokens, i + 1, stems, depth + 1);
    const forms = [`=${text.slice(token.start, token.end)}`, token.key];
    let best: Match<T> | undefined;
    const visit = (key: string) => {
      const child = at.next.get(key);
      if (!child) return;
      const deeper = child.next.size > 0 ? walk(child, text, tokens, i + 1, stems, depth + 1) : undefined;
      const found = deeper ?? (child.value === undefined ? undefined : { value: child.value, next: i + 1 });
      if (found && (!best || found.next > best.next)) best = found;
    };
    for (const form of forms) visit(form);
    if (!best && token.kind === 'word') for (const stem of stems(token.key)) visit(stem);
    return best;
  }
  return {
    add(keys, value) {
      let at = root;
      for (const key of keys) {
        let child = at.next.get(key);
        if (!child) at.next.set(key, (child = node()));
        at = child;
      }
      at.value ??= value;
    },
    firsts: () => root.next.keys(),
    match: (text, tokens, from, stems) => walk(root, text, tokens, from, stems, 0),
  };
}
