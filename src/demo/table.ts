import type { Annotation, Reading } from '../model/annotation.ts';

const WORDS = {
  'same-as': 'as others report',
  between: 'between other values',
  outside: 'outside other values',
  'not-comparable': 'not comparable',
  'only-here': 'only here',
  'no-data': 'no data',
} as const;

function readingText(reading: Reading): string {
  const { indicator, geo, partner, period, verdict, suspected } = reading;
  const what = [indicator, [geo, partner].filter(Boolean).join(' – '), period].filter(Boolean).join(', ');
  return `${what}: ${WORDS[verdict]}${suspected ? `, ${suspected.unit} suspected` : ''}`;
}

function meaning(annotation: Annotation): string {
  if (annotation.kind === 'entity') return annotation.role ? `${annotation.name}, ${annotation.role}` : annotation.name;
  if (annotation.kind === 'figure') return annotation.reading ? readingText(annotation.reading) : '';
  return `${annotation.claim} claim, ${annotation.others.length} of our sources differ`;
}

/**
 * One line for each name, claim and understood figure: kind, what is printed, what it means; the same words with the same meaning are
 * folded, with their count. Figures without a reading are counted in a last line.
 */
export function annotationTable(annotations: readonly Annotation[]): string[] {
  const unread = annotations.filter((one) => one.kind === 'figure' && !one.reading).length;
  const rows = new Map<string, { kind: string; printed: string; means: string; times: number }>();
  for (const annotation of annotations) {
    if (annotation.kind === 'figure' && !annotation.reading) continue;
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
  const lines = [...rows.values()].map(
    ({ kind, printed, means, times }) =>
      `  ${kind.padEnd(7)} ${printed.padEnd(width)} ${means}${times > 1 ? ` (×${times})` : ''}`,
  );
  return unread ? [...lines, `  numbers and dates without a reading: ${unread}`] : lines;
}
