import { buildPacks } from '../dataset/build-packs.ts';
import { type Dataset, loadDataset } from '../dataset/load.ts';
import { CHROMIUM_CSS, FIREFOX_CSS } from '../page/styles.ts';

/** The outlets with their domain sets, as `extension/site-access` reads them. */
function outletSites({ entities }: Dataset): unknown[] {
  return entities
    .filter(({ domains }) => domains?.length)
    .map(({ id, label, domains }) => ({ id, name: label.en, domains }))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** The files that a build makes from the dataset and the marks' style, by their names in the extension. */
export function buildAssets(dir: string, browser: 'chromium' | 'firefox'): Record<string, Uint8Array | string> {
  const dataset = loadDataset(dir);
  const { names, records } = buildPacks(dataset);
  return {
    'names.bin': names,
    'records.bin': records,
    'outlets.json': JSON.stringify(outletSites(dataset)),
    'marks.css': browser === 'firefox' ? FIREFOX_CSS : CHROMIUM_CSS,
  };
}
