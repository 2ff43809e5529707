import type { CardContent } from '../model/card-content.ts';
import type { CardAction, MarkTarget, PageEvent } from '../model/card-port.ts';
import { DELAYS, type Delays, RECENTLY, SLOW } from './delays.ts';

/**
 * What the card does next, as a pure function of what happened. Answers and timers carry the token of the wish that started them;
 * one whose wish is gone is dropped. `tests/unit/card/card-state.test.ts` draws the states.
 */
export type CardInput =
  | PageEvent
  | CardAction
  | { readonly type: 'timer'; readonly of: Timer; readonly token: number }
  /** `null`: the content cannot be had. */
  | { readonly type: 'answer'; readonly token: number; readonly content: CardContent | null };

export type Timer = 'ask' | 'open' | 'slow' | 'leave';

export type CardEffect =
  | { readonly do: 'wait'; readonly of: Timer; readonly ms: number; readonly token: number }
  | { readonly do: 'load'; readonly token: number; readonly annotation: string; readonly entity?: string }
  | {
      readonly do: 'show';
      readonly content: CardContent;
      readonly target: MarkTarget;
      readonly focus: boolean;
      readonly canGoBack: boolean;
    }
  | { readonly do: 'notice'; readonly notice: 'loading' | 'unreachable'; readonly target: MarkTarget }
  | { readonly do: 'hide' }
  | { readonly do: 'reposition' }
  | { readonly do: 'atlas'; readonly route: string }
  | { readonly do: 'not-this'; readonly entity: string; readonly undo: boolean };

/** A card that is wished for and not open yet. */
interface Wish {
  readonly token: number;
  readonly target: MarkTarget;
  readonly by: 'hover' | 'click' | 'key' | 'link';
  /** Has it waited long enough to open? */
  readonly due: boolean;
  readonly content?: CardContent | null;
}

/** The card on screen. Without content it shows a notice. */
interface Shown {
  readonly target: MarkTarget;
  readonly content: CardContent | null;
  /** Cards to go back to, oldest first. */
  readonly history: readonly CardContent[];
  readonly pinned: boolean;
  /** Opened by click or key: the pointer's leaving does not close it. */
  readonly held: boolean;
  /** Its entity was just hidden: the card stays although its mark is gone, so that it can be undone. */
  readonly hidden: boolean;
}

export interface CardState {
  readonly token: number;
  readonly wish: Wish | null;
  readonly shown: Shown | null;
  /** Token of the running leave timer. */
  readonly leaving: number | null;
  /** When the last card closed, on the clock of `now`. */
  readonly closedAt: number;
}

export const CLOSED: CardState = { token: 0, wish: null, shown: null, leaving: null, closedAt: Number.NEGATIVE_INFINITY };

type Step = readonly [CardState, readonly CardEffect[]];
const same = (a: MarkTarget, b: MarkTarget) => a.annotation.id === b.annotation.id;

