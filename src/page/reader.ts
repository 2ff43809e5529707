import type { AnnotateReply, AnnotateRequest, Annotation } from '../model/annotation.ts';
import type { DocumentFacts } from '../model/document.ts';
import type { EntityId } from '../model/ids.ts';
import type { PageReport } from '../model/settings.ts';
import { makeArticleWatch } from './article-watch.ts';
import { makeAsking } from './asking.ts';
import { makeChanges } from './changes.ts';
import { containerOf, containersInView, isLarge } from './container.ts';
import { makeLiveLook } from './live-look.ts';
import { makeSchedule } from './schedule.ts';
import { type BlockChange, type LiveBlock, makeTextBlocks, type TextBlocks } from './text-blocks.ts';
import { makeUpgrades } from './upgrades.ts';

/**
 * Characters and blocks beyond which a page is read only where it comes on the screen: seven long books, or a table of twenty thousand cells.
 * Every answer needs what is known of the whole document, and it is kept here (docs/adr/0054).
 */
const MOST = 1_500_000;
const MOST_BLOCKS = 20_000;
/** Least time between two readings of a changing page, in ms, and the share of the main thread that they may take. */
const PAUSE = 150;
const SHARE = 0.15;
/** Answers in a row that changed nothing, after which a page that never rests is left alone until the reader scrolls or goes on. */
const FRUITLESS = 60;
/** How often a visible page is asked whether we are still wanted, in ms. */
const HEARTBEAT = 1500;

export interface ReaderOptions {
  readonly document: Document;
  /** Resolves to the facts; the page is read meanwhile. */
  readonly ready: Promise<DocumentFacts>;
  readonly readFacts: () => DocumentFacts | null;
  readonly annotate: (request: AnnotateRequest) => Promise<AnnotateReply>;
  readonly signal: AbortSignal;
  readonly isAlive?: () => boolean;
  readonly muted: () => readonly EntityId[];
  readonly onGone: (blocks: readonly LiveBlock[]) => void;
  readonly onMoved: (blocks: readonly LiveBlock[]) => void;
  readonly onAnnotations: (annotations: readonly Annotation[]) => void;
  readonly onNewArticle: () => void;
  /** `limits` are others now. */
  readonly onLimits: () => void;
  readonly onHeartbeat: () => void;
  readonly onOrphaned: () => void;
  /** At the start, and when `document.open()` has removed all listeners: listen as long as the signal lives. */
  readonly onListen: (life: AbortSignal) => void;
}

/** Keeps blocks and annotations true to a document that changes, in one loop: wait for a change, rest, read, ask. */
export interface Reader {
  readonly texts: TextBlocks;
  start(): void;
  block(id: string): LiveBlock | undefined;
  limits(): PageReport['limits'];
  /** Of the article that is there now. */
  facts(): DocumentFacts;
  /** Resolves again, with what is known. */
  askAgain(): void;
  scrolled(): void;
}

