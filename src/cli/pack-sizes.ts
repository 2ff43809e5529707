import { deflateRawSync } from 'node:zlib';
import { buildPacks } from '../dataset/build-packs.ts';
import type { Dataset } from '../dataset/load.ts';

/** In bytes; `zipped` as the extension's package compresses (deflate, level 9). */
interface Size {
  readonly bytes: number;
  readonly zipped: number;
}
export interface PackSizes {
  readonly names: Size;
  readonly records: Size;
  /** Both together: what installing the dataset costs. */
  readonly zipped: number;
}
/** What both packs may take together in the package, in bytes. */
export const MAX_ZIPPED = 500_000;

export function packSizes(dataset: Dataset): PackSizes {
  const packs = buildPacks(dataset);
  const size = (pack: Uint8Array): Size => ({ bytes: pack.length, zipped: deflateRawSync(pack, { level: 9 }).length });
  const [names, records] = [size(packs.names), size(packs.records)];
  return { names, records, zipped: names.zipped + records.zipped };
}
