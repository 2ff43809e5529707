import type { Language } from '../../../src/model/ids.ts';
import { DEFAULTS, type Settings } from '../../../src/model/settings.ts';
import { mount as mountOptions } from '../../../src/ui/options/mount.tsx';
import { log, offer, root, said } from './stage-common.ts';

function open(language: Language, over: Partial<Settings> = {}): void {
  let settings: Settings = {
    ...DEFAULTS,
    sites: [
      { site: 'morning.example', state: 'off' },
      { site: 'a-very-long-name-of-a-news-site-that-does-not-end.example', state: 'on' },
    ],
    muted: ['country/kz'],
    ...over,
  };
  const put =
    <T>(name: string, change: (value: T) => Partial<Settings>) =>
    async (value: T) => {
      log.push(`${name} ${JSON.stringify(value)}`);
      settings = { ...settings, ...change(value) };
    };
  mountOptions(root, {
    load: async () => ({
      settings,
      language: settings.language ?? language,
      dataset: { version: '2025-11-20.1', date: '2025-11-20' },
      labels: { 'country/kz': 'Kazakhstan' },
      keys: [
        { name: 'toggle-site', keys: 'Alt+Shift+D' },
        { name: 'next-mark', keys: 'Alt+Shift+N' },
        { name: 'previous-mark', keys: '' },
        { name: 'open-card', keys: 'Alt+Shift+C' },
      ],
    }),
    setScope: put('setScope', (scope) => ({ scope })),
    setPaused: put('setPaused', (paused) => ({ paused })),
    setDensity: put('setDensity', (density) => ({ density })),
    setKinds: put('setKinds', (kinds) => ({ kinds })),
    setOpening: put('setOpening', (opening) => ({ opening })),
    setPace: put('setPace', (pace) => ({ pace })),
    setLanguage: put('setLanguage', (chosen) => ({ language: chosen })),
    setSite: async (site, state) => {
      log.push(`setSite ${site} ${state}`);
      const others = settings.sites.filter((one) => one.site !== site);
      settings = { ...settings, sites: state === 'default' ? others : [...others, { site, state }] };
    },
    setMuted: async (entity, muted) => {
      log.push(`setMuted ${entity} ${muted}`);
      settings = { ...settings, muted: muted ? [...settings.muted, entity] : settings.muted.filter((one) => one !== entity) };
    },
    reset: async () => {
      const before = settings;
      settings = DEFAULTS;
      return before;
    },
    restore: async (before) => {
      settings = before as Settings;
    },
    exportText: async () => JSON.stringify(settings),
    importText: async (text) => {
      settings = { ...DEFAULTS, ...JSON.parse(text) };
    },
    openKeys: said('openKeys'),
    report: said('report'),
    onChange: () => () => {},
  });
}
offer({ open });
