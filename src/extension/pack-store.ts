import { extensionUrl } from './browser.ts';
import type { OutletSite } from './patterns.ts';

async function bytesOf(name: string): Promise<Uint8Array> {
  const response = await fetch(extensionUrl(name));
  return new Uint8Array(await response.arrayBuffer());
}

/** Remembers a promise while it holds good: a failed read is tried again at the next call. */
function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => {
    made ??= make().catch((error: unknown) => {
      made = undefined;
      throw error;
    });
    return made;
  };
}

/** The packs of the build, each opened once per wake: the records only when the first card is asked for. A damaged pack rejects with the opener's own message. */
export interface PackStore<Reader, Records> {
  reader(): Promise<Reader>;
  records(): Promise<Records>;
  outlets(): Promise<readonly OutletSite[]>;
}

export function makePackStore<Reader, Records>(
  openNames: (bytes: Uint8Array) => Reader,
  openRecords: (bytes: Uint8Array) => Records,
): PackStore<Reader, Records> {
  return {
    reader: once(async () => openNames(await bytesOf('names.bin'))),
    records: once(async () => openRecords(await bytesOf('records.bin'))),
    outlets: once(async () => (await fetch(extensionUrl('outlets.json'))).json()),
  };
}
