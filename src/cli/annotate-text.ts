import { detectLanguage } from '../article/language.ts';
import { primaryTag } from '../article/language-tag.ts';
import type { Lexicon } from '../lexicon/index.ts';
import type { Annotation } from '../model/annotation.ts';
import type { Block, DocumentFacts } from '../model/document.ts';
import { type EntityId, parseEntityId } from '../model/ids.ts';
import type { Knowledge } from '../model/knowledge.ts';
import { parsePeriod } from '../model/period.ts';
import { annotate } from '../resolve/annotate.ts';
import { printAnnotation } from './print-annotation.ts';

export interface Reader {
  readonly lexicon: Lexicon;
  readonly knowledge: Knowledge;
}

/** One line of input, as far as it is understood; other keys are ignored. */
export interface TextRequest {
  readonly id: unknown;
  readonly text: string;
  readonly title?: string;
  readonly lang?: string;
  /** ISO day. */
  readonly date?: string;
  readonly url?: string;
  /** Host name or entity id. */
  readonly outlet?: string;
}

/** Reads one line. @throws Error whose message says what is the matter */
export function readRequest(line: string, warn: (what: string) => void): TextRequest {
  let given: unknown;
  try {
    given = JSON.parse(line);
  } catch (error) {
    throw new Error(`is not JSON (${(error as Error).message})`);
  }
  if (typeof given !== 'object' || given === null || Array.isArray(given)) throw new Error('is not a JSON object');
  const { id, text, title, lang, date, url, outlet } = given as Record<string, unknown>;
  if (typeof text !== 'string') throw new Error('has no "text"');
  const string = (value: unknown) => (typeof value === 'string' && value !== '' ? value : undefined);
  const day = isoDay(date);
  if (day === undefined && date !== undefined && date !== null && date !== '')
    warn(`${JSON.stringify(date)} is no ISO 8601 day: read without a date`);
  return { id, text, title: string(title), lang: string(lang), date: day, url: string(url), outlet: string(outlet) };
}

/** The day of an ISO 8601 date or date with time, as printed there; undefined for everything else. */
function isoDay(value: unknown): string | undefined {
  if (typeof value !== 'string') return undefined;
  const m = /^(\d{4})-?(\d{2})-?(\d{2})(?:[T ]\d{2}(?::?\d{2}(?::?\d{2}(?:[.,]\d+)?)?)?\s*(?:Z|[+-]\d{2}(?::?\d{2})?)?)?$/i.exec(
    value.trim(),
  );
  const day = m && `${m[1]}-${m[2]}-${m[3]}`;
  return day && parsePeriod(day) ? day : undefined;
}

const hostOf = (address: string): string => {
  try {
    return new URL(address.includes('://') ? address : `https://${address}`).hostname;
  } catch {
    return '';
  }
};

/** The outlet by id, by host name, or by the host of the page's address. */
export function findOutlet(knowledge: Knowledge, outlet: string | undefined, url: string | undefined): EntityId | undefined {
  if (outlet && parseEntityId(outlet)?.type === 'outlet' && knowledge.entity(outlet as EntityId)) return outlet as EntityId;
  return [outlet, url]
    .flatMap((address) => (address ? [knowledge.outletOf(hostOf(address))] : []))
    .find((id) => id !== undefined);
}

const LINE_BREAK = /\r\n|[\n\r\v\f\u0085\u2028\u2029]/g;

/** Lines of the text with their offsets; those without a letter, digit or sign hold nothing to read. */
function linesOf(text: string): { at: number; text: string }[] {
  const lines: { at: number; text: string }[] = [];
  let at = 0;
  for (const { 0: found, index } of [...text.matchAll(LINE_BREAK), { 0: '', index: text.length }]) {
    const line = text.slice(at, index);
    if (line.trim() !== '') lines.push({ at, text: line });
    at = index + found.length;
  }
  return lines;
}

/** The answer to one line: annotations with offsets into `text`. The title is read as a headline and not printed. */
export function annotateText(request: TextRequest, reader: Reader): { id: unknown; annotations: Record<string, unknown>[] } {
  const { id, text, title, date, url } = request;
  const lines = linesOf(text);
  const seen = detectLanguage(title ? `${title}\n${text}` : text);
  const lang = primaryTag(request.lang) ?? (seen === 'other' ? undefined : seen);
  const outlet = findOutlet(reader.knowledge, request.outlet, url);
  const facts: DocumentFacts = { title, date, lang, url, outlet };
  const block = (name: string, line: string, role: Block['role']): Block => ({
    id: name,
    text: line,
    role,
    section: 0,
    article: 0,
    ...(lang && { lang }),
  });
  const blocks = [
    ...(title ? [block('title', title, 'headline')] : []),
    ...lines.map((line, i) => block(`l${i}`, line.text, 'body')),
  ];
  const starts = new Map(lines.map(({ at }, i) => [`l${i}`, at]));
  const { annotations } = annotate({ facts: withoutGaps(facts), blocks }, reader);
  return { id, annotations: placed(annotations, starts) };
}

/** Annotations with offsets into the whole text; those of blocks without a place (the title) are left out. */
export function placed(annotations: readonly Annotation[], starts: ReadonlyMap<string, number>): Record<string, unknown>[] {
  return annotations.flatMap((annotation) => {
    const at = starts.get(annotation.block);
    return at === undefined ? [] : [printAnnotation(annotation, at)];
  });
}

export function withoutGaps<T extends object>(facts: T): T {
  return Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined)) as T;
}
