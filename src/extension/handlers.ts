import type { AnnotateReply, AnnotateRequest, Annotation, EntityAnnotation } from '../model/annotation.ts';
import type { CardContent } from '../model/card-content.ts';
import type { DocumentFacts } from '../model/document.ts';
import { type EntityId, type Language, typeOf } from '../model/ids.ts';
import type { Knowledge } from '../model/knowledge.ts';
import type { Records } from '../model/records.ts';
import { browser } from './browser.ts';
import { speakerOf } from './call-page.ts';
import type { BackgroundCalls, CardParams, StoredView } from './calls.ts';
import { CallError, type Handlers } from './envelope.ts';
import { enterFrames } from './frames.ts';
import { injectCard, injectPage, openAtlas } from './inject.ts';
import type { PackStore } from './pack-store.ts';
import { readStored } from './settings-schema.ts';
import { languageOf, pageSettings, type SettingsStore } from './settings-store.ts';
import { outletOfHost, siteState } from './site-access.ts';
import { isPermitted, type Sites } from './sites.ts';
import { lightOf, type Toolbar } from './toolbar.ts';

/** What the background needs from the engines; `entrypoints/background.ts` hands them in. */
export interface Engines<Reader extends { readonly knowledge: Knowledge }> {
  readonly store: SettingsStore;
  readonly packs: PackStore<Reader, Records>;
  readonly sites: Sites;
  readonly toolbar: Toolbar;
  readonly annotate: (request: AnnotateRequest, reader: Reader) => AnnotateReply;
  /** Makes the tables that the first `annotate` in a language needs; nothing the second time. */
  readonly prepareLanguage: (lang: string) => void;
  readonly cardContent: (
    annotation: Annotation,
    context: {
      facts: DocumentFacts;
      knowledge: Knowledge;
      records: Records;
      language: Language;
      annotations?: readonly Annotation[];
    },
  ) => CardContent;
}

/** A card of an entity that is only linked from another card: as if it were named by its label. */
function asMention(annotation: Annotation, id: EntityId, records: Records): EntityAnnotation {
  const name = records.entity(id)?.label.en ?? id;
  const { block, start, end, surface } = annotation;
  return {
    kind: 'entity',
    id: `${annotation.id}>${id}`,
    block,
    start,
    end,
    surface: annotation.kind === 'entity' && annotation.entity === id ? surface : name,
    entity: id,
    type: typeOf(id),
    name,
    via: 'official',
    evidence: [],
    marked: true,
  };
}

/** A file of settings; throws a CallError that names what is amiss. */
function readFile(text: string): unknown {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new CallError('bad-params', `not JSON: ${error instanceof Error ? error.message : error}`);
  }
  const reading = readStored(value);
  if (reading.is === 'good') return value;
  throw new CallError(
    'bad-params',
    reading.is === 'newer' ? 'made by a later version' : `not understood: ${reading.fields.join(', ')}`,
  );
}

