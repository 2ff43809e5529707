import type { Labelled, SourceLink, ValueLine } from '../model/card-content.ts';
import type { EntityId, Language, LocalText } from '../model/ids.ts';
import type { Observation } from '../model/indicator.ts';
import type { Records } from '../model/records.ts';

/** Records in one language: the small pieces of which cards and atlas pages are made. */
export interface Lines {
  readonly language: Language;
  text(local: LocalText): string;
  entity(id: EntityId): Labelled;
  basis(slug: string): Labelled | undefined;
  indicator(slug: string): Labelled;
  post(slug: string): string;
  /** Links to sources of the dataset; unknown slugs are left out. */
  sources(slugs: readonly string[]): SourceLink[];
  /** Links to the articles and sources that print an observation; copies of one story give one link. */
  printedBy(o: Observation): { readonly sources: SourceLink[]; readonly copies: number };
  value(o: Observation): ValueLine;
}

export function makeLines(records: Records, language: Language): Lines {
  const text = (local: LocalText) => local[language] ?? local.en;
  const entity = (id: EntityId): Labelled => {
    const found = records.entity(id);
    return { id: found?.id ?? id, label: found ? text(found.label) : id };
  };
  const basis = (slug: string): Labelled | undefined => {
    const found = slug === 'unknown' ? undefined : records.basis(slug);
    return found && { id: slug, label: text(found.label) };
  };
  const sources = (slugs: readonly string[]): SourceLink[] =>
    slugs.flatMap((slug) => {
      const s = records.source(slug);
      if (!s) return [];
      const { title, url, publisher, published } = s;
      return [{ title, url, ...(publisher && { publisher }), ...(published && { date: published }) }];
    });
  const printedBy = (o: Observation) => {
    const stories = new Map<string, SourceLink>();
    let copies = 0;
    for (const id of o.articles) {
      const a = records.article(id);
      if (!a) continue;
      const story = a.sameStory ?? a.id;
      if (stories.has(story)) copies++;
      else {
        const publisher = entity(a.outlet).label;
        stories.set(story, { title: a.title ?? a.line, url: a.url, publisher, ...(a.date && { date: a.date }) });
      }
    }
    return { sources: [...stories.values(), ...sources(o.sources)], copies };
  };
  const value = (o: Observation): ValueLine => {
    const printed = printedBy(o);
    const counted = basis(o.basis);
    const asserted =
      o.assertedBy && (records.entity(o.assertedBy as EntityId) ? entity(o.assertedBy as EntityId).label : o.assertedBy);
    return {
      id: o.id,
      value: o.value,
      unit: o.unit,
      ...(o.period && { period: o.period }),
      comparator: o.comparator,
      status: o.status,
      ...(counted && { basis: counted }),
      ...(asserted && { assertedBy: asserted }),
      sources: printed.sources,
      ...(o.suspected && { suspected: true }),
      ...(printed.copies > 0 && { copies: printed.copies }),
    };
  };
  return {
    language,
    text,
    entity,
    basis,
    indicator: (slug) => {
      const found = records.indicator(slug);
      return { id: slug, label: found ? text(found.label) : slug };
    },
    post: (slug) => {
      const found = records.post(slug);
      return found ? text(found.label) : slug;
    },
    sources,
    printedBy,
    value,
  };
}

/** Hash routes of the atlas that a card opens: permanent, so that they can be kept and cited. */
export const ROUTES = {
  entity: (id: EntityId) => `#/entity/${id}`,
  pair: (slug: string, geo: EntityId, partner?: EntityId) => `#/indicator/${slug}/${geo}${partner ? `/${partner}` : ''}`,
} as const;
