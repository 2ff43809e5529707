import type { DocumentFacts } from '../model/document.ts';
import type { SheetRow } from './sheet.ts';

const COLUMNS = ['kind', 'printed', 'id', 'label', 'period', 'value', 'verdict', 'others', 'sources', 'link'] as const;
const cell = (row: SheetRow, column: (typeof COLUMNS)[number]): string => {
  const value = row[column];
  return typeof value === 'string' ? value : value.join(' · ');
};

/** RFC 4180 with CRLF. A cell that a spreadsheet would run as a formula gets an apostrophe before it. */
export function sheetCsv(rows: readonly SheetRow[]): string {
  const quote = (text: string) => {
    const safe = /^[=+\-@\t\r\n＝＋－＠]/u.test(text) ? `'${text}` : text;
    return /["',\r\n;]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
  };
  const lines = [COLUMNS.join(','), ...rows.map((row) => COLUMNS.map((c) => quote(cell(row, c))).join(','))];
  return `${lines.join('\r\n')}\r\n`;
}

/** One table under the page's title; nothing of the page can open a link, an image or HTML of its own. */
export function sheetMarkdown(rows: readonly SheetRow[], facts: DocumentFacts, dataset: string): string {
  const plain = (text: string) => text.replace(/[\r\n]+/g, ' ').replace(/[\\`*_{}[\]<>()#+!|~]/g, '\\$&');
  const target = (url: string) => url.replace(/[\s<>()]/g, (c) => encodeURIComponent(c).replace('(', '%28').replace(')', '%29'));
  const linked = (row: SheetRow) => (row.link ? `[${plain(row.printed)}](${target(row.link)})` : plain(row.printed));
  const sources = (row: SheetRow) => row.sources.map((url, i) => `[${i + 1}](${target(url)})`).join(' ');
  const head = [
    `# ${plain(facts.title ?? facts.url ?? '')}`,
    '',
    [facts.date, facts.url && `<${target(facts.url)}>`, `Dragoman ${dataset}`].filter(Boolean).join(' · '),
    '',
    '| printed | what | period | verdict | others | sources |',
    '|---|---|---|---|---|---|',
  ];
  const body = rows.map(
    (row) =>
      `| ${[linked(row), plain(row.label), row.period, row.verdict, row.others.map(plain).join('; '), sources(row)].join(' | ')} |`,
  );
  return `${[...head, ...body].join('\n')}\n`;
}

/** schema.org: the page with what it mentions; figures as observations, claims as claims. */
export function sheetJsonLd(rows: readonly SheetRow[], facts: DocumentFacts, dataset: string): string {
  const item = (row: SheetRow) => {
    const common = {
      ...(row.link && { url: row.link }),
      ...(row.sources.length > 0 && { citation: row.sources }),
    };
    if (row.kind === 'entity')
      return { '@type': 'Thing', identifier: row.id, name: row.label, alternateName: row.printed, ...common };
    if (row.kind === 'figure')
      return {
        '@type': 'Observation',
        name: row.label,
        measuredProperty: row.id,
        ...(row.period && { observationPeriod: row.period }),
        value: row.value,
        description: row.verdict,
        ...common,
      };
    return { '@type': 'Claim', name: row.label || row.printed, description: row.verdict, text: row.value, ...common };
  };
  return `${JSON.stringify(
    {
      '@context': 'https://schema.org',
      '@type': 'WebPage',
      ...(facts.title && { name: facts.title }),
      ...(facts.url && { url: facts.url }),
      ...(facts.date && { datePublished: facts.date }),
      isBasedOn: { '@type': 'Dataset', name: 'Dragoman', version: dataset },
      mentions: rows.map(item),
    },
    null,
    2,
  )}\n`;
}
