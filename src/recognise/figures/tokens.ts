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
const isLower = (code: number) => code >= 0x61 && code <= 0x7a;
const isUzbekMark = (c: string | undefined) => c === '‘' || c === '’' || c === "'" || c === '`';

/**
 * Cuts a text into words, numbers and single signs, once and from left to right. Addresses of the web are left out whole.
 * `from` and `to` are offsets of a part that ends at a break of lines. Words end at hyphens and apostrophes, save in Uzbek, where the apostrophe is a part of a letter.
 */
export function tokenize(text: string, { lang, decimalSign }: Style, from = 0, to = text.length): Token[] {
  const tokens: Token[] = [];
  let gap: Gap = 0;
  let p = from;
  while (p < to) {
    const cls = charClass(text.charCodeAt(p));
    if (cls === SPACE || cls === BREAK) {
      if (cls === BREAK) gap = 2;
      else if (gap === 0) gap = 1;
      p++;
      continue;
    }
    if (cls === INVISIBLE) {
      p++;
      continue;
    }
    const start = p;
    let kind: Token['kind'] = 'word';
    let key: string;
    let literal: Literal | undefined;
    if (cls === LETTER) {
      // Most words are lower-case ASCII, and a key as they stand.
      while (isLower(text.charCodeAt(p))) p++;
      const folded = lang !== 'uz' && charClass(text.charCodeAt(p)) !== LETTER && p > start;
      if (!folded) p = wordEnd(text, Math.max(p, start + 1), lang === 'uz');
      key = folded ? text.slice(start, p) : foldWord(text.slice(start, p), lang);
      const after = text[p];
      if ((after === '@' || after === ':' || after === '.') && isAddress(text, p, key)) {
        p = addressEnd(text, p);
        continue;
      }
    } else if (cls === DIGIT) {
      literal = readLiteral(text, p, decimalSign, lang);
      p = literal.end;
      kind = 'number';
      key = text.slice(start, p);
    } else {
      key = text[p++]!;
      const fraction = cls === IDEOGRAPH ? undefined : fractionValue(key);
      if (fraction !== undefined) literal = { end: p, value: fraction, decimals: 2, plain: false };
      if (cls !== IDEOGRAPH) kind = literal ? 'number' : 'sign';
    }
    tokens.push({ start, end: p, kind, key, gap, literal });
    gap = 0;
  }
  return tokens;
}

function wordEnd(text: string, from: number, uzbek: boolean): number {
  let end = from;
  while (end < text.length) {
    if (charClass(text.charCodeAt(end)) === LETTER) end++;
    else if (uzbek && isUzbekMark(text[end]) && charClass(text.charCodeAt(end + 1)) === LETTER) end += 2;
    else break;
  }
  return end;
}

const isAddress = (text: string, end: number, key: string) =>
  text[end] === '@' || (URL_START.test(key) && (text.startsWith('://', end) || text[end] === '.' || text[end] === ':'));

function addressEnd(text: string, from: number): number {
  let p = from;
  while (p < text.length) {
    const cls = charClass(text.charCodeAt(p));
    if (cls === SPACE || cls === BREAK) break;
    p++;
  }
  return p;
}
