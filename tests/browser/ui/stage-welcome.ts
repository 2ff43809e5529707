import type { Language } from '../../../src/model/ids.ts';
import { mount as mountWelcome } from '../../../src/ui/welcome/mount.tsx';
import { log, offer, root, said } from './stage-common.ts';

function open(language: Language, granted: boolean): void {
  mountWelcome(root, {
    load: async () => ({ language, scope: 'outlets', outlets: 21 }),
    choose: async (scope) => {
      log.push(`choose ${scope}`);
      return granted;
    },
    enliven: (element) => {
      log.push(`enliven ${element.textContent!.length > 40}`);
      return () => {};
    },
    openKeys: said('openKeys'),
  });
}
offer({ open });
