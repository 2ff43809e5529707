import { kazakhInArabic, kazakhInLatin } from '../lexicon/kazakh-scripts.ts';
import type { Entity, Name } from '../model/entity.ts';
import { typeOf } from '../model/ids.ts';

/** Languages in which registers and protocols put the family name first. */
const FAMILY_FIRST = new Set(['ru', 'kk', 'az']);
/** What a page in another alphabet names first; the names of bodies would weigh more than they are read. */
const PLACES = new Set(['country', 'region', 'city']);
const CYRILLIC = /^[\p{Script=Cyrillic}\s\-–—«»"]+$/u;

/**
 * Names that follow from the curated ones by rule while packing: a person's official name with the family name first, and strong Kazakh names
 * of places of the region in the language's Latin and Arabic alphabets. Never what somebody already owns.
 */
export function derivedNames(entity: Entity, names: readonly Name[]): Name[] {
  const known = new Set(names.map(({ text }) => text));
  const type = typeOf(entity.id);
  const derived: Name[] = [];
  const add = (name: Name, text: string, lang: string) => {
    if (known.has(text)) return;
    known.add(text);
    derived.push({
      text,
      lang,
      kind: name.kind === 'demonym' ? 'demonym' : 'transliteration',
      strength: 'strong',
      case: name.case,
    });
  };
  for (const name of names) {
    if (name.strength !== 'strong') continue;
    const words = name.text.split(' ');
    if (type === 'person' && name.kind === 'official' && FAMILY_FIRST.has(name.lang) && words.length === 2)
      add(name, `${words[1]} ${words[0]}`, name.lang);
    if (name.lang === 'kk' && PLACES.has(type) && !entity.wide && name.kind !== 'abbreviation' && CYRILLIC.test(name.text)) {
      add(name, kazakhInLatin(name.text), 'kk-Latn');
      add(name, kazakhInArabic(name.text), 'kk-Arab');
    }
  }
  return derived;
}

/**
 * One of the names that differ in nothing but their language ("Reuters" in five): the index looks at letters. Names of peoples stay, as their
 * language says whether they are written small.
 */
export function distinctNames(names: readonly Name[]): Name[] {
  const seen = new Set<string>();
  return names.filter(({ text, lang, kind, strength, case: letters, from, needs, rejects }) => {
    const apart = kind === 'demonym' ? lang : kind === 'abbreviation';
    const key = JSON.stringify([text, apart, strength, letters, from, needs, rejects]);
    return !seen.has(key) && seen.add(key);
  });
}
