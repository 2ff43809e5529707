import type { EntityId } from './ids.ts';

/** One mention on a page, as the side panel lists it. */
export interface MentionLine {
  /** Annotation id. */
  readonly id: string;
  readonly kind: 'entity' | 'figure' | 'claim';
  readonly surface: string;
  readonly entity?: EntityId;
  /** English label of the entity, or the slug of the indicator. */
  readonly name?: string;
  readonly section: number;
  /** Differs from what others report. */
  readonly differs: boolean;
  /** Is it marked on the page at the present density? */
  readonly marked: boolean;
}
