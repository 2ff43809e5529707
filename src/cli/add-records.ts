import { z } from 'zod';
import { CAPS, date, entityId, entityType, https, lang, period, slug, text } from '../dataset/fields.ts';
import type { Dataset } from '../dataset/load.ts';
import { ARTICLE_COLUMNS, OBSERVATION_COLUMNS } from '../dataset/source.ts';
import { entityYaml, type NewContent, withRows } from '../dataset/write-record.ts';
import { LANGUAGES } from '../model/ids.ts';
import { COMPARATORS, OBSERVATION_STATUSES } from '../model/indicator.ts';
import type { Prompt } from './prompt.ts';

/** What a record is added to. `today` is an ISO day. */
export interface AddContext {
  readonly dir: string;
  readonly dataset: Dataset;
  readonly today: string;
}

const listOf = <T extends z.ZodType<string, string>>(item: T, least = 0) =>
  z
    .string()
    .transform((s) =>
      s
        .split(/[,|]/)
        .map((part) => part.trim())
        .filter(Boolean),
    )
    .pipe(z.array(item).min(least, 'needs at least one'));
const yesNo = z.enum(['y', 'n'], 'answer y or n').transform((answer) => answer === 'y');
/** One of what is there; a wrong answer is told some of it. */
const oneOf = (known: readonly string[], what: string) =>
  z
    .string()
    .refine(
      (answer) => known.includes(answer),
      `is no ${what}: ${known.slice(0, 40).join(', ')}${known.length > 40 ? ', …' : ''}`,
    );
const newId = (taken: ReadonlySet<string>) => slug.refine((id) => !taken.has(id), 'is taken: choose another');
const amount = z.string().regex(/^-?\d+(\.\d+)?$/, 'is no plain number: digits and a point');

export async function addEntity({ dataset, today }: AddContext, prompt: Prompt): Promise<NewContent[]> {
  const taken = new Set<string>(dataset.entities.map(({ id }) => id));
  const type = await prompt.ask('Type', entityType);
  const name = await prompt.ask(
    'Slug',
    slug.refine((s) => !taken.has(`${type}/${s}`) && !(`${type}/${s}` in dataset.redirects), 'is taken: choose another'),
  );
  const id = `${type}/${name}`;
  const label: Record<string, string> = { en: await prompt.ask('Name in English', text(CAPS.label)) };
  for (const language of LANGUAGES.slice(1)) {
    const own = await prompt.maybe(`Name in ${language}`, text(CAPS.label));
    if (own) label[language] = own;
  }
  const line = { en: await prompt.ask('One line in English, in your own words', text(CAPS.line)) };
  const sources = await prompt.ask('Sources (slugs or article ids)', listOf(slug, 1));
  const relations: Record<string, unknown>[] = [];
  if (type === 'person') {
    const post = await prompt.ask(
      'Post',
      oneOf(
        dataset.posts.map((p) => p.slug),
        'post',
      ),
    );
    const object = await prompt.ask('Of (entity id)', entityId);
    const from = await prompt.maybe('From', date);
    const to = await prompt.maybe('To (first day no longer in office)', date);
    const asOf = to ? undefined : await prompt.maybe('Last seen in office', date);
    relations.push({ predicate: 'holds-role', post, object, from, to, asOf, sources });
  } else {
    const where = await prompt.maybe('Located in (entity id)', entityId);
    if (where) relations.push({ predicate: 'located-in', object: where, sources });
  }
  const website = await prompt.maybe('Website', https);
  const outlet =
    type === 'outlet'
      ? {
          domains: await prompt.ask('Domains of the site', listOf(z.string(), 1)),
          ownership: {
            text: await prompt.ask('Who owns it, in your own words', text(CAPS.note)),
            stateOwned: await prompt.ask('Owned by a state (y, n)', yesNo),
            sources,
          },
        }
      : {};
  const how = await prompt.ask('How was this verified', text(CAPS.note));
  const names = Object.entries(label).map(([lang, own]) => ({ text: own, lang, kind: 'official' }));
  const entity = { id, label, line, names, website, ...outlet, relations, sources, verified: { how, on: today } };
  return [{ file: `entities/${id}.yaml`, content: entityYaml(JSON.parse(JSON.stringify(entity))) }];
}

