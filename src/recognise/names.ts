import { type Accept, type Lexicon, readPayload } from '../lexicon/index.ts';
import { GAP, SHAPE, tokenise } from '../lexicon/tokens.ts';
import type { Knowledge } from '../model/knowledge.ts';
import { type BlockReading, isAllCaps, isUpper } from './block-reading.ts';
import { type ReadName, readName } from './known.ts';
import { CASE, PATRONYMIC_ENDS, PATRONYMIC_WORDS } from './suffix-tables.ts';
import { type EndingTable, endingsOf, foldWord, ON, russianForms } from './suffixes.ts';

/** A stretch of tokens that an entry of the lexicon fits. `last` is the last token of the mark, an ending that stands apart included. */
export interface Found {
  readonly first: number;
  readonly last: number;
  readonly end: number;
  readonly ending: string;
  readonly index: number;
  /** A region's name with the word "region" after it inside the mark. */
  readonly region?: boolean;
  /** A family name with its bearer's initials inside the mark. */
  readonly initials?: boolean;
}

export interface AllFound {
  readonly names: readonly Found[];
  readonly cues: readonly Found[];
  readonly words: readonly Found[];
}

/** One way to read a token as a token of the lexicon. */
interface Form {
  readonly token: number;
  /** What stands after the stored word inside the token; for Russian what stands instead of its end. */
  readonly ending: string;
  readonly how: 'as-is' | 'ending' | 'russian';
  /** `ending`: what it may stand on, bits of `ON`. */
  readonly on: number;
  /** `russian`: the cases it may be. */
  readonly cases: number;
  readonly only?: 'person' | 'demonym' | 'several';
  /** Stored word where it differs from the token. */
  readonly stem?: string;
}

/** Names, cues and evidence words of a block, with every ending that the block's language allows. Nothing is decided here. */
export function findAll(reading: BlockReading, lexicon: Lexicon, knowledge: Knowledge): AllFound {
  const { tokens } = reading;
  const endings = endingsOf(reading.lang);
  const forms: (readonly Form[] | undefined)[] = [];
  const found = { names: [] as Found[], cues: [] as Found[], words: [] as Found[] };
  const formsAt = (i: number) => (forms[i] ??= readForms(reading, lexicon, endings, i));

  const report = (node: number, first: number, last: number, form: Form | undefined, skipped: boolean): void => {
    for (const accept of lexicon.accepts(node)) {
      const { kind, index } = readPayload(accept.payload);
      const ending = form?.ending ?? '';
      const here = { first, last, end: tokens.end[last]!, ending, index };
      if (kind === 'name') {
        const name = readName(knowledge, index);
        if (skipped && name.type !== 'person') continue;
        if (!fits(reading, name, accept, form, first, last)) continue;
        const behind = name.type === 'person' && name.tokenCount > 1 && !skipped ? patronymicBehind(reading, last) : last;
        const whole = behind > last ? { ...here, last: behind, end: tokens.end[behind]! } : here;
        found.names.push(withEndingApart(reading, endings, name, whole));
      } else if (accept.exact === undefined || reading.text.slice(tokens.start[first], here.end) === accept.exact) {
        (kind === 'cue' ? found.cues : found.words).push(here);
      }
    }
  };

  const walk = (node: number, first: number, i: number, cases: number, skipped: boolean): void => {
    if (i >= tokens.count) return;
    const gap = i === first ? GAP.none : tokens.gap[i]!;
    if (gap === GAP.break) return;
    for (const stem of lexicon.stems(tokens.codes, tokens.at[i]!, tokens.at[i + 1]!)) {
      for (let next = lexicon.step(node, stem, gap); next > 0; next = lexicon.step(node, stem, gap, next)) {
        report(next, first, i, undefined, skipped);
      }
    }
    for (const form of formsAt(i)) {
      const shared = cases & form.cases;
      if (!shared) continue;
      for (let next = lexicon.step(node, form.token, gap); next > 0; next = lexicon.step(node, form.token, gap, next)) {
        report(next, first, i, form, skipped);
        if (form.how !== 'ending') walk(next, first, i + 1, shared, skipped);
      }
    }
    if (i > first && !skipped) {
      const after = afterPatronymic(reading, i);
      if (after > i) walk(node, first, after, cases, true);
    }
  };

  for (let i = 0; i < tokens.count; i++) if (mayStart(reading, i)) walk(0, i, i, CASE.any, false);
  return found;
}

/** Does a word start here? Not after an apostrophe (Bakı'nın), unless before it stands an article of one or two letters (l'Ukraine). */
function mayStart({ tokens }: BlockReading, i: number): boolean {
  const gap = tokens.gap[i]!;
  if (gap === GAP.apostrophe) return tokens.end[i - 1]! - tokens.start[i - 1]! <= 2 && isUpper(tokens.shape[i]!);
  return true;
}

