import type { Annotation } from './annotation.ts';
import type { EntityId } from './ids.ts';

/** One mention on a page, as the side panel lists it. */
export interface MentionLine {
  /** Annotation id. */
  readonly id: string;
  readonly kind: Annotation['kind'];
  /** As the page prints it. */
  readonly surface: string;
  /** Entities: its id; claims: whom it is about. */
  readonly entity?: EntityId;
  /** English label of the entity. */
  readonly name?: string;
  /** Figures that were understood. */
  readonly indicator?: string;
  readonly section: number;
  /** Number of the article on an endless page. */
  readonly article: number;
  /** Differs from what others report. */
  readonly differs: boolean;
  /** Marked on the page at the density that is set. */
  readonly marked: boolean;
}
