import { NAME_KINDS, type Name } from '../model/entity.ts';
import type { EntityId } from '../model/ids.ts';
import type { KnownName } from '../model/knowledge.ts';

/** A name in the pack: text, language, kind × 4 + weak × 2 + exact, index of its entity, and what most names lack. */
export type PackedName = readonly [
  text: string,
  lang: string,
  bits: number,
  entity: number,
  rest?: Pick<Name, 'from' | 'to' | 'needs' | 'rejects' | 'usedBy'>,
];

export function packName({ text, lang, kind, strength, case: letters, ...rest }: Name, entity: number): PackedName {
  const bits = NAME_KINDS.indexOf(kind) * 4 + (strength === 'weak' ? 2 : 0) + (letters === 'exact' ? 1 : 0);
  return Object.values(rest).some((value) => value !== undefined) ? [text, lang, bits, entity, rest] : [text, lang, bits, entity];
}

export function unpackName([text, lang, bits, index, rest]: PackedName, entity: (index: number) => EntityId): KnownName {
  return {
    text,
    lang,
    kind: NAME_KINDS[bits >> 2]!,
    strength: bits & 2 ? 'weak' : 'strong',
    case: bits & 1 ? 'exact' : 'fold',
    ...rest,
    entity: entity(index),
  };
}
