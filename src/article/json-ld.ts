import type { ReadableDocument } from './node.ts';

/** What a page says about itself in JSON-LD, flattened. */
export interface LinkedFacts {
  /** Types of the things that the page is, without those in its lists and references. */
  readonly types: ReadonlySet<string>;
  readonly headline?: string;
  readonly published?: string;
  readonly language?: string;
}

/** Characters of JSON-LD beyond which nobody describes one article. */
const MOST = 300_000;
/** Things that are the page, or that it is about; lists of others are not followed. */
const FOLLOWED = ['@graph', 'mainEntity', 'mainEntityOfPage', 'hasPart'];
export const ARTICLE_TYPE =
  /^(?:\w*NewsArticle|Article|BlogPosting|LiveBlogPosting|Report|AdvertiserContentArticle|SatiricalArticle|SocialMediaPosting)$/;

/** Never throws: what cannot be parsed is searched for a date only. */
export function readLinkedFacts(document: ReadableDocument): LinkedFacts {
  const types = new Set<string>();
  let headline: string | undefined;
  let published: string | undefined;
  let language: string | undefined;
  let size = 0;
  for (const script of document.querySelectorAll('script[type="application/ld+json" i]')) {
    const source = script.textContent ?? '';
    size += source.length;
    if (size > MOST) break;
    let value: unknown;
    try {
      value = JSON.parse(source);
    } catch {
      // Raw line breaks inside strings are common; the date can be had all the same.
      published ??= /"datePublished"\s*:\s*"([^"]{8,40})"/.exec(source)?.[1];
      if (/"@type"\s*:\s*"(?:\w*NewsArticle)"/.test(source)) types.add('NewsArticle');
      continue;
    }
    const todo: unknown[] = [value];
    for (let steps = 0; todo.length && steps < 200; steps++) {
      const thing = todo.shift();
      if (Array.isArray(thing)) todo.push(...thing.slice(0, 50));
      if (typeof thing !== 'object' || thing === null || Array.isArray(thing)) continue;
      const record = thing as Record<string, unknown>;
      const own = [record['@type']].flat().filter((type): type is string => typeof type === 'string');
      const short = own.map((type) => type.slice(type.lastIndexOf('/') + 1));
      for (const type of short) types.add(type);
      const isArticle = short.some((type) => ARTICLE_TYPE.test(type));
      if (isArticle || short.includes('WebPage')) {
        published = isArticle ? (text(record.datePublished) ?? published) : (published ?? text(record.datePublished));
        language ??= text(record.inLanguage);
      }
      if (isArticle) headline ??= text(record.headline);
      for (const key of FOLLOWED) if (key in record) todo.push(record[key]);
    }
  }
  return { types, headline, published, language };
}

const text = (value: unknown): string | undefined => (typeof value === 'string' && value.trim() ? value.trim() : undefined);
