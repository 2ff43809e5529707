import { foldedToken, SHAPE, tokenise } from '../lexicon/tokens.ts';
import type { Evidence } from '../model/entity.ts';
import { type EntityType, typeOf } from '../model/ids.ts';
import type { Knowledge, KnownName } from '../model/knowledge.ts';
import { ON } from './suffixes.ts';

/** A neighbouring word or phrase that evidence asks for, ready to be compared. */
interface Neighbour {
  readonly words: readonly string[];
  /** The last word may have any ending. */
  readonly open: boolean;
}

/** A name of the pack with what recognition asks about it again and again. */
export interface ReadName extends KnownName {
  readonly type: EntityType;
  readonly tokenCount: number;
  /** Letters of the last word: only what is long enough takes endings freely. */
  readonly lastLetters: number;
  readonly lastWord: string;
  readonly startsUpper: boolean;
  /** Which endings it may take: bits of `ON`. */
  readonly on: number;
  readonly neighbours: ReadonlyMap<Evidence, Neighbour>;
}

const caches = new WeakMap<Knowledge, Map<number, ReadName>>();

/** The name with this index, read once per pack. */
export function readName(knowledge: Knowledge, index: number): ReadName {
  let cache = caches.get(knowledge);
  if (!cache) caches.set(knowledge, (cache = new Map()));
  let known = cache.get(index);
  if (!known) cache.set(index, (known = prepare(knowledge.name(index))));
  return known;
}

/** Letters that end a Turkic possessive, folded. */
const POSSESSIVE_END = /[ыіiuü]$/;
/** Shorter names take no one-letter endings. */
const LONG = 5;

function prepare(name: KnownName): ReadName {
  const tokens = tokenise(name.text);
  const last = tokens.count - 1;
  const lastWord = tokens.count ? foldedToken(tokens, last) : '';
  const type = typeOf(name.entity);
  let on = ON.any;
  if (type !== 'person') on |= ON.place;
  if (name.kind === 'demonym') on |= ON.demonym;
  if (type === 'country') on |= ON.country;
  if (tokens.count > 1 && POSSESSIVE_END.test(lastWord)) on |= ON.owned;
  if ((name.strength === 'strong' || type === 'person') && lastWord.length >= LONG) on |= ON.long;
  const neighbours = new Map<Evidence, Neighbour>();
  for (const evidence of [...(name.needs ?? []), ...(name.rejects ?? [])]) {
    if (evidence.is === 'before' || evidence.is === 'after') neighbours.set(evidence, neighbour(evidence.text));
  }
  return {
    ...name,
    type,
    tokenCount: tokens.count,
    lastLetters: lastWord.length,
    lastWord,
    startsUpper: tokens.count > 0 && (tokens.shape[0]! & SHAPE.firstUpper) !== 0,
    on,
    neighbours,
  };
}

function neighbour(text: string): Neighbour {
  const tokens = tokenise(text);
  return { words: Array.from({ length: tokens.count }, (_, i) => foldedToken(tokens, i)), open: text.trimEnd().endsWith('*') };
}
