import { join } from 'node:path';
import { buildPacks } from '../dataset/build-packs.ts';
import { loadDataset } from '../dataset/load.ts';
import { writeWhole } from '../dataset/write-file.ts';
import type { BuildProgress } from '../lexicon/index.ts';

/**
 * Packs the dataset of a folder into `names.bin` and `records.bin` of another, each written whole or not at all.
 * @throws DatasetError when the dataset's files are broken
 */
export function packDataset(
  dir: string,
  outDir: string,
  progress?: (at: BuildProgress) => void,
): { names: string; records: string; version: string } {
  const { names, records, version } = buildPacks(loadDataset(dir), progress);
  const paths = { names: join(outDir, 'names.bin'), records: join(outDir, 'records.bin') };
  writeWhole(paths.names, names);
  writeWhole(paths.records, records);
  return { ...paths, version };
}
