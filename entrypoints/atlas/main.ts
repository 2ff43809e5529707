import { openNamesPack } from '../../src/dataset/open-names-pack.ts';
import { openRecordsPack } from '../../src/dataset/open-records-pack.ts';
import { callBackground } from '../../src/extension/call-background.ts';
import { makePackStore } from '../../src/extension/pack-store.ts';
import { mount } from '../../src/ui/atlas/mount.tsx';

const packs = makePackStore(openNamesPack, openRecordsPack);

/** The atlas reads the record pack itself: it works offline, also while the background rests. */
mount(document.getElementById('root')!, {
  open: async () => {
    const [records, { language }] = await Promise.all([packs.records(), callBackground('settings', null)]);
    return { records, language };
  },
});
