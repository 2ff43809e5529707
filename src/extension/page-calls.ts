import type { Annotation } from '../model/annotation.ts';
import type { DocumentFacts } from '../model/document.ts';
import type { MentionLine } from '../model/mention-line.ts';
import type { PageReport, PageSettings } from '../model/settings.ts';
import type { PageSummary } from './calls.ts';
import { CallError } from './envelope.ts';
import { servePage } from './serve-page.ts';

/** The part of a page session that other pages of the extension may ask. */
export interface AskedSession {
  mentions(): readonly MentionLine[];
  report(): PageReport;
  article(): { readonly annotations: readonly Annotation[]; readonly facts: DocumentFacts };
  jump(id: string): boolean;
  next(direction: 1 | -1): unknown;
  activate(): boolean;
  hide(entity: string): void;
  unhide(entity: string): void;
  updateSettings(settings: PageSettings): void;
}

/** Answers background, popup and panel for one page until `end` aborts. Before a session runs only `summary` and `stop` mean something. */
export function servePageCalls(page: {
  readonly session: () => AskedSession | undefined;
  readonly article: () => boolean;
  readonly once: boolean;
  readonly optedOut: boolean;
  readonly frames: () => readonly number[];
  readonly onSettings: (settings: PageSettings) => void;
  readonly end: AbortController;
}): void {
  const running = (): AskedSession => {
    const session = page.session();
    if (!session) throw new CallError('failed', 'no session runs on this page');
    return session;
  };
  servePage(
    {
      summary: (): PageSummary => {
        const session = page.session();
        const base = { article: page.article(), once: page.once, optedOut: page.optedOut, frames: page.frames() };
        return session ? { ...base, report: session.report(), facts: session.article().facts } : base;
      },
      mentions: () => running().mentions(),
      annotations: () => running().article(),
      jump: ({ id }) => {
        if (!running().jump(id)) throw new CallError('failed', 'the mark is gone');
        return null;
      },
      step: ({ by }) => {
        running().next(by);
        return null;
      },
      openCard: () => {
        running().activate();
        return null;
      },
      hide: ({ entity, undo }) => {
        if (undo) running().unhide(entity);
        else running().hide(entity);
        return null;
      },
      settings: (settings) => {
        page.onSettings(settings);
        page.session()?.updateSettings(settings);
        return null;
      },
      stop: () => {
        page.end.abort();
        return null;
      },
    },
    page.end.signal,
  );
}
