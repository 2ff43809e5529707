import { expect, test } from 'vitest';
import { annotationTable } from '../../../src/demo/table.ts';
import type { Annotation, EntityAnnotation, FigureAnnotation, Reading } from '../../../src/model/annotation.ts';

const place = { block: 'b1', start: 0, end: 1, marked: true };
const entity = (surface: string, name: string, more: Partial<EntityAnnotation> = {}): Annotation => ({
  ...place,
  id: surface,
  kind: 'entity',
  surface,
  entity: 'country/kz',
  type: 'country',
  name,
  via: 'official',
  evidence: [],
  ...more,
});
const figure = (surface: string, reading: Partial<Reading> | null): Annotation =>
  ({
    ...place,
    id: surface,
    kind: 'figure',
    surface,
    reading: reading && {
      indicator: 'trade',
      geo: 'country/kz',
      status: 'actual',
      verdict: 'between',
      observations: [],
      ...reading,
    },
  }) as unknown as FigureAnnotation;

const cases: { name: string; annotations: Annotation[]; expected: string[] }[] = [
  { name: 'nothing', annotations: [], expected: [] },
  {
    name: 'a name with its role, in any script',
    annotations: [entity('Тоқаев', 'Kassym-Jomart Tokayev', { role: 'President' })],
    expected: ['  entity  Тоқаев  Kassym-Jomart Tokayev, President'],
  },
  {
    name: 'the same twice is folded',
    annotations: [entity('Bakı', 'Baku'), entity('Bakı', 'Baku'), entity('Bakıda', 'Baku')],
    expected: ['  entity  Bakı    Baku (×2)', '  entity  Bakıda  Baku'],
  },
  {
    name: 'a figure with reading, verdict and suspected unit; white space of the page is one space',
    annotations: [
      figure('$4.5\u00a0million', {
        partner: 'country/az',
        period: '2024',
        verdict: 'not-comparable',
        suspected: { unit: 't', observations: [] },
      }),
      figure('18 days', null),
    ],
    expected: [
      '  figure  $4.5 million trade, country/kz – country/az, 2024: not comparable, t suspected',
      '  numbers and dates without a reading: 1',
    ],
  },
];
test.each(cases)('$name', ({ annotations, expected }) => {
  expect(annotationTable(annotations)).toEqual(expected);
});