/** `now` in milliseconds on any steady clock. */
export function reduceCard(state: CardState, input: CardInput, now: number, delays: Delays = DELAYS.normal): Step {
  const { wish, shown } = state;
  const stay: Step = [state, []];

  function close(): Step {
    const closed = { ...state, wish: null, shown: null, leaving: null };
    return shown ? [{ ...closed, closedAt: now }, [{ do: 'hide' }]] : [closed, []];
  }

  function leave(): Step {
    const calm = { ...state, wish: wish?.by === 'hover' ? null : wish };
    if (!shown || shown.held || shown.pinned || state.leaving !== null) return [calm, []];
    const token = state.token + 1;
    return [{ ...calm, token, leaving: token }, [{ do: 'wait', of: 'leave', ms: delays.leave, token }]];
  }

  /** Opens what was wished for, once it is both due and answered. */
  function settle(next: Wish): Step {
    const waiting = { ...state, wish: next };
    if (!next.due || next.content === undefined) return [waiting, []];
    const { target, content } = next;
    const link = next.by === 'link' && shown?.content ? shown : null;
    if (link && !content) return [{ ...state, wish: null }, []];
    const open: Shown = {
      target,
      content,
      history: link ? [...link.history, link.content!] : [],
      pinned: shown?.pinned ?? false,
      held: link ? link.held : next.by !== 'hover',
      hidden: false,
    };
    const effect: CardEffect = content
      ? { do: 'show', content, target, focus: next.by === 'key', canGoBack: open.history.length > 0 }
      : { do: 'notice', notice: 'unreachable', target };
    return [{ ...waiting, wish: null, shown: open, leaving: link ? state.leaving : null }, [effect]];
  }

  function wishFor(target: MarkTarget, by: Wish['by'], entity?: string): Step {
    const token = state.token + 1;
    const load: CardEffect = { do: 'load', token, annotation: target.annotation.id, ...(entity ? { entity } : {}) };
    const next: CardState = { ...state, token, wish: { token, target, by, due: by !== 'hover' } };
    if (by === 'link') return [next, [load]];
    if (by !== 'hover') return [next, [load, { do: 'wait', of: 'slow', ms: SLOW, token }]];
    const again = shown || now - state.closedAt < RECENTLY;
    return [
      next,
      again
        ? [load, { do: 'wait', of: 'open', ms: delays.openAgain, token }]
        : [
            { do: 'wait', of: 'ask', ms: delays.ask, token },
            { do: 'wait', of: 'open', ms: delays.open, token },
          ],
    ];
  }

  function time(of: Timer, token: number): Step {
    if (of === 'leave') {
      if (state.leaving !== token) return stay;
      const [closed, effects] = close();
      // The pointer has reached another mark meanwhile: its card still comes.
      return [{ ...closed, wish: wish?.by === 'link' ? null : wish }, effects];
    }
    if (wish?.token !== token) return stay;
    if (of === 'ask') return [state, [{ do: 'load', token, annotation: wish.target.annotation.id }]];
    if (of === 'open') {
      if (wish.content !== undefined) return settle({ ...wish, due: true });
      return [{ ...state, wish: { ...wish, due: true } }, [{ do: 'wait', of: 'slow', ms: SLOW, token }]];
    }
    const notice: Shown = {
      target: wish.target,
      content: null,
      history: [],
      pinned: shown?.pinned ?? false,
      held: wish.by !== 'hover',
      hidden: false,
    };
    return [{ ...state, shown: notice, leaving: null }, [{ do: 'notice', notice: 'loading', target: wish.target }]];
  }

  switch (input.type) {
    case 'enter':
      if (shown?.pinned || (wish && same(wish.target, input.target))) return [{ ...state, leaving: null }, []];
      if (shown && same(shown.target, input.target)) return [{ ...state, leaving: null, wish: null }, []];
      return wishFor(input.target, 'hover');
    case 'leave':
    case 'pointer-out':
      return leave();
    case 'pointer-in':
      return [{ ...state, leaving: null, wish: wish?.by === 'hover' ? null : wish }, []];
    case 'activate': {
      const { content, history, target } = shown ?? {};
      if (!content || !same(target!, input.target)) return wishFor(input.target, input.by);
      const held = { ...state, wish: null, leaving: null, shown: { ...shown!, held: true } };
      const canGoBack = history!.length > 0;
      return [held, input.by === 'key' ? [{ do: 'show', content, target: target!, focus: true, canGoBack }] : []];
    }
    case 'timer':
      return time(input.of, input.token);
    case 'answer':
      return wish?.token === input.token ? settle({ ...wish, content: input.content }) : stay;
    case 'escape':
    case 'close':
      return close();
    case 'gone':
      return shown?.hidden ? [{ ...state, wish: null }, []] : close();
    case 'moved':
      return shown ? [state, [{ do: 'reposition' }]] : stay;
    case 'pin':
      return shown ? [{ ...state, leaving: null, shown: { ...shown, pinned: input.pinned } }, []] : stay;
    case 'open-entity':
      return shown?.content ? wishFor(shown.target, 'link', input.id) : stay;
    case 'back': {
      const content = shown?.history.at(-1);
      if (!shown || !content) return stay;
      const history = shown.history.slice(0, -1);
      const effect: CardEffect = { do: 'show', content, target: shown.target, focus: false, canGoBack: history.length > 0 };
      return [{ ...state, wish: null, shown: { ...shown, content, history } }, [effect]];
    }
    case 'not-this': {
      const content = shown?.history[0] ?? shown?.content;
      if (content?.kind !== 'entity') return stay;
      return [
        { ...state, leaving: null, shown: { ...shown!, hidden: !input.undo } },
        [{ do: 'not-this', entity: content.entity, undo: input.undo }],
      ];
    }
    case 'atlas':
      return [state, [{ do: 'atlas', route: input.route }]];
  }
}
