import { isNumber, isWord, type Reading } from '../reading.ts';
import { tagAt } from './tags.ts';

const GLUED = /^(?:st|nd|rd|th|й|я|е|ое|го|ого|му|м|ом|ую|ой|ші|шы|нші|ншы|інші|ыншы|ci|cı|cu|cü|inci|ıncı|uncu|üncü|nci|ncı)$/u;
const ROMAN: Readonly<Record<string, number>> = { i: 1, ii: 2, iii: 3, iv: 4, і: 1, іі: 2, ііі: 3, ı: 1, ıı: 2, ııı: 3, ıv: 4 };

/** "third", "3rd", "3-й", "3-ші", "3-cü", "3. çeyrek", "III". */
export function ordinalAt(r: Reading, i: number): { value: number; next: number } | undefined {
  const { tokens, text, locale } = r;
  const token = tokens[i];
  if (isNumber(token)) {
    if (!token.literal!.plain || token.literal!.value > 31 || token.literal!.value < 1) return undefined;
    let next = i + 1;
    if (
      tokens[next]?.kind === 'sign' &&
      tokens[next]!.gap === 0 &&
      (tokens[next]!.key === '-' || tokens[next]!.key === "'" || tokens[next]!.key === '’')
    ) {
      if (isWord(tokens[next + 1]) && tokens[next + 1]!.gap === 0 && GLUED.test(tokens[next + 1]!.key))
        return { value: token.literal!.value, next: next + 2 };
      return undefined;
    }
    if (isWord(tokens[next]) && tokens[next]!.gap === 0 && GLUED.test(tokens[next]!.key))
      return { value: token.literal!.value, next: next + 1 };
    if (locale.lang !== 'en' && tokens[next]?.key === '.' && tokens[next]!.gap === 0) next++;
    else return undefined;
    return isWord(tokens[next]) ? { value: token.literal!.value, next } : undefined;
  }
  if (!isWord(token)) return undefined;
  const roman = ROMAN[token.key];
  if (roman && text[token.start] !== token.key[0] && tagAt(r, i + 1, 'unit')) return { value: roman, next: i + 1 };
  const tens = locale.numbers.get(token.key)?.value ?? 0;
  if ((tens === 20 || tens === 30) && tokens[i + 1]) {
    const at = tokens[i + 1]!.key === '-' ? i + 2 : i + 1;
    const ones = tagAt(r, at, 'ord');
    if (ones && Number(ones.value) < 10) return { value: tens + Number(ones.value), next: ones.next };
  }
  // «девять» has the stem of «девятый».
  const named = locale.numbers.get(token.key)?.role === 'value' ? undefined : tagAt(r, i, 'ord');
  return named && { value: Number(named.value), next: named.next };
}
