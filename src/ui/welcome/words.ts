import { COMMON } from '../../locale/common.ts';
import { makeWords } from '../../locale/index.ts';
import { VIEWS } from '../../locale/views.ts';
import { WELCOME } from '../../locale/welcome.ts';
import type { Language } from '../../model/ids.ts';

export const welcomeWords = (language: Language) => makeWords(language, COMMON, VIEWS, WELCOME);
export type WelcomeWords = ReturnType<typeof welcomeWords>;
