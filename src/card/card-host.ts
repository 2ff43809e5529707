import { h, render } from 'preact';
import type { CardContent } from '../model/card-content.ts';
import { CARD_HOST, type CardAction, type CardView, type MakeCardView, type MarkTarget, type Rect } from '../model/card-port.ts';
import type { Language } from '../model/ids.ts';
import { CardFrame, TITLE_ID } from './CardFrame.tsx';
import css from './card.css?inline';
import { inWindow, keepInside, placeCard } from './place-card.ts';
import { onStage, stageOf } from './stage.ts';
import { cardWords } from './words.ts';

/** True in test builds, so that axe can look inside. */
declare const __OPEN_CARD__: boolean;

const XHTML = 'http://www.w3.org/1999/xhtml';

interface Drawn {
  readonly content: CardContent | 'loading' | 'unreachable';
  readonly target: MarkTarget;
  readonly language: Language;
  readonly canGoBack: boolean;
}

/** Asked through the prototype: with `<img name="documentElement">` on the page, `document.documentElement` is the picture. */
function asker(document: Document): <K extends keyof Document>(key: K) => Document[K] {
  return <K extends keyof Document>(key: K) => {
    const value = Reflect.get(Document.prototype, key, document) as Document[K];
    return typeof value === 'function' ? value.bind(document) : value;
  };
}

/** A constructed sheet is no inline style, so the page's CSP has no say; the element is for browsers that refuse one here. */
function adopt(root: ShadowRoot, stage: typeof globalThis): void {
  try {
    const sheet = new stage.CSSStyleSheet();
    sheet.replaceSync(css);
    root.adoptedStyleSheets = [sheet];
  } catch {
    const style = asker(stage.document)('createElementNS')(XHTML, 'style');
    style.textContent = css;
    root.append(style);
  }
}

/**
 * Beside `body`; but a page in fullscreen, or with a modal dialog, makes everything outside of that inert (seen in Chromium 156:
 * painted on top, yet no pointer reaches it), so there the card lives inside while it is open.
 */
function livingPlace(ask: ReturnType<typeof asker>): Element {
  const full = ask('fullscreenElement');
  if (full && !full.matches('video, iframe, canvas, img, object, embed')) return full;
  return [...ask('querySelectorAll')('dialog:modal')].at(-1) ?? ask('documentElement');
}

/**
 * One host element beside `body`, in the top layer while a card is open, otherwise empty and inert: a closed shadow root is no secret
 * (`window.find` reads an open card), so a closed card has nothing in it.
 */