export function makeReader(options: ReaderOptions): Reader {
  const { document, signal } = options;
  const window = document.defaultView!;
  const look = makeLiveLook(window);
  const schedule = makeSchedule(document, signal);
  const upgrades = makeUpgrades(document);
  const changes = makeChanges(document, look, signal);
  const byId = new Map<string, LiveBlock>();
  const limits = new Set<PageReport['limits'][number]>();
  let root = document.documentElement;
  let life = new AbortController();
  let isDozing = false;
  let viewed = new WeakSet<Element>();

  const texts = makeTextBlocks({
    look,
    most: MOST,
    mostBlocks: MOST_BLOCKS,
    onShadow: (shadow) => changes.observe(shadow),
    onHidden: (element) => reveals.observe(element),
    onTooMuch: () => {
      limits.add('viewport-only');
      options.onLimits();
    },
  });
  // An element without a box gets its first size when it is revealed.
  const reveals = new ResizeObserver((entries) => {
    for (const { target } of entries) {
      if (target.isConnected && target.getClientRects().length === 0) continue;
      reveals.unobserve(target);
      if (target.isConnected) changes.mark(target);
    }
  });
  const article = makeArticleWatch(document, texts, options.readFacts);
  const asking = makeAsking({
    ...options,
    texts,
    schedule,
    facts: () => article.facts,
    isAlive,
    ready: options.ready.then(article.know),
  });

  function isAlive(): boolean {
    if (signal.aborted) return false;
    if (!options.isAlive || options.isAlive()) return true;
    options.onOrphaned();
    return false;
  }

  function onChange({ added, removed, moved }: BlockChange): void {
    for (const { id } of removed) byId.delete(id);
    for (const block of added) byId.set(block.id, block);
    if (removed.length) options.onGone(removed);
    if (moved.length) options.onMoved(moved);
    if (added.length || removed.length || moved.length) asking.need();
  }

  const read = (containers: readonly Element[], urgent: boolean): Promise<boolean> =>
    schedule.run(texts.read(containers, onChange), urgent);

  /** Reads the text on the screen that was not read yet, and the other containers. */
  async function readInView(urgent: boolean, others: readonly Element[] = []): Promise<boolean> {
    let found: Element[] = [];
    const steps = (function* () {
      found = yield* containersInView(document, look);
    })();
    if (!(await schedule.run(steps, urgent))) return false;
    // Whoever scrolls through all of a page without end has its first screens forgotten.
    if (texts.size() > MOST) forget();
    const fresh = found.filter((element) => !viewed.has(element));
    for (const element of fresh) viewed.add(element);
    return read([...others, ...fresh], urgent);
  }

  async function readFirst(): Promise<boolean> {
    if (!document.body) return true;
    if (!isLarge(document)) return (await read([document.body], true)) && asking.ask();
    // First what is on the screen, as soon as the page has drawn itself; the rest follows in idle time, and knows these blocks again by their text.
    if (!(await schedule.idle()) || !(await readInView(true)) || !(await asking.ask())) return false;
    return (await read([document.body], false)) && asking.ask();
  }

  function forget(): void {
    viewed = new WeakSet();
    options.onGone(texts.blocks);
    texts.clear();
    byId.clear();
  }

  function newArticle(): void {
    options.onNewArticle();
    asking.forget();
  }

  /** `document.open()` has replaced the tree and removed every listener. */
  function restart(): void {
    root = document.documentElement;
    life.abort();
    life = new AbortController();
    forget();
    newArticle();
    listen();
    changes.mark(document.body ?? root);
  }

  /** Reads what has changed. */
  function readChanged(): Promise<boolean> {
    const found = changes.take(performance.now());
    // A mark would stand on words that are not there any more.
    texts.dropStale(changes.putOff(), onChange);
    if (!limits.has('viewport-only')) return read(found, false);
    return readInView(
      false,
      found.filter((element) => element !== document.body),
    );
  }

  async function loop(): Promise<void> {
    if (!(await schedule.visible())) return;
    changes.observe(document.documentElement.ownerDocument);
    if (!(await readFirst())) return;
    upgrades.note();
    for (;;) {
      const later = changes.due(performance.now());
      const isChange = Number.isFinite(later) ? Promise.race([changes.next(), schedule.rest(later + 1)]) : changes.next();
      if (!(await isChange) || !(await schedule.rest(Math.max(PAUSE, schedule.spent() / SHARE)))) return;
      if (!(await schedule.visible())) return;
      if (!isAlive()) return;
      if (document.documentElement !== root) restart();
      if (article.hasMoved()) changes.forgive();
      if (!(await readChanged())) return;
      if (article.check(performance.now())) newArticle();
      if (!article.isWanted) continue;
      if (!(await asking.ask())) return;
      if (asking.fruitless >= FRUITLESS) {
        isDozing = true;
        limits.add('stopped-fruitless');
        changes.pause();
        options.onLimits();
      }
    }
  }

  function wake(): void {
    if (!isDozing) return;
    isDozing = false;
    limits.delete('stopped-fruitless');
    options.onLimits();
    asking.forget();
    changes.resume();
    if (document.body) changes.mark(document.body);
  }

  let timer = 0;
  /** Nobody sees a hidden page: nothing is watched there, and all of it is read again (most of it known by its text) when it is shown. */
  function turn(): void {
    window.clearInterval(timer);
    timer = document.hidden || signal.aborted ? 0 : window.setInterval(beat, HEARTBEAT);
    if (isDozing) return;
    if (document.hidden) changes.pause();
    else if (changes.resume() && texts.blocks.length && document.body) changes.mark(document.body);
  }

  function listen(): void {
    document.addEventListener('visibilitychange', turn, { signal: life.signal });
    options.onListen(life.signal);
  }

  function beat(): void {
    if (!isAlive()) return;
    options.onHeartbeat();
    for (const component of upgrades.take()) {
      const container = containerOf(component, look);
      if (container) changes.mark(container);
    }
    if (!article.hasMoved()) return;
    wake();
    changes.forgive();
    changes.poke();
  }

  return {
    texts,
    start: () => {
      signal.addEventListener('abort', () => {
        window.clearInterval(timer);
        reveals.disconnect();
        life.abort();
      });
      turn();
      listen();
      void loop();
    },
    block: (id) => byId.get(id),
    limits: () => [...limits],
    facts: () => article.facts,
    askAgain: () => {
      asking.need();
      changes.poke();
    },
    scrolled: () => {
      wake();
      if (limits.has('viewport-only')) changes.poke();
    },
  };
}
