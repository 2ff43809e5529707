import { isPlural, singular } from './plurals.ts';
import type { Reading } from './reading.ts';
import { isWord } from './reading.ts';

/** Words in -s that stand before the noun they qualify. */
const MODIFIERS = new Set(
  'sports sales arms news goods communications operations systems customs savings securities economics politics physics mathematics athletics logistics electronics plus less overseas business express women men children humanities'.split(
    ' ',
  ),
);
/** Words that end a noun phrase: what follows is no part of what is counted. */
const STOPS = new Set(
  `a an the this that these those my your his her its our their whose which who whom what when where while why how
of in on at by for from to into onto with without within about above below over under after before since until till during between among against across
along around behind beside beyond despite down inside near off out outside per through throughout toward towards up upon via than as like unlike except
and or but nor so yet if because although though unless whether
is are was were be been being am has have had having do does did will would can could shall should may might must
not no also only just even still already then there here now later ago earlier away each every both either neither all some any most least such
said says say told according including worth totaling totalling valued compared amid plus minus versus vs apiece annually today yesterday tomorrow tonight
it he she they we you i him them us me himself itself themselves
made make makes took take takes came come comes went go goes got get gets gave give gives left live lives lived died die dies work works worked play plays fell rose grew grow hit held hold won win lost lose led became become becomes
remain remains remained remaining need needs want wants use used using help helps seem seems appear appears show shows showed stand stands stood sit run runs ran begin began start starts started continue continues
cost costs sold bought built paid spent sent set put met kept saw seen found broke struck joined signed attended participated gathered arrived escaped belong exist rely depend await face faced`
    .split(/\s+/)
    .filter(Boolean),
);
const LONGEST = 6;
const JOINTS = new Set(['and', 'or', ',']);
/** Names of peoples in the plural: "1,300 Azerbaijanis" are persons. */
const PEOPLES =
  /^\p{Lu}\p{Ll}+(?:ans|stanis|janis|elis|aqis|anis|eks|akhs|yzs|menis)$|^(?:Turks|Arabs|Swedes|Danes|Poles|Britons|Brits|Greeks|Serbs|Croats|Finns|Kurds|Thais|Tajiks|Turkmens|Scots|Czechs|Slovaks|Finns)$/u;

/** Adjectives of peoples, as far as their ending tells. */
const PEOPLE_ADJECTIVE = /(?:ian|ean|an|ese|ish|ani|aqi|aeli|gyz|zakh|zbek|jik|men|ek|ch|ic|ti|mi)$/;

/** "US adults", not "us". */
const isAcronym = (text: string, start: number, end: number) =>
  end - start > 1 && /^\p{Lu}+$/u.test(text.slice(start, end)) && !/^\p{Lu}+$/u.test(text.slice(end + 1, end + 4));

/** Verbs that are nouns or adjectives as well: "310 work permits", "40 live animals". */
const BOTH = new Set('work play show live cost use help sit stand run'.split(' '));
const qualifies = (tokens: Reading['tokens'], i: number, from: number) =>
  i === from && BOTH.has(tokens[i]!.key) && isWord(tokens[i + 1]) && isPlural(tokens[i + 1]!.key);

const DETERMINERS = new Set('the a an its their his her this that these those our'.split(' '));

/** A part of a joined adjective is no stop: "Chinese-made", "start-up". */
const isHyphened = (tokens: Reading['tokens'], i: number) =>
  (tokens[i]!.gap === 0 && tokens[i - 1]?.key === '-') ||
  (tokens[i + 1]?.key === '-' && tokens[i + 1]!.gap === 0 && tokens[i + 2]?.gap === 0 && tokens[i + 2]?.kind !== 'sign');

/** Index of the last token of a model's number behind the name at `i`, or `i`. */
function modelBehind({ tokens, text }: Reading, i: number): number {
  const next = tokens[i + 1];
  const capital = /\p{Lu}/u.test(text[tokens[i]!.start]!);
  if (
    next?.kind === 'number' &&
    (next.gap === 0 || (capital && next.gap === 1 && next.literal!.plain && isWord(tokens[i + 2])))
  ) {
    const glued = isWord(tokens[i + 2]) && tokens[i + 2]!.gap === 0;
    return glued ? i + 2 : i + 1;
  }
  const number = tokens[i + 2];
  const joined = capital && next?.key === '-' && next.gap === 0 && number?.kind === 'number' && number.gap === 0;
  return joined ? i + 2 + (isWord(tokens[i + 3]) && tokens[i + 3]!.gap === 0 ? 1 : 0) : i;
}

