import { approxAfter, approxBefore } from './approximations.ts';
import type { Found } from './found.ts';
import { isWord, type Reading } from './reading.ts';

/** Words that are multiples by themselves: "sixfold", "tripled", «вдвое», "ikiqat". Numbers with "times" are read as measures. */
export function readMultiple(r: Reading, i: number): Found | undefined {
  const { tokens, text, locale } = r;
  if (!isWord(tokens[i])) return undefined;
  const match = locale.multiples.match(text, tokens, i, locale.stems);
  if (!match || tokens[match.next]?.key === 'down') return undefined; // "doubling down"
  const approx = approxBefore(r, i) ?? approxAfter(r, match.next);
  const figure = { kind: 'multiple' as const, value: match.value, unit: 'fold', step: 1 };
  return { from: i, next: match.next, figure: approx ? { ...figure, approx } : figure };
}

/** What says that "times" compares and does not count occasions: what stands behind it, or a verb of growth shortly before. */
const COMPARED: Readonly<Record<string, RegExp>> = {
  en: /^(?:more|higher|larger|greater|bigger|faster|less|fewer|lower|smaller|cheaper|longer|stronger|better|worse|older|richer|as|than|over|the|that|what|its|their|his|increase|growth|rise|jump|drop|earnings|revenue|compared|year-on-year|stronger|above|below)$/,
  az: /^(?:art|azal|çox|az$|yüksə|böyü|geniş|aşağı|bahal|ucuz|sürət|güclən|ətraf|yaxın|qədər|kimi|kiçi|enmiş|düş|üstələ|yuxarı|keç)/,
  tr: /^(?:art|büyü|yüksel|fazla|düş|azal|daha|çık|geril|aş|pahal|ucuz|yakın|kadar|geniş|katla|hızl)/,
};
const GREW =
  /^(?:grow|grew|grown|grows|increas|rise|rises|rose|risen|multipl|up|jump|soar|expand|surg|climb|by|almost|nearly|fell|fall|drop|declin|shrank|decreas|rais|boost|worth|valu|trad|oversubscribed|yield)/;
const WINDOW = 5;

/** Russian says it by the preposition: «в 3 раза» compares, «3 раза» counts. Kazakh has a word of its own. */
export function isMultiple({ tokens, locale }: Reading, from: number, next: number): boolean {
  const before = (test: (key: string) => boolean, size = WINDOW) => {
    for (let i = from - 1; i >= 0 && i >= from - size; i--) {
      if (tokens[i]!.key === '.' && tokens[i]!.gap === 0) return false;
      if (test(tokens[i]!.key)) return true;
    }
    return false;
  };
  if (locale.lang === 'ru') return before((key) => key === 'в' || key === 'во', 4);
  const compared = COMPARED[locale.lang];
  if (!compared) return true;
  const last = tokens[next - 1]!.key;
  if (locale.lang === 'en') {
    if (last === 'fold') return true;
    return (
      compared.test(tokens[next]?.key ?? '') ||
      (before((key) => GREW.test(key)) && !/^(?:a|per|each|daily|weekly|in|since)$/.test(tokens[next]?.key ?? ''))
    );
  }
  if (last !== 'dəfə' && last !== 'kat' && last !== 'qat') return true;
  for (let i = next; i < next + WINDOW && i < tokens.length; i++) if (compared.test(tokens[i]!.key)) return true;
  return before((key) => compared.test(key));
}
