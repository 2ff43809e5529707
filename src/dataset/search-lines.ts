import type { Article, Entity, Source } from '../model/entity.ts';
import type { Indicator } from '../model/indicator.ts';
import type { SearchLine } from '../model/records.ts';

type Texts = readonly (string | undefined)[];
const line = (kind: SearchLine['kind'], id: string, label: string, texts: Texts): SearchLine => ({
  kind,
  id,
  label,
  texts: [...new Set(texts.filter((text) => text !== undefined && text !== label))] as string[],
});

/** What the atlas's search finds a record by. */
export const entityLine = ({ id, label, names, line: own }: Entity) =>
  line('entity', id, label.en, [...Object.values(label), ...names.map(({ text }) => text), ...Object.values(own)]);
export const indicatorLine = ({ slug, label, words }: Indicator) => {
  const announcing = Object.values(words).flatMap((texts = []) => texts.map((text) => text.replace('*', '')));
  return line('indicator', slug, label.en, [...Object.values(label), ...announcing]);
};
export const articleLine = ({ id, title, line: own }: Article) => line('article', id, title ?? own, [own]);
export const sourceLine = ({ slug, title, publisher }: Source) => line('source', slug, title, [publisher]);
