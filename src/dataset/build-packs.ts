import type { BuildProgress } from '../lexicon/index.ts';
import { buildNamesPack } from './build-names-pack.ts';
import { buildRecordsPack } from './build-records-pack.ts';
import type { Dataset } from './load.ts';
import { inOrder } from './numbers.ts';

/** Both packs of a sound dataset. The same dataset gives the same bytes. @throws PackError when one would grow too large */
export function buildPacks(
  dataset: Dataset,
  progress?: (at: BuildProgress) => void,
): {
  names: Uint8Array<ArrayBuffer>;
  records: Uint8Array<ArrayBuffer>;
  version: string;
} {
  const ordered = inOrder(dataset);
  return { names: buildNamesPack(ordered, progress), records: buildRecordsPack(ordered), version: dataset.about.version };
}
