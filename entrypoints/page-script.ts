import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { makeCardController } from '../src/card/controller.ts';
import { callBackground } from '../src/extension/call-background.ts';
import type { BeginReply } from '../src/extension/calls.ts';
import { isAlive } from '../src/extension/native.ts';
import { servePageCalls } from '../src/extension/page-calls.ts';
import { patiently } from '../src/extension/patience.ts';
import { CARD_SLOT, type CardAction, type CardView, type MakeCardView } from '../src/model/card-port.ts';
import { GATE_SLOT, type Gate } from '../src/model/gate-port.ts';
import type { PageSettings } from '../src/model/settings.ts';
import { claimedLanguage, whenActivated } from '../src/page/await-article.ts';
import { addressOf, watchFrames } from '../src/page/frames.ts';
import { judgeDocument, whenArticle } from '../src/page/judge-document.ts';
import { ownSlot } from '../src/page/own-slot.ts';
import { type Known, readDocumentFacts, type Session, startSession } from '../src/page/session.ts';

/** What page scripts leave for one another in the isolated world: this file may be injected again, card.js comes later. */
interface World {
  __dragomanRuns?: () => boolean;
  [CARD_SLOT]?: (make: MakeCardView) => void;
}
const world = globalThis as World;

/** card.js is put beside us by the background and calls the slot. */
const bringCard = (onAction: (action: CardAction) => void): Promise<CardView> =>
  new Promise((resolve, reject) => {
    world[CARD_SLOT] = (make) => resolve(make(onAction));
    callBackground('injectCard', null).catch(reject);
  });

async function run(end: AbortController): Promise<void> {
  const { signal } = end;
  // A page that is rendered ahead may never be seen: until it is, nothing of it is judged or asked.
  await whenActivated(document, signal);
  let session: Session | undefined;
  let settings: PageSettings;
  ownSlot<Gate>(GATE_SLOT)?.end();
  const judgement = judgeDocument(document);
  let article = judgement.isArticle;
  const once = ownSlot<boolean>('__dragomanOnce') ?? false;
  const optedOut = judgement.kind === 'opted-out';
  const lang = claimedLanguage(document);
  const begin = (): Promise<BeginReply> =>
    patiently(() => callBackground('begin', { url: addressOf(document), article, once, ...(lang ? { lang } : {}) }), signal);
  /** Ends the wait for an article. */
  let goOn = () => {};
  const frames = new Set<number>();

  const card = makeCardController({
    load: (id, entity) => {
      const annotation = session?.target(id)?.annotation;
      if (!session || !annotation) return Promise.reject(new Error('the mark is gone'));
      const { facts } = session.article();
      return callBackground('card', { annotation, facts, beside: session.beside(id), ...(entity ? { entity } : {}) });
    },
    view: bringCard,
    onAtlas: (route) => void callBackground('openAtlas', { route }).catch(() => {}),
    onHide: (entity, undo) => (undo ? session?.unhide(entity) : session?.hide(entity)),
    language: () => settings.language,
    pace: () => settings.pace,
    signal,
  });
  servePageCalls({
    session: () => session,
    article: () => article,
    once,
    optedOut,
    frames: () => [...frames],
    onSettings: (next) => {
      settings = next;
      goOn();
    },
    end,
  });
  if (optedOut) return;

  const enterFrames = () =>
    void callBackground('enterFrames', { once }).then(
      (ids) => {
        for (const id of ids) frames.add(id);
      },
      () => {}, // the next frame that loads asks again
    );
  let begun: BeginReply | undefined;
  const facts = () => ({ ...readDocumentFacts(document), ...(begun?.outlet ? { outlet: begun.outlet } : {}) });
  const readAgain = () => begun?.reason === 'on-chosen' || once || (article = judgeDocument(document).isArticle);
  let tell = (_: Known) => {};
  const start = () =>
    startSession({
      document,
      ready: new Promise<Known>((resolve) => {
        tell = resolve;
      }),
      readFacts: () => (readAgain() ? facts() : null),
      annotate: (request) => callBackground('annotate', request),
      onEvent: card.dispatch,
      onReport: (report) => void callBackground('report', report).catch(() => {}),
      signal,
      // The session ends where the extension is gone; the card goes with it.
      isAlive: () => {
        if (!isAlive()) end.abort();
        return !signal.aborted;
      },
    });

  // A background that rests needs a tenth of a second to answer: an article is read meanwhile.
  const asked = begin();
  const early = article ? start() : undefined;
  begun = await asked;
  if (window.top === window && (begun.on || begun.reason === 'off-not-article')) watchFrames(document, signal, enterFrames);
  while (!begun.on && begun.reason === 'off-not-article') {
    const wait = new AbortController();
    const turnedOn = new Promise<void>((done) => {
      goOn = done;
    });
    await Promise.race([whenArticle(document, AbortSignal.any([signal, wait.signal])), turnedOn]);
    wait.abort();
    article = judgeDocument(document).isArticle;
    begun = await begin();
  }
  if (!begun.on) return end.abort();
  settings = begun.settings;
  session = early ?? start();
  tell({ settings, facts: facts() });
}

export default defineUnlistedScript(() => {
  if (ownSlot<() => boolean>('__dragomanRuns')?.()) return;
  // Chromium puts scripts into the empty document around its PDF viewer, too.
  if (document.contentType === 'application/pdf') return;
  const end = new AbortController();
  world.__dragomanRuns = () => !end.signal.aborted && isAlive();
  // A background that cannot be reached leaves the page as it was.
  run(end).catch(() => end.abort());
});
