import { languageOf } from '../../locale/index.ts';
import type { Language } from '../../model/ids.ts';

/** Until the settings are there: the browser's language. */
export const browserLanguage = (): Language => languageOf(navigator.language);

/** Tells screen readers and hyphenation what is spoken, and names the tab. */
export function dressPage(language: Language, title: string): void {
  document.documentElement.lang = language;
  document.title = title;
}
