import { describe, expect, test } from 'vitest';
import { type CardEffect, type CardInput, type CardState, CLOSED, reduceCard } from '../../../src/card/card-state.ts';
import { DELAYS, SLOW } from '../../../src/card/delays.ts';
import type { CardContent } from '../../../src/model/card-content.ts';
import type { MarkTarget } from '../../../src/model/card-port.ts';

/*
 *              enter                     open + answer
 *   CLOSED ───────────────► WISHING ───────────────────────► OPEN ◄──── activate (click, key): OPEN and held
 *     ▲  ▲                     │  └─ slow ─► OPEN (notice) ──► │ │
 *     │  └──── leave, gone ────┘                               │ └─ leave ─► LEAVING ── enter, pointer-in ──► OPEN
 *     │                                                        │                └── 300 ms ──► CLOSED
 *     └───────────── escape, close, gone ──────────────────────┘
 *
 *   OPEN and WISHING go together: the pointer came to another mark, or a link of the card was followed.
 *   A pinned card does not leave and ignores the pointer on other marks; a held one does not leave.
 */

const target = (id: string): MarkTarget => ({ annotation: { id } as MarkTarget['annotation'], rects: () => [], vertical: false });
const A = target('a');
const B = target('b');
const content = (id: string) => ({ kind: 'entity', entity: `country/${id}`, annotation: id }) as unknown as CardContent;

/** Inputs with the time at which they happen; `answer` and `timer` speak to the latest token unless told otherwise. */
type Move = readonly [at: number, input: CardInput | { type: 'answers' | 'ask' | 'open' | 'slow' | 'leaves'; of?: string }];

function walk(moves: readonly Move[]): { state: CardState; effects: CardEffect[]; last: readonly CardEffect[] } {
  let state = CLOSED;
  const effects: CardEffect[] = [];
  let last: readonly CardEffect[] = [];
  for (const [at, move] of moves) {
    const input: CardInput =
      move.type === 'answers'
        ? { type: 'answer', token: state.wish?.token ?? -1, content: content(move.of ?? 'a') }
        : move.type === 'ask' || move.type === 'open' || move.type === 'slow'
          ? { type: 'timer', of: move.type, token: state.wish?.token ?? -1 }
          : move.type === 'leaves'
            ? { type: 'timer', of: 'leave', token: state.leaving ?? -1 }
            : (move as CardInput);
    [state, last] = reduceCard(state, input, at);
    effects.push(...last);
  }
  return { state, effects, last };
}
const names = (effects: readonly CardEffect[]) => effects.map((e) => ('of' in e ? `${e.do} ${e.of} ${e.ms}` : e.do));

const opened: Move[] = [
  [0, { type: 'enter', target: A }],
  [150, { type: 'ask' }],
  [200, { type: 'answers' }],
  [500, { type: 'open' }],
];

describe('how long a pointer rests', () => {
  test.each([
    ['short', ['wait ask 80', 'wait open 250']],
    ['normal', ['wait ask 150', 'wait open 500']],
    ['long', ['wait ask 500', 'wait open 1000']],
  ] as const)('%s', (pace, expected) => {
    const [, effects] = reduceCard(CLOSED, { type: 'enter', target: A }, 0, DELAYS[pace]);
    expect(names(effects)).toEqual(expected);
  });
  test('content is asked for before it is due, and a hand on its way to the card has at least as long as the next card takes', () => {
    for (const { ask, open, openAgain, leave } of Object.values(DELAYS)) {
      expect(ask).toBeLessThan(open);
      expect(openAgain).toBeLessThan(open);
      expect(leave).toBeGreaterThan(openAgain);
    }
  });
});

