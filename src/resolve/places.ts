import type { Via } from '../model/annotation.ts';
import type { Span } from '../model/figure.ts';
import { type EntityId, type EntityType, typeOf } from '../model/ids.ts';
import type { Knowledge } from '../model/knowledge.ts';
import { holdsAt } from './intervals.ts';
import { gap, overlap, type Phrase, senses } from './phrases.ts';

/** A place as a sentence names it. */
export interface Place extends Span {
  readonly id: EntityId;
  readonly type: EntityType;
  readonly via: Via;
}

/** Types that can be geo or partner of an indicator when it does not matter which. */
const STATES: readonly EntityType[] = ['country', 'region'];
/** Characters between "than" and what something is compared with. */
const THAN = 5;
/** "Aktobe Region of Kazakhstan", "Kazakhstan's Aktobe Region": the state beside its part adds nothing. In characters. */
const BESIDE = 12;

/**
 * The places of a sentence that an indicator may be about, each once, in order of first mention. A state is left out where the sentence
 * names its region right beside it; a capital stands for its state where no state is named; whoever counted is no place, nor what something else is compared with ("more than the Middle Corridor").
 */
export function placesOf(phrase: Phrase, types: readonly EntityType[], knowledge: Knowledge): Place[] {
  const counting = phrase.cues.filter((c) => c.kind === 'basis');
  const thans = senses(phrase, 'than');
  const mentions: Place[] = phrase.entities
    .filter((e) => types.includes(e.type) && !counting.some((c) => overlap(c, e)))
    .filter((e) => !thans.some((c) => c.end <= e.start && gap(c, e) <= THAN))
    .map((e) => ({ id: e.entity, type: e.type, via: e.via, start: e.start, end: e.end }));
  if (mentions.every((m) => m.type !== 'country') && types.includes('country') && !types.includes('city')) {
    for (const e of phrase.entities) {
      const state = e.type === 'city' ? capitalOf(e.entity, knowledge) : undefined;
      if (state) mentions.push({ id: state, type: 'country', via: 'metonym', start: e.start, end: e.end });
    }
    // One capital is where something happens; two are two governments.
    if (mentions.every((m) => m.via === 'metonym') && new Set(mentions.map((m) => m.id)).size < 2) return [];
    mentions.sort((a, b) => a.start - b.start);
  }
  const parts = mentions.filter((m) => m.type !== 'country');
  const kept = mentions.filter(
    (m) => m.type !== 'country' || !parts.some((p) => gap(p, m) <= BESIDE && knowledge.entity(p.id)?.countries.includes(m.id)),
  );
  return kept.filter((m, i) => kept.findIndex((o) => o.id === m.id) === i);
}

function capitalOf(city: EntityId, knowledge: Knowledge): EntityId | undefined {
  return knowledge.entity(city)?.relations.find((r) => r.predicate === 'capital-of' && typeOf(r.object) === 'country')?.object;
}

/** States and regions in general: what "the two countries" can point back to. */
export const statesOf = (phrase: Phrase, knowledge: Knowledge) => placesOf(phrase, STATES, knowledge);

/** States that the people of a sentence hold office for, at the article's date. */
export function officesOf(phrase: Phrase, date: string | undefined, knowledge: Knowledge): EntityId[] {
  const found = phrase.entities
    .filter((e) => e.type === 'person')
    .flatMap((e) => knowledge.entity(e.entity)?.relations ?? [])
    .filter((r) => r.predicate === 'holds-role' && typeOf(r.object) === 'country' && (!date || holdsAt(r, date)))
    .map((r) => r.object);
  return [...new Set(found)];
}
