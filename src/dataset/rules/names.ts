import { foldedToken, tokenise } from '../../lexicon/tokens.ts';
import type { Name } from '../../model/entity.ts';
import type { EntityId } from '../../model/ids.ts';
import { cldrNames } from '../cldr-names.ts';
import type { PlaceKind } from '../load.ts';
import type { Rule } from './rule.ts';

/** The name as the index compares it: folded words. */
function folded(text: string): string {
  const tokens = tokenise(text);
  return Array.from({ length: tokens.count }, (_, i) => foldedToken(tokens, i)).join(' ');
}

/** Two names that the same printed words would fit. */
const meet = (a: Name, b: Name) => a.case === 'fold' || b.case === 'fold' || a.text === b.text;

/** Strong names point at one entity; weak ones say what must stand by them; every text can be found at all. */
export const checkNames: Rule = ({ dataset }, report) => {
  const strong = new Map<string, { id: EntityId; name: Name }[]>();
  for (const entity of dataset.entities) {
    const { id, names } = entity;
    const hasStrong = names.some(({ strength }) => strength === 'strong');
    const own = new Set<string>();
    for (const [i, name] of [...names, ...cldrNames(entity)].entries()) {
      const path = i < names.length ? ['names', i, 'text'] : ['names'];
      const key = folded(name.text);
      if (key === '') {
        report('entity', id, path, `is "${name.text}", without a letter or digit: remove it`);
        continue;
      }
      const same = `${name.text} ${name.lang} ${name.case}`;
      if (own.has(same)) report('entity', id, path, `gives "${name.text}" (${name.lang}) twice: keep one`);
      own.add(same);
      if (name.from && name.to && name.from >= name.to)
        report('entity', id, ['names', i, 'to'], 'is not after from: mend the dates (to does not belong to the interval)');
      if (name.strength === 'weak') {
        const needs = name.needs ?? [];
        if (needs.length === 0)
          report('entity', id, path, `"${name.text}" is weak and needs nothing: add evidence, at least full-name`);
        if (!hasStrong && needs.every(({ is }) => is === 'full-name'))
          report(
            'entity',
            id,
            path,
            `"${name.text}" waits for a full name, but no name of ${id} is strong: make one strong, or add other evidence`,
          );
        continue;
      }
      const before = strong.get(key) ?? [];
      const clash = before.find((other) => other.id !== id && meet(other.name, name));
      if (clash) {
        const cldr = i < names.length ? '' : ' (from CLDR: curate it)';
        report(
          'entity',
          id,
          path,
          `"${name.text}"${cldr} is a strong name of ${clash.id} too: make one weak and say what it needs`,
        );
      }
      strong.set(key, [...before, { id, name }]);
    }
  }

  const words = (kind: PlaceKind, id: string, field: string, byLanguage: Partial<Record<string, readonly string[]>>) => {
    for (const [lang, texts = []] of Object.entries(byLanguage)) {
      texts.forEach((text, i) => {
        const last = folded(text.replace(/\*$/, '')).split(' ').at(-1)!;
        if (last === '') report(kind, id, [field, lang, i], `is "${text}", without a letter: remove it`);
        else if (text.endsWith('*') && last.length < 2)
          report(kind, id, [field, lang, i], `"${text}" would fit too many words: write at least two letters before the *`);
      });
    }
  };
  for (const { slug, words: own, notWith = {} } of dataset.indicators) {
    words('indicator', slug, 'words', own);
    words('indicator', slug, 'notWith', notWith);
  }
  for (const { slug, words: own } of dataset.posts) words('post', slug, 'words', own);
  for (const { slug, words: own } of dataset.bases) words('basis', slug, 'words', own);
  for (const [sense, own] of Object.entries(dataset.cues)) words('cues', '', sense, own);
};