describe('pointing', () => {
  const walks: { name: string; moves: Move[]; expected: string[] }[] = [
    { name: 'asks after 150 ms, shows after 500', moves: opened, expected: ['wait ask 150', 'wait open 500', 'load', 'show'] },
    {
      name: 'a pointer that only passes asks for nothing',
      moves: [
        [0, { type: 'enter', target: A }],
        [100, { type: 'leave' }],
        [150, { type: 'ask' }],
        [500, { type: 'open' }],
      ],
      expected: ['wait ask 150', 'wait open 500'],
    },
    {
      name: 'content that comes late is shown when it comes, with a notice only after a while',
      moves: [
        [0, { type: 'enter', target: A }],
        [150, { type: 'ask' }],
        [500, { type: 'open' }],
        [750, { type: 'slow' }],
        [900, { type: 'answers' }],
      ],
      expected: ['wait ask 150', 'wait open 500', 'load', 'wait slow 250', 'notice', 'show'],
    },
    {
      name: 'content that cannot be had is told',
      moves: [
        [0, { type: 'enter', target: A }],
        [150, { type: 'ask' }],
        [200, { type: 'answer', token: 1, content: null }],
        [500, { type: 'open' }],
      ],
      expected: ['wait ask 150', 'wait open 500', 'load', 'notice'],
    },
    {
      name: 'a mark reached just before the old card closes still gets its own',
      moves: [
        ...opened,
        [600, { type: 'leave' }],
        [850, { type: 'enter', target: B }],
        [870, { type: 'answers', of: 'b' }],
        [900, { type: 'leaves' }],
        [950, { type: 'open' }],
      ],
      expected: ['wait ask 150', 'wait open 500', 'load', 'show', 'wait leave 300', 'load', 'wait open 100', 'hide', 'show'],
    },
    {
      name: 'leaves 300 ms after the pointer',
      moves: [...opened, [600, { type: 'leave' }], [900, { type: 'leaves' }]],
      expected: ['wait ask 150', 'wait open 500', 'load', 'show', 'wait leave 300', 'hide'],
    },
    {
      name: 'stays when the pointer reaches the card in time',
      moves: [
        ...opened,
        [600, { type: 'leave' }],
        [700, { type: 'pointer-in' }],
        [900, { type: 'timer', of: 'leave', token: 2 }],
      ],
      expected: ['wait ask 150', 'wait open 500', 'load', 'show', 'wait leave 300'],
    },
    {
      name: 'opens at once after another card',
      moves: [
        ...opened,
        [600, { type: 'escape' }],
        [1500, { type: 'enter', target: B }],
        [1600, { type: 'answers' }],
        [1600, { type: 'open' }],
      ],
      expected: ['wait ask 150', 'wait open 500', 'load', 'show', 'hide', 'load', 'wait open 100', 'show'],
    },
    {
      name: 'and slowly again when that was longer ago',
      moves: [...opened, [600, { type: 'escape' }], [1600, { type: 'enter', target: B }]],
      expected: ['wait ask 150', 'wait open 500', 'load', 'show', 'hide', 'wait ask 150', 'wait open 500'],
    },
    {
      name: 'a card gives way to the next mark without closing between',
      moves: [
        ...opened,
        [600, { type: 'leave' }],
        [650, { type: 'enter', target: B }],
        [700, { type: 'answers', of: 'b' }],
        [750, { type: 'open' }],
      ],
      expected: ['wait ask 150', 'wait open 500', 'load', 'show', 'wait leave 300', 'load', 'wait open 100', 'show'],
    },
    {
      name: 'a mark crossed on the way to the card changes nothing',
      moves: [
        ...opened,
        [600, { type: 'enter', target: B }],
        [650, { type: 'pointer-in' }],
        [700, { type: 'timer', of: 'open', token: 2 }],
      ],
      expected: ['wait ask 150', 'wait open 500', 'load', 'show', 'load', 'wait open 100'],
    },
  ];
  test.each(walks)('$name', ({ moves, expected }) => expect(names(walk(moves).effects)).toEqual(expected));

  test('an answer whose wish is gone is dropped', () => {
    const { state, last } = walk([
      [0, { type: 'enter', target: A }],
      [150, { type: 'ask' }],
      [200, { type: 'leave' }],
      [210, { type: 'enter', target: B }],
      [220, { type: 'answer', token: 1, content: content('a') }],
    ]);
    expect(last).toEqual([]);
    expect(state.wish?.content).toBeUndefined();
  });
});

describe('click and key', () => {
  test.each(['click', 'key'] as const)('%s opens as soon as the content is there, focus only by key', (by) => {
    const { effects, state } = walk([
      [0, { type: 'activate', target: A, by }],
      [5, { type: 'answers' }],
    ]);
    expect(names(effects)).toEqual(['load', `wait slow ${SLOW}`, 'show']);
    expect(effects.at(-1)).toMatchObject({ focus: by === 'key' });
    expect(state.shown?.held).toBe(true);
  });
  test('a held card stays when the pointer leaves', () => {
    const { effects } = walk([
      [0, { type: 'activate', target: A, by: 'click' }],
      [5, { type: 'answers' }],
      [50, { type: 'leave' }],
      [60, { type: 'pointer-out' }],
    ]);
    expect(names(effects)).not.toContain('wait leave 300');
  });
  test('a click on the mark of an open card holds it, a key moves into it', () => {
    const click = walk([...opened, [600, { type: 'activate', target: A, by: 'click' }], [700, { type: 'leave' }]]);
    expect(click.state.shown?.held).toBe(true);
    expect(click.last).toEqual([]);
    const key = walk([...opened, [600, { type: 'activate', target: A, by: 'key' }]]);
    expect(key.last).toMatchObject([{ do: 'show', focus: true }]);
  });
});

