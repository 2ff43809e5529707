import type { Annotation, Reading } from '../model/annotation.ts';

const WORDS = {
  'same-as': 'as others report',
  between: 'between other values',
  outside: 'outside other values',
  'not-comparable': 'not comparable',
  'only-here': 'only here',
  'no-data': 'no data',
} as const;

function readingText(reading: Reading | null): string {
  if (!reading) return 'no reading';
  const { indicator, geo, partner, period, verdict, suspected } = reading;
  const what = [indicator, [geo, partner].filter(Boolean).join(' – '), period].filter(Boolean).join(', ');
  return `${what}: ${WORDS[verdict]}${suspected ? `, ${suspected.unit} suspected` : ''}`;
}

function meaning(annotation: Annotation): string {
  if (annotation.kind === 'entity') return annotation.role ? `${annotation.name}, ${annotation.role}` : annotation.name;
  if (annotation.kind === 'figure') return readingText(annotation.reading);
  return `${annotation.claim} claim, ${annotation.others.length} of our sources differ`;
}

/** One line an annotation: kind, what is printed, what it means. The same words with the same meaning are folded, with their count. */
export function annotationTable(annotations: readonly Annotation[]): string[] {
  const rows = new Map<string, { kind: string; printed: string; means: string; times: number }>();
  for (const annotation of annotations) {
    const row = {
      kind: annotation.kind,
      printed: annotation.surface.replace(/\s+/gu, ' '),
      means: meaning(annotation),
      times: 0,
    };
    const key = `${row.kind}\n${row.printed}\n${row.means}`;
    const same = rows.get(key) ?? row;
    same.times++;
    rows.set(key, same);
  }
  const width = Math.min(44, Math.max(...[...rows.values()].map(({ printed }) => printed.length), 7));
  return [...rows.values()].map(
    ({ kind, printed, means, times }) =>
      `  ${kind.padEnd(7)} ${printed.padEnd(width)} ${means}${times > 1 ? ` (×${times})` : ''}`,
  );
}
