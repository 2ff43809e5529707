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
import { CallError } from './envelope.ts';
import { type Reading, readStored } from './settings-schema.ts';

/** `storage.local` alone: `storage.sync` would tell a vendor which sites somebody reads. */
const KEY = 'settings';
/** What could not be read is kept here, until the reader resets or a new version can read it. */
const ASIDE = 'settings-damaged';
/** Choices made in private windows: in memory, gone with the browser session. */
const PRIVATE_KEY = 'private-sites';

/**
 * The one owner of the settings; lives in the background. Commands are queued, so two pages writing at once lose nothing. Each command is one
 * write, so it is done or not, never half; made twice it ends in the same settings. It rejects with a CallError where nothing could be
 * written: the store refuses, or what is there is of a later version.
 */
export interface SettingsStore {
  read(): Promise<{ settings: Settings; trouble?: Trouble }>;
  /** Site choices as they hold in a private window. */
  privateSites(): Promise<readonly SiteChoice[]>;
  /** `host`: a choice for that host is taken back in the same write. */
  setSite(site: string, state: 'on' | 'off' | 'default', isPrivate: boolean, host?: string): Promise<Settings>;
  /** Sets or, with undefined, takes back one field. */
  set<K extends keyof Omit<StoredSettings, 'version' | 'sites'>>(
    field: K,
    value: StoredSettings[K] | undefined,
  ): Promise<Settings>;
  setMuted(entity: EntityId, muted: boolean): Promise<Settings>;
  /** Back to the first day: nothing is stored then. */
  reset(): Promise<Settings>;
  /** Takes over stored fields whole. */
  restore(stored: unknown): Promise<Settings>;
  /** The stored fields alone, without defaults. */
  stored(): Promise<StoredSettings>;
  onChange(listener: (settings: Settings) => void): void;
}

function withSite(
  sites: readonly SiteChoice[],
  site: string,
  state: 'on' | 'off' | 'default',
  host?: string,
): readonly SiteChoice[] {
  const others = sites.filter((choice) => choice.site !== site && choice.site !== host);
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

  function change(edit: (stored: StoredSettings) => StoredSettings, write = save): Promise<Settings> {
    return inTurn(async () => {
      const reading = await load();
      // What a later version wrote is never overwritten.
      if (reading.is === 'newer') throw new CallError('failed', 'the settings were written by a later version');
      const next = edit(reading.stored);
      try {
        await write(next);
        trouble = undefined;
      } catch (error) {
        trouble = 'unwritable';
        throw new CallError('failed', `settings could not be written: ${error instanceof Error ? error.message : error}`);
      }
      const settings = withDefaults(next);
      for (const listener of listeners) listener(settings);
      return settings;
    });
  }
  const save = (next: StoredSettings) => browser.storage.local.set({ [KEY]: next });

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
    async setSite(site, state, isPrivate, host) {
      if (!isPrivate) return change((stored) => ({ ...stored, sites: withSite(stored.sites ?? [], site, state, host) }));
      return inTurn(async () => {
        await browser.storage.session.set({ [PRIVATE_KEY]: withSite(await privateSites(), site, state, host) });
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
      change(
        () => ({ version: 1 }),
        () => browser.storage.local.remove([KEY, ASIDE]),
      ),
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
