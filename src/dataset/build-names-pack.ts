import { type BuildProgress, buildLexicon, type LexiconEntry } from '../lexicon/index.ts';
import { cuePayload, namePayload, wordPayload } from '../lexicon/payload.ts';
import type { Article, Entity, Evidence, Name } from '../model/entity.ts';
import type { Cue } from '../model/knowledge.ts';
import { addressKey } from './address.ts';
import { cldrNames } from './cldr-names.ts';
import { confirmedSameAs, countriesOf, group, seriesGroups } from './derive.ts';
import { derivedNames, distinctNames } from './derived-names.ts';
import type { Dataset } from './load.ts';
import { shrinkNameIndex } from './name-index.ts';
import { isOffice, type Ordered } from './numbers.ts';
import { writePack } from './pack-file.ts';
import { evidenceLists, packArticle, packName, packObservation, packRelation } from './packed-records.ts';
import { writeIndex, writeList, writeTable } from './table.ts';

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

/**
 * The pack that recognition and resolution need: the name index, and all evidence needed to decide. Its sections: docs/adr/0031-two-packs.md.
 * Labels are English here, announcing words are left out: cards have the other labels from the records, and the index has the words.
 */
export function buildNamesPack(
  { dataset, citable, observations, articles, indicators, numbers }: Ordered,
  progress?: (at: BuildProgress) => void,
): Uint8Array<ArrayBuffer> {
  const entities = new Map(dataset.entities.map((entity) => [entity.id, entity]));
  const names = dataset.entities.flatMap((entity, owner) => {
    const written = [...entity.names, ...cldrNames(entity)];
    return distinctNames([...written, ...derivedNames(entity, written)]).map((name) => ({ name, owner }));
  });
  const cues = cuesOf(dataset);
  const words = [...new Set(names.flatMap(({ name }) => evidenceWords(name)))];
  function* entries(): Generator<LexiconEntry> {
    for (const [i, { name }] of names.entries())
      yield { text: name.text, lang: name.lang, case: name.case, payload: namePayload(i) };
    for (const [i, { cue, text }] of cues.entries())
      yield { ...pattern(text), lang: cue.lang, case: 'fold', payload: cuePayload(i) };
    for (const [i, text] of words.entries()) yield { ...pattern(text), lang: 'und', case: 'fold', payload: wordPayload(i) };
  }
  const nameAt = new Map(names.map(({ name, owner }, i) => [`${dataset.entities[owner]!.id} ${name.text}`, i]));
  const brief = ({ id, label, sameAs, wide, relations }: Entity) => [
    // Only an office is ever cited; where a place lies is cited by its card, from the records.
    relations.map((relation) => packRelation(isOffice(relation) ? relation : { ...relation, sources: [] }, numbers)),
    countriesOf(entities, id).map(numbers.entity),
    nameAt.get(`${id} ${label.en}`) ?? label.en,
    { sameAs: confirmedSameAs(sameAs), wide },
  ];
  const english = <T extends { readonly label: { readonly en: string } }>(record: T) => ({
    ...record,
    label: { en: record.label.en },
  });
  const holders = dataset.entities.flatMap(({ relations }, person) =>
    relations.flatMap(({ predicate, post, object }, i) =>
      predicate === 'holds-role' && post ? [[`${post} ${object}`, [person, i]] as const] : [],
    ),
  );
  const domains = dataset.entities.flatMap(({ domains = [] }, outlet) => domains.map((domain) => [domain, outlet] as const));
  // Our line about an article is for cards, which have it from the records; here it only stands for a title where an office or event is cited.
  const citing = [...dataset.entities.flatMap(({ relations }) => relations.filter(isOffice)), ...dataset.events];
  const cited = new Set(citing.flatMap(({ sources }) => sources));
  const told = (article: Article): Article => (article.title || !cited.has(article.id) ? { ...article, line: '' } : article);
  const lists = evidenceLists();
  const packedNames = names.map(({ name, owner }) => [owner, ...packName(name, lists)]);
  const seats = group(holders);
  const series = seriesGroups(observations, indicators);
  return writePack('names', {
    abou: writeList([{ version: dataset.about.version, date: dataset.about.date }]),
    lexi: shrinkNameIndex(buildLexicon(entries(), progress)),
    name: writeList(packedNames),
    evid: writeList(lists.all),
    cues: writeList(cues.map(({ cue }) => [cue.kind, cue.ref, cue.lang])),
    word: writeList(words),
    enti: writeTable(dataset.entities.map((entity) => [entity.id, brief(entity)])),
    indi: writeTable(
      dataset.indicators.map(({ slug, notWith: _, ...indicator }) => [
        slug,
        english({ ...indicator, scope: { en: '' }, words: {} }),
      ]),
    ),
    post: writeTable(dataset.posts.map(({ slug, ...post }) => [slug, english({ ...post, words: {} })])),
    basi: writeTable(dataset.bases.map(({ slug, ...basis }) => [slug, english({ ...basis, words: {} })])),
    obse: writeTable(observations.map(({ note: _, ...observation }) => [observation.id, packObservation(observation, numbers)])),
    seri: writeList(series.map(([, found]) => found)),
    ser_: writeIndex(series.map(([key]) => key)),
    hold: writeList(seats.map(([, held]) => held)),
    hol_: writeIndex(seats.map(([key]) => key)),
    even: writeTable(group(dataset.events.map((event) => [event.entity, event] as const))),
    arti: writeTable(articles.map((article) => [article.id, packArticle(told(article), numbers)])),
    refs: writeTable(group(articles.flatMap(({ entities: named }, i) => named.map((id) => [id, i] as const)))),
    urls: writeIndex(articles.map(({ url }) => addressKey(url, true) ?? url)),
    sour: writeTable(
      dataset.sources
        .slice(0, citable)
        .map(({ slug, title, url, publisher, published }) => [slug, { title, url, publisher, published }]),
    ),
    doma: writeList(domains),
    dom_: writeIndex(domains.map(([domain]) => domain)),
  });
}
