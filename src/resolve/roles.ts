import type { Relation } from '../model/entity.ts';
import type { EntityId } from '../model/ids.ts';
import type { EntityBrief, Knowledge } from '../model/knowledge.ts';
import { containsDay, type Period, parsePeriod } from '../model/period.ts';

/** When a relation holds, from its dates as precise as they are; undefined when they run backwards. A missing side is open. */
export function relationPeriod({ from, to }: Pick<Relation, 'from' | 'to'>): Period | undefined {
  return parsePeriod(`${from ?? '..'}/${to ?? '..'}`);
}

/** Does the relation hold on the ISO day? */
export function inForce(relation: Relation, day: string): boolean {
  const period = relationPeriod(relation);
  return period !== undefined && containsDay(period, day);
}

/** A post that a person holds. */
export interface Role {
  readonly post: string;
  readonly object: EntityId;
  readonly relation: Relation;
}

/** All posts of a person, in the dataset's order. */
export function roles(person: EntityBrief): Role[] {
  return person.relations.flatMap((relation) =>
    relation.predicate === 'holds-role' && relation.post !== undefined
      ? [{ post: relation.post, object: relation.object, relation }]
      : [],
  );
}

/** The posts that the person held on the ISO day, the one that began last first. Without a day nothing is known. */
export function rolesAt(person: EntityBrief, day: string | undefined): Role[] {
  if (day === undefined) return [];
  return roles(person)
    .filter(({ relation }) => inForce(relation, day))
    .sort((a, b) => (b.relation.from ?? '').localeCompare(a.relation.from ?? ''));
}

/** The post that the person held on the ISO day; of several the one that began last. */
export function roleAt(person: EntityBrief, day: string | undefined): Role | undefined {
  return rolesAt(person, day)[0];
}

/** Who held the post for the object on the ISO day. */
export function holdersAt(
  knowledge: Knowledge,
  post: string,
  object: EntityId,
  day: string,
): { person: EntityId; relation: Relation }[] {
  return knowledge.holders(post, object).filter(({ relation }) => inForce(relation, day));
}
