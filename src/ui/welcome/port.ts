import type { Language } from '../../model/ids.ts';
import type { Scope } from '../../model/settings.ts';

export interface WelcomeState {
  readonly language: Language;
  readonly scope: Scope;
  /** How many news sites the dataset's outlets have. */
  readonly outlets: number;
}

export interface WelcomePort {
  load(): Promise<WelcomeState>;
  /** Called in the click's own turn: asks the browser for what the scope needs, and sets it. False when the reader declined. */
  choose(scope: Scope): Promise<boolean>;
  /** Brings marks and cards to the invented text inside `root`, on this very page; returns what ends it. */
  enliven(root: HTMLElement, language: Language): () => void;
  /** The browser's own page of shortcuts, where it has one that may be opened. */
  openKeys?(): void;
}
