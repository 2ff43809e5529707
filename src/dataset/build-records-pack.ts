import type { Entity, Name } from '../model/entity.ts';
import { typeOf } from '../model/ids.ts';
import { cldrNames } from './cldr-names.ts';
import { confirmedSameAs, group, redirectEnd, seriesGroups } from './derive.ts';
import { CONTEXT_SERIES, type Dataset } from './load.ts';
import type { Ordered } from './numbers.ts';
import { writePack } from './pack-file.ts';
import { packArticle, packEntity, packObservation } from './packed-records.ts';
import { writeIndex, writeList, writeTable } from './table.ts';

/** The pack of whole records for card and atlas. Its sections: docs/adr/0031-two-packs.md. */
export function buildRecordsPack({ dataset, observations, articles, indicators, numbers }: Ordered): Uint8Array<ArrayBuffer> {
  const series = seriesGroups(observations, indicators);
  const withoutSlug = <T extends { readonly slug: string }>({ slug, ...record }: T) => [slug, record] as const;
  const context = CONTEXT_SERIES.flatMap((name) =>
    dataset.context[name].map(
      ({ key, year, value, unit, source }) => [`${name} ${key} ${year}`, [value, unit, year, numbers.source(source)]] as const,
    ),
  );
  return writePack('records', {
    abou: writeList([{ version: dataset.about.version, date: dataset.about.date }]),
    enti: writeTable(dataset.entities.map((entity) => [entity.id, packEntity(whole(entity, dataset), numbers)])),
    indi: writeTable(dataset.indicators.map(withoutSlug)),
    obse: writeTable(observations.map((observation) => [observation.id, packObservation(observation, numbers)])),
    arti: writeTable(articles.map((article) => [article.id, packArticle(article, numbers)])),
    sour: writeTable(dataset.sources.map(withoutSlug)),
    post: writeTable(dataset.posts.map(withoutSlug)),
    basi: writeTable(dataset.bases.map(withoutSlug)),
    redi: writeTable(Object.keys(dataset.redirects).map((from) => [from, redirectEnd(dataset.redirects, from as Entity['id'])])),
    obof: writeTable(
      group(observations.flatMap((o, i) => [o.geo, ...(o.partner ? [o.partner] : [])].map((id) => [id, i] as const))),
    ),
    seri: writeList(series.map(([, found]) => found)),
    ser_: writeIndex(series.map(([key]) => key)),
    refs: writeTable(group(articles.flatMap(({ entities }, i) => entities.map((id) => [id, i] as const)))),
    cont: writeTable(context),
  });
}

/** Evidence is what deciding needs; who reads a card needs the forms. */
const form = ({ needs: _, rejects: __, ...name }: Name): Name => name;

function whole(entity: Entity, { about }: Dataset): Entity {
  const answers = ['outlet', 'person'].includes(typeOf(entity.id));
  return {
    ...entity,
    names: [...entity.names, ...cldrNames(entity)].map(form),
    sameAs: confirmedSameAs(entity.sameAs),
    ...(answers && { corrections: entity.corrections ?? about.corrections }),
  };
}
