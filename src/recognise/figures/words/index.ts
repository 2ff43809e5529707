import { EN } from './en.ts';
import type { Words } from './types.ts';

export const WORDS: Readonly<Record<string, Words>> = { en: EN };
