import { isCommon, isNamedAfter } from './common-words.ts';
import { localeOf } from './figures/locale.ts';
import { endingsOf } from './suffixes.ts';

/** Makes the tables of a language that its first block would make: a third of what that block takes. `lang` is a BCP 47 tag. */
export function prepareLanguage(lang: string): void {
  localeOf(lang, '');
  endingsOf(lang.toLowerCase().split(/[-_]/)[0]!);
  isCommon('');
  isNamedAfter('');
}
