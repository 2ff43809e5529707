import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parse } from 'yaml';

const entities = resolve(import.meta.dirname, '../../../assets/dataset/entities');
/** Kinds whose English labels are marked wherever they stand, or nearly so. */
const KINDS = ['country', 'city', 'organisation', 'port', 'region', 'route', 'company'];

let names: string[] | undefined;
/** English labels of the dataset, places first. */
export function labels(): string[] {
  names ??= KINDS.flatMap((kind) =>
    readdirSync(resolve(entities, kind)).map(
      (file) => (parse(readFileSync(resolve(entities, kind, file), 'utf8')) as { label: { en: string } }).label.en,
    ),
  );
  return names;
}

const SENTENCES = [
  'The evening train from @ came in with an hour to spare, and nobody on the platform looked up.',
  'A letter about the new timetable went to @ on Monday.',
  'In the harbour office they had heard of @ before, and of the long winter there.',
  'Two of the older guests had worked for years near @, as they told everybody who would listen.',
  'The map on the wall showed @ in green ink.',
];
const FILLER =
  'Lamps were lit along the quay, one after the other, and the last ferry had long gone when the speakers came to the end of their notes. ';

/** `count` paragraphs; `names` of the dataset stand in each, those of the list in turn. */
export function paragraphs(count: number, inEach: number, distinct = Number.POSITIVE_INFINITY): string[] {
  const list = labels().slice(0, distinct);
  let at = 0;
  return Array.from({ length: count }, (_, i) => {
    const parts = Array.from({ length: inEach }, (_, k) =>
      SENTENCES[(i + k) % SENTENCES.length]!.replace('@', list[at++ % list.length]!),
    );
    return `${parts.join(' ')} ${FILLER}`;
  });
}

/** Short lines of `inEach` names, for pages with very many marks. */
export function lines(count: number, inEach: number, distinct: number): string[] {
  const list = labels().slice(0, distinct);
  return Array.from(
    { length: count },
    (_, i) => `Line ${i}: ${Array.from({ length: inEach }, (_, k) => list[(i * inEach + k) % list.length]).join(' and then ')}.`,
  );
}

const STYLE = `body { font: 17px/1.6 serif; margin: 30px auto; max-width: 720px }
  .card { display: grid; grid-template-columns: 80px 1fr; gap: 8px; border: 1px solid #ccc; margin: 8px 0; padding: 8px }
  .card b { color: #036 } .clock { position: fixed; right: 10px; top: 10px; width: 120px }`;

/** A page that says it is an article, as a newsroom serves it; `extra` stands after it. */
export function page(body: string, extra = ''): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>The last ferry</title>
<meta property="og:type" content="article"><meta property="article:published_time" content="2025-03-04T09:00:00Z">
<link rel="icon" href="data:,"><style>${STYLE}</style></head><body><div class="clock" id="clock">0</div>
<article><h1>The last ferry of the year</h1>${body}</article>${extra}</body></html>`;
}

export const article = (texts: readonly string[], extra = ''): string =>
  page(texts.map((text) => `<p>${text}</p>`).join('\n'), extra);

/** What stands around articles: teasers, four elements each. */
export function teasers(count: number): string {
  return Array.from(
    { length: count },
    (_, i) => `<div class="card"><i></i><div><b>Teaser ${i}</b><span>A few words of another story of the day</span></div></div>`,
  ).join('');
}

/** A page that is no article: a shop's list. */
export function noArticle(): string {
  return `<!doctype html><html lang="en"><head><title>Boots</title><link rel="icon" href="data:,"><style>${STYLE}</style></head><body><h1>Boots</h1>${teasers(1500)}</body></html>`;
}
