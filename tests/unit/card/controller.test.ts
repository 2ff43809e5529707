import { expect, test } from 'vitest';
import { type CardPorts, makeCardController } from '../../../src/card/controller.ts';
import type { CardContent } from '../../../src/model/card-content.ts';
import type { CardAction, CardView, MarkTarget } from '../../../src/model/card-port.ts';

const target = (id: string): MarkTarget => ({ annotation: { id } as MarkTarget['annotation'], rects: () => [], vertical: false });
const settled = () => new Promise<void>((done) => setImmediate(done));

/** A controller over a clock that the test turns and a view that remembers. */
function stand(over: Partial<CardPorts> = {}) {
  const log: string[] = [];
  const timers: { at: number; then: () => void }[] = [];
  let clock = 0;
  let act: (action: CardAction) => void = () => {};
  const life = new AbortController();
  const view: CardView = {
    show: (content) => log.push(`show ${content.annotation}`),
    showNotice: (notice) => log.push(`notice ${notice}`),
    hide: () => log.push('hide'),
    reposition: () => log.push('reposition'),
    destroy: () => log.push('destroy'),
    owns: () => true,
  };
  const controller = makeCardController({
    load: async (id, entity) => {
      log.push(`load ${entity ?? id}`);
      return { kind: 'entity', entity: 'country/kz', annotation: entity ?? id } as unknown as CardContent;
    },
    view: async (onAction) => {
      act = onAction;
      return view;
    },
    onAtlas: (route) => log.push(`atlas ${route}`),
    onHide: (entity, undo) => log.push(`hide ${entity} ${undo}`),
    language: () => 'en',
    signal: life.signal,
    now: () => clock,
    wait: (ms, then) => timers.push({ at: clock + ms, then }),
    ...over,
  });
  async function pass(ms: number) {
    const end = clock + ms;
    for (;;) {
      const next = timers.filter((t) => t.at <= end).sort((a, b) => a.at - b.at)[0];
      if (!next) break;
      timers.splice(timers.indexOf(next), 1);
      clock = next.at;
      next.then();
      await settled();
    }
    clock = end;
    await settled();
  }
  return { controller, log, pass, life, act: (action: CardAction) => act(action) };
}

test('point, read, leave', async () => {
  const { controller, log, pass } = stand();
  controller.dispatch({ type: 'enter', target: target('a') });
  await pass(499);
  expect(log).toEqual(['load a']);
  await pass(1);
  expect(log).toEqual(['load a', 'show a']);
  expect(controller.open).toBe(true);
  controller.dispatch({ type: 'leave' });
  await pass(300);
  expect(log.at(-1)).toBe('hide');
  expect(controller.open).toBe(false);
});

test('actions of the card come back in', async () => {
  const { controller, log, pass, act } = stand();
  controller.dispatch({ type: 'activate', target: target('a'), by: 'key' });
  await pass(0);
  act({ type: 'open-entity', id: 'city/baku' });
  await pass(0);
  act({ type: 'back' });
  act({ type: 'not-this', undo: false });
  act({ type: 'atlas', route: '#/' });
  expect(log).toEqual(['load a', 'show a', 'load city/baku', 'show city/baku', 'show a', 'hide country/kz false', 'atlas #/']);
});

test('a background that is asleep costs a notice, not the card', async () => {
  let answer: (content: CardContent) => void = () => {};
  const { controller, log, pass } = stand({ load: () => new Promise((done) => (answer = done)) });
  controller.dispatch({ type: 'activate', target: target('a'), by: 'click' });
  await pass(300);
  expect(log).toEqual(['notice loading']);
  answer({ kind: 'entity', annotation: 'a' } as CardContent);
  await pass(0);
  expect(log).toEqual(['notice loading', 'show a']);
});

test('content that cannot be had is told', async () => {
  const { controller, log, pass } = stand({ load: () => Promise.reject(new Error('gone')) });
  controller.dispatch({ type: 'enter', target: target('a') });
  await pass(500);
  expect(log).toEqual(['notice unreachable']);
});

test('a view that cannot be brought closes the wish, and the next mark tries again', async () => {
  let tries = 0;
  const { controller, pass } = stand({
    view: () => {
      tries++;
      return Promise.reject(new Error('no injection here'));
    },
  });
  controller.dispatch({ type: 'activate', target: target('a'), by: 'click' });
  await pass(0);
  expect(controller.open).toBe(false);
  controller.dispatch({ type: 'activate', target: target('b'), by: 'click' });
  await pass(0);
  expect(tries).toBe(2);
});

test('the end of the session takes the view out and silences everything', async () => {
  const { controller, log, pass, life } = stand();
  controller.dispatch({ type: 'activate', target: target('a'), by: 'click' });
  await pass(0);
  life.abort();
  expect(log.at(-1)).toBe('destroy');
  controller.dispatch({ type: 'activate', target: target('b'), by: 'click' });
  await pass(1000);
  expect(log.at(-1)).toBe('destroy');
});

test('a view that arrives after the end is taken out at once', async () => {
  const { controller, log, pass, life } = stand();
  controller.dispatch({ type: 'activate', target: target('a'), by: 'click' });
  life.abort();
  await pass(0);
  expect(log).toContain('destroy');
  expect(log).not.toContain('show a');
});
