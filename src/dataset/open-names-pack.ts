import { type Lexicon, LexiconError, openLexicon } from '../lexicon/index.ts';
import type { Article, Post, Relation } from '../model/entity.ts';
import type { EntityId } from '../model/ids.ts';
import type { Basis, Indicator, Observation } from '../model/indicator.ts';
import type { Cue, DatedEvent, EntityBrief, Knowledge, KnownName } from '../model/knowledge.ts';
import { addressKey } from './address.ts';
import { seriesKey } from './derive.ts';
import { PackError } from './pack-error.ts';
import { openPack } from './pack-file.ts';
import { type PackedName, unpackName } from './packed-name.ts';
import { openList, openTable } from './table.ts';

interface SourceBrief {
  readonly title: string;
  readonly url: string;
  readonly publisher?: string;
  readonly published?: string;
}

function openIndex(bytes: Uint8Array): Lexicon {
  try {
    return openLexicon(bytes);
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
  const entities = openTable<EntityBrief>(section('enti'));
  const names = openList<KnownName>(section('name'), (stored: PackedName) =>
    unpackName(stored, (index) => entities.key(index) as EntityId),
  );
  const cues = openList<Cue>(section('cues'), ([kind, ref, lang]: [Cue['kind'], string, string]) => ({ kind, ref, lang }));
  const words = openList<string>(section('word'));
  const indicators = openTable<Indicator>(section('indi'));
  const posts = openTable<Post>(section('post'));
  const bases = openTable<Basis>(section('basi'));
  const observations = openTable<Observation>(section('obse'));
  const series = openTable<readonly number[]>(section('seri'));
  const holders = openTable<readonly { person: EntityId; relation: Relation }[]>(section('hold'));
  const events = openTable<readonly DatedEvent[]>(section('even'));
  const articles = openTable<Article>(section('arti'));
  const refs = openTable<readonly number[]>(section('refs'));
  const urls = openTable<number>(section('urls'));
  const sources = openTable<SourceBrief>(section('sour'));
  const domains = openTable<EntityId>(section('doma'));

  const sourceOfArticle = (id: string): SourceBrief | undefined => {
    const article = articles.get(id);
    if (!article) return undefined;
    const publisher = entities.get(article.outlet)?.label.en;
    return {
      title: article.title ?? article.line,
      url: article.url,
      ...(publisher && { publisher }),
      ...(article.date && { published: article.date }),
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
    observations: (indicator, geo, partner) => (series.get(seriesKey(indicator, geo, partner)) ?? []).map(observations.at),
    observation: observations.get,
    holders: (post, object) => holders.get(`${post} ${object}`) ?? [],
    events: (entity) => events.get(entity) ?? [],
    articleByUrl(url) {
      for (const withQuery of [true, false]) {
        const key = addressKey(url, withQuery);
        const index = key === undefined ? undefined : urls.get(key);
        if (index !== undefined) return articles.at(index);
      }
      return undefined;
    },
    article: articles.get,
    articlesOf: (id) => (refs.get(id) ?? []).map(articles.at),
    source: (slug) => sources.get(slug) ?? sourceOfArticle(slug),
    outletOf(host) {
      const labels = host.toLowerCase().replace(/\.$/, '').split('.');
      for (let i = 0; i < labels.length - 1; i++) {
        const outlet = domains.get(labels.slice(i).join('.'));
        if (outlet) return outlet;
      }
      return undefined;
    },
  };
  return { lexicon: openIndex(section('lexi')), knowledge };
}