const isJoinedWord = (tokens: Reading['tokens'], dash: number) =>
  tokens[dash]?.key === '-' && tokens[dash]!.gap === 0 && isWord(tokens[dash + 1]) && tokens[dash + 1]!.gap === 0;

/** The last token of a number joined to a singular ("20-foot", "19th-century") or of an ordinal ("8th") at `i`, or `i`. */
function sizeEnd(tokens: Reading['tokens'], i: number): number {
  const ending = isWord(tokens[i + 1]) && tokens[i + 1]!.gap === 0 && /^(?:st|nd|rd|th)$/.test(tokens[i + 1]!.key);
  const at = ending ? i + 1 : i;
  return isJoinedWord(tokens, at + 1) ? at + 2 : at;
}

/** Does a plural stand at `i` or behind one more word: "women entrepreneurs", "sports training centres"? */
const isPluralNear = (tokens: Reading['tokens'], i: number) =>
  [i, i + 1].some((at) => isWord(tokens[at]) && tokens[at]!.gap === 1 && isPlural(tokens[at]!.key)) &&
  isWord(tokens[i]) &&
  !STOPS.has(tokens[i]!.key);

/** Plurals of two joined words, of which the last is too short or rare to be told: "start-ups", "by-elections", "add-ons". */
const isJoined = (tokens: Reading['tokens'], i: number) =>
  tokens[i + 1]?.key === '-' &&
  tokens[i + 1]!.gap === 0 &&
  isWord(tokens[i + 2]) &&
  /^(?:ups|ons|ins|outs|offs|bys)$/.test(tokens[i + 2]!.key);

/**
 * The head of the noun phrase behind an English number: "60 commercial fishermen from" → fishermen. The head is the first plural,
 * and those plurals that follow at once ("200 sales jobs"); the verb of a plural subject has no -s. `next` is the index behind it.
 */
export function headNoun(r: Reading, from: number): { unit: string; next: number } | undefined {
  const { tokens, text, locale } = r;
  let head = -1;
  for (let i = from, words = 0; words < LONGEST; i++) {
    const token = tokens[i];
    if (!token) break;
    if (head < 0 && words > 0 && JOINTS.has(token.key) && isWord(tokens[i + 1]) && !STOPS.has(tokens[i + 1]!.key)) continue; // "local and foreign companies"
    if (token.kind === 'sign') {
      const joint = token.gap === 0 && i > from && tokens[i + 1]?.gap === 0 && isWord(tokens[i + 1]);
      if (
        joint &&
        (token.key === '-' || token.key === '‑' || (token.key === '.' && tokens[i - 1]!.end - tokens[i - 1]!.start === 1))
      )
        continue;
      if (
        token.key === '.' &&
        i > from &&
        tokens[i - 1]!.end - tokens[i - 1]!.start === 1 &&
        /[A-Z]/.test(text[tokens[i - 1]!.start]!)
      )
        continue;
      break;
    }
    const sized = token.kind === 'number' && head < 0 ? sizeEnd(tokens, i) : i;
    if (sized > i) {
      i = sized; // "3,200 20-foot containers", "five 19th-century paintings"
      continue;
    }
    if (locale.numbers.get(token.key)?.role === 'value') break; // "twelve Turkish, nine Kazakh"
    if (token.kind !== 'word' || token.gap === 2 || (token.gap === 0 && i === from)) break;
    if (head < 0 && token.key === 'head' && tokens[i + 1]?.key === 'of') return { unit: 'head', next: i + 1 };
    if (head >= 0 && DETERMINERS.has(tokens[i + 1]?.key ?? '')) break; // "11 vessels sail the sea"
    if (
      STOPS.has(token.key) &&
      !isAcronym(text, token.start, token.end) &&
      !isHyphened(tokens, i) &&
      !qualifies(tokens, i, from)
    ) {
      if (tokens[i + 1]?.kind !== 'number' || tokens[i + 1]!.gap > 0) break;
    }
    const model = modelBehind(r, i);
    if (model > i) {
      i = model; // "90 Airbus A320 jets", "12 F-16 jets", "58 Boeing 737 aircraft"
      continue;
    }
    words++;
    if (isJoined(tokens, i)) return { unit: `${token.key}-${tokens[i + 2]!.key.slice(0, -1)}`, next: i + 3 };
    const plural = isPlural(token.key);
    if (head >= 0 && !plural) break;
    if (plural && !(MODIFIERS.has(token.key) && isPluralNear(tokens, i + 1))) head = i;
  }
  if (head < 0) return undefined;
  const word = text.slice(tokens[head]!.start, tokens[head]!.end);
  return { unit: PEOPLES.test(word) ? 'person' : singular(tokens[head]!.key), next: head + 1 };
}

