import type { AnnotateReply, AnnotateRequest, Annotation } from '../model/annotation.ts';
import type { CardContent } from '../model/card-content.ts';
import type { DocumentFacts } from '../model/document.ts';
import type { EntityId, Language } from '../model/ids.ts';
import type { MentionLine } from '../model/mention-line.ts';
import type {
  Density,
  MarkKind,
  Pace,
  PageReport,
  PageSettings,
  Scope,
  Settings,
  SiteReason,
  SiteState,
  Trouble,
} from '../model/settings.ts';

/** Asked by a page script when it starts. `article`: what it made of its own document. */
export interface BeginParams {
  readonly url: string;
  readonly article: boolean;
  /** The reader asked for this page alone, by the activeTab grant. */
  readonly once: boolean;
  /** BCP 47 tag that the document claims, so that its language can be got ready; default the reader's own. */
  readonly lang?: string;
}
export interface BeginReply {
  readonly on: boolean;
  readonly reason: SiteReason;
  readonly settings: PageSettings;
  readonly outlet?: EntityId;
}
export interface CardParams {
  readonly annotation: Annotation;
  readonly facts: DocumentFacts;
  /** Annotations of the same block, for pairs and related articles. */
  readonly beside?: readonly Annotation[];
  /** Shows another entity instead of the annotation's own (links inside a card). */
  readonly entity?: EntityId;
}

/** Page script or gate → background. Every call is a question whose answer depends on its parameters and the pack alone. */
export interface PageToBackground {
  begin(params: BeginParams): BeginReply;
  /** Asked by a gate: puts page-script.js into the document that asks. `lang` as in `begin`. */
  bringPage(params: { readonly lang?: string }): null;
  annotate(params: AnnotateRequest): AnnotateReply;
  card(params: CardParams): CardContent;
  /** Puts card.js into the frame that asks. */
  injectCard(params: null): null;
  /** The page has a frame of its own site that is large enough for an article: page scripts go where one may be. Gives the ids of these frames. */
  enterFrames(params: { readonly once: boolean }): readonly number[];
  /** For the badge. */
  report(params: PageReport): null;
  /** Opens the atlas in a new tab; `route` is a hash route of ours. */
  openAtlas(params: { readonly route: string }): null;
}

/** Popup, panel, options, welcome → background: one command a field, so that two writers never overwrite each other. */
export interface UiToBackground {
  settings(params: null): StoredView;
  siteState(params: { readonly tabId: number; readonly url?: string }): SiteState;
  /** The switch of the popup: the tab's site on or off. `hostOnly`: only the host that the tab shows. */
  turnSite(params: {
    readonly tabId: number;
    readonly on: boolean;
    readonly url?: string;
    readonly hostOnly?: boolean;
  }): SiteState;
  setSite(params: { readonly site: string; readonly state: 'on' | 'off' | 'default'; readonly private: boolean }): Settings;
  setScope(params: { readonly scope: Scope }): Settings;
  setDensity(params: { readonly density: Density }): Settings;
  setKinds(params: { readonly kinds: readonly MarkKind[] }): Settings;
  setMuted(params: { readonly entity: EntityId; readonly muted: boolean }): Settings;
  setPaused(params: { readonly paused: boolean }): Settings;
  setOpening(params: { readonly opening: 'hover' | 'click' }): Settings;
  setPace(params: { readonly pace: Pace }): Settings;
  setLanguage(params: { readonly language: Language | null }): Settings;
  setWelcomed(params: null): Settings;
  /** Everything back to defaults. Who wants to undo it asks for `stored` before: an answer may be lost, and the call made again. */
  reset(params: null): Settings;
  restore(params: { readonly stored: unknown }): Settings;
  /** What the reader set, as a file of settings holds it. */
  stored(params: null): unknown;
  /** Takes over a file of settings whole, or fails with what is amiss in it and changes nothing. */
  importSettings(params: { readonly text: string }): Settings;
  /** This page once, by the tab's activeTab grant. */
  readOnce(params: { readonly tabId: number }): null;
  /** The same content as a page's card, for the side panel. */
  panelCard(params: CardParams): CardContent;
  labels(params: { readonly ids: readonly EntityId[]; readonly language: Language }): Readonly<Record<string, string>>;
}

/** Settings with what the popup has to say about the store itself. */
export interface StoredView {
  readonly settings: Settings;
  readonly language: Language;
  readonly trouble?: Trouble;
  /** Empty texts where the pack cannot be opened. */
  readonly dataset: { readonly version: string; readonly date: string };
}

/** What a page script says of its page, also where it found that there is nothing to do. */
export interface PageSummary {
  readonly article: boolean;
  readonly once: boolean;
  /** The page says that it does not want to be marked. */
  readonly optedOut: boolean;
  /** Ids of frames that have a page script of their own. */
  readonly frames: readonly number[];
  /** Absent while no session runs. */
  readonly report?: PageReport;
  readonly facts?: DocumentFacts;
}

/** Background, popup or panel → page script of one tab. */
export interface ToPage {
  summary(params: null): PageSummary;
  mentions(params: null): readonly MentionLine[];
  annotations(params: null): { readonly annotations: readonly Annotation[]; readonly facts: DocumentFacts };
  jump(params: { readonly id: string }): null;
  step(params: { readonly by: 1 | -1 }): null;
  openCard(params: null): null;
  hide(params: { readonly entity: EntityId; readonly undo: boolean }): null;
  settings(params: PageSettings): null;
  /** Undoes everything on the page and ends its script. */
  stop(params: null): null;
}

export type BackgroundCalls = PageToBackground & UiToBackground;
export type Params<Calls, K extends keyof Calls> = Calls[K] extends (params: infer P) => unknown ? P : never;
export type Reply<Calls, K extends keyof Calls> = Calls[K] extends (params: never) => infer R ? R : never;
