import type { Span } from '../model/figure.ts';
import type { EntityId, EntityType } from '../model/ids.ts';
import type { Knowledge } from '../model/knowledge.ts';
import { gap, type Phrase } from './phrases.ts';
import { officesOf, placesOf, statesOf } from './places.ts';

type Pair = readonly [EntityId, EntityId];

/** What earlier sentences of the same article left to point back to. */
export interface Established {
  /**
   * The pair that "the two countries" or a bare "trade" means in this sentence, or undefined where one is unsure. `pointing`: a word of
   * the sentence points back; without it only what stands close by counts. `having`: one of the two, where the sentence names it: then,
   * without a pointing word, only the sentence right before it tells ("Kazakhstan's trade" is more often all of it).
   */
  pair(phrase: Phrase, options: { readonly pointing: boolean; readonly having?: EntityId }): Pair | undefined;
  /** The one place of these types that was named last. */
  last(phrase: Phrase, types: readonly EntityType[], within: 'article' | 'block'): EntityId | undefined;
  /** The two countries that the officials named in this sentence serve: "Presidents A and B want to bring trade to …". */
  offices(phrase: Phrase): Pair | undefined;
  /** The one country that the officials of the paragraph, up to this sentence, serve. */
  office(phrase: Phrase): EntityId | undefined;
}

/** Sentences back that a pair holds without a word that points to it. */
const CLOSE = 2;
/** Sentences back from which a pointing word finds a pair that is not the article's main one. */
const REACH = 4;
/** Sentences back in which an official of the same paragraph still speaks for a country. */
const PARAGRAPH = 8;

/** Characters between a post and its place: "governor of X", "X vilayətinin valisi". */
const POST = 5;
/** Does the place stand in a printed post, before it or behind? */
const ofPost = (phrase: Phrase, place: Span) => phrase.cues.some((c) => c.kind === 'post' && gap(c, place) <= POST);

export function establish(phrases: readonly Phrase[], date: string | undefined, knowledge: Knowledge): Established {
  const states = phrases.map((p) => statesOf(p, knowledge).map((s) => s.id));
  const pairAt = (i: number): Pair | undefined => (states[i]!.length === 2 ? (states[i] as unknown as Pair) : undefined);
  /** Two presidents met: "the two countries" are theirs. */
  function metAt(i: number): Pair | undefined {
    const served = officesOf(phrases[i]!, date, knowledge);
    return served.length === 2 && states[i]!.every((id) => served.includes(id)) ? (served as unknown as Pair) : undefined;
  }
  const mains = new Map<number, string | undefined>();
  const keyOf = (pair: readonly EntityId[]) => [...pair].sort().join(' ');

  /** The pair that most sentences of the article name; undefined where two are named equally often. */
  function mainPair(article: number): string | undefined {
    if (mains.has(article)) return mains.get(article);
    const counts = new Map<string, number>();
    phrases.forEach((p, i) => {
      const pair = p.block.article === article ? pairAt(i) : undefined;
      if (pair) counts.set(keyOf(pair), (counts.get(keyOf(pair)) ?? 0) + (p.block.role === 'headline' ? 2 : 1));
    });
    const [first, second] = [...counts].sort((a, b) => b[1] - a[1]);
    const main = first && first[1] !== second?.[1] ? first[0] : undefined;
    mains.set(article, main);
    return main;
  }

  return {
    pair(phrase, { pointing, having }) {
      const seen = new Set<EntityId>();
      for (let i = phrase.index - 1; i >= 0 && phrases[i]!.block.article === phrase.block.article; i--) {
        const pair = pairAt(i) ?? (pointing ? metAt(i) : undefined);
        if (pair && (!having || pair.includes(having))) {
          const back = phrase.index - i;
          const main = keyOf(pair) === mainPair(phrase.block.article);
          // Another state in between is a change of subject: "the two countries" may still mean the pair, a bare "trade" may not.
          const strange = [...seen].some((id) => !pair.includes(id));
          if (pointing) return main || (back <= REACH && !strange) ? pair : undefined;
          if (having) return back === 1 && phrases[i]!.block === phrase.block ? pair : undefined;
          // Where an article speaks of several pairs alike, only a word that points back picks one.
          if (!mainPair(phrase.block.article)) return undefined;
          return !strange && (main || back <= CLOSE || phrases[i]!.block === phrase.block) ? pair : undefined;
        }
        for (const id of states[i]!) seen.add(id);
      }
      return undefined;
    },
    last(phrase, types, within) {
      // The region of a governor's printed post is where he serves; it is the figure's place only where the article names no other.
      let served: EntityId | undefined;
      for (let i = phrase.index - 1; i >= 0 && phrases[i]!.block.article === phrase.block.article; i--) {
        if (within === 'block' && phrases[i]!.block !== phrase.block) break;
        const all = placesOf(phrases[i]!, types, knowledge);
        const places = all.filter((p) => !ofPost(phrases[i]!, p));
        if (places.length === 1) return places[0]!.id;
        if (places.length > 1) return undefined;
        if (all.length === 1) served ??= all[0]!.id;
      }
      return served;
    },
    offices(phrase) {
      const served = officesOf(phrase, date, knowledge);
      return served.length === 2 ? (served as unknown as Pair) : undefined;
    },
    office(phrase) {
      const served = new Set<EntityId>();
      for (let i = phrase.index; i >= Math.max(0, phrase.index - PARAGRAPH) && phrases[i]!.block === phrase.block; i--)
        for (const id of officesOf(phrases[i]!, date, knowledge)) served.add(id);
      return served.size === 1 ? [...served][0] : undefined;
    },
  };
}
