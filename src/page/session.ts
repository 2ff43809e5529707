import { readFacts } from '../article/facts.ts';
import type { ReadableDocument } from '../article/node.ts';
import type { AnnotateReply, AnnotateRequest, Annotation } from '../model/annotation.ts';
import type { MarkTarget, PageEvent } from '../model/card-port.ts';
import type { DocumentFacts } from '../model/document.ts';
import type { MentionLine } from '../model/mention-line.ts';
import type { PageReport, PageSettings } from '../model/settings.ts';
import { chooseMarks, isEligible } from './density.ts';
import { addressOf, around, mergedFacts } from './frames.ts';
import { makeHitTest } from './hit-test.ts';
import { keyOf, type Mark, makeMarks } from './marks.ts';
import { countReport, mentionLine } from './mentions.ts';
import { type Pointer, watchPointer } from './pointer.ts';
import { makeReader, type Reader } from './reader.ts';
import { safeDocument } from './safe-document.ts';
import type { LiveBlock } from './text-blocks.ts';
import { makeDrawnTest } from './visible.ts';

/** What the background says about a page. */
export interface Known {
  /** As read at the start. After the page has put another article in place, `readFacts` is asked again. */
  readonly facts: DocumentFacts;
  readonly settings: PageSettings;
}

export interface SessionOptions {
  readonly document: Document;
  /** May come late: the page is read meanwhile, and nothing is asked or marked. Must not reject. */
  readonly ready: Promise<Known>;
  /** Facts of the article that is there now; null where it should not be read. Default: facts of the document, outlet as at the start. */
  readonly readFacts?: () => DocumentFacts | null;
  readonly annotate: (request: AnnotateRequest) => Promise<AnnotateReply>;
  readonly onEvent: (event: PageEvent) => void;
  readonly onReport: (report: PageReport) => void;
  readonly signal: AbortSignal;
  /** False when the extension that started the session is gone: everything is undone quietly. */
  readonly isAlive?: () => boolean;
}

export interface Session {
  /** All mentions that may be marked, in document order. */
  mentions(): MentionLine[];
  /** Scrolls to a mention; false when it is gone. */
  jump(id: string): boolean;
  target(id: string): MarkTarget | undefined;
  /** Counts for badge, popup and panel. */
  report(): PageReport;
  /** All annotations of the article that is there, marked or not, and its facts. */
  article(): { readonly annotations: readonly Annotation[]; readonly facts: DocumentFacts };
  /** All annotations of the block in which this one stands. */
  beside(id: string): readonly Annotation[];
  /** Jumps to the next or previous mark, from the one last visited or the first on the screen; around the ends. */
  next(direction: 1 | -1): MarkTarget | undefined;
  /** Opens the mark last visited or pointed at, else the first on the screen, as by key. */
  activate(): boolean;
  updateSettings(settings: PageSettings): void;
  /** Puts an entity (or one annotation) away on this page, until `unhide` or another article. */
  hide(entity: string): void;
  unhide(entity: string): void;
  stop(): void;
}

/** Nothing is marked before the reader's own settings are known. */
const UNKNOWN: PageSettings = { density: 'off', kinds: [], muted: [], language: 'en', opening: 'click' };

/** Facts of the article that a live document shows; those of a frame are completed by the page around it. */
export function readDocumentFacts(document: Document): DocumentFacts {
  const outer = around(document);
  const own = readFacts(safeDocument(document) as unknown as ReadableDocument, addressOf(document));
  return mergedFacts(own, outer && readDocumentFacts(outer));
}

