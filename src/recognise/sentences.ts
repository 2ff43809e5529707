import { APOSTROPHE, CLASS_BITS, classOf, LETTER, LOWER, QUOTE, SPACE } from '../lexicon/fold.ts';

/** Abbreviations after which a sentence goes on, in lower case without the dot. Letters alone (initials) are never an end. */
const ABBREVIATIONS = new Set(
  (
    'vs no nos approx est fig dept univ co u.s u.k u.n e.g i.e a.m p.m ' +
    'г гг в вв млн млрд трлн тыс руб долл ул им т.е т.д т.п др пр стр обл р-н гос акад проф кв км мин сек напр см ' +
    'ж жж т.б т.с.с мың млрд обл ' +
    'yan səh prof dos akad mln mlrd küç ray ' +
    'vb vs doç av alb bkz bl cad sok mah milyar mlr tl'
  ).split(' '),
);
/** The same, only with a capital: in small letters they are words. */
const TITLES = new Set(
  (
    'mr mrs ms dr prof st gen col sgt gov sen rep amb inc ltd corp jr sr ' +
    'jan feb mar apr jun jul aug sep sept oct nov dec mon tue wed thu fri sat sun'
  ).split(' '),
);
const END = /[.!?…]/;
const CLOSING = new Set(['"', '”', '»', '’', "'", ')', ']', '“']);

/** Offsets at which the sentences of a block start, ascending; the first is 0. A line break ends a sentence. */
export function sentenceStarts(text: string): number[] {
  const starts = [0];
  for (let i = 0; i < text.length; i++) {
    if (text[i] === '\n') {
      push(starts, afterSpace(text, i + 1), text);
      continue;
    }
    if (!END.test(text[i]!)) continue;
    let end = i + 1;
    while (end < text.length && (END.test(text[end]!) || CLOSING.has(text[end]!))) end++;
    if (end >= text.length || (classOf(text.charCodeAt(end)) & CLASS_BITS) !== SPACE) {
      i = end - 1;
      continue;
    }
    const next = afterSpace(text, end);
    if (next < text.length && opens(text, next) && !(text[i] === '.' && end === i + 1 && endsInAbbreviation(text, i)))
      push(starts, next, text);
    i = end - 1;
  }
  return starts;
}

function push(starts: number[], at: number, text: string): void {
  if (at < text.length && at > starts.at(-1)!) starts.push(at);
}

function afterSpace(text: string, from: number): number {
  let i = from;
  while (i < text.length && (classOf(text.charCodeAt(i)) & CLASS_BITS) === SPACE) i++;
  return i;
}

/** Georgian sentences begin with a small letter. */
const GEORGIAN = /\p{Script=Georgian}/u;

/** Can a sentence begin here: a capital, a digit, a letter without case, or a quote or bracket or dash before one? */
function opens(text: string, from: number): boolean {
  for (let i = from; i < Math.min(text.length, from + 4); i++) {
    const bits = classOf(text.charCodeAt(i));
    const kind = bits & CLASS_BITS;
    if (kind === LETTER) return (bits & LOWER) === 0 || GEORGIAN.test(text[i]!);
    if (kind !== QUOTE && kind !== APOSTROPHE && kind !== SPACE && !/[([$€₸₼₺₽—–-]/.test(text[i]!)) return false;
  }
  return false;
}

function endsInAbbreviation(text: string, dot: number): boolean {
  let from = dot;
  while (from > 0 && dot - from < 12) {
    const kind = classOf(text.charCodeAt(from - 1)) & CLASS_BITS;
    if (kind !== LETTER && text[from - 1] !== '.' && text[from - 1] !== '-') break;
    from--;
  }
  const word = text.slice(from, dot);
  // "A. Smith" and "С. Жумангарин", but not "Plan B. It": a letter alone is an initial only when it is a capital.
  if (word.length === 1) return word.toLowerCase() !== word || ABBREVIATIONS.has(word);
  const lower = word.toLowerCase();
  return ABBREVIATIONS.has(lower) || (lower !== word && TITLES.has(lower));
}
