import type { Language } from '../../model/ids.ts';
import type { Density, MarkKind, PageReport, Scope, Settings, SiteState, Trouble } from '../../model/settings.ts';

export interface PopupState {
  readonly settings: Settings;
  readonly language: Language;
  readonly trouble?: Trouble;
  readonly site: SiteState;
  /** Absent while the page has not answered or no session runs. */
  readonly report?: PageReport;
}

/**
 * What the popup asks of the extension. `turnSite`, `turnHost`, `setScope` and `readOnce` are called in the click's own turn, before any await:
 * whoever joins may ask for permissions there. After each command the popup loads again.
 */
export interface PopupPort {
  load(): Promise<PopupState>;
  /** `wants`: match patterns of the site's state, to be asked for first when turning on. */
  turnSite(on: boolean, wants: readonly string[]): Promise<void>;
  /** Turns this host alone, where the switch turns a larger site (`news.site.example` of `site.example`). */
  turnHost(on: boolean, host: string): Promise<void>;
  readOnce(): Promise<void>;
  setScope(scope: Scope): Promise<void>;
  setDensity(density: Density): Promise<void>;
  setKinds(kinds: readonly MarkKind[]): Promise<void>;
  setPaused(paused: boolean): Promise<void>;
  openPanel(): void;
  openAtlas(): void;
  openOptions(): void;
  /** A prefilled text that the reader sends, or does not. */
  report(): void;
  /** Calls when settings or the page's report changed; returns the way to stop. */
  onChange(listener: () => void): () => void;
}
