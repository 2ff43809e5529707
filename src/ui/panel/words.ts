import { COMMON } from '../../locale/common.ts';
import { makeWords } from '../../locale/index.ts';
import { PANEL } from '../../locale/panel.ts';
import { VIEWS } from '../../locale/views.ts';
import type { Language } from '../../model/ids.ts';

export const panelWords = (language: Language) => makeWords(language, COMMON, VIEWS, PANEL);
export type PanelWords = ReturnType<typeof panelWords>;
