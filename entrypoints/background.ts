import { defineBackground } from 'wxt/utils/define-background';
import { openNamesPack } from '../src/dataset/open-names-pack.ts';
import { openRecordsPack } from '../src/dataset/open-records-pack.ts';
import { checkCall } from '../src/extension/calls-schema.ts';
import { handleBrowserEvents } from '../src/extension/events.ts';
import { makeHandlers } from '../src/extension/handlers.ts';
import { makePackStore } from '../src/extension/pack-store.ts';
import { serveBackground } from '../src/extension/serve-background.ts';
import { languageOf, makeSettingsStore } from '../src/extension/settings-store.ts';
import { makeSites } from '../src/extension/sites.ts';
import { makeToolbar } from '../src/extension/toolbar.ts';
import { shellWords } from '../src/locale/shell.ts';
import { cardContent } from '../src/present/card.ts';
import { prepareLanguage } from '../src/recognise/prepare.ts';
import { annotate } from '../src/resolve/annotate.ts';

/** The background: packs opened once per wake, typed calls, no page state. Listeners are added before anything is awaited, as a woken worker needs it. */
export default defineBackground(() => {
  const store = makeSettingsStore();
  const packs = makePackStore(openNamesPack, openRecordsPack);
  const toolbar = makeToolbar(async () => shellWords(languageOf((await store.read()).settings)).toolbar);
  const sites = makeSites(store, packs.outlets, toolbar);
  serveBackground(makeHandlers({ store, packs, sites, toolbar, annotate, prepareLanguage, cardContent }), checkCall);
  handleBrowserEvents({ store, sites, toolbar, words: shellWords });
});
