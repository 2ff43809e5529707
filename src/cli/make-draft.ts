import { createHash } from 'node:crypto';
import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';
import { detectLanguage } from '../article/language.ts';
import type { ReadableDocument } from '../article/node.ts';
import { readArticle } from '../article/read-article.ts';
import type { Annotation, ClaimAnnotation, EntityAnnotation, FigureAnnotation } from '../model/annotation.ts';
import type { Block, DocumentFacts } from '../model/document.ts';
import { annotate } from '../resolve/annotate.ts';
import { findOutlet, type Reader, withoutGaps } from './annotate-text.ts';
import type { Draft } from './draft.ts';

export interface Reading {
  readonly facts: DocumentFacts;
  readonly blocks: readonly Block[];
}

/** The article of a saved page: facts from the whole document, text from what Readability takes for the article. */
export function readSaved(html: string): Reading {
  const parse = (text: string) => parseHTML(text).document as unknown as ReadableDocument;
  const whole = readArticle(parse(html));
  // Readability takes its document apart.
  const article = new Readability(parse(html) as never).parse();
  if (!article?.content) return whole;
  const body = readArticle(parse(`<!doctype html><html><body><article>${article.content}</article></body></html>`)).blocks;
  const { title } = whole.facts;
  if (!title || body.some(({ text }) => text === title)) return { facts: whole.facts, blocks: body };
  const headline: Block = { id: 'title', text: title, role: 'headline', section: 0, article: 0 };
  return { facts: whole.facts, blocks: [headline, ...body] };
}

/** A text file: each line that holds anything is a block. */
export function readPlain(text: string): Reading {
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== '');
  const seen = detectLanguage(text);
  const blocks = lines.map((line, i): Block => ({ id: `l${i}`, text: line.trim(), role: 'body', section: 0, article: 0 }));
  return { facts: withoutGaps({ lang: seen === 'other' ? undefined : seen }), blocks };
}

/** Comparator of the dataset for the word of approximation beside a figure. */
const COMPARATOR = { about: 'about', gt: 'over', ge: 'over', lt: 'up-to', le: 'up-to' } as const;

const only = <K extends Annotation['kind']>(annotations: readonly Annotation[], kind: K) =>
  annotations.filter((annotation) => annotation.kind === kind) as Extract<Annotation, { kind: K }>[];

function entityItems(annotations: readonly EntityAnnotation[]): Draft['entities'] {
  const items = new Map<string, Draft['entities'][number]>();
  for (const { entity, surface, via } of annotations) {
    const item = items.get(entity) ?? { decision: 'open', id: entity, seen: [], mentions: 0, via };
    item.mentions++;
    if (!item.seen.includes(surface)) item.seen.push(surface);
    items.set(entity, item);
  }
  return [...items.values()].sort((a, b) => b.mentions - a.mentions);
}

function observationItems(annotations: readonly FigureAnnotation[], reader: Reader): Draft['observations'] {
  return annotations.flatMap(({ surface, figure, reading }) => {
    // A change is no level, and a range no value.
    if (!reading || reading.change || figure.value === undefined) return [];
    const { indicator, geo, partner, period, basis = 'unknown', assertedBy, status, verdict } = reading;
    const unit = figure.currency ?? figure.unit ?? reader.knowledge.indicator(indicator)?.unit ?? '';
    const known = reading.observations.filter(({ value }) => value === figure.value).map(({ id }) => id);
    const comparator = figure.approx ? COMPARATOR[figure.approx] : 'exact';
    const item = { indicator, geo, partner, period, value: figure.value, unit, comparator, basis, assertedBy, verdict, known };
    return [{ decision: 'open' as const, printed: surface, ...item, status: status === 'actual' ? 'reported' : status }];
  });
}

const claimItems = (annotations: readonly ClaimAnnotation[]): Draft['claims'] =>
  annotations.map(({ claim, surface, about, says, others }) => ({
    decision: 'open',
    claim,
    printed: surface,
    about,
    says,
    others,
  }));

/** What the engine finds in an article, every item open. */
export function makeDraft(file: string, bytes: Uint8Array, { facts, blocks }: Reading, reader: Reader): Draft {
  const outlet = findOutlet(reader.knowledge, undefined, facts.url);
  const { annotations, dataset } = annotate({ facts: withoutGaps({ ...facts, outlet }), blocks }, reader);
  const { url, title, date, lang = 'und' } = facts;
  return {
    file,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    dataset,
    done: false,
    article: { decision: 'open', url, outlet, title, date, lang, line: '' },
    entities: entityItems(only(annotations, 'entity')),
    observations: observationItems(only(annotations, 'figure'), reader),
    claims: claimItems(only(annotations, 'claim')),
  };
}
