import { mountCard } from '../../../src/card/inline.ts';
import type { CardContent } from '../../../src/model/card-content.ts';
import type { Language } from '../../../src/model/ids.ts';
import type { MentionLine } from '../../../src/model/mention-line.ts';
import { mount as mountPanel } from '../../../src/ui/panel/mount.tsx';
import { CARDS } from '../../fixtures/card-content.ts';
import { log, offer, root, said } from './stage-common.ts';

const MENTIONS: readonly MentionLine[] = [
  {
    id: 'a1',
    kind: 'entity',
    surface: 'Kazakhstan',
    entity: 'country/kz',
    name: 'Kazakhstan',
    section: 0,
    article: 0,
    differs: false,
    marked: true,
  },
  { id: 'a2', kind: 'figure', surface: '$556 million', name: 'trade', section: 0, article: 0, differs: true, marked: true },
  {
    id: 'a3',
    kind: 'entity',
    surface: 'Azerbaijan',
    entity: 'country/az',
    name: 'Azerbaijan',
    section: 0,
    article: 0,
    differs: false,
    marked: true,
  },
  {
    id: 'a4',
    kind: 'claim',
    surface: 'Governor of Mangistau Region Yeraly Examplov',
    section: 1,
    article: 0,
    differs: true,
    marked: true,
  },
  {
    id: 'a5',
    kind: 'entity',
    surface: 'Kazakhstan’s',
    entity: 'country/kz',
    name: 'Kazakhstan',
    section: 1,
    article: 0,
    differs: false,
    marked: false,
  },
  {
    id: 'a6',
    kind: 'entity',
    surface: 'the Middle Corridor',
    entity: 'route/titr',
    name: 'Trans-Caspian International Transport Route',
    section: 1,
    article: 0,
    differs: false,
    marked: true,
  },
  {
    id: 'a7',
    kind: 'figure',
    surface: '4.5 million tonnes',
    name: 'cargo',
    section: 1,
    article: 0,
    differs: false,
    marked: true,
  },
];
const CARD_OF: Readonly<Record<string, CardContent>> = {
  a2: CARDS.figure,
  a4: CARDS.claim,
  a6: CARDS.route,
  a7: CARDS.suspected,
};

function open(language: Language, state: 'full' | 'empty' | 'off'): void {
  let muted: string[] = [];
  mountPanel(root, {
    load: async () => ({
      language,
      on: state !== 'off',
      mentions: state === 'full' ? MENTIONS.filter((line) => !muted.includes(line.entity ?? '')) : [],
      labels: { 'country/kz': 'Kazakhstan', 'country/az': 'Azerbaijan' },
    }),
    card: async (id, entity) => {
      log.push(`card ${id} ${entity ?? ''}`.trim());
      return entity ? CARDS.person : (CARD_OF[id] ?? CARDS.person);
    },
    drawCard: mountCard,
    jump: said('jump'),
    hide: said('hide'),
    setMuted: async (entity, on) => {
      log.push(`setMuted ${entity} ${on}`);
      muted = on ? [...muted, entity] : muted.filter((one) => one !== entity);
    },
    saveSheet: said('saveSheet'),
    openAtlas: said('openAtlas'),
    onChange: () => () => {},
  });
}
offer({ open });
