import { callBackground } from '../../src/extension/call-background.ts';
import {
  currentKeys,
  loadOutlets,
  onTabOrSettings,
  openKeys,
  patternsOfScope,
  patternsOfSite,
  reportMistake,
  requestHosts,
} from '../../src/extension/ui.ts';
import { mount } from '../../src/ui/options/mount.tsx';

let dataset = '';
void loadOutlets();
const set = async (work: Promise<unknown>): Promise<void> => void (await work);

mount(document.getElementById('root')!, {
  load: async () => {
    const { settings, language, trouble, ...view } = await callBackground('settings', null);
    dataset = view.dataset.version;
    // Without records there are no labels: the ids stand for themselves.
    const labels = await callBackground('labels', { ids: settings.muted, language }).catch(() => ({}));
    return { settings, language, ...(trouble ? { trouble } : {}), dataset: view.dataset, labels, keys: await currentKeys() };
  },
  setScope: (scope) => {
    const granted = requestHosts(patternsOfScope(scope));
    return set(callBackground('setScope', { scope }).then(() => granted));
  },
  setPaused: (paused) => set(callBackground('setPaused', { paused })),
  setDensity: (density) => set(callBackground('setDensity', { density })),
  setKinds: (kinds) => set(callBackground('setKinds', { kinds })),
  setOpening: (opening) => set(callBackground('setOpening', { opening })),
  setPace: (pace) => set(callBackground('setPace', { pace })),
  setSite: (site, state) => {
    const granted = state === 'on' ? requestHosts(patternsOfSite(site)) : undefined;
    return set(callBackground('setSite', { site, state, private: false }).then(() => granted));
  },
  setMuted: (entity, muted) => set(callBackground('setMuted', { entity, muted })),
  setLanguage: (language) => set(callBackground('setLanguage', { language })),
  reset: async () => {
    const before = await callBackground('stored', null);
    await callBackground('reset', null);
    return before;
  },
  restore: (stored) => set(callBackground('restore', { stored })),
  exportText: async () => JSON.stringify(await callBackground('stored', null), null, 2),
  importText: (text) => set(callBackground('importSettings', { text })),
  openKeys,
  report: () => reportMistake(dataset),
  onChange: onTabOrSettings,
});