function readForms(reading: BlockReading, lexicon: Lexicon, endings: EndingTable, i: number): readonly Form[] {
  const { tokens, lang } = reading;
  const { codes } = tokens;
  const from = tokens.at[i]!;
  const to = tokens.at[i + 1]!;
  const forms: Form[] = [];
  const token = lexicon.token(codes, from, to);
  if (token >= 0) forms.push({ token, ending: '', how: 'as-is', on: 0, cases: CASE.any });
  if (to - from < SHORTEST_NAME + 1 || !lexicon.mayBegin(codes, from, to)) return forms;

  for (let length = Math.min(endings.longest, to - from - SHORTEST_NAME); length > 0; length--) {
    const stem = lexicon.token(codes, from, to - length);
    if (stem < 0) continue;
    const ending = reading.words[i]!.slice(-length);
    const on = endings.joined.get(ending);
    if (on !== undefined)
      forms.push({ token: stem, ending, how: 'ending', on, cases: CASE.any, stem: reading.words[i]!.slice(0, -length) });
  }
  if (lang === 'ru' && tokens.shape[i]! & SHAPE.cyrillic) {
    const word = reading.words[i]!;
    const hyphen = i + 1 < tokens.count && tokens.gap[i + 1] === GAP.hyphen;
    for (const { form, of, cases, only } of russianForms(word, hyphen)) {
      const stem = word.slice(0, word.length - form.length) + of;
      if (stem.length < SHORTEST_NAME || (of === '' && !CONSONANT_END.test(stem))) continue;
      const units = Uint16Array.from(stem, (c) => c.charCodeAt(0));
      const known = lexicon.token(units, 0, units.length);
      if (known >= 0) forms.push({ token: known, ending: form, how: 'russian', on: 0, cases, stem, ...(only && { only }) });
    }
  }
  return forms;
}

/** Letters below which a name takes no ending. */
const SHORTEST_NAME = 3;
const CONSONANT_END = /[бвгджзклмнпрстфхцчшщ]$/;

/** May this name stand here in this form? Letter case, endings and addresses; not its evidence. */
function fits(
  reading: BlockReading,
  name: ReadName,
  accept: Accept,
  form: Form | undefined,
  first: number,
  last: number,
): boolean {
  const { text, tokens } = reading;
  const start = tokens.start[first]!;
  const address = reading.address.get(first) ?? reading.address.get(last);
  if (address && (first > address[0] || last < address[1])) return false;
  if (
    accept.exact !== undefined &&
    text.slice(start, start + accept.exact.length).normalize('NFC') !== accept.exact.normalize('NFC')
  )
    return false;
  if (form?.only === 'person' && name.type !== 'person') return false;
  if (form?.only === 'demonym' && name.kind !== 'demonym') return false;
  // «Узбеков» inside a sentence is a family name, «узбеков» are people.
  if (form?.only === 'demonym' && !name.startsUpper && isUpper(tokens.shape[first]!) && !mayBeCapital(reading, first))
    return false;
  if (form?.only === 'several' && name.tokenCount < 2) return false;
  if (form?.how === 'ending' && !endingFits(name, form, reading.lang)) return false;
  if (form?.how === 'russian' && form.ending === 'ом' && name.type === 'person' && SURNAME_END.test(form.stem ?? ''))
    return false;
  if (form?.how === 'russian' && name.lastLetters < 4 && name.tokenCount === 1 && name.strength === 'weak') return false;
  if (
    accept.plain &&
    (name.strength === 'weak' || name.lastLetters < LONG_ENOUGH_WITHOUT_DIACRITICS || !isUpper(tokens.shape[first]!))
  )
    return false;
  return caseFits(reading, name, first, last) || (form?.how === 'ending' && isPeople(reading, form));
}

/** «ақтөбелік», `bakılı`: somebody from there is written small in Kazakh and Azerbaijani, whatever the place is. */
function isPeople({ lang }: BlockReading, form: Form): boolean {
  return (lang === 'kk' || lang === 'az') && (form.on & ON.place) !== 0 && (form.on & ON.any) === 0;
}

/** Does the place or the page ask for a capital, so that it tells nothing? */
function mayBeCapital({ shouting, sentenceOf }: BlockReading, i: number): boolean {
  return shouting || i === 0 || sentenceOf[i - 1] !== sentenceOf[i];
}

/** Family names whose instrumental is -ым: Токаевым, but Саратовом. */
const SURNAME_END = /(?:ов|ев|ин|ын)$/;
const LONG_ENOUGH_WITHOUT_DIACRITICS = 5;
/** Letters of a strong name from which its ending may be longer than itself: Bakıdadır. */
const LONG_FOR_ENDINGS = 4;
/** Longest ending that still looks like one. */
const LONGEST_ENDING = 9;

function endingFits(name: ReadName, form: Form, lang: string): boolean {
  if (!(form.on & name.on)) return false;
  if (name.kind === 'demonym' && endingsOf(lang).speech.has(form.ending)) return false;
  if (form.ending.length > LONGEST_ENDING) return name.lastLetters >= LONGEST_ENDING;
  if (name.lastLetters < LONG_ENOUGH_WITHOUT_DIACRITICS) {
    const mayBeLonger =
      (form.on & (ON.demonym | ON.place)) !== 0 || (name.strength === 'strong' && name.lastLetters >= LONG_FOR_ENDINGS);
    if (form.ending.length > name.lastLetters && !mayBeLonger) return false;
    if (name.strength === 'weak' && name.tokenCount === 1 && form.ending.length < 2) return false;
  }
  return true;
}

