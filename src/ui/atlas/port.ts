import type { Language } from '../../model/ids.ts';
import type { Records } from '../../model/records.ts';

export interface AtlasPort {
  /** Rejects with a sentence where the dataset cannot be opened. */
  open(): Promise<{ readonly records: Records; readonly language: Language }>;
}
