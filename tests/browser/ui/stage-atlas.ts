import type { Language } from '../../../src/model/ids.ts';
import { mount as mountAtlas } from '../../../src/ui/atlas/mount.tsx';
import { makeRecords } from '../../fixtures/records.ts';
import { offer, root } from './stage-common.ts';

function open(language: Language): void {
  mountAtlas(root, { open: async () => ({ records: makeRecords(), language }) });
}
offer({ open });