/**
 * A word in small letters is not a name that is written with a capital: `gəncə`, `çini`, `karsa`. Peoples are written small in Russian, Kazakh
 * and Azerbaijani; a name of several words may begin small when a later word keeps its capital ("organization of Turkic States").
 */
function caseFits({ tokens, shouting }: BlockReading, name: ReadName, first: number, last: number): boolean {
  const shape = tokens.shape[first]!;
  if (name.kind === 'abbreviation' && name.tokenCount === 1 && !shouting) {
    // Letters must be cased as stored, as far as two flags can say.
    const stored = tokenise(name.text).shape[0]!;
    const bits = SHAPE.firstUpper | SHAPE.laterUpper;
    if (isAllCaps(stored) && !isAllCaps(shape) && (shape & bits) !== bits) return false;
  }
  if (!name.startsUpper || isUpper(shape) || !(shape & SHAPE.lower)) return true;
  if (name.kind === 'demonym') return name.lang === 'ru' || name.lang === 'kk' || name.lang === 'az';
  if (name.tokenCount < 2) return false;
  if (name.tokenCount >= 3 && name.strength === 'strong' && (name.type === 'organisation' || name.type === 'route')) return true;
  for (let i = first + 1; i <= last; i++) if (isUpper(tokens.shape[i]!)) return true;
  return false;
}

/** A name may end in a quoted part: «Север – Юг». */
const CLOSING_QUOTE = /[»”"]$/;

/** The name with an ending that stands apart, if one follows: Bakü'nün, ОТГ-ның, «Атамекен»нің. English 's stays outside. */
function withEndingApart(
  { text, tokens, words, shouting }: BlockReading,
  endings: EndingTable,
  name: ReadName,
  found: Found,
): Found {
  let end = found.end;
  if (name.text.endsWith('.') && text[end] === '.') end++;
  if (CLOSING_QUOTE.test(name.text) && CLOSING_QUOTE.test(text[end] ?? '')) end++;
  const next = found.last + 1;
  if (next >= tokens.count || found.ending !== '' || end !== found.end) return { ...found, end };
  const gap = tokens.gap[next]!;
  const tight = tokens.start[next]! - end;
  const apart = gap === GAP.apostrophe || gap === GAP.hyphen || (gap === GAP.quote && tight === 1);
  // In capitals the ending is in capitals too: BAKÜ'DE.
  const small =
    !isUpper(tokens.shape[next]!) || (isAllCaps(tokens.shape[next]!) && isAllCaps(tokens.shape[found.last]!) && shouting);
  if (!apart || tight > 2 || !small) return { ...found, end };
  const on = endings.apart.get(words[next]!);
  if (on === undefined || !(on & (name.on | ON.any))) return { ...found, end };
  return { ...found, last: next, end: tokens.end[next]!, ending: words[next]! };
}

const patronymicWords = new Set(PATRONYMIC_WORDS.map(foldWord));
const patronymicEnds = PATRONYMIC_ENDS.map(foldWord);

/** The token after a patronymic that stands at `i`; `i` itself if none does. "Кемелевич", "Кемелұлы", "Heydər oğlu". */
function afterPatronymic({ tokens, words }: BlockReading, i: number): number {
  if (!isUpper(tokens.shape[i]!) || i + 1 >= tokens.count) return i;
  if (patronymicWords.has(words[i + 1]!) && tokens.gap[i + 1] !== GAP.break) return i + 2;
  const word = words[i]!;
  if (word.length < 6) return i;
  return patronymicEnds.some((end) => {
    const at = word.lastIndexOf(end);
    return at > 2 && word.length - at - end.length <= 2;
  })
    ? i + 1
    : i;
}

/** The last token of a patronymic that stands behind a name written family name first: "Токаев Касым-Жомарт Кемелевич". */
function patronymicBehind(reading: BlockReading, last: number): number {
  const next = last + 1;
  if (next >= reading.tokens.count || reading.tokens.gap[next] !== GAP.space) return last;
  const word = reading.words[next]!;
  // "Əliyev İlham Heydər oğlu", and the last word of the text.
  const after = afterPatronymic(reading, next);
  if (after > next) return after - 1;
  const ends = isUpper(reading.tokens.shape[next]!) && word.length >= 6 && patronymicEnds.some((end) => word.endsWith(end));
  return ends && after === next && next === reading.tokens.count - 1 ? next : last;
}

/** A word of the text against a word of the dataset: the same, or the same with an ending of the block's language. */
export function sameWord(written: string, stored: string, lang: string): boolean {
  if (written === stored) return true;
  if (stored.length < SHORTEST_NAME) return false;
  if (written.startsWith(stored) && endingsOf(lang).joined.has(written.slice(stored.length))) return true;
  if (lang !== 'ru') return false;
  for (const { form, of } of russianForms(written, false)) {
    if (written.slice(0, written.length - form.length) + of === stored) return true;
  }
  return false;
}
