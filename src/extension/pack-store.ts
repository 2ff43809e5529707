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
  /** Reads the bytes of the names pack, if they are not there, and opens nothing: `reader` does. */
  fetchNames(): void;
  reader(): Promise<Reader>;
  records(): Promise<Records>;
  outlets(): Promise<readonly OutletSite[]>;
}

export function makePackStore<Reader, Records>(
  openNames: (bytes: Uint8Array) => Reader,
  openRecords: (bytes: Uint8Array) => Records,
): PackStore<Reader, Records> {
  let names: Promise<Uint8Array> | undefined;
  const reader = once(async () => {
    const bytes = names ?? bytesOf('names.bin');
    // Bytes that cannot be opened are not asked for an answer twice.
    names = undefined;
    return openNames(await bytes);
  });
  let isAsked = false;
  return {
    fetchNames() {
      if (isAsked) return;
      isAsked = true;
      names = bytesOf('names.bin');
      names.catch(() => {});
    },
    async reader() {
      isAsked = true;
      return reader();
    },
    records: once(async () => openRecords(await bytesOf('records.bin'))),
    outlets: once(async () => (await fetch(extensionUrl('outlets.json'))).json()),
  };
}
