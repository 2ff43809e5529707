import type { CardContent } from '../model/card-content.ts';
import type { CardAction, CardView, PageEvent } from '../model/card-port.ts';
import type { EntityId, Language } from '../model/ids.ts';
import type { Pace } from '../model/settings.ts';
import { type CardEffect, type CardInput, type CardState, CLOSED, reduceCard } from './card-state.ts';
import { DELAYS } from './delays.ts';

/** What the card needs from the page script. */
export interface CardPorts {
  /** `entity`: show that one instead of the annotation's own (links inside a card). A rejection is told as "cannot be read". */
  load(annotationId: string, entity?: EntityId): Promise<CardContent>;
  /** Brings card.js into the page; called when a card is first wished for. */
  view(onAction: (action: CardAction) => void): Promise<CardView>;
  onAtlas(route: string): void;
  onHide(entity: EntityId, undo: boolean): void;
  language(): Language;
  /** How long a pointer must rest; absent: normal. */
  pace?(): Pace | undefined;
  readonly signal: AbortSignal;
  /** Injected in tests. Milliseconds on a steady clock. */
  now?(): number;
  wait?(ms: number, then: () => void): void;
}

export interface CardController {
  dispatch(event: PageEvent): void;
  /** Is this event's path inside the card? Then it is none of the page's. */
  owns(event: { composedPath(): readonly unknown[] }): boolean;
  readonly open: boolean;
}

/** Runs the reducer's effects. Lives in the page script: no drawing here. */
export function makeCardController(ports: CardPorts): CardController {
  const now = ports.now ?? (() => performance.now());
  const wait = ports.wait ?? ((ms: number, then: () => void) => void setTimeout(then, ms));
  let state: CardState = CLOSED;
  let view: CardView | undefined;
  let coming: Promise<void> | undefined;
  /** The last thing to draw, for a view that is still on its way. */
  let wanted: ((view: CardView) => void) | undefined;

  function bringView(): void {
    if (coming) return;
    coming = ports.view(feed).then(
      (made) => {
        if (ports.signal.aborted) return made.destroy();
        view = made;
        wanted?.(made);
      },
      () => {
        coming = undefined;
        feed({ type: 'gone' });
      },
    );
  }
  function draw(work: (view: CardView) => void): void {
    wanted = work;
    if (view) work(view);
    else bringView();
  }

  function run(effect: CardEffect): void {
    const language = ports.language();
    switch (effect.do) {
      case 'wait':
        wait(effect.ms, () => feed({ type: 'timer', of: effect.of, token: effect.token }));
        break;
      case 'load': {
        const { token } = effect;
        bringView();
        ports.load(effect.annotation, effect.entity as EntityId | undefined).then(
          (content) => feed({ type: 'answer', token, content }),
          () => feed({ type: 'answer', token, content: null }),
        );
        break;
      }
      case 'show':
        draw((v) => v.show(effect.content, effect.target, { focus: effect.focus, language, canGoBack: effect.canGoBack }));
        break;
      case 'notice':
        draw((v) => v.showNotice(effect.notice, effect.target, { language }));
        break;
      case 'hide':
        wanted = undefined;
        view?.hide();
        break;
      case 'reposition':
        view?.reposition();
        break;
      case 'atlas':
        ports.onAtlas(effect.route);
        break;
      case 'not-this':
        ports.onHide(effect.entity as EntityId, effect.undo);
        break;
    }
  }

  function feed(input: CardInput): void {
    if (ports.signal.aborted) return;
    const [next, effects] = reduceCard(state, input, now(), DELAYS[ports.pace?.() ?? 'normal']);
    state = next;
    for (const effect of effects) run(effect);
  }

  ports.signal.addEventListener('abort', () => {
    state = CLOSED;
    view?.destroy();
    view = undefined;
  });

  return {
    dispatch: feed,
    owns: (event) => view?.owns(event) ?? false,
    get open() {
      return state.shown !== null;
    },
  };
}
