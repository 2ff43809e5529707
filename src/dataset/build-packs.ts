import { buildNamesPack } from './build-names-pack.ts';
import { buildRecordsPack } from './build-records-pack.ts';
import type { Dataset } from './load.ts';

/** Both packs of a sound dataset. The same dataset gives the same bytes. @throws PackError when one would grow too large */
export function buildPacks(dataset: Dataset): {
  names: Uint8Array<ArrayBuffer>;
  records: Uint8Array<ArrayBuffer>;
  version: string;
} {
  return { names: buildNamesPack(dataset), records: buildRecordsPack(dataset), version: dataset.about.version };
}
