import type { EntityId, Language } from '../model/ids.ts';
import { LANGUAGES } from '../model/ids.ts';
import {
  type PageSettings,
  type Settings,
  type SiteChoice,
  type StoredSettings,
  type Trouble,
  withDefaults,
} from '../model/settings.ts';
import { browser } from './browser.ts';
import { type Reading, readStored } from './settings-schema.ts';

/** `storage.local` alone: `storage.sync` would tell a vendor which sites somebody reads. */
const KEY = 'settings';
/** What could not be read is kept here, until the reader resets or a new version can read it. */
const ASIDE = 'settings-damaged';
/** Choices made in private windows: in memory, gone with the browser session. */
const PRIVATE_KEY = 'private-sites';

/**
 * The one owner of the settings; lives in the background. Commands are queued, so two pages writing at once lose nothing.
 */
export interface SettingsStore {
  read(): Promise<{ settings: Settings; trouble?: Trouble }>;
  /** Site choices as they hold in a private window. */
  privateSites(): Promise<readonly SiteChoice[]>;
  setSite(site: string, state: 'on' | 'off' | 'default', isPrivate: boolean): Promise<Settings>;
  /** Sets or, with undefined, takes back one field. */
  set<K extends keyof Omit<StoredSettings, 'version' | 'sites'>>(
    field: K,
    value: StoredSettings[K] | undefined,
  ): Promise<Settings>;
  setMuted(entity: EntityId, muted: boolean): Promise<Settings>;
  reset(): Promise<unknown>;
  restore(stored: unknown): Promise<Settings>;
  /** The stored fields alone, without defaults. */
  stored(): Promise<StoredSettings>;
  onChange(listener: (settings: Settings) => void): void;
}

function withSite(sites: readonly SiteChoice[], site: string, state: 'on' | 'off' | 'default'): readonly SiteChoice[] {
  const others = sites.filter((choice) => choice.site !== site);
  return state === 'default' ? others : [...others, { site, state }].sort((a, b) => (a.site < b.site ? -1 : 1));
}

export function makeSettingsStore(): SettingsStore {
  let queue: Promise<unknown> = Promise.resolve();
  const listeners: ((settings: Settings) => void)[] = [];
  let trouble: Trouble | undefined;

  async function load(): Promise<Reading> {
    const value = (await browser.storage.local.get(KEY))[KEY];
    const reading = readStored(value);
    trouble = reading.is === 'good' ? (trouble === 'unwritable' ? trouble : undefined) : reading.is;
    if (reading.is === 'damaged') {
      console.warn(`settings: ${reading.fields.join(', ')} could not be read; kept aside, defaults are used for them`);
      await browser.storage.local.set({ [ASIDE]: value }).catch(() => {});
    }
    return reading;
  }

  /** Runs after all earlier commands, whether they went well or not. */
  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const result = queue.then(work, work);
    queue = result.catch(() => {});
    return result;
  }

  function change(edit: (stored: StoredSettings) => StoredSettings): Promise<Settings> {
    return inTurn(async () => {
      const reading = await load();
      if (reading.is === 'newer') return withDefaults(reading.stored); // never overwrite what a later version wrote
      const next = edit(reading.stored);
      try {
        await browser.storage.local.set({ [KEY]: next });
        trouble = undefined;
      } catch (error) {
        trouble = 'unwritable';
        console.warn('settings could not be written', error);
        return withDefaults(reading.stored);
      }
      const settings = withDefaults(next);
      for (const listener of listeners) listener(settings);
      return settings;
    });
  }

  async function privateSites(): Promise<readonly SiteChoice[]> {
    const value = (await browser.storage.session.get(PRIVATE_KEY))[PRIVATE_KEY];
    return readStored({ version: 1, sites: value }).stored.sites ?? [];
  }

  const without = <T extends object, K extends keyof T>(object: T, key: K): T => {
    const { [key]: _, ...rest } = object;
    return rest as T;
  };

  return {
    read: () =>
      inTurn(async () => {
        const { stored } = await load();
        return { settings: withDefaults(stored), ...(trouble ? { trouble } : {}) };
      }),
    privateSites,
    async setSite(site, state, isPrivate) {
      if (!isPrivate) return change((stored) => ({ ...stored, sites: withSite(stored.sites ?? [], site, state) }));
      return inTurn(async () => {
        await browser.storage.session.set({ [PRIVATE_KEY]: withSite(await privateSites(), site, state) });
        const settings = withDefaults((await load()).stored);
        for (const listener of listeners) listener(settings);
        return settings;
      });
    },
    set: (field, value) => change((stored) => (value === undefined ? without(stored, field) : { ...stored, [field]: value })),
    setMuted: (entity, muted) =>
      change((stored) => {
        const others = (stored.muted ?? []).filter((id) => id !== entity);
        return { ...stored, muted: muted ? [...others, entity] : others };
      }),
    reset: () =>
      inTurn(async () => {
        const before = (await browser.storage.local.get(KEY))[KEY];
        await browser.storage.local.remove([KEY, ASIDE]);
        for (const listener of listeners) listener(withDefaults({ version: 1 }));
        return before;
      }),
    restore: (stored) => change(() => readStored(stored).stored),
    stored: () => inTurn(async () => (await load()).stored),
    onChange: (listener) => listeners.push(listener),
  };
}

/** The reader's language: the one set, else the browser's first that we speak, else English. */
export function languageOf(settings: Settings): Language {
  if (settings.language) return settings.language;
  const wanted = browser.i18n.getUILanguage().toLowerCase().split('-')[0];
  return LANGUAGES.find((language) => language === wanted) ?? 'en';
}

export function pageSettings(settings: Settings): PageSettings {
  const { density, kinds, muted, opening, pace } = settings;
  return { density, kinds, muted, opening, pace, language: languageOf(settings) };
}
