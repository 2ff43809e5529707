import type { DocumentFacts } from '../model/document.ts';
import { parseDay } from './dates.ts';
import { readLinkedFacts } from './json-ld.ts';
import { chooseLanguage } from './language.ts';
import { isElement, nameOf, parentOf, type ReadableDocument, type ReadableElement, textsIn } from './node.ts';

/** Content of the first meta element of one of the names, in their order. */
export type Metas = (...names: readonly string[]) => string | undefined;

const META_KEYS = ['property', 'name', 'itemprop'];

/** All meta elements of a document, looked through once: a large page is dear to search. */
export function readMetas(document: ReadableDocument): Metas {
  const contents = new Map<string, string>();
  for (const meta of document.querySelectorAll('meta')) {
    const content = meta.getAttribute('content')?.trim();
    if (!content) continue;
    for (const key of META_KEYS) {
      const name = meta.getAttribute(key);
      const place = `${key} ${name?.toLowerCase()}`;
      if (name !== null && !contents.has(place)) contents.set(place, content);
    }
  }
  return (...names) => {
    for (const name of names)
      for (const key of META_KEYS) {
        const content = contents.get(`${key} ${name.toLowerCase()}`);
        if (content !== undefined) return content;
      }
    return undefined;
  };
}

const trimmed = (text: string | null | undefined): string | undefined => text?.replace(/\s+/g, ' ').trim() || undefined;

function firstText(document: ReadableDocument, selector: string): string | undefined {
  for (const element of document.querySelectorAll(selector)) {
    const text = trimmed(element.textContent);
    if (text) return text;
  }
  return undefined;
}

/** Running text for language detection: the first paragraphs. */
function sampleText(document: ReadableDocument, size = 1500): string {
  let sample = '';
  for (const paragraph of document.querySelectorAll('h1, p')) {
    sample += ` ${(paragraph.textContent ?? '').slice(0, size)}`;
    if (sample.length >= size) break;
  }
  return sample;
}

/** Facts about the article that a document shows, without its outlet (which the dataset knows by host). `address`: the page's own URL. */
export function readFacts(document: ReadableDocument, address?: string): DocumentFacts {
  const linked = readLinkedFacts(document);
  const metas = readMetas(document);
  return {
    title: readTitle(document, metas, linked.headline),
    date: readDate(document, metas, linked.published, address),
    lang: chooseLanguage(
      document.documentElement?.getAttribute('lang') ??
        document.documentElement?.getAttribute('xml:lang') ??
        linked.language ??
        metas('language', 'content-language', 'og:locale'),
      sampleText(document),
    ),
    url: readAddress(document, metas, address),
  };
}

function readTitle(document: ReadableDocument, metas: Metas, headline: string | undefined): string | undefined {
  const title = trimmed(metas('og:title', 'twitter:title')) ?? headline ?? firstText(document, 'h1');
  const whole = title ?? firstText(document, 'title');
  const site = metas('og:site_name');
  if (!whole || !site) return whole;
  const cut = whole.slice(0, -site.length).replace(/\s+[-–—|•·:»/]\s*$/, '');
  return whole.toLowerCase().endsWith(site.toLowerCase()) && cut.length < whole.length - site.length ? cut : whole;
}

/** Where a visible date may stand, surest first. */
const DATE_ELEMENTS = [
  '[itemprop="datePublished"]',
  'article header time[datetime]',
  'article time[datetime]',
  'main time[datetime]',
  'time[pubdate]',
  'time[datetime]',
];
const DATE_LINES = '[class*="date" i], [class*="tarih" i], [class*="publish" i], time';

/** ISO day of publication: what the page declares, else its date element, its address, a date line near the headline. */
export function readDate(
  document: ReadableDocument,
  metas: Metas,
  linked: string | undefined,
  address: string | undefined,
): string | undefined {
  const declared = [
    linked,
    metas('article:published_time', 'og:published_time', 'article:published', 'datePublished', 'parsely-pub-date', 'pubdate'),
    metas('date', 'dc.date', 'dc.date.issued', 'dcterms.created', 'publish-date', 'sailthru.date'),
  ];
  for (const text of declared) {
    const iso = text && parseDay(text);
    if (iso) return iso;
  }
  for (const selector of DATE_ELEMENTS) {
    for (const element of document.querySelectorAll(selector)) {
      const iso = parseDay(element.getAttribute('datetime') ?? element.getAttribute('content') ?? element.textContent ?? '');
      if (iso) return iso;
    }
  }
  const path = /\/(\d{4}\/\d{1,2}\/\d{1,2}|\d{4}-\d{2}-\d{2})(?=[/-]|$)/.exec(address ?? '')?.[1];
  return (path && parseDay(path)) ?? dateLine(document);
}

/** Characters that a line with a date has at most, time and place included. */
const DATE_LINE = 60;

function dateLine(document: ReadableDocument): string | undefined {
  const regions = [...document.querySelectorAll('h1')].slice(0, 2).map((headline) => climb(headline, 4));
  for (const region of regions) {
    let looked = 0;
    for (const text of textsIn(region)) {
      if (++looked > 150) break;
      const iso = text.length <= DATE_LINE ? parseDay(text) : undefined;
      if (iso) return iso;
    }
  }
  let looked = 0;
  for (const element of document.querySelectorAll(DATE_LINES)) {
    if (++looked > 40) break;
    const line = trimmed(element.textContent);
    const iso = line && line.length <= DATE_LINE ? parseDay(line) : undefined;
    if (iso) return iso;
  }
  return undefined;
}

function climb(element: ReadableElement, levels: number): ReadableElement {
  let up = element;
  for (let i = 0; i < levels; i++) {
    const parent = parentOf(up);
    if (!parent || !isElement(parent) || nameOf(parent) === 'body') break;
    up = parent;
  }
  return up;
}

/** The canonical address, where it is one of the same site; else the page's own. Without fragment. */
function readAddress(document: ReadableDocument, metas: Metas, address: string | undefined): string | undefined {
  const own = parse(address);
  for (const link of document.querySelectorAll('link[rel~="canonical" i]')) {
    const canonical = parse(link.getAttribute('href') ?? undefined, own?.href);
    if (canonical && (!own || sameSite(canonical.hostname, own.hostname))) return canonical.href;
  }
  return (own ?? parse(metas('og:url')))?.href;
}

function parse(text: string | undefined, base?: string): URL | undefined {
  if (!text) return undefined;
  try {
    const url = new URL(text, base);
    url.hash = '';
    return /^https?:$/.test(url.protocol) ? url : undefined;
  } catch {
    return undefined;
  }
}

function sameSite(a: string, b: string): boolean {
  const bare = (host: string) => host.replace(/^(?:www|m|amp|mobile)\./, '');
  return bare(a) === bare(b);
}
