import { type Lexicon, LexiconError, openLexicon } from '../lexicon/index.ts';
import type { Article, Evidence, Post, Relation } from '../model/entity.ts';
import { type EntityId, typeOf } from '../model/ids.ts';
import type { Basis, Indicator, Observation } from '../model/indicator.ts';
import type { Cue, DatedEvent, EntityBrief, Knowledge, KnownName } from '../model/knowledge.ts';
import { addressKey } from './address.ts';
import { seriesKey, seriesLookups } from './derive.ts';
import { restoreNameIndex } from './name-index.ts';
import { idsOf } from './numbers.ts';
import { PackError } from './pack-error.ts';
import { openPack } from './pack-file.ts';
import * as packed from './packed-records.ts';
import { openIndex, openList, openTable, type Table } from './table.ts';

type Brief = readonly [
  relations: readonly packed.PackedRelation[],
  countries: readonly packed.Ref[],
  /** A name's number, or the text where no name has it. */
  label: number | string,
  rest: Pick<EntityBrief, 'sameAs' | 'wide'>,
];
interface SourceBrief {
  readonly title: string;
  readonly url: string;
  readonly publisher?: string;
  readonly published?: string;
}

function openNameIndex(bytes: Uint8Array): Lexicon {
  try {
    return openLexicon(restoreNameIndex(bytes));
  } catch (error) {
    if (error instanceof LexiconError)
      throw new PackError('layout', `the name index of the names pack is damaged (${error.message})`);
    throw error;
  }
}

/** Opens `names.bin` and decodes nothing but its version; each record is decoded when it is asked for. @throws PackError */
export function openNamesPack(bytes: Uint8Array): { readonly lexicon: Lexicon; readonly knowledge: Knowledge } {
  const section = openPack('names', bytes);
  const { version } = openList<{ version: string }>(section('abou')).at(0);
  const withSlug = <T>(stored: Omit<T, 'slug'>, slug: string) => ({ slug, ...stored }) as T;
  const indicators = openTable<Indicator>(section('indi'), withSlug);
  const posts = openTable<Post>(section('post'), withSlug);
  const bases = openTable<Basis>(section('basi'), withSlug);
  const sources = openTable<SourceBrief>(section('sour'));
  const of = idsOf({
    entities: () => entities,
    indicators: () => indicators,
    bases: () => bases,
    observations: () => observations,
    articles: () => articles,
    sources: () => sources,
  });
  const entities: Table<EntityBrief> = openTable(
    section('enti'),
    ([relations, countries, label, rest]: Brief, key): EntityBrief => {
      const id = key as EntityId;
      return {
        id,
        type: typeOf(id),
        label: { en: typeof label === 'string' ? label : names.at(label).text },
        ...rest,
        relations: relations.map((relation) => packed.unpackRelation(relation, of)),
        countries: countries.map(of.entity),
      };
    },
  );
  const observations: Table<Observation> = openTable(section('obse'), (stored: packed.PackedObservation, id) =>
    packed.unpackObservation(stored, id, of),
  );
  const articles: Table<Article> = openTable(section('arti'), (stored: packed.PackedArticle, id) =>
    packed.unpackArticle(stored, id, of),
  );
  const evidence = openList<readonly Evidence[]>(section('evid'));
  const names = openList<KnownName>(section('name'), ([owner, ...name]: [number, ...packed.PackedName]) => ({
    ...packed.unpackName(name, evidence.at),
    entity: entities.key(owner) as EntityId,
  }));
  const cues = openList<Cue>(section('cues'), ([kind, ref, lang]: [Cue['kind'], string, string]) => ({ kind, ref, lang }));
  const words = openList<string>(section('word'));
  const events = openTable<readonly DatedEvent[]>(section('even'));
  const refs = openTable<readonly number[]>(section('refs'));

  const series = openList<readonly number[]>(section('seri'));
  const findSeries = openIndex(section('ser_'), series.size, (i) => {
    const { indicator, geo, partner } = observations.at(series.at(i)[0]!);
    return seriesKey(indicator, geo, partner);
  });
  const seats = openList<readonly { person: EntityId; relation: Relation }[]>(section('hold'), (held: [number, number][]) =>
    held.map(([person, i]) => {
      const { id, relations } = entities.at(person);
      return { person: id, relation: relations[i]! };
    }),
  );
  const findSeat = openIndex(section('hol_'), seats.size, (i) => {
    const { post, object } = seats.at(i)[0]!.relation;
    return `${post} ${object}`;
  });
  const findArticle = openIndex(section('urls'), articles.size, (i) => addressKey(articles.at(i).url, true));
  const domains = openList<readonly [domain: string, outlet: number]>(section('doma'));
  const findDomain = openIndex(section('dom_'), domains.size, (i) => domains.at(i)[0]);

  /** Facts may rest on an article of the dataset: then it is the source. */
  const sourceOfArticle = (id: string): SourceBrief | undefined => {
    const article = articles.get(id);
    if (!article) return undefined;
    const { title, line, url, outlet, date } = article;
    const publisher = entities.get(outlet)?.label.en;
    return {
      title: title ?? line,
      url,
      ...(publisher && { publisher }),
      ...(date && { published: date }),
    };
  };
  const knowledge: Knowledge = {
    version,
    name: names.at,
    cue: cues.at,
    word: words.at,
    entity: entities.get,
    post: posts.get,
    basis: bases.get,
    indicator: indicators.get,
    observations(indicator, geo, partner) {
      const { symmetric } = indicators.get(indicator) ?? {};
      const place = seriesLookups(indicator, geo, partner, symmetric)
        .map(findSeries)
        .find((found) => found >= 0);
      return place === undefined ? [] : series.at(place).map(observations.at);
    },
    observation: observations.get,
    holders(post, object) {
      const place = findSeat(`${post} ${object}`);
      return place < 0 ? [] : seats.at(place);
    },
    events: (entity) => events.get(entity) ?? [],
    articleByUrl(url) {
      for (const withQuery of [true, false]) {
        const key = addressKey(url, withQuery);
        const place = key === undefined ? -1 : findArticle(key);
        if (place >= 0) return articles.at(place);
      }
      return undefined;
    },
    article: articles.get,
    articlesOf(id) {
      // Numbers of articles run from the newest; an observation names its own.
      const places =
        refs.get(id) ??
        observations
          .get(id)
          ?.articles.map(articles.find)
          .filter((place) => place >= 0) ??
        [];
      return [...places].sort((a, b) => a - b).map(articles.at);
    },
    source: (slug) => sources.get(slug) ?? sourceOfArticle(slug),
    outletOf(host) {
      const labels = host.toLowerCase().replace(/\.$/, '').split('.');
      for (let i = 0; i < labels.length - 1; i++) {
        const place = findDomain(labels.slice(i).join('.'));
        if (place >= 0) return entities.key(domains.at(place)[1]) as EntityId;
      }
      return undefined;
    },
  };
  return { lexicon: openNameIndex(section('lexi')), knowledge };
}
