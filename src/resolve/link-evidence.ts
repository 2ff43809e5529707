import type { Reason } from '../model/annotation.ts';
import type { DocumentFacts } from '../model/document.ts';
import type { Evidence, Reach } from '../model/entity.ts';
import { type EntityId, type EntityType, typeOf } from '../model/ids.ts';
import type { Knowledge } from '../model/knowledge.ts';
import type { Mention, Sense } from './link-mentions.ts';
import { inForce, roles } from './roles.ts';

/** Where an entity was named. */
export interface Place {
  readonly block: number;
  readonly sentence: number;
  readonly start: number;
  readonly end: number;
  /** In a menu's line: it speaks for what stands beside it, not for the article. */
  readonly brief: boolean;
}

/** What the article has shown so far. */
export interface Established {
  readonly at: ReadonlyMap<EntityId, readonly Place[]>;
  /** Does the evidence word stand in the article's prose, or in this block? */
  readonly says: (word: string, block: number) => boolean;
}

export interface Context {
  readonly facts: DocumentFacts;
  readonly knowledge: Knowledge;
}

/** Characters between two neighbours: a space, a hyphen, a comma with a space. */
const NEAR = 2;

function within(place: Place, mention: Mention, reach: Reach): boolean {
  if (place.block === mention.block && place.start < mention.end && mention.start < place.end) return false;
  if (reach === 'page') return !place.brief || place.block === mention.block;
  if (place.block !== mention.block) return false;
  if (reach === 'block') return true;
  if (reach === 'sentence') return place.sentence === mention.sentence;
  return (
    (place.end <= mention.start && mention.start - place.end <= NEAR) ||
    (mention.end <= place.start && place.start - mention.end <= NEAR)
  );
}

function someEntity(
  established: Established,
  mention: Mention,
  reach: Reach,
  fits: (id: EntityId) => boolean,
): EntityId | undefined {
  for (const [id, places] of established.at) {
    if (fits(id) && (places.length === 0 ? reach === 'page' : places.some((place) => within(place, mention, reach)))) return id;
  }
  return undefined;
}

/** Does it lie in the country or belong to it, or hold or has it held an office there? */
function belongsTo(knowledge: Knowledge, id: EntityId, country: EntityId): boolean {
  if (id === country) return true;
  const entity = knowledge.entity(id);
  return entity !== undefined && (entity.countries.includes(country) || roles(entity).some(({ object }) => object === country));
}

/** Does this piece of evidence hold by what the document shows? What the block alone shows is in the sense's bits. */
export function documentEvidence(
  evidence: Evidence,
  mention: Mention,
  sense: Sense,
  established: Established,
  { facts, knowledge }: Context,
): Reason | undefined {
  const reason = (id: EntityId | undefined): Reason | undefined => (id ? { is: 'entity', text: id } : undefined);
  switch (evidence.is) {
    case 'entity':
      return reason(someEntity(established, mention, evidence.reach, (id) => id === evidence.id));
    case 'type':
      return reason(
        someEntity(
          established,
          mention,
          evidence.reach,
          (id) => (typeOf(id) as EntityType) === evidence.type && id !== sense.entity,
        ),
      );
    case 'country':
      return reason(
        someEntity(established, mention, evidence.reach, (id) => id !== sense.entity && belongsTo(knowledge, id, evidence.id)),
      );
    case 'word':
      return evidence.reach === 'page' && established.says(evidence.text, mention.block)
        ? { is: 'word', text: evidence.text }
        : undefined;
    case 'outlet': {
      if (!facts.outlet) return undefined;
      const fits = facts.outlet === evidence.text || belongsTo(knowledge, facts.outlet, `country/${evidence.text}`);
      return fits ? { is: 'outlet', text: facts.outlet } : undefined;
    }
    case 'full-name':
      return elsewhere(established, mention, sense) ? { is: 'earlier-mention', text: sense.entity } : undefined;
    default:
      return undefined;
  }
}

/** Is the entity established by something else than this very mention? */
export function elsewhere(established: Established, mention: Mention, { entity }: Sense): boolean {
  const places = established.at.get(entity);
  return places !== undefined && (places.length === 0 || places.some((place) => within(place, mention, 'page')));
}

/** What a piece of evidence that held in the block says in "why marked". */
export function localReason(evidence: Evidence): Reason {
  if (evidence.is === 'word' || evidence.is === 'before' || evidence.is === 'after') return { is: 'word', text: evidence.text };
  if (evidence.is === 'lang') return { is: 'lang', text: evidence.text };
  return { is: 'name', text: 'text' in evidence ? evidence.text : evidence.is };
}

/** The person holds, on the article's day, a post that stands before the name. Without a day any time will do. */
export function roleEvidence(mention: Mention, sense: Sense, { facts, knowledge }: Context): Reason | undefined {
  if (sense.name.type !== 'person' || mention.posts.length === 0) return undefined;
  const person = knowledge.entity(sense.entity);
  if (!person) return undefined;
  for (const { post, relation } of roles(person)) {
    const announced = mention.posts.some((said) => post === said || post.startsWith(`${said}-`));
    if (announced && (facts.date === undefined || inForce(relation, facts.date))) return { is: 'role', text: post };
  }
  return undefined;
}
