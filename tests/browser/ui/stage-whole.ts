import { openRecordsPack } from '../../../src/dataset/open-records-pack.ts';
import type { Language } from '../../../src/model/ids.ts';
import { mount } from '../../../src/ui/atlas/mount.tsx';
import { offer, root } from './stage-common.ts';

/** The atlas over the pack of the whole dataset, as a build carries it. */
function open(language: Language): void {
  mount(root, {
    open: async () => {
      const bytes = await (await fetch('/records.bin')).arrayBuffer();
      return { records: openRecordsPack(new Uint8Array(bytes)), language };
    },
  });
}
offer({ open });
