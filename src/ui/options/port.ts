import type { EntityId, Language } from '../../model/ids.ts';
import type { Density, MarkKind, Pace, Scope, Settings, Trouble } from '../../model/settings.ts';

export interface OptionsState {
  readonly settings: Settings;
  readonly language: Language;
  readonly trouble?: Trouble;
  readonly dataset: { readonly version: string; readonly date: string };
  /** Labels of muted entities in the reader's language. */
  readonly labels: Readonly<Record<string, string>>;
  /** The commands with the keys that hold now; an empty text where none is set. */
  readonly keys: readonly { readonly name: string; readonly keys: string }[];
}

/** One command a field; the page loads again after each. `setScope` is called in the click's own turn. */
export interface OptionsPort {
  load(): Promise<OptionsState>;
  setScope(scope: Scope): Promise<void>;
  setPaused(paused: boolean): Promise<void>;
  setDensity(density: Density): Promise<void>;
  setKinds(kinds: readonly MarkKind[]): Promise<void>;
  setOpening(opening: 'hover' | 'click'): Promise<void>;
  setPace(pace: Pace): Promise<void>;
  /** `on` asks for the site's permission, so it is called in the click's own turn. */
  setSite(site: string, state: 'on' | 'off' | 'default'): Promise<void>;
  setMuted(entity: EntityId, muted: boolean): Promise<void>;
  setLanguage(language: Language | null): Promise<void>;
  /** Everything back to defaults; what was there comes back for `restore`. */
  reset(): Promise<unknown>;
  restore(before: unknown): Promise<void>;
  /** All settings as the text of a file. */
  exportText(): Promise<string>;
  /** Rejects with a sentence that names what is amiss in the file. */
  importText(text: string): Promise<void>;
  /** The browser's own page of shortcuts, where it has one that may be opened. */
  openKeys?(): void;
  report(): void;
  onChange(listener: () => void): () => void;
}
