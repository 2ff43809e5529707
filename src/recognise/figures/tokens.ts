import { BREAK, charClass, DIGIT, IDEOGRAPH, INVISIBLE, LETTER, SPACE } from './chars.ts';
import { foldWord } from './fold.ts';
import { fractionValue, type Literal, readLiteral } from './literal.ts';

/** No space before it, a space, or a line break. */
export type Gap = 0 | 1 | 2;

export interface Token {
  readonly start: number;
  readonly end: number;
  readonly kind: 'word' | 'number' | 'sign';
  /** Folded word, the sign itself, or the digits as printed. */
  readonly key: string;
  readonly gap: Gap;
  readonly literal: Literal | undefined;
}

export interface Style {
  readonly lang: string;
  readonly decimalSign: string;
}

const URL_START = /^(?:https?|ftp|www|mailto)$/;
const isUzbekMark = (c: string | undefined) => c === '‘' || c === '’' || c === "'" || c === '`';

/**
 * Cuts a text into words, numbers and single signs, once and from left to right. Addresses of the web are left out whole.
 * Words end at hyphens and apostrophes, save in Uzbek, where the apostrophe is a part of a letter.
 */
export function tokenize(text: string, { lang, decimalSign }: Style): Token[] {
  const tokens: Token[] = [];
  let gap: Gap = 0;
  let p = 0;
  const add = (start: number, end: number, kind: Token['kind'], key: string, literal?: Literal) => {
    tokens.push({ start, end, kind, key, gap, literal });
    gap = 0;
    p = end;
  };
  while (p < text.length) {
    const cls = charClass(text.charCodeAt(p));
    if (cls === SPACE || cls === BREAK) {
      if (cls === BREAK) gap = 2;
      else if (gap === 0) gap = 1;
      p++;
    } else if (cls === INVISIBLE) p++;
    else if (cls === LETTER) {
      let end = p + 1;
      while (end < text.length) {
        if (charClass(text.charCodeAt(end)) === LETTER) end++;
        else if (lang === 'uz' && isUzbekMark(text[end]) && charClass(text.charCodeAt(end + 1)) === LETTER) end += 2;
        else break;
      }
      const key = foldWord(text.slice(p, end), lang);
      if (URL_START.test(key) && (text.startsWith('://', end) || text[end] === '.' || text[end] === ':'))
        p = addressEnd(text, end);
      else if (text[end] === '@') p = addressEnd(text, end);
      else add(p, end, 'word', key);
    } else if (cls === DIGIT) {
      const literal = readLiteral(text, p, decimalSign, lang);
      add(p, literal.end, 'number', text.slice(p, literal.end), literal);
    } else if (cls === IDEOGRAPH) add(p, p + 1, 'word', text[p]!);
    else {
      const c = text[p]!;
      const fraction = fractionValue(c);
      if (fraction === undefined) add(p, p + 1, 'sign', c);
      else add(p, p + 1, 'number', c, { end: p + 1, value: fraction, decimals: 2, plain: false });
    }
  }
  return tokens;
}

function addressEnd(text: string, from: number): number {
  let p = from;
  while (p < text.length) {
    const cls = charClass(text.charCodeAt(p));
    if (cls === SPACE || cls === BREAK) break;
    p++;
  }
  return p;
}
