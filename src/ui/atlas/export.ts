import type { Observation } from '../../model/indicator.ts';
import type { Kit } from './kit.ts';

/** A spreadsheet runs a cell that begins like a formula; a quote keeps it text. */
const cell = (value: string | number | undefined): string => {
  const text = typeof value === 'string' && /^[=+\-@\t\r]/.test(value) ? `'${value}` : String(value ?? '');
  return /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};

const COLUMNS = [
  'id',
  'indicator',
  'geo',
  'partner',
  'period',
  'value',
  'unit',
  'comparator',
  'status',
  'counted_by',
  'said_by',
  'published',
  'urls',
] as const;

/** The values of a page as CSV with a header line; periods half-open, values in `unit`. */
export function csv(values: readonly Observation[], { lines }: Kit): string {
  const rows = values.map((o) => [
    o.id,
    o.indicator,
    o.geo,
    o.partner,
    o.period,
    o.value,
    o.unit,
    o.comparator,
    o.status,
    o.basis,
    o.assertedBy,
    o.published,
    lines
      .printedBy(o)
      .sources.map((s) => s.url)
      .join(' '),
  ]);
  return [COLUMNS, ...rows].map((row) => `${row.map(cell).join(',')}\r\n`).join('');
}

/** The same as a schema.org Dataset of Observations. */
export function jsonLd(name: string, values: readonly Observation[], { lines, records }: Kit): string {
  const dataset = {
    '@context': 'https://schema.org',
    '@type': 'Dataset',
    name,
    version: records.version,
    dateModified: records.date,
    license: 'https://creativecommons.org/licenses/by/4.0/',
    variableMeasured: values.map((o) => ({
      '@type': 'Observation',
      '@id': `#${o.id}`,
      name: lines.indicator(o.indicator).label,
      measuredProperty: o.indicator,
      observationAbout: [o.geo, o.partner].filter(Boolean),
      observationPeriod: o.period,
      value: o.value,
      unitText: o.unit,
      description: [o.status, o.basis, o.comparator].join(', '),
      isBasedOn: lines.printedBy(o).sources.map((s) => s.url),
    })),
  };
  return `${JSON.stringify(dataset, null, 2)}\n`;
}
