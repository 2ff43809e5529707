import { AZ } from './az.ts';
import { KA, KY, PL, UK, UZ, ZH } from './eastern.ts';
import { EN } from './en.ts';
import { DE, NL } from './germanic.ts';
import { KK } from './kk.ts';
import { ES, FR, IT, PT } from './romance.ts';
import { RU } from './ru.ts';
import { TR } from './tr.ts';
import type { Words } from './types.ts';

/** Five languages in full; of the others what money and percentages need. */
export const WORDS: Readonly<Record<string, Words>> = {
  en: EN,
  ru: RU,
  kk: KK,
  az: AZ,
  tr: TR,
  de: DE,
  nl: NL,
  fr: FR,
  es: ES,
  it: IT,
  pt: PT,
  uk: UK,
  uz: UZ,
  ky: KY,
  pl: PL,
  ka: KA,
  zh: ZH,
};
