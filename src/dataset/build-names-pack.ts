import { buildLexicon, type LexiconEntry } from '../lexicon/index.ts';
import { cuePayload, namePayload, wordPayload } from '../lexicon/payload.ts';
import type { Entity, Evidence, Name } from '../model/entity.ts';
import type { EntityId } from '../model/ids.ts';
import type { Cue, EntityBrief } from '../model/knowledge.ts';
import { addressKey } from './address.ts';
import { cldrNames } from './cldr-names.ts';
import { countriesOf, group, newestArticleFirst, newestFirst, seriesKeysOf } from './derive.ts';
import type { Dataset } from './load.ts';
import { writePack } from './pack-file.ts';
import { packName } from './packed-name.ts';
import { writeList, writeTable } from './table.ts';

type Words = Partial<Record<string, readonly string[]>>;

/** Every cue of the dataset with the text that announces it. */
function cuesOf(dataset: Dataset): { cue: Cue; text: string }[] {
  const of = (kind: Cue['kind'], ref: string, words: Words = {}) =>
    Object.entries(words).flatMap(([lang, texts = []]) => texts.map((text) => ({ cue: { kind, ref, lang }, text })));
  return [
    ...dataset.indicators.flatMap(({ slug, words, notWith }) => [
      ...of('indicator', slug, words),
      ...of('not-indicator', slug, notWith),
    ]),
    ...dataset.posts.flatMap(({ slug, words }) => of('post', slug, words)),
    ...dataset.bases.flatMap(({ slug, words }) => of('basis', slug, words)),
    ...Object.entries(dataset.cues).flatMap(([sense, words]) => of('sense', sense, words)),
  ];
}

const evidenceWords = ({ needs = [], rejects = [] }: Name): string[] =>
  [...needs, ...rejects].flatMap((e: Evidence) => (e.is === 'word' ? [e.text] : []));

/** A final `*` stands for any ending: the lexicon knows it as a prefix. */
const pattern = (text: string) => (text.endsWith('*') ? { text: text.slice(0, -1), prefix: true } : { text });

/** Wikidata numbers that two sources do not confirm are kept in the files only. */
export function confirmedSameAs(sameAs: Entity['sameAs']): Entity['sameAs'] {
  const kept = Object.entries(sameAs ?? {}).filter(([key]) => !key.endsWith('-unverified'));
  return kept.length > 0 ? Object.fromEntries(kept) : undefined;
}

/** The pack that recognition and resolution need: the name index, and all evidence needed to decide. Its sections: docs/adr/0031-two-packs.md. */
export function buildNamesPack(dataset: Dataset): Uint8Array<ArrayBuffer> {
  const entities = new Map(dataset.entities.map((entity) => [entity.id, entity]));
  const indicators = new Map(dataset.indicators.map((indicator) => [indicator.slug, indicator]));
  const names = dataset.entities.flatMap((entity, index) =>
    [...entity.names, ...cldrNames(entity)].map((name) => ({ name, index })),
  );
  const cues = cuesOf(dataset);
  const words = [...new Set(names.flatMap(({ name }) => evidenceWords(name)))];
  const entries: LexiconEntry[] = [
    ...names.map(({ name }, i) => ({ text: name.text, lang: name.lang, case: name.case, payload: namePayload(i) })),
    ...cues.map(({ cue, text }, i) => ({ ...pattern(text), lang: cue.lang, case: 'fold' as const, payload: cuePayload(i) })),
    ...words.map((text, i) => ({ ...pattern(text), lang: 'und', case: 'fold' as const, payload: wordPayload(i) })),
  ];
  const brief = ({ id, label, sameAs, relations }: Entity): EntityBrief => ({
    id,
    type: id.slice(0, id.indexOf('/')) as EntityBrief['type'],
    label,
    sameAs: confirmedSameAs(sameAs),
    relations,
    countries: countriesOf(entities, id),
  });
  const observations = [...dataset.observations].sort(newestFirst);
  const articles = [...dataset.articles].sort(newestArticleFirst);
  return writePack('names', {
    abou: writeList([{ version: dataset.about.version, date: dataset.about.date }]),
    lexi: buildLexicon(entries),
    name: writeList(names.map(({ name, index }) => packName(name, index))),
    cues: writeList(cues.map(({ cue }) => [cue.kind, cue.ref, cue.lang])),
    word: writeList(words),
    enti: writeTable(dataset.entities.map((entity) => [entity.id, brief(entity)])),
    indi: writeTable(dataset.indicators.map((indicator) => [indicator.slug, indicator])),
    post: writeTable(dataset.posts.map((post) => [post.slug, post])),
    basi: writeTable(dataset.bases.map((basis) => [basis.slug, basis])),
    obse: writeTable(observations.map(({ note: _, ...observation }) => [observation.id, observation])),
    seri: writeTable(group(observations.flatMap((o, i) => seriesKeysOf(o, indicators).map((key) => [key, i] as const)))),
    hold: writeTable(group(dataset.entities.flatMap(holdings))),
    even: writeTable(group(dataset.events.map((event) => [event.entity, event] as const))),
    arti: writeTable(articles.map((article) => [article.id, article])),
    refs: writeTable(
      group(articles.flatMap(({ entities, observations }, i) => [...entities, ...observations].map((id) => [id, i] as const))),
    ),
    urls: writeTable(firstOfEach(articles.map(({ url }, i) => [addressKey(url, true) ?? url, i] as const))),
    sour: writeTable(
      dataset.sources.map(({ slug, title, url, publisher, published }) => [slug, { title, url, publisher, published }]),
    ),
    doma: writeTable(
      firstOfEach(dataset.entities.flatMap(({ id, domains = [] }) => domains.map((domain) => [domain, id] as const))),
    ),
  });
}

/** `post object` → who held it. */
function holdings({ id, relations }: Entity): (readonly [string, { person: EntityId; relation: Entity['relations'][number] }])[] {
  return relations.flatMap((relation) =>
    relation.predicate === 'holds-role' && relation.post
      ? [[`${relation.post} ${relation.object}`, { person: id, relation }] as const]
      : [],
  );
}

function firstOfEach<T>(pairs: readonly (readonly [string, T])[]): [string, T][] {
  return group(pairs).map(([key, values]) => [key, values[0]!]);
}
