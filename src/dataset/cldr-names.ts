import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Entity, Name } from '../model/entity.ts';
import { LANGUAGES, type Language, parseEntityId } from '../model/ids.ts';

/**
 * Names of countries and currencies as CLDR 48 has them in the five interface languages (Unicode-3.0), drawn while packing.
 * Taken: a territory's name and its official variant (Türkiye, Turkey), a currency's name with its plural forms. Left: short forms
 * ("US", "UK"), which are words of their own, and names that CLDR tells apart by brackets or dashes ("Congo - Kinshasa").
 */
const require = createRequire(import.meta.url);
const files = new Map<string, Record<string, unknown>>();

function open(pack: string, language: Language, file: string): Record<string, unknown> {
  const path = require.resolve(`${pack}/main/${language}/${file}.json`);
  const known = files.get(path);
  if (known) return known;
  const data = JSON.parse(readFileSync(path, 'utf8')).main[language];
  files.set(path, data);
  return data;
}

const usable = (text: string) => !/[()\-–—,]\s|\s[–—-]/.test(text) && text.length > 3;

function territory(iso: string, language: Language): string[] {
  const all = open('cldr-localenames-full', language, 'territories') as {
    localeDisplayNames: { territories: Record<string, string> };
  };
  const names = all.localeDisplayNames.territories;
  return [names[iso], names[`${iso}-alt-variant`]].filter((name) => name !== undefined);
}

function currency(iso: string, language: Language): string[] {
  const all = open('cldr-numbers-full', language, 'currencies') as {
    numbers: { currencies: Record<string, Record<string, string>> };
  };
  const entry = all.numbers.currencies[iso] ?? {};
  return Object.entries(entry).flatMap(([key, name]) => (key.startsWith('displayName') ? [name] : []));
}

/** ISO code by `sameAs.iso`, else by the slug; undefined for other types of entity. */
function isoOf(entity: Entity): { iso: string; names: (iso: string, language: Language) => string[] } | undefined {
  const { type, slug } = parseEntityId(entity.id)!;
  if (type !== 'country' && type !== 'currency') return undefined;
  return { iso: (entity.sameAs?.iso ?? slug).toUpperCase(), names: type === 'country' ? territory : currency };
}

/** The names that CLDR adds to an entity: those that nobody curated in that language, in any letter case. */
export function cldrNames(entity: Entity): Name[] {
  const source = isoOf(entity);
  if (!source) return [];
  const same = (a: string, b: string, language: string) => a.toLocaleUpperCase(language) === b.toLocaleUpperCase(language);
  const added: Name[] = [];
  for (const language of LANGUAGES) {
    for (const text of source.names(source.iso, language)) {
      if (!usable(text)) continue;
      const known = [...entity.names, ...added].some(
        (name) => name.lang.split('-')[0] === language && same(name.text, text, language),
      );
      if (!known) added.push({ text: text.normalize('NFC'), lang: language, kind: 'short', strength: 'strong', case: 'fold' });
    }
  }
  return added;
}
