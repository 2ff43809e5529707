import { AZ } from './az.ts';
import { EN } from './en.ts';
import { KK } from './kk.ts';
import { RU } from './ru.ts';
import { TR } from './tr.ts';
import type { Words } from './types.ts';

export const WORDS: Readonly<Record<string, Words>> = { en: EN, ru: RU, kk: KK, az: AZ, tr: TR };