export async function addObservation({ dir, dataset }: AddContext, prompt: Prompt): Promise<NewContent[]> {
  const slugs = dataset.indicators.map((indicator) => indicator.slug);
  const name = await prompt.ask('Indicator', oneOf(slugs, 'indicator'));
  const indicator = dataset.indicators.find((one) => one.slug === name)!;
  const geo = await prompt.ask('Geo (entity id)', entityId);
  const partner = indicator.partnerTypes ? await prompt.maybe('Partner (entity id)', entityId) : undefined;
  const when = await prompt.maybe('Period (2023, 2023-Q1, 2025-01-01/2025-09-01)', period);
  const value = await prompt.ask(`Value in ${indicator.unit}`, amount);
  const comparator = await prompt.ask('Comparator', oneOf(COMPARATORS, 'comparator'), 'exact');
  const status = await prompt.ask(
    'Status',
    oneOf(OBSERVATION_STATUSES, 'status'),
    indicator.nature === 'target' ? 'target' : 'reported',
  );
  const basis = await prompt.ask('Who counted', oneOf(['unknown', ...dataset.bases.map((b) => b.slug)], 'basis'), 'unknown');
  const assertedBy =
    status === 'misprint' ? undefined : await prompt.maybe('Who said it (entity id, or a few words)', text(CAPS.label));
  const correctionOf = status === 'misprint' ? await prompt.ask('The observation that was meant', slug) : undefined;
  const articles = await prompt.ask('Articles that print it (ids)', listOf(slug), '');
  const sources = await prompt.ask('Other sources (slugs)', listOf(slug), '');
  const published = await prompt.maybe('Published', date);
  const taken = new Set(dataset.observations.map(({ id }) => id));
  const suggested = suggestId([geo, partner, when, basis === 'unknown' ? undefined : basis], taken);
  const id = await prompt.ask('Id', newId(taken), suggested);
  const row = {
    id,
    geo,
    partner,
    period: when,
    value,
    comparator,
    status,
    basis,
    assertedBy,
    articles: articles.join('|'),
    sources: sources.join('|'),
    published,
    rank: status === 'misprint' ? 'deprecated' : 'normal',
    correctionOf,
    suspected: status === 'misprint' ? 'yes' : undefined,
  };
  return [withRows(dir, `observations/${name}.csv`, OBSERVATION_COLUMNS, [row])];
}

export async function addArticle({ dir, dataset }: AddContext, prompt: Prompt): Promise<NewContent[]> {
  const url = await prompt.ask('Address', https);
  const outlet = await prompt.ask('Outlet (entity id)', entityId, outletAt(dataset, url));
  const title = await prompt.maybe('Title', text(CAPS.title));
  const when = await prompt.maybe('Date', date);
  const language = await prompt.ask('Language', lang, 'en');
  const line = await prompt.ask('One line in your own words', text(CAPS.line));
  const entities = await prompt.ask('Entities it names (ids)', listOf(entityId), '');
  const sameStory = await prompt.maybe('Copy of a story (its slug)', slug);
  const taken = new Set([...dataset.articles.map(({ id }) => id), ...dataset.sources.map((s) => s.slug)]);
  const id = await prompt.ask('Id', newId(taken), suggestId([outlet.split('/')[1], when, tailOf(url)], taken));
  const row = { id, url, outlet, title, date: when, lang: language, line, entities: entities.join('|'), sameStory };
  return [withRows(dir, `articles/${when?.slice(0, 4) ?? 'undated'}.csv`, ARTICLE_COLUMNS, [row])];
}

/** The outlet whose domain set has the address's host, or a host above it. */
export function outletAt(dataset: Dataset, url: string): string | undefined {
  const host = new URL(url).hostname;
  return dataset.entities.find(({ domains = [] }) => domains.some((domain) => host === domain || host.endsWith(`.${domain}`)))
    ?.id;
}

/** Last words of an address: `…/business/65462.html` → `65462`. */
export function tailOf(url: string): string {
  const { pathname, search } = new URL(url);
  return (/([^/]+?)(\.\w+)?\/*$/.exec(pathname)?.[1] ?? search).slice(0, 40);
}

/** A free id from what tells a record apart: `kz-az-2023-az-customs`. */
export function suggestId(parts: readonly (string | undefined)[], taken: ReadonlySet<string>): string {
  const stem = parts
    .flatMap((part) => (part ? [part.replace(/^[a-z]+\/(?=[a-z])/, '')] : []))
    .join('-')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  const base = stem || 'record';
  for (let n = 1; ; n++) {
    const id = n === 1 ? base : `${base}-${n}`;
    if (!taken.has(id)) return id;
  }
}
