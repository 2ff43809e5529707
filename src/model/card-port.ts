import type { Annotation } from './annotation.ts';
import type { CardContent } from './card-content.ts';
import type { Language } from './ids.ts';

/**
 * How page, card state and card view speak, so that none imports another:
 *
 *   page session ──PageEvent──► card controller (page script) ──show/hide──► card view (card.js, injected at the first card)
 *                                      ▲                                           │
 *                                      └────────────── CardAction ─────────────────┘
 */

/** In CSS pixels of the viewport. */
export interface Rect {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A mark as the page shows it now: one rectangle a line. */
export interface MarkTarget {
  readonly annotation: Annotation;
  /** Fresh at each call: the page may have scrolled. Empty when the mark is gone. */
  readonly rects: () => readonly Rect[];
  /** Writing direction of the marked text. */
  readonly vertical: boolean;
}

export type PageEvent =
  | { readonly type: 'enter'; readonly target: MarkTarget }
  | { readonly type: 'leave' }
  /** By click or key: opens at once. A key moves the focus into the card. */
  | { readonly type: 'activate'; readonly target: MarkTarget; readonly by: 'click' | 'key' }
  | { readonly type: 'escape' }
  /** The page scrolled, resized or changed under an open card. */
  | { readonly type: 'moved' }
  /** The mark went away, the page navigated, or the session ends. */
  | { readonly type: 'gone' };

export type CardAction =
  | { readonly type: 'pointer-in' }
  | { readonly type: 'pointer-out' }
  | { readonly type: 'close' }
  | { readonly type: 'pin'; readonly pinned: boolean }
  /** To another entity of the card; `back` returns. */
  | { readonly type: 'open-entity'; readonly id: string }
  | { readonly type: 'back' }
  /** Hide this mark's entity on this page, in memory; `undo` brings it back. */
  | { readonly type: 'not-this'; readonly undo: boolean }
  | { readonly type: 'atlas'; readonly route: string };

/** Drawn by card.js in a closed shadow root beside `body`. */
export interface CardView {
  /** Draws and places; replaces what was shown. With `focus` the first control gets it. */
  show(
    content: CardContent,
    target: MarkTarget,
    options: { readonly focus: boolean; readonly language: Language; readonly canGoBack: boolean },
  ): void;
  /** While the content is on its way, or when it cannot be had. */
  showNotice(notice: 'loading' | 'unreachable', target: MarkTarget, options: { readonly language: Language }): void;
  /** Empty, inert, out of the page's find and selection. */
  hide(): void;
  reposition(): void;
  /** Takes the host out of the document. */
  destroy(): void;
  /** Is this event's composed path inside the card? */
  owns(event: { composedPath(): readonly unknown[] }): boolean;
}

export type MakeCardView = (onAction: (action: CardAction) => void) => CardView;

/** Name of the slot in the isolated world's global object where page script and card.js meet. */
export const CARD_SLOT = '__dragomanCardSlot';

/** Name of the card's host element, by which the page session knows events and text that are our own. */
export const CARD_HOST = 'dragoman-card';
