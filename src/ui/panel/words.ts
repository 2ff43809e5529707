import { COMMON } from '../../locale/common.ts';
import { makeWords } from '../../locale/index.ts';
import { PANEL } from '../../locale/panel.ts';
import type { Language } from '../../model/ids.ts';

export const panelWords = (language: Language) => makeWords(language, COMMON, PANEL);
export type PanelWords = ReturnType<typeof panelWords>;
