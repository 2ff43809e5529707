import type { Relation } from '../../model/entity.ts';
import type { EntityId } from '../../model/ids.ts';
import type { Records } from '../../model/records.ts';

/** A relation with the entity that has it. */
export interface Held {
  readonly subject: EntityId;
  readonly relation: Relation;
}

/** Relations as seen from their other end; records have them by their subject only. */
export interface RelationIndex {
  /** Relations that lead to the entity. */
  to(object: EntityId): readonly Held[];
  /** Relations that rest on the source. */
  on(source: string): readonly Held[];
  /** Entities whose record rests on the source. */
  entitiesOn(source: string): readonly EntityId[];
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

/** Reads every entity once, some hundredths of a second: for the pages that need it, when they do. */
export function indexRelations(records: Pick<Records, 'ids' | 'entity'>): RelationIndex {
  const to = new Map<EntityId, Held[]>();
  const on = new Map<string, Held[]>();
  const entitiesOn = new Map<string, EntityId[]>();
  for (const id of records.ids('entity') as readonly EntityId[]) {
    const entity = records.entity(id);
    for (const relation of entity?.relations ?? []) {
      const held = { subject: id, relation };
      push(to, relation.object, held);
      for (const source of relation.sources) push(on, source, held);
    }
    for (const source of entity?.sources ?? []) push(entitiesOn, source, id);
  }
  return {
    to: (object) => to.get(object) ?? [],
    on: (source) => on.get(source) ?? [],
    entitiesOn: (source) => entitiesOn.get(source) ?? [],
  };
}
