import MiniSearch from 'minisearch';
import type { Records, SearchLine } from '../../model/records.ts';
import { foldForSearch } from './search-fold.ts';

export interface Found {
  readonly kind: SearchLine['kind'];
  readonly id: string;
  readonly label: string;
}

/** One typing slip in five letters. */
const FUZZY = 0.2;
/** A record's own name counts more than a word of its summary; entities before the articles that name them. */
const BOOST: Readonly<Record<SearchLine['kind'], number>> = { entity: 4, indicator: 3, article: 1, source: 1 };
const LIMIT = 60;

/** Over all names and lines of the dataset; built once, a few hundredths of a second. */
export function makeSearch(records: Pick<Records, 'searchLines'>): (text: string) => readonly Found[] {
  const index = new MiniSearch<{ key: number; label: string; texts: string }>({
    idField: 'key',
    fields: ['label', 'texts'],
    processTerm: (term) => foldForSearch(term) || null,
    searchOptions: { prefix: true, fuzzy: (term) => (term.length > 3 ? FUZZY : false), combineWith: 'AND', boost: { label: 2 } },
  });
  const lines = records.searchLines();
  index.addAll(lines.map((line, key) => ({ key, label: line.label, texts: line.texts.join(' ') })));
  return (text) =>
    index
      .search(text, { boostDocument: (key) => BOOST[lines[key as number]!.kind] })
      .slice(0, LIMIT)
      .map(({ id }) => {
        const { kind, id: record, label } = lines[id as number]!;
        return { kind, id: record, label };
      });
}