/** Adjectives that may stand alone before the next number: "27 Kazakh and 13 Uzbek students", "5 local, 3 foreign firms". */
const ALONE =
  /(?:al|ic|ive|ern|ary|ous|ed|ing|tion|ish|ese|[ai]an|less|ful|able)$|^(?:male|female|new|old|small|large|big|private|public|state|junior|senior|civilian|domestic|light|heavy|short|long|blue|red|green|white|black|rich|poor|young|Kazakh|Uzbek|Kyrgyz|Tajik|Turkmen|Greek|Czech|French|Dutch|Swiss|Thai|Iraqi|Israeli|Pakistani|Afghan|Arab|Kurdish)$/;
const MOST_SHARED = 5;

/** The noun that a later number of the list has: of "27 Kazakh and 13 Uzbek students" both count students. `next` is behind the adjective. */
export function sharedNoun(r: Reading, from: number, depth = 0): { unit: string; next: number } | undefined {
  const { tokens, text, locale } = r;
  let at = from;
  for (let words = 0; words < 2 && isWord(tokens[at]) && tokens[at]!.gap === 1; words++, at++) {
    const word = text.slice(tokens[at]!.start, tokens[at]!.end);
    if (tokens[at + 1]?.key === '-' && isHyphened(tokens, at)) {
      at += 2; // "13 wide-body and 24 narrow-body planes"
      continue;
    }
    const people = /^\p{Lu}/u.test(word) && PEOPLE_ADJECTIVE.test(word);
    if (!people && !ALONE.test(word)) break;
  }
  if (at === from || depth > MOST_SHARED) return undefined;
  let joint = at;
  if (tokens[joint]?.key === ',') joint++;
  if (tokens[joint]?.key === 'and' || tokens[joint]?.key === 'or') joint++;
  const number = tokens[joint];
  if (joint === at || !number || number.gap !== 1) return undefined;
  if (number.kind !== 'number' && locale.numbers.get(number.key)?.role !== 'value') return undefined;
  const noun = headNoun(r, joint + 1) ?? sharedNoun(r, joint + 1, depth + 1);
  return noun && { unit: noun.unit, next: at };
}

/** Determiners between a part and its whole: "180 of its 2,100 employees". */
const OWNERS = new Set(
  'the its their his her our all these those some nearly about around more than roughly almost an estimated'.split(' '),
);
const LONGEST_OWNER = 7;

/** "180 of its 2,100 employees", "8,000 of the town's 11,500 residents" count employees and residents as well. */
export function nounOfWhole(r: Reading, from: number): string | undefined {
  const { tokens, locale } = r;
  if (tokens[from]?.key !== 'of') return undefined;
  let at = from + 1;
  let owned = false;
  for (let done = false; at < from + LONGEST_OWNER && tokens[at] && !done; at++) {
    if (OWNERS.has(tokens[at]!.key)) {
      owned = true;
      continue;
    }
    const end = possessiveEnd(r, at);
    if (end === undefined) break;
    owned = done = true;
    at = end - 1;
  }
  const number = tokens[at];
  if (!number) return undefined;
  const numeral = number.kind === 'number' || locale.numbers.get(number.key)?.role === 'value';
  return numeral || owned ? headNoun(r, numeral ? at + 1 : at)?.unit : undefined;
}

/** The index behind a possessive of up to three words: "town's", "Central Bank's", "regions'". */
function possessiveEnd({ tokens }: Reading, from: number): number | undefined {
  for (let at = from; at < from + 3 && isWord(tokens[at]); at++) {
    const mark = tokens[at + 1];
    if (mark?.gap !== 0 || !/^['’]$/.test(mark.key)) continue;
    return tokens[at + 2]?.key === 's' && tokens[at + 2]!.gap === 0 ? at + 3 : at + 2;
  }
  return undefined;
}
