import { mountCard } from '../../src/card/inline.ts';
import { openNamesPack } from '../../src/dataset/open-names-pack.ts';
import { openRecordsPack } from '../../src/dataset/open-records-pack.ts';
import { callBackground } from '../../src/extension/call-background.ts';
import { callPage, summaryOf } from '../../src/extension/call-page.ts';
import { makePackStore } from '../../src/extension/pack-store.ts';
import { type ActiveTab, activeTab, onTabOrSettings, openPage } from '../../src/extension/ui.ts';
import type { EntityId } from '../../src/model/ids.ts';
import { sheetRows } from '../../src/present/sheet.ts';
import { sheetCsv, sheetJsonLd, sheetMarkdown } from '../../src/present/sheet-files.ts';
import { saveFile } from '../../src/ui/components/save-file.ts';
import { mount } from '../../src/ui/panel/mount.tsx';

const packs = makePackStore(openNamesPack, openRecordsPack);
const SHEETS = {
  csv: { name: 'page-sheet.csv', type: 'text/csv', make: sheetCsv },
  markdown: { name: 'page-sheet.md', type: 'text/markdown', make: sheetMarkdown },
  'json-ld': { name: 'page-sheet.jsonld', type: 'application/ld+json', make: sheetJsonLd },
} as const;
let tab: ActiveTab | undefined;
const here = (): number => {
  if (!tab) throw new Error('no page is open');
  return tab.id;
};

mount(document.getElementById('root')!, {
  load: async () => {
    tab = await activeTab();
    const { language } = await callBackground('settings', null);
    const on = tab ? Boolean((await summaryOf(tab.id))?.report) : false;
    const mentions = on ? await callPage(here(), 'mentions', null) : [];
    const ids = [...new Set(mentions.flatMap(({ entity }): EntityId[] => (entity ? [entity] : [])))];
    return { language, on, mentions, labels: await callBackground('labels', { ids, language }) };
  },
  card: async (id, entity) => {
    const { annotations, facts } = await callPage(here(), 'annotations', null);
    const annotation = annotations.find((one) => one.id === id);
    if (!annotation) throw new Error('the mark is gone');
    const beside = annotations.filter(({ block }) => block === annotation.block);
    return callBackground('panelCard', { annotation, facts, beside, ...(entity ? { entity } : {}) });
  },
  drawCard: mountCard,
  jump: async (id) => void (await callPage(here(), 'jump', { id })),
  hide: async (entity, undo) => void (await callPage(here(), 'hide', { entity, undo })),
  setMuted: async (entity, muted) => void (await callBackground('setMuted', { entity, muted })),
  saveSheet: async (format) => {
    const [{ annotations, facts }, records, { language }] = await Promise.all([
      callPage(here(), 'annotations', null),
      packs.records(),
      callBackground('settings', null),
    ]);
    const { name, type, make } = SHEETS[format];
    saveFile(name, type, make(sheetRows(annotations, facts, records, language), facts, records.version));
  },
  openAtlas: (route) => openPage(`atlas.html${route}`),
  onChange: onTabOrSettings,
});
