import { makeCardView } from '../../../src/card/card-host.ts';
import { makeCardController } from '../../../src/card/controller.ts';
import type { CardContent } from '../../../src/model/card-content.ts';
import type { MarkTarget } from '../../../src/model/card-port.ts';
import type { Language } from '../../../src/model/ids.ts';
import { CARDS, FIGURE, PERSON, ROUTE } from '../../fixtures/card-content.ts';

/** A page with marks, a controller and the real card: what the page script and card.js do, without an extension. */
export interface CardStage {
  /** Marks are elements here; the page script has ranges. */
  start(language: Language): void;
  readonly log: string[];
  show(card: keyof typeof CARDS | CardContent, mark: string, focus: boolean): void;
  notice(kind: 'loading' | 'unreachable', mark: string): void;
  end(): void;
}

const targetOf = (element: Element): MarkTarget => ({
  annotation: { id: element.id, kind: 'entity' } as MarkTarget['annotation'],
  rects: () => (element.isConnected ? [...element.getClientRects()] : []),
  vertical: getComputedStyle(element).writingMode.startsWith('vertical'),
});

let life = new AbortController();
const log: string[] = [];
const stage: CardStage = {
  log,
  start(language) {
    const byMark: Record<string, CardContent> = CARDS;
    const controller = makeCardController({
      load: async (id, entity) => {
        log.push(`load ${entity ?? id}`);
        const name = document.getElementById(id)!.dataset.card!;
        if (name === 'nothing') throw new Error('no such record');
        if (name === 'slow') await new Promise((done) => setTimeout(done, 600));
        if (entity) return { ...(entity.startsWith('route') ? ROUTE : PERSON), printed: entity, title: `About ${entity}` };
        return byMark[name] ?? FIGURE;
      },
      view: async (onAction) => makeCardView(onAction),
      onAtlas: (route) => log.push(`atlas ${route}`),
      onHide: (entity, undo) => log.push(`${undo ? 'unhide' : 'hide'} ${entity}`),
      language: () => language,
      signal: life.signal,
    });
    const { signal } = life;
    for (const mark of document.querySelectorAll('[data-card]')) {
      const target = targetOf(mark);
      mark.addEventListener('pointerenter', () => controller.dispatch({ type: 'enter', target }), { signal });
      mark.addEventListener('pointerleave', () => controller.dispatch({ type: 'leave' }), { signal });
      mark.addEventListener('click', () => controller.dispatch({ type: 'activate', target, by: 'click' }), { signal });
      mark.addEventListener(
        'keydown',
        (event) => {
          if ((event as KeyboardEvent).key === 'Enter') controller.dispatch({ type: 'activate', target, by: 'key' });
        },
        { signal },
      );
    }
    document.addEventListener('scroll', () => controller.dispatch({ type: 'moved' }), { signal });
    document.addEventListener('keydown', (event) => event.key === 'Escape' && controller.dispatch({ type: 'escape' }), {
      signal,
    });
  },
  show(card, mark, focus) {
    stage.end();
    const view = makeCardView((action) => log.push(JSON.stringify(action)));
    life.signal.addEventListener('abort', () => view.destroy());
    view.show(typeof card === 'string' ? CARDS[card] : card, targetOf(document.getElementById(mark)!), {
      focus,
      language: document.documentElement.lang as Language,
      canGoBack: false,
    });
  },
  notice(kind, mark) {
    stage.end();
    const view = makeCardView(() => {});
    life.signal.addEventListener('abort', () => view.destroy());
    view.showNotice(kind, targetOf(document.getElementById(mark)!), { language: document.documentElement.lang as Language });
  },
  end() {
    life.abort();
    life = new AbortController();
  },
};
(globalThis as unknown as { stage: CardStage }).stage = stage;
