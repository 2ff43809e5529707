import type { Article, Entity } from '../model/entity.ts';
import { typeOf } from '../model/ids.ts';
import type { ContextValue, SearchLine } from '../model/records.ts';
import { confirmedSameAs } from './build-names-pack.ts';
import { cldrNames } from './cldr-names.ts';
import { group, newestArticleFirst, newestFirst, redirectEnd, seriesKeysOf } from './derive.ts';
import { CONTEXT_SERIES, type Dataset } from './load.ts';
import { writePack } from './pack-file.ts';
import { writeList, writeTable } from './table.ts';

/** The pack of whole records for card and atlas. Its sections: docs/adr/0031-two-packs.md. */
export function buildRecordsPack(dataset: Dataset): Uint8Array<ArrayBuffer> {
  const indicators = new Map(dataset.indicators.map((indicator) => [indicator.slug, indicator]));
  const observations = [...dataset.observations].sort(newestFirst);
  const articles = [...dataset.articles].sort(newestArticleFirst);
  const entities = dataset.entities.map((entity) => whole(entity, dataset));
  return writePack('records', {
    abou: writeList([{ version: dataset.about.version, date: dataset.about.date }]),
    enti: writeTable(entities.map((entity) => [entity.id, entity])),
    indi: writeTable(dataset.indicators.map((indicator) => [indicator.slug, indicator])),
    obse: writeTable(observations.map((observation) => [observation.id, observation])),
    arti: writeTable(articles.map((article) => [article.id, article])),
    sour: writeTable(dataset.sources.map((source) => [source.slug, source])),
    post: writeTable(dataset.posts.map((post) => [post.slug, post])),
    basi: writeTable(dataset.bases.map((basis) => [basis.slug, basis])),
    redi: writeTable(Object.keys(dataset.redirects).map((from) => [from, redirectEnd(dataset.redirects, from as Entity['id'])])),
    obof: writeTable(
      group(observations.flatMap((o) => [o.geo, ...(o.partner ? [o.partner] : [])].map((id) => [id, o.id] as const))),
    ),
    seri: writeTable(group(observations.flatMap((o) => seriesKeysOf(o, indicators).map((key) => [key, o.id] as const)))),
    refs: writeTable(group(articles.flatMap((a) => [...a.entities, ...a.observations].map((id) => [id, a.id] as const)))),
    cont: writeTable(
      CONTEXT_SERIES.flatMap((series) =>
        dataset.context[series].map((row) => [`${series} ${row.key} ${row.year}`, contextValue(row)]),
      ),
    ),
    sear: writeList([
      ...entities.map(entityLine),
      ...dataset.indicators.map(indicatorLine),
      ...articles.map(articleLine),
      ...dataset.sources.map(sourceLine),
    ]),
  });
}

function whole(entity: Entity, { about }: Dataset): Entity {
  const answers = ['outlet', 'person'].includes(typeOf(entity.id));
  return {
    ...entity,
    names: [...entity.names, ...cldrNames(entity)],
    sameAs: confirmedSameAs(entity.sameAs),
    ...(answers && { corrections: entity.corrections ?? about.corrections }),
  };
}

function contextValue({ value, unit, year, source }: Dataset['context']['gdp'][number]): ContextValue {
  return { value, unit, year, source };
}

type Texts = readonly (string | undefined)[];
const line = (kind: SearchLine['kind'], id: string, label: string, texts: Texts): SearchLine => ({
  kind,
  id,
  label,
  texts: [...new Set(texts.filter((text) => text !== undefined && text !== label))] as string[],
});
const entityLine = ({ id, label, names, line: own }: Entity) =>
  line('entity', id, label.en, [...Object.values(label), ...names.map(({ text }) => text), ...Object.values(own)]);
const indicatorLine = ({ slug, label, words }: Dataset['indicators'][number]) =>
  line('indicator', slug, label.en, [
    ...Object.values(label),
    ...Object.values(words).flatMap((texts = []) => texts.map((t) => t.replace('*', ''))),
  ]);
const articleLine = ({ id, title, line: own }: Article) => line('article', id, title ?? own, [own]);
const sourceLine = ({ slug, title, publisher }: Dataset['sources'][number]) => line('source', slug, title, [publisher]);