describe('an open card', () => {
  const link: Move[] = [
    [600, { type: 'open-entity', id: 'city/baku' }],
    [610, { type: 'answers', of: 'baku' }],
  ];
  test('goes to an entity and back', () => {
    const there = walk([...opened, ...link]);
    expect(there.effects.filter((e) => e.do === 'load').at(-1)).toMatchObject({ annotation: 'a', entity: 'city/baku' });
    expect(there.last).toMatchObject([{ do: 'show', canGoBack: true, content: { annotation: 'baku' } }]);
    const back = walk([...opened, ...link, [700, { type: 'back' }]]);
    expect(back.last).toMatchObject([{ do: 'show', canGoBack: false, content: { annotation: 'a' } }]);
    expect(walk([...opened, ...link, [700, { type: 'back' }], [710, { type: 'back' }]]).last).toEqual([]);
  });
  test('keeps what it shows when a link leads nowhere', () => {
    const { state, last } = walk([
      ...opened,
      [600, { type: 'open-entity', id: 'city/nowhere' }],
      [610, { type: 'answer', token: 2, content: null }],
    ]);
    expect(last).toEqual([]);
    expect(state.shown?.content?.annotation).toBe('a');
  });
  test('stays when pinned, and is not replaced by pointing', () => {
    const { effects, state } = walk([
      ...opened,
      [600, { type: 'pin', pinned: true }],
      [700, { type: 'leave' }],
      [800, { type: 'enter', target: B }],
    ]);
    expect(names(effects).slice(4)).toEqual([]);
    expect(state.shown?.pinned).toBe(true);
  });
  test('when pinned still takes what a click asks for, and stays pinned', () => {
    const { state } = walk([
      ...opened,
      [600, { type: 'pin', pinned: true }],
      [700, { type: 'activate', target: B, by: 'click' }],
      [710, { type: 'answers', of: 'b' }],
    ]);
    expect(state.shown).toMatchObject({ pinned: true, content: { annotation: 'b' } });
  });
  test.each(['escape', 'close', 'gone'] as const)('closes by %s, pinned or not', (type) => {
    expect(names(walk([...opened, [600, { type: 'pin', pinned: true }], [700, { type }]]).last)).toEqual(['hide']);
  });
  test('follows the page', () => {
    expect(names(walk([...opened, [600, { type: 'moved' }]]).last)).toEqual(['reposition']);
    expect(names(walk([[0, { type: 'moved' }]]).last)).toEqual([]);
  });
  test('"not this" hides the mark’s own entity, survives the loss of the mark, and can be undone', () => {
    const hidden: Move[] = [...opened, ...link, [700, { type: 'not-this', undo: false }]];
    expect(walk(hidden).last).toEqual([{ do: 'not-this', entity: 'country/a', undo: false }]);
    const lost: Move[] = [...hidden, [710, { type: 'gone' }]];
    expect(walk(lost).last).toEqual([]);
    expect(walk([...lost, [720, { type: 'not-this', undo: true }]]).last).toEqual([
      { do: 'not-this', entity: 'country/a', undo: true },
    ]);
    expect(names(walk([...lost, [720, { type: 'close' }]]).last)).toEqual(['hide']);
  });
  test('sends the reader to the atlas', () => {
    expect(walk([...opened, [600, { type: 'atlas', route: '#/entity/country/kz' }]]).last).toEqual([
      { do: 'atlas', route: '#/entity/country/kz' },
    ]);
  });
});

test('nothing moves a closed card but pointing and asking', () => {
  const idle: CardInput[] = [
    { type: 'leave' },
    { type: 'escape' },
    { type: 'moved' },
    { type: 'gone' },
    { type: 'pointer-in' },
    { type: 'pointer-out' },
    { type: 'close' },
    { type: 'pin', pinned: true },
    { type: 'open-entity', id: 'city/baku' },
    { type: 'back' },
    { type: 'not-this', undo: false },
    { type: 'timer', of: 'open', token: 0 },
    { type: 'answer', token: 0, content: content('a') },
  ];
  for (const input of idle) {
    const [state, effects] = reduceCard(CLOSED, input, 0);
    expect([input.type, effects]).toEqual([input.type, []]);
    expect([input.type, state.shown, state.wish]).toEqual([input.type, null, null]);
  }
});
