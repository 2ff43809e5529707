import type { Article, Entity, Relation } from '../model/entity.ts';
import type { EntityType, LocalText } from '../model/ids.ts';
import { typeOf } from '../model/ids.ts';
import type { Indicator, Observation } from '../model/indicator.ts';
import { parsePeriod } from '../model/period.ts';
import { confirmedSameAs } from './derive.ts';
import type { Dataset } from './load.ts';

/**
 * The dataset as linked data in the words of schema.org. Own things have names of the form `urn:dragoman:entity:country/kz`; what schema.org
 * has no word for (misprint, target, who counted) stands in words that a reader of the graph can see: `measurementMethod`, `description`.
 */
type Node = Readonly<Record<string, unknown>>;

const TYPES: Readonly<Record<EntityType, string>> = {
  person: 'Person',
  organisation: 'Organization',
  country: 'Country',
  region: 'AdministrativeArea',
  city: 'City',
  port: 'Place',
  route: 'Place',
  infrastructure: 'Place',
  treaty: 'Legislation',
  programme: 'Project',
  forum: 'Event',
  company: 'Corporation',
  outlet: 'NewsMediaOrganization',
  brand: 'Brand',
  currency: 'Thing',
};
/** Property of schema.org for a relation. The others have none that fits, and are left out. */
const PROPERTIES: Partial<Record<Relation['predicate'], string>> = {
  'member-of': 'memberOf',
  'located-in': 'containedInPlace',
  'part-of': 'isPartOf',
  'subsidiary-of': 'parentOrganization',
};

const urn = (kind: string, id: string) => ({ '@id': `urn:dragoman:${kind}:${id}` });
const entityRef = (id: string) => urn('entity', id);
const localised = (text: LocalText) =>
  Object.entries(text).map(([language, value]) => ({ '@value': value, '@language': language }));
/** Keys without a value are left out. */
const node = (record: Record<string, unknown>): Node =>
  Object.fromEntries(
    Object.entries(record).filter(([, value]) => value !== undefined && !(Array.isArray(value) && value.length === 0)),
  );

/** Half-open days as schema.org's `start/end`, whose end belongs to it: the last day is the one before. */
function interval(period: string): string {
  const { start, end } = parsePeriod(period)!;
  const last = end === null ? '..' : new Date(Date.parse(end) - 86_400_000).toISOString().slice(0, 10);
  return `${start ?? '..'}/${last}`;
}

function entityNode(entity: Entity, posts: ReadonlyMap<string, LocalText>): Node {
  const { id, label, line, names, website, relations, status } = entity;
  const sameAs = confirmedSameAs(entity.sameAs) ?? {};
  const related = new Map<string, Node[]>();
  for (const relation of relations) {
    const { predicate, object, from, to, post } = relation;
    const property = predicate === 'holds-role' ? 'affiliation' : PROPERTIES[predicate];
    if (!property) continue;
    const plain = entityRef(object);
    const value =
      from || to || post
        ? node({
            '@type': 'Role',
            roleName: post && localised(posts.get(post) ?? { en: post }),
            startDate: from,
            endDate: to,
            [property]: plain,
          })
        : plain;
    related.set(property, [...(related.get(property) ?? []), value]);
  }
  return node({
    ...entityRef(id),
    '@type': TYPES[typeOf(id)],
    name: localised(label),
    alternateName: names.map(({ text, lang }) => ({ '@value': text, '@language': lang })),
    description: localised(line),
    url: website,
    sameAs: sameAs.wikidata && `https://www.wikidata.org/entity/${sameAs.wikidata}`,
    identifier: Object.entries(sameAs).flatMap(([propertyID, value]) =>
      propertyID === 'wikidata' ? [] : [{ '@type': 'PropertyValue', propertyID, value }],
    ),
    creativeWorkStatus: status,
    ...Object.fromEntries(related),
  });
}

const indicatorNode = ({ slug, label, scope, unit }: Indicator): Node => ({
  ...urn('indicator', slug),
  '@type': 'StatisticalVariable',
  name: localised(label),
  description: localised(scope),
  unitText: unit,
});

function observationNode(o: Observation, bases: ReadonlyMap<string, LocalText>): Node {
  const basis = bases.get(o.basis);
  return node({
    ...urn('observation', o.id),
    '@type': 'Observation',
    observationAbout: [o.geo, ...(o.partner ? [o.partner] : [])].map(entityRef),
    variableMeasured: urn('indicator', o.indicator),
    observationPeriod: o.period && interval(o.period),
    value: o.value,
    unitText: o.unit,
    measurementMethod: basis ? localised(basis) : undefined,
    description: [o.status, o.comparator === 'exact' ? undefined : o.comparator, o.suspected ? 'suspected' : undefined]
      .filter(Boolean)
      .join(', '),
    datePublished: o.published,
    correction: o.correctionOf && urn('observation', o.correctionOf),
    citation: [...o.articles.map((id) => urn('article', id)), ...o.sources.map((slug) => urn('source', slug))],
  });
}

const articleNode = ({ id, url, title, date, lang, outlet, line, entities }: Article): Node =>
  node({
    ...urn('article', id),
    '@type': 'NewsArticle',
    url,
    headline: title,
    datePublished: date,
    inLanguage: lang,
    publisher: entityRef(outlet),
    abstract: line,
    mentions: entities.map(entityRef),
  });

/** One JSON-LD document with every record; misprints say so in their description. */
export function toJsonLd(dataset: Dataset): Node {
  const articles = new Set(dataset.articles.map(({ id }) => id));
  const posts = new Map(dataset.posts.map(({ slug, label }) => [slug, label]));
  const bases = new Map(dataset.bases.map(({ slug, label }) => [slug, label]));
  const { about } = dataset;
  const graph = [
    node({
      ...urn('dataset', about.version),
      '@type': 'Dataset',
      name: about.title,
      version: about.version,
      dateModified: about.date,
      license: about.licence,
    }),
    ...dataset.entities.map((entity) => entityNode(entity, posts)),
    ...dataset.indicators.map(indicatorNode),
    ...dataset.observations.map((o) => {
      const sources = o.sources.filter((slug) => !articles.has(slug));
      return observationNode(
        { ...o, sources, articles: [...o.articles, ...o.sources.filter((slug) => articles.has(slug))] },
        bases,
      );
    }),
    ...dataset.articles.map(articleNode),
    ...dataset.sources.map(({ slug, title, url, publisher, published, licence }) =>
      node({
        ...urn('source', slug),
        '@type': 'CreativeWork',
        name: title,
        url,
        publisher,
        datePublished: published,
        license: licence,
      }),
    ),
  ];
  return {
    '@context': { '@vocab': 'https://schema.org/', url: { '@type': '@id' }, sameAs: { '@type': '@id' } },
    '@graph': graph,
  };
}
