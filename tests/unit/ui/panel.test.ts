import { describe, expect, test } from 'vitest';
import type { MentionLine } from '../../../src/model/mention-line.ts';
import { type Filter, groupMentions } from '../../../src/ui/panel/groups.ts';

const line = (id: string, over: Partial<MentionLine>): MentionLine => ({
  id,
  kind: 'entity',
  surface: id,
  section: 0,
  article: 0,
  differs: false,
  marked: true,
  ...over,
});
const mentions = [
  line('1', { surface: 'Kazakh', entity: 'country/kz', name: 'Kazakhstan' }),
  line('2', { kind: 'figure', surface: '$556 million', differs: true }),
  line('3', { surface: 'Баку', entity: 'city/baku', name: 'Baku' }),
  line('4', { surface: 'Kazakhstan', entity: 'country/kz', name: 'Kazakhstan' }),
  line('5', { kind: 'figure', surface: '$556 million', differs: false }),
  line('6', { kind: 'claim', surface: 'governor', entity: 'country/kz', differs: true }),
];
const labels = { 'country/kz': 'Казахстан' };

describe('groups', () => {
  const cases: { filter: Filter; expected: [string, string[], boolean][] }[] = [
    {
      filter: 'all',
      expected: [
        ['Казахстан', ['1', '4'], false],
        ['$556 million', ['2'], true],
        ['Baku', ['3'], false],
        ['$556 million', ['5'], false],
        ['governor', ['6'], true],
      ],
    },
    {
      filter: 'names',
      expected: [
        ['Казахстан', ['1', '4'], false],
        ['Baku', ['3'], false],
      ],
    },
    {
      filter: 'figures',
      expected: [
        ['$556 million', ['2'], true],
        ['$556 million', ['5'], false],
        ['governor', ['6'], true],
      ],
    },
    {
      filter: 'differ',
      expected: [
        ['$556 million', ['2'], true],
        ['governor', ['6'], true],
      ],
    },
  ];
  test.each(cases)('$filter', ({ filter, expected }) => {
    const groups = groupMentions({ mentions, labels }, filter);
    expect(groups.map((g) => [g.label, g.mentions.map((m) => m.id), g.differs])).toEqual(expected);
  });
});
