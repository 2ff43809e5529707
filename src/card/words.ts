import { CARD } from '../locale/card.ts';
import { COMMON } from '../locale/common.ts';
import { makeWords } from '../locale/index.ts';
import type { Language } from '../model/ids.ts';

export const cardWords = (language: Language) => makeWords(language, COMMON, CARD);
export type CardWords = ReturnType<typeof cardWords>;
