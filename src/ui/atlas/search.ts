import MiniSearch from 'minisearch';
import type { EntityId } from '../../model/ids.ts';
import type { Records, SearchLine } from '../../model/records.ts';
import { foldForSearch } from './search-fold.ts';

export interface Found {
  readonly kind: SearchLine['kind'];
  readonly id: string;
  readonly label: string;
}
export type Search = (text: string) => readonly Found[];

/** One typing slip in five letters. */
const FUZZY = 0.2;
/** Entities before the articles that name them. */
const BOOST: Readonly<Record<SearchLine['kind'], number>> = { entity: 4, indicator: 3, article: 1, source: 1 };
/** A name that is the whole of what was asked goes before names that only contain it, whatever the index counts. */
const WHOLE = 100;
const LIMIT = 60;
/** Lines put into the index at a time, between which the page may be used: some 20 ms. */
const CHUNK = 60;

const WORDS = /[\p{L}\p{M}\p{N}]+/gu;
const wordsOf = (text: string) => text.match(WORDS) ?? [];

/** What is searched: names and lines of the dataset, folded word by word. Most words come again and again, so each is folded once. */
function makeIndex(records: Pick<Records, 'searchLines' | 'articlesOf' | 'observationsOf'>) {
  const folded = new Map<string, string>();
  const fold = (word: string) => {
    let to = folded.get(word);
    if (to === undefined) {
      to = foldForSearch(word);
      folded.set(word, to);
    }
    return to;
  };
  const whole = (text: string) => wordsOf(text).map(fold).join(' ');
  const lines = records.searchLines();
  const index = new MiniSearch<{ key: number; label: string; texts: string }>({
    idField: 'key',
    fields: ['label', 'texts'],
    tokenize: wordsOf,
    processTerm: (term) => fold(term) || null,
    searchOptions: { prefix: true, fuzzy: (term) => (term.length > 3 ? FUZZY : false), combineWith: 'AND', boost: { label: 2 } },
  });
  /** How often the dataset speaks of it: of two Kazakhstans the country is meant, not the channel of that name. */
  const weight = ({ kind, id }: SearchLine) => {
    if (kind !== 'entity' && kind !== 'indicator') return 1;
    const times = records.articlesOf(id).length + (kind === 'entity' ? records.observationsOf(id as EntityId).length : 0);
    return 1 + Math.log1p(times) / 4;
  };
  const search: Search = (text) => {
    const asked = whole(text);
    const isWhole = (line: SearchLine) => line.label === text || line.texts.some((one) => whole(one) === asked);
    const boostDocument = (key: number) => {
      const line = lines[key]!;
      return BOOST[line.kind] * weight(line) * (isWhole(line) ? WHOLE : 1);
    };
    return index
      .search(text, { boostDocument: (key) => boostDocument(key as number) })
      .slice(0, LIMIT)
      .map(({ id }) => {
        const { kind, id: record, label } = lines[id as number]!;
        return { kind, id: record, label };
      });
  };
  return { index, search, documents: lines.map((line, key) => ({ key, label: line.label, texts: line.texts.join(' ') })) };
}

type Searched = Parameters<typeof makeIndex>[0];

/** Over all names and lines of the dataset, at once. */
export function makeSearch(records: Searched): Search {
  const { index, search, documents } = makeIndex(records);
  index.addAll(documents);
  return search;
}

/** The same, built in small pieces while the page is used. */
export async function prepareSearch(records: Searched): Promise<Search> {
  const { index, search, documents } = makeIndex(records);
  await index.addAllAsync(documents, { chunkSize: CHUNK });
  return search;
}
