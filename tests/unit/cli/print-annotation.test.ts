import { expect, test } from 'vitest';
import { printAnnotation } from '../../../src/cli/print-annotation.ts';
import type { Annotation } from '../../../src/model/annotation.ts';

const base = { id: 'b:1:x', block: 'b', start: 1, end: 4, surface: 'abc', marked: true };
const cited = { id: 'o', value: 2, unit: 'USD', basis: 'az-customs', url: 'https://reed.example/' };

/** As JSON, so that absent keys are absent. */
const printed = (annotation: Annotation) => JSON.parse(JSON.stringify(printAnnotation(annotation, 10)));

test.each<{ name: string; annotation: Annotation; expected: object }>([
  {
    name: 'entity',
    annotation: {
      ...base,
      kind: 'entity',
      entity: 'country/kz',
      type: 'country',
      name: 'Kazakhstan',
      sameAs: { wikidata: 'Q232' },
      via: 'demonym',
      evidence: [],
      others: ['country/az'],
    },
    expected: {
      kind: 'entity',
      start: 11,
      end: 14,
      surface: 'abc',
      entity: 'country/kz',
      type: 'country',
      name: 'Kazakhstan',
      sameAs: { wikidata: 'Q232' },
      via: 'demonym',
      evidence: [],
      marked: true,
    },
  },
  {
    name: 'entity by a slip of the pen, with its role',
    annotation: {
      ...base,
      kind: 'entity',
      entity: 'person/x',
      type: 'person',
      name: 'X',
      via: 'misspelling',
      role: 'governor',
      evidence: [{ is: 'name', text: 'X' }],
    },
    expected: {
      kind: 'entity',
      start: 11,
      end: 14,
      surface: 'abc',
      entity: 'person/x',
      type: 'person',
      name: 'X',
      via: 'transliteration',
      role: 'governor',
      evidence: [{ is: 'name', text: 'X' }],
      marked: true,
    },
  },
  {
    name: 'figure that was not understood',
    annotation: {
      ...base,
      kind: 'figure',
      marked: false,
      figure: { kind: 'quantity', range: [1, 2], unit: 'tonne', approx: 'about', step: 1 },
      reading: null,
    },
    expected: {
      kind: 'figure',
      start: 11,
      end: 14,
      surface: 'abc',
      figure: { kind: 'quantity', range: [1, 2], unit: 'tonne', approx: 'about' },
      reading: null,
      marked: false,
    },
  },
  {
    name: 'period',
    annotation: { ...base, kind: 'figure', figure: { kind: 'period', period: '2025-01-01/2025-09-01' }, reading: null },
    expected: {
      kind: 'figure',
      start: 11,
      end: 14,
      surface: 'abc',
      figure: { kind: 'period', value: '2025-01-01/2025-09-01' },
      reading: null,
      marked: true,
    },
  },
  {
    name: 'reading',
    annotation: {
      ...base,
      kind: 'figure',
      figure: { kind: 'money', value: 3, currency: 'USD' },
      reading: {
        indicator: 'trade',
        geo: 'country/kz',
        partner: 'country/az',
        period: '2023',
        status: 'actual',
        verdict: 'outside',
        difference: { ratio: 0.5, base: 2 },
        observations: [cited],
      },
    },
    expected: {
      kind: 'figure',
      start: 11,
      end: 14,
      surface: 'abc',
      figure: { kind: 'money', value: 3, currency: 'USD' },
      reading: {
        indicator: 'trade',
        geo: 'country/kz',
        partner: 'country/az',
        period: '2023',
        verdict: 'outside',
        difference: { ratio: 0.5, base: 2 },
        observations: [{ id: 'o', value: 2, basis: 'az-customs', url: 'https://reed.example/' }],
      },
      marked: true,
    },
  },
  {
    name: 'claim',
    annotation: { ...base, kind: 'claim', claim: 'role', about: 'person/x', says: { post: 'governor', sources: [] }, others: [] },
    expected: {
      kind: 'claim',
      start: 11,
      end: 14,
      surface: 'abc',
      claim: 'role',
      about: 'person/x',
      says: { post: 'governor', sources: [] },
      others: [],
      marked: true,
    },
  },
])('$name', ({ annotation, expected }) => {
  expect(printed(annotation)).toEqual(expected);
});