export const makeCardView: MakeCardView = (onAction) => {
  const life = new AbortController();
  const stage = stageOf(window);
  const ask = asker(stage.document);
  const host = ask('createElementNS')(XHTML, CARD_HOST) as HTMLElement;
  const root = host.attachShadow({ mode: __OPEN_CARD__ ? 'open' : 'closed' });
  const frame = ask('createElementNS')(XHTML, 'div') as HTMLElement;
  let drawn: Drawn | undefined;
  let pinned = false;
  /** Where the reader put it; while set, the mark does not lead it. */
  let moved: { x: number; y: number } | undefined;
  let focusBefore: Element | null = null;

  adopt(root, stage);
  root.append(frame);
  host.popover = 'manual';
  host.inert = true;
  frame.className = 'frame';
  frame.setAttribute('role', 'dialog');
  frame.setAttribute('aria-modal', 'false');
  frame.setAttribute('aria-labelledby', TITLE_ID);

  const act = (action: CardAction) => {
    if (action.type === 'pin') {
      pinned = action.pinned;
      if (pinned) moved = positionNow();
      else moved = undefined;
      paint();
    }
    onAction(action);
  };
  const positionNow = () => {
    const { x, y } = frame.getBoundingClientRect();
    return { x, y };
  };
  const put = ({ x, y }: { x: number; y: number }) => {
    frame.style.left = `${x}px`;
    frame.style.top = `${y}px`;
  };
  function onMove(dx: number, dy: number): void {
    const from = positionNow();
    if (!pinned) act({ type: 'pin', pinned: true });
    moved = keepInside({ x: from.x + dx, y: from.y + dy }, frame.getBoundingClientRect(), inner());
    put(moved);
  }

  function paint(): void {
    if (!drawn) return;
    const words = cardWords(drawn.language);
    frame.lang = drawn.language;
    frame.classList.toggle('pinned', pinned);
    render(h(CardFrame, { ...drawn, words, act, pinned, onMove }), frame);
  }

  /** Into the top layer anew, above what the page put there since. */
  function toTop(): void {
    const home = livingPlace(ask);
    if (host.parentNode !== home) home.append(host);
    else if (host.matches(':popover-open')) host.hidePopover();
    host.showPopover();
  }

  const inner = () => ({ width: stage.innerWidth, height: stage.innerHeight });
  const lines = () => (drawn ? onStage(drawn.target.rects(), window, stage) : []);

  /** Puts the card where it belongs now; closes it when `mayClose` and its mark is out of sight. */
  function follow(mayClose: boolean): void {
    if (!drawn) return;
    // Zoomed by the page's style (not by the browser), the card would be drawn elsewhere than where it is put.
    frame.style.zoom = String(1 / host.currentCSSZoom);
    const body = frame.querySelector<HTMLElement>('.body');
    if (moved) {
      frame.style.maxHeight = '';
      moved = keepInside(moved, frame.getBoundingClientRect(), inner());
      put(moved);
    } else {
      const at = lines();
      if (mayClose && !inWindow(at, inner())) {
        onAction({ type: 'close' });
        return;
      }
      if (!at.length) return;
      const scrolled = body?.scrollTop ?? 0;
      frame.style.maxHeight = '';
      const place = placeCard(at, frame.getBoundingClientRect(), inner(), drawn.target.vertical);
      frame.style.maxHeight = `${place.maxHeight}px`;
      put(place);
      if (body) body.scrollTop = scrolled;
    }
    if (body && body.scrollHeight > body.clientHeight + 1) body.tabIndex = 0;
    else body?.removeAttribute('tabindex');
    frame.classList.add('placed');
  }

  function open(next: Drawn, focus: boolean): void {
    const wasOpen = drawn !== undefined;
    const hadFocus = root.activeElement !== null;
    const fresh = drawn?.content !== next.content;
    if (!wasOpen) {
      pinned = false;
      moved = undefined;
      frame.classList.remove('placed');
    }
    drawn = next;
    host.inert = false;
    if (!wasOpen || !host.isConnected) toTop();
    paint();
    if (fresh) frame.querySelector('.body')?.scrollTo(0, 0);
    if (focus && !hadFocus) focusBefore = ask('activeElement');
    if (focus || hadFocus) frame.querySelector<HTMLElement>('.tools button')?.focus({ preventScroll: true });
    follow(false);
  }

  function hide(): void {
    if (!drawn) return;
    const hadFocus = root.activeElement !== null;
    drawn = undefined;
    render(null, frame);
    host.inert = true;
    if (host.matches(':popover-open')) host.hidePopover();
    if (host.isConnected && host.parentNode !== ask('documentElement')) ask('documentElement').append(host);
    if (hadFocus && focusBefore instanceof HTMLElement) focusBefore.focus({ preventScroll: true });
    focusBefore = null;
  }

  const owns: CardView['owns'] = (event) => event.composedPath().includes(host);
  /** Closes by a press elsewhere than on card and mark. */
  const closeBy = (event: PointerEvent, mark: readonly Rect[]) => {
    const { clientX: x, clientY: y } = event;
    if (!drawn || pinned || !event.isTrusted || owns(event)) return;
    if (mark.some((r) => x >= r.x && x <= r.x + r.width && y >= r.y && y <= r.y + r.height)) return;
    onAction({ type: 'close' });
  };

  const { signal } = life;
  frame.addEventListener('pointerenter', (event) => event.isTrusted && onAction({ type: 'pointer-in' }), { signal });
  frame.addEventListener('pointerleave', (event) => event.isTrusted && onAction({ type: 'pointer-out' }), { signal });
  // What is typed in the card is none of the page's shortcuts.
  for (const type of ['keydown', 'keyup', 'keypress'] as const)
    frame.addEventListener(
      type,
      (event) => {
        event.stopPropagation();
        if (type === 'keydown' && event.key === 'Escape' && event.isTrusted) onAction({ type: 'close' });
      },
      { signal },
    );
  const listen = ask('addEventListener');
  const pressed = { signal, capture: true };
  listen('pointerdown', (event) => closeBy(event, lines()), pressed);
  if (stage !== window) {
    // The page script hears what happens in the frame; what the pages around it do to the card is heard here.
    const onMoved = () => drawn && follow(true);
    asker(window.document)('addEventListener')('pointerdown', (event) => closeBy(event, drawn?.target.rects() ?? []), pressed);
    listen('scroll', onMoved, { ...pressed, passive: true });
    stage.addEventListener('resize', onMoved, { signal });
    listen('keydown', (event) => event.isTrusted && event.key === 'Escape' && drawn && onAction({ type: 'close' }), { signal });
    // The frame goes and its script with it: nobody else knows of the card.
    window.addEventListener('pagehide', () => host.remove(), { signal });
  }
  listen('fullscreenchange', () => drawn && toTop(), { signal });
  const resized = new ResizeObserver(() => follow(false));
  resized.observe(frame);

  return {
    show: (content, target, { focus, language, canGoBack }) => open({ content, target, language, canGoBack }, focus),
    showNotice: (notice, target, { language }) => open({ content: notice, target, language, canGoBack: false }, false),
    hide,
    reposition: () => follow(true),
    destroy() {
      hide();
      life.abort();
      resized.disconnect();
      host.remove();
    },
    owns,
  };
};
