import { kazakhInArabic, kazakhInLatin } from '../lexicon/kazakh-scripts.ts';
import type { Entity, Name } from '../model/entity.ts';
import { typeOf } from '../model/ids.ts';
import { englishSpellings, SPELLING_RULES } from './person-spellings.ts';

/** Languages in which registers and protocols put the family name first. */
const FAMILY_FIRST = new Set(['ru', 'kk', 'az']);
/** Of Kazakhstan alone: what a page in another alphabet names first; other names would weigh more than they are read. */
const PLACES = new Set(['region', 'city']);
const KAZAKHSTAN = 'country/kz';
const CYRILLIC = /^[\p{Script=Cyrillic}\s\-–—«»"]+$/u;

/**
 * Names that follow from the curated ones by rule while packing: a person's official name with the family name first, persons of the region as
 * Azerbaijani and Turkish spell them where nobody wrote that down, and strong Kazakh names of the region's countries and of Kazakhstan's places in
 * the language's Latin and Arabic alphabets. Never what somebody already owns.
 */
export function derivedNames(entity: Entity, names: readonly Name[]): Name[] {
  const known = new Set(names.map(({ text }) => text));
  const type = typeOf(entity.id);
  const derived: Name[] = [];
  const inOtherAlphabets =
    (type === 'country' && !entity.wide) || (PLACES.has(type) && entity.relations.some(({ object }) => object === KAZAKHSTAN));
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
    if (name.lang === 'kk' && inOtherAlphabets && name.kind !== 'abbreviation' && CYRILLIC.test(name.text)) {
      // A people's name in Latin letters is another language's too: özbek.
      if (name.kind !== 'demonym') add(name, kazakhInLatin(name.text), 'kk-Latn');
      add(name, kazakhInArabic(name.text), 'kk-Arab');
    }
  }
  if (type === 'person' && !entity.wide) {
    for (const name of names) {
      if (name.lang !== 'en' || name.strength !== 'strong' || !name.text.includes(' ')) continue;
      for (const spelt of englishSpellings(name.text)) add(name, spelt, name.lang);
    }
    for (const { from, to, spell } of SPELLING_RULES) {
      if (names.some(({ lang }) => lang === to)) continue;
      const official = names.find(({ lang, kind }) => lang === from && kind === 'official');
      if (!official) continue;
      const text = spell(official.text);
      if (text?.split(' ').length !== 2) continue;
      add(official, text, to);
      const family = text.split(' ')[1]!;
      if (known.has(family)) continue;
      known.add(family);
      derived.push({ text: family, lang: to, kind: 'short', strength: 'weak', case: 'fold', needs: [{ is: 'full-name' }] });
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
