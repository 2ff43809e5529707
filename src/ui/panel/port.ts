import type { CardContent } from '../../model/card-content.ts';
import type { CardAction } from '../../model/card-port.ts';
import type { EntityId, Language } from '../../model/ids.ts';
import type { MentionLine } from '../../model/mention-line.ts';

export const SHEET_FORMATS = ['csv', 'markdown', 'json-ld'] as const;
export type SheetFormat = (typeof SHEET_FORMATS)[number];

export interface PanelState {
  readonly language: Language;
  /** Is the page of the active tab read? */
  readonly on: boolean;
  /** In document order. */
  readonly mentions: readonly MentionLine[];
  /** Labels in the reader's language by entity id; ids that are missing fall back to `MentionLine.name`. */
  readonly labels: Readonly<Record<string, string>>;
}

/** What the side panel asks of extension and page. */
export interface PanelPort {
  load(): Promise<PanelState>;
  /** `entity`: another entity, linked from a card. */
  card(annotationId: string, entity?: EntityId): Promise<CardContent>;
  /** Draws a card inside `root`; returns what takes it out. (`mountCard` of src/card/inline.ts.) */
  drawCard(
    root: HTMLElement,
    content: CardContent,
    options: { readonly language: Language; readonly act: (action: CardAction) => void; readonly own: boolean },
  ): () => void;
  /** Scrolls the page there and shows the mark. */
  jump(annotationId: string): Promise<void>;
  hide(entity: EntityId, undo: boolean): Promise<void>;
  /** For good, on every page. */
  setMuted(entity: EntityId, muted: boolean): Promise<void>;
  /** Makes the page sheet and offers it as a file. */
  saveSheet(format: SheetFormat): Promise<void>;
  openAtlas(route: string): void;
  /** Calls when the tab, its page or its mentions changed; returns the way to stop. */
  onChange(listener: () => void): () => void;
}
