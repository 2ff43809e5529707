import az from '../../assets/locales/az/shell.json';
import en from '../../assets/locales/en/shell.json';
import kk from '../../assets/locales/kk/shell.json';
import ru from '../../assets/locales/ru/shell.json';
import tr from '../../assets/locales/tr/shell.json';
import type { Language } from '../model/ids.ts';
import { makeWords } from './words.ts';

export const SHELL = { en, ru, az, kk, tr };

/** What the browser itself shows for us: menu items and the button's name. `%s` is the browser's place for the selection. */
export function shellWords(language: Language) {
  const { t } = makeWords(language, SHELL);
  return {
    lookUp: t('menu.lookUp'),
    toggleSite: t('manifestCommandToggle'),
    toolbar: { on: t('toolbar.on'), off: t('toolbar.off'), unavailable: t('toolbar.unavailable') },
  };
}
