import { makeCardView } from '../../src/card/card-host.ts';
import { makeCardController } from '../../src/card/controller.ts';
import { isFirefox } from '../../src/extension/browser.ts';
import { callBackground } from '../../src/extension/call-background.ts';
import { loadOutlets, openKeys, openPage, patternsOfScope, requestHosts } from '../../src/extension/ui.ts';
import type { Language } from '../../src/model/ids.ts';
import { type Session, startSession } from '../../src/page/session.ts';
import { CHROMIUM_CSS, FIREFOX_CSS } from '../../src/page/styles.ts';
import { mount } from '../../src/ui/welcome/mount.tsx';

const outlets = loadOutlets();

/** Marks and cards on this very page, for the text inside `root` alone. No card script is injected here: the view is part of the page. */
function enliven(root: HTMLElement, language: Language): () => void {
  const end = new AbortController();
  const { signal } = end;
  const style = document.createElement('style');
  style.textContent = isFirefox ? FIREFOX_CSS : CHROMIUM_CSS;
  document.head.append(style);
  signal.addEventListener('abort', () => style.remove());
  const facts = { date: new Date().toISOString().slice(0, 10), lang: language };
  let session: Session | undefined;
  const card = makeCardController({
    load: (id, entity) => {
      const annotation = session?.target(id)?.annotation;
      if (!annotation) return Promise.reject(new Error('the mark is gone'));
      return callBackground('card', { annotation, facts, ...(entity ? { entity } : {}) });
    },
    view: async (onAction) => makeCardView(onAction),
    onAtlas: (route) => openPage(`atlas.html${route}`),
    onHide: (entity, undo) => (undo ? session?.unhide(entity) : session?.hide(entity)),
    language: () => language,
    signal,
  });
  session = startSession({
    document,
    ready: Promise.resolve({
      facts,
      settings: { density: 'first', kinds: ['names', 'figures'], muted: [], language, opening: 'hover' },
    }),
    readFacts: () => facts,
    annotate: (request) => {
      const sample = root.textContent ?? '';
      const blocks = request.blocks.filter((block) => !('text' in block) || sample.includes(block.text));
      return callBackground('annotate', { ...request, blocks });
    },
    onEvent: card.dispatch,
    onReport: () => {},
    signal,
  });
  return () => end.abort();
}

mount(document.getElementById('root')!, {
  load: async () => {
    const [{ settings, language }, sites] = await Promise.all([callBackground('settings', null), outlets]);
    return { language, scope: settings.scope, outlets: sites.length };
  },
  choose: async (scope) => {
    // Asked in the click's own turn, before any await.
    const granted = requestHosts(patternsOfScope(scope));
    await callBackground('setScope', { scope });
    await callBackground('setWelcomed', null);
    return granted;
  },
  enliven,
  openKeys,
});
