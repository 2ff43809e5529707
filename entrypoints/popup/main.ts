import { callBackground } from '../../src/extension/call-background.ts';
import { summaryOf } from '../../src/extension/call-page.ts';
import {
  type ActiveTab,
  activeTab,
  currentWindow,
  loadOutlets,
  onTabOrSettings,
  openPage,
  openPanel,
  patternsOfScope,
  patternsOfSite,
  reportMistake,
  requestHosts,
  siteOfTab,
} from '../../src/extension/ui.ts';
import { mount } from '../../src/ui/popup/mount.tsx';

let tab: ActiveTab | undefined;
let windowId = -1;
let dataset = '';
void loadOutlets();
void currentWindow().then((id) => (windowId = id));

mount(document.getElementById('root')!, {
  load: async () => {
    tab = await activeTab();
    const [{ settings, language, trouble, ...view }, site, summary] = await Promise.all([
      callBackground('settings', null),
      siteOfTab(tab),
      tab ? summaryOf(tab.id) : undefined,
    ]);
    dataset = view.dataset.version;
    return { settings, language, ...(trouble ? { trouble } : {}), site, ...(summary?.report ? { report: summary.report } : {}) };
  },
  turnSite: async (on, wants) => {
    if (!tab) return;
    // Asked in the click's own turn; the popup may be gone when the answer comes, so the choice is told at once.
    const granted = on ? requestHosts(wants) : Promise.resolve(true);
    await callBackground('turnSite', { tabId: tab.id, on, ...(tab.url ? { url: tab.url } : {}) });
    await granted;
  },
  turnHost: async (on, host) => {
    if (!tab) return;
    const granted = on ? requestHosts(patternsOfSite(host)) : Promise.resolve(true);
    await callBackground('turnSite', { tabId: tab.id, on, hostOnly: true, ...(tab.url ? { url: tab.url } : {}) });
    await granted;
  },
  readOnce: async () => {
    if (tab) await callBackground('readOnce', { tabId: tab.id });
  },
  setScope: async (scope) => {
    const granted = requestHosts(patternsOfScope(scope));
    await callBackground('setScope', { scope });
    await granted;
  },
  setDensity: async (density) => void (await callBackground('setDensity', { density })),
  setKinds: async (kinds) => void (await callBackground('setKinds', { kinds })),
  setPaused: async (paused) => void (await callBackground('setPaused', { paused })),
  openPanel: () => openPanel(windowId),
  openAtlas: () => openPage('atlas.html'),
  openOptions: () => openPage('options.html'),
  report: () => reportMistake(dataset, tab?.url),
  onChange: onTabOrSettings,
});