/** Reads one document and marks it for as long as it is there. Nothing of the page is ever changed. */
export function startSession(options: SessionOptions): Session {
  const { onEvent, onReport } = options;
  const document = safeDocument(options.document);
  const end = new AbortController();
  const signal = end.signal;
  if (options.signal.aborted) end.abort();
  else options.signal.addEventListener('abort', () => end.abort(), { signal });

  let settings = UNKNOWN;
  let outlet: DocumentFacts['outlet'];
  let annotations: readonly Annotation[] = [];
  let annotationById = new Map<string, Annotation>();
  const hidden = new Set<string>();
  const shown = new Set<string>();
  /** The mark that card or keyboard is at. */
  let visited: string | undefined;
  let atCard = false;
  let pointer: Pointer | undefined;

  const marks = makeMarks(document, signal, (ids) => {
    for (const id of ids) shown.add(id);
  });
  const reader: Reader = makeReader({
    ...options,
    document,
    signal,
    ready: options.ready.then((known) => {
      settings = known.settings;
      outlet = known.facts.outlet;
      return known.facts;
    }),
    readFacts: options.readFacts ?? (() => ({ ...readDocumentFacts(document), outlet })),
    muted: () => settings.muted,
    onGone: (blocks) => {
      marks.drop(blocks);
      gone();
    },
    onMoved: (blocks) => {
      marks.refresh(blocks);
      if (atCard) onEvent({ type: 'moved' });
    },
    onAnnotations: (list) => {
      annotations = list;
      annotationById = new Map(list.map((annotation) => [annotation.id, annotation]));
      choose();
    },
    onNewArticle: () => {
      hidden.clear();
      shown.clear();
      visited = undefined;
      annotations = [];
      annotationById.clear();
      choose();
    },
    onLimits: report,
    onHeartbeat: () => marks.heal(),
    onOrphaned: () => end.abort(),
    onListen: listen,
  });
  const hitTest = makeHitTest(document, reader.texts, marks);

  /** Tells card and pointer when their mark is no more. */
  function gone(): void {
    if (atCard && visited !== undefined && !targetOf(visited)) {
      atCard = false;
      onEvent({ type: 'gone' });
    }
    pointer?.marksChanged();
  }

  function choose(): void {
    const isDrawn = makeDrawnTest(document.defaultView!);
    const drawn = new Map<LiveBlock, boolean>();
    const chosen = chooseMarks(annotations, reader.block, {
      settings,
      hidden,
      shown,
      isSeen: ({ block }) => {
        const there = reader.block(block)!;
        let seen = drawn.get(there);
        if (seen === undefined) {
          seen = isDrawn(there.owner as unknown as Element);
          drawn.set(there, seen);
        }
        return seen;
      },
    });
    marks.set(
      chosen.map((annotation): Mark => {
        const { start, end: stop, block } = annotation;
        return { annotation, key: keyOf(annotation), block: reader.block(block)!, start, end: stop };
      }),
    );
    gone();
    report();
  }

  let reported = '';
  function report(): void {
    const next = counts();
    const text = JSON.stringify(next);
    if (text === reported) return;
    reported = text;
    onReport(next);
  }

  const isMarked = (id: string): boolean => marks.get(id) !== undefined;

  /** What may be marked, and stands on the page. */
  function eligible(): Annotation[] {
    return annotations.filter(
      (annotation) => reader.block(annotation.block) !== undefined && isEligible(annotation, { settings, hidden }),
    );
  }

  function counts(): PageReport {
    return countReport(eligible(), isMarked, reader.limits());
  }

  function mentions(): MentionLine[] {
    return eligible().map((annotation) => mentionLine(annotation, reader.block(annotation.block)!, isMarked(annotation.id)));
  }

  function targetOf(id: string): MarkTarget | undefined {
    const annotation = annotationById.get(id);
    const block = annotation && reader.block(annotation.block);
    if (!annotation || !block) return undefined;
    const stretch = { block, start: annotation.start, end: annotation.end };
    return {
      annotation,
      rects: () => (reader.block(annotation.block) === block ? marks.rects(stretch) : []),
      vertical: document.defaultView!.getComputedStyle(block.owner as unknown as Element).writingMode.startsWith('vertical'),
    };
  }

  function jump(id: string): boolean {
    const target = targetOf(id);
    const parent = target && (reader.block(target.annotation.block)!.owner as unknown as Element);
    if (!target || !parent) return false;
    visited = id;
    const before = target.rects()[0];
    const height = document.documentElement.clientHeight;
    if (!before || before.y < 0 || before.y + before.height > height) {
      parent.scrollIntoView({ block: 'center', inline: 'nearest' });
      // A mark deep in a tall element is still away from the middle.
      const rect = target.rects()[0];
      if (rect && (rect.y < 0 || rect.y + rect.height > height)) document.defaultView!.scrollBy(0, rect.y - height / 2);
    }
    return true;
  }

  /** Ids of marks in document order, and where we are among them. */
  function place(): { ids: string[]; at: number } {
    const ids = annotations.filter(({ id }) => marks.get(id)).map(({ id }) => id);
    const at = visited === undefined ? -1 : ids.indexOf(visited);
    return { ids, at };
  }

  function firstOnScreen(ids: readonly string[]): number {
    const height = document.documentElement.clientHeight;
    return ids.findIndex((id) => marks.rects(marks.get(id)!).some((rect) => rect.y >= 0 && rect.y < height));
  }

  function enter(mark: Mark, event: 'enter' | 'click'): void {
    const target = targetOf(mark.annotation.id);
    if (!target) return;
    visited = mark.annotation.id;
    atCard = true;
    onEvent(event === 'enter' ? { type: 'enter', target } : { type: 'activate', target, by: 'click' });
  }

  function listen(life: AbortSignal): void {
    pointer = watchPointer({
      document,
      signal: life,
      hitTest,
      isMarked,
      byHover: () => settings.opening === 'hover',
      onEnter: (mark) => enter(mark, 'enter'),
      onLeave: () => onEvent({ type: 'leave' }),
      onClick: (mark) => enter(mark, 'click'),
      onEscape: () => onEvent({ type: 'escape' }),
      onMoved: () => {
        marks.scrolled();
        reader.scrolled();
        if (atCard) onEvent({ type: 'moved' });
      },
    });
  }
  signal.addEventListener('abort', () => {
    if (atCard) onEvent({ type: 'gone' });
  });
  reader.start();

  return {
    mentions,
    jump,
    target: targetOf,
    beside: (id) => {
      const block = annotationById.get(id)?.block;
      return annotations.filter((annotation) => annotation.block === block);
    },
    report: counts,
    article: () => ({ annotations, facts: reader.facts() }),
    next: (direction) => {
      const { ids, at } = place();
      if (!ids.length) return undefined;
      const from = at >= 0 ? at + direction : Math.max(0, firstOnScreen(ids));
      const id = ids[(from + ids.length) % ids.length]!;
      return jump(id) ? targetOf(id) : undefined;
    },
    activate: () => {
      const { ids, at } = place();
      const id = ids[at >= 0 ? at : firstOnScreen(ids)];
      const target = id === undefined ? undefined : targetOf(id);
      if (!target) return false;
      visited = id;
      atCard = true;
      onEvent({ type: 'activate', target, by: 'key' });
      return true;
    },
    updateSettings: (next) => {
      const mutedChanged = next.muted.join() !== settings.muted.join();
      // Another density or kind is another choice: what stood on the screen has no claim to stay.
      if (next.density !== settings.density || next.kinds.join() !== settings.kinds.join()) shown.clear();
      settings = next;
      choose();
      if (mutedChanged) reader.askAgain();
    },
    hide: (entity) => {
      hidden.add(entity);
      choose();
    },
    unhide: (entity) => {
      hidden.delete(entity);
      choose();
    },
    stop: () => end.abort(),
  };
}