export function makeHandlers<Reader extends { readonly knowledge: Knowledge }>(
  engines: Engines<Reader>,
): Handlers<BackgroundCalls> {
  const { store, packs, sites, toolbar } = engines;

  async function card({ annotation, facts, entity, beside }: CardParams): Promise<CardContent> {
    const [reader, records, { settings }] = await Promise.all([packs.reader(), packs.records(), store.read()]);
    const shown = entity ? asMention(annotation, entity, records) : annotation;
    return engines.cardContent(shown, {
      facts,
      knowledge: reader.knowledge,
      records,
      language: languageOf(settings),
      ...(beside ? { annotations: beside } : {}),
    });
  }

  /** Which pack is there; undefined where one cannot be opened, which the console tells in the opener's own words. */
  async function datasetOf(): Promise<{ version: string; date: string } | undefined> {
    try {
      const [records] = await Promise.all([packs.records(), packs.reader()]);
      return { version: records.version, date: records.date };
    } catch (error) {
      console.warn(error);
      return undefined;
    }
  }

  async function view(): Promise<StoredView> {
    const [{ settings, trouble }, dataset] = await Promise.all([store.read(), datasetOf()]);
    const told = trouble ?? (dataset ? undefined : 'pack');
    return {
      settings,
      language: languageOf(settings),
      ...(told ? { trouble: told } : {}),
      dataset: dataset ?? { version: '', date: '' },
    };
  }

  /**
   * An article will soon be asked about: while the browser looks up what was asked of it, the file of the pack comes and the tables of the
   * language are made; the pack is opened behind the answer, while that is on its way and the page makes its question. Failures are told by `annotate`.
   */
  function ready(lang: string | undefined): void {
    packs.fetchNames();
    engines.prepareLanguage(lang ?? browser.i18n.getUILanguage());
  }

  function openSoon(): void {
    setTimeout(() => void packs.reader().catch(() => {}), 0);
  }

  return {
    async bringPage({ lang }, sender) {
      const brought = injectPage(sender);
      ready(lang);
      await brought;
      openSoon();
      return null;
    },
    async begin({ url, article, once, lang }, sender) {
      const known = Promise.all([store.read(), packs.outlets(), isPermitted(url)]);
      if (article) ready(lang);
      const [{ settings }, outlets, permitted] = await known;
      const isPrivate = sender.tab?.incognito ?? false;
      const privateSites = isPrivate ? await store.privateSites() : [];
      const state = siteState({ url, settings, privateSites, outlets, permitted, article, once });
      // A frame that is no article says nothing about the page; one that is on reports its marks soon, and the button waits for them.
      if (sender.tab?.id !== undefined && !sender.frameId && !state.on) void toolbar.show(sender.tab.id, lightOf(state));
      const outlet = outletOfHost(new URL(url).hostname, outlets)?.id;
      if (article && state.on) openSoon();
      return { on: state.on, reason: state.reason, settings: pageSettings(settings), ...(outlet ? { outlet } : {}) };
    },
    annotate: async (request) => engines.annotate(request, await packs.reader()),
    card,
    panelCard: card,
    async injectCard(_, sender) {
      await injectCard(sender);
      return null;
    },
    async enterFrames({ once }, sender) {
      if (sender.tab?.id === undefined || !sender.url) return [];
      return enterFrames(sender.tab.id, sender.url, once, await packs.outlets());
    },
    async report(report, sender) {
      const tabId = sender.tab?.id;
      // Where top page and frame are both read, the button speaks of the top page.
      if (tabId !== undefined && (!sender.frameId || (await speakerOf(tabId))?.frameId === sender.frameId))
        await toolbar.report(tabId, report);
      return null;
    },
    async openAtlas({ route }, sender) {
      await openAtlas(route, sender.tab);
      return null;
    },
    settings: view,
    siteState: ({ tabId, url }) => sites.showState(tabId, true, url),
    async turnSite({ tabId, on, url, hostOnly }) {
      await sites.turn(tabId, on, url, hostOnly);
      return sites.showState(tabId, true, url);
    },
    setSite: ({ site, state, private: isPrivate }) => store.setSite(site, state, isPrivate),
    setScope: ({ scope }) => store.set('scope', scope),
    setDensity: ({ density }) => store.set('density', density),
    setKinds: ({ kinds }) => store.set('kinds', kinds),
    setMuted: ({ entity, muted }) => store.setMuted(entity, muted),
    setPaused: ({ paused }) => store.set('paused', paused || undefined),
    setOpening: ({ opening }) => store.set('opening', opening),
    setPace: ({ pace }) => store.set('pace', pace),
    setLanguage: ({ language }) => store.set('language', language ?? undefined),
    setWelcomed: () => store.set('welcomed', true),
    reset: () => store.reset(),
    restore: ({ stored }) => store.restore(stored),
    stored: () => store.stored(),
    importSettings: ({ text }) => store.restore(readFile(text)),
    async readOnce({ tabId }) {
      await sites.readOnce(tabId);
      return null;
    },
    async labels({ ids, language }) {
      const records = await packs.records();
      return Object.fromEntries(ids.map((id) => [id, records.entity(id)?.label[language] ?? records.entity(id)?.label.en ?? id]));
    },
  };
}
