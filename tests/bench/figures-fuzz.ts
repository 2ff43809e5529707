import { recogniseFigures } from '../../src/recognise/figures/index.ts';

/** What 10,000 strings of the stuff of figures did to the recogniser. */
export interface Fuzzed {
  readonly strings: number;
  readonly exceptions: number;
  /** Spans out of order, empty, beyond the text or not what they say. */
  readonly brokenSpans: number;
  /** Time for twice the text over the time for the text, of the worst of the repeated strings. */
  readonly worstDoubling: number;
}

const PARTS =
  '1 12 2023 1,234 1.5 15.10.2018 $ € ₸ % - – + / . , : ( ) ~ US USD million bn m млн мың milyon bin dollars тенге манат lira percent пайыз faiz yüzde tons тонн km m2 per day times есе dəfə kat в раза doubled about more than до между from to between and since first eight months of this year last past five years ago May Q1 январь август года жылдың тоқсаны bu ilin ilk ayında yılın half a one two hundred third үштен бірі üçte жарым people new companies рыбаков balıqçı кеме iPhone next week Monday the end İ ı ½ \u00a0 \u202f \n \u200b \ud83d 😀 https://a.b/1 x × ^ 10'.split(
    ' ',
  );
const LANGS = ['en', 'ru', 'kk', 'az', 'tr', 'de', 'zh', 'uz', undefined] as const;
const STRINGS = 10_000;
const LONGEST = 24;
/** Of so many strings the time of twice the text is taken; each string is repeated up to this length. */
const DOUBLED = 40;
const LENGTH = 16_000;
/** Repeats of which the quickest counts: a busy machine only adds time. */
const TRIES = 9;

/** Attempts end once the time is about linear. */
const LINEAR = 2.2;
const ATTEMPTS = 8;

/** A linear congruential generator (Numerical Recipes): the same strings in every run. */
function makeRandom(seed: number) {
  let state = seed;
  return (below: number) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

function quickest(text: string, lang: string | undefined): number {
  let best = Number.POSITIVE_INFINITY;
  for (let i = 0; i < TRIES; i++) {
    const start = performance.now();
    recogniseFigures(text, { lang, date: '2025-10-30' });
    best = Math.min(best, performance.now() - start);
  }
  return best;
}

/** Of several attempts the least: a slow stretch of the machine passes, a square stays. */
function doubling(text: string, lang: string | undefined): number {
  let least = Number.POSITIVE_INFINITY;
  for (let i = 0; i < ATTEMPTS && least > LINEAR; i++)
    least = Math.min(least, quickest(text + text, lang) / quickest(text, lang));
  return least;
}

function isBroken(text: string, lang: string | undefined): boolean {
  let last = 0;
  for (const { start, end, surface } of recogniseFigures(text, { lang, date: '2025-10-30' })) {
    if (start < last || end <= start || end > text.length || surface !== text.slice(start, end)) return true;
    last = end;
  }
  return false;
}

export function fuzzFigures(): Fuzzed {
  const random = makeRandom(20_251_030);
  let exceptions = 0;
  let brokenSpans = 0;
  let worstDoubling = 0;
  for (let i = 0; i < STRINGS; i++) {
    let text = '';
    for (let size = 1 + random(LONGEST); size > 0; size--) text += PARTS[random(PARTS.length)]! + (random(4) > 0 ? ' ' : '');
    const lang = LANGS[i % LANGS.length];
    try {
      if (isBroken(text, lang)) brokenSpans++;
    } catch {
      exceptions++;
    }
    if (i % (STRINGS / DOUBLED) !== 0) continue;
    const long = `${text} `.repeat(Math.ceil(LENGTH / text.length));
    worstDoubling = Math.max(worstDoubling, doubling(long, lang));
  }
  return { strings: STRINGS, exceptions, brokenSpans, worstDoubling };
}
