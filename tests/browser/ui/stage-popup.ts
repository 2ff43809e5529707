import type { Language } from '../../../src/model/ids.ts';
import { DEFAULTS, type PageReport, type Settings, type SiteState } from '../../../src/model/settings.ts';
import { mount as mountPopup } from '../../../src/ui/popup/mount.tsx';
import { log, offer, root, said } from './stage-common.ts';

function open(language: Language, site: Partial<SiteState>, report?: PageReport, over: Partial<Settings> = {}): void {
  let settings: Settings = { ...DEFAULTS, ...over };
  let state: SiteState = { host: 'news.example', site: 'news.example', on: true, reason: 'on-outlet', wants: [], ...site };
  const put =
    <T>(name: string, change: (value: T) => Partial<Settings>) =>
    async (value: T) => {
      log.push(`${name} ${JSON.stringify(value)}`);
      settings = { ...settings, ...change(value) };
    };
  mountPopup(root, {
    load: async () => ({ settings, language, site: state, report }),
    turnSite: async (on, wants) => {
      log.push(`turnSite ${on} ${wants.join(' ')}`);
      state = { ...state, on, reason: on ? 'on-chosen' : 'off-site', wants: [] };
    },
    turnHost: said('turnHost'),
    readOnce: said('readOnce'),
    setScope: put('setScope', (scope) => ({ scope })),
    setDensity: put('setDensity', (density) => ({ density })),
    setKinds: put('setKinds', (kinds) => ({ kinds })),
    setPaused: put('setPaused', (paused) => ({ paused })),
    openPanel: said('openPanel'),
    openAtlas: said('openAtlas'),
    openOptions: said('openOptions'),
    report: said('report'),
    onChange: () => () => {},
  });
}
offer({ open });
