import type { Lexicon } from '../lexicon/index.ts';
import { GAP, SHAPE } from '../lexicon/tokens.ts';
import type { Block, BlockCandidates, CueHit, DocumentFacts, LetterCase, NameCandidate } from '../model/document.ts';
import type { Knowledge } from '../model/knowledge.ts';
import { blockLanguage } from './block-lang.ts';
import { type BlockReading, isAllCaps, isBrief, isUpper, readBlock } from './block-reading.ts';
import { HYPHEN_PREFIXES, isCommon, isNamedAfter, OF_OFFICE, OFFICES } from './common-words.ts';
import { localEvidence, tokenAfter, wordsSeen } from './evidence.ts';
import { recogniseFigures } from './figures/index.ts';
import { introductions } from './introductions.ts';
import { readName } from './known.ts';
import { type Found, findAll } from './names.ts';
import { withRegionWords } from './region-words.ts';
import { shown, withInitials } from './shown.ts';

/** What recognition reads with: the opened names pack. */
export interface Reader {
  readonly lexicon: Lexicon;
  readonly knowledge: Knowledge;
}

/**
 * Everything written in one block, undecided. A pure function of the block's text, the languages that element and document claim, the
 * article's date, and the pack. Defined for every string.
 */
export function recogniseBlock(
  block: Pick<Block, 'text'> & Partial<Pick<Block, 'lang' | 'role'>>,
  facts: DocumentFacts,
  { lexicon, knowledge }: Reader,
): BlockCandidates {
  const reading = readBlock(block.text, (tokens, words) => blockLanguage(tokens, words, block.lang ?? facts.lang));
  const found = findAll(reading, lexicon, knowledge);
  const seen = wordsSeen(found.words, knowledge);
  const single = asWritten(reading, joinedOnly(reading, found.names));
  const names = [...single, ...withRegionWords(reading, single, knowledge), ...withInitials(reading, single, knowledge)];
  const owners = ownersOf(reading, names, found.cues, knowledge);

  const spans = new Map<string, Found[]>();
  for (const name of names) {
    const key = `${name.first}:${name.end}:${name.ending}`;
    const list = spans.get(key);
    if (list) list.push(name);
    else spans.set(key, [name]);
  }
  const candidates = [...spans.values()].map((group): NameCandidate => {
    const distinct = [...new Map(group.map((name) => [name.index, name])).values()].sort((a, b) => a.index - b.index);
    const { first, last, end, ending } = group[0]!;
    const start = reading.tokens.start[first]!;
    const touches = touching(reading, owners, first, last);
    return {
      start,
      end,
      surface: reading.text.slice(start, end),
      names: distinct.map((name) => name.index),
      ...(ending && { ending }),
      letterCase: letterCase(reading, first, last),
      opensSentence: first === 0 || reading.sentenceOf[first] !== reading.sentenceOf[first - 1],
      ...wholeWord(reading, first, last),
      ...(touches && { touches }),
      local: distinct.map((name) => {
        const { needs, rejected } = localEvidence(reading, seen, readName(knowledge, name.index), name);
        const { bits, refused } = shown(reading, name, names, knowledge);
        return { needs: needs | bits, rejected: rejected || refused };
      }),
    };
  });
  return {
    sentences: reading.sentences,
    names: candidates.sort((a, b) => a.start - b.start || b.end - a.end),
    cues: cueHits(reading, found.cues),
    figures: recogniseFigures(block.text, { lang: reading.lang, ...(facts.date && { date: facts.date }) }),
    words: [...new Set(found.words.map((word) => word.index))].sort((a, b) => a - b),
    lang: reading.lang,
    ...(isBrief(reading, block.role) && { brief: true as const }),
    introductions: introductions(reading),
  };
}

/** «казахстанско-азербайджанский», «ирано-турецкий»: the first half is bound to what follows the hyphen. */
function wholeWord({ text, tokens, words, lang }: BlockReading, first: number, last: number): Pick<NameCandidate, 'whole'> {
  const next = last + 1;
  if (lang !== 'ru' || next >= tokens.count || tokens.gap[next] !== GAP.hyphen) return {};
  const bound = words[last]!.endsWith('о') && isLower(tokens.shape[next]!);
  const end = tokens.end[next]!;
  return bound ? { whole: { end, surface: text.slice(tokens.start[first]!, end) } } : {};
}

const isLower = (shape: number) => (shape & SHAPE.cyrillic) !== 0 && !isUpper(shape);

function cueHits({ tokens }: BlockReading, cues: readonly Found[]): CueHit[] {
  const hits = new Map<string, CueHit>();
  for (const { first, end, index } of cues) {
    const start = tokens.start[first]!;
    hits.set(`${start}:${end}:${index}`, { start, end, cue: index });
  }
  return [...hits.values()].sort((a, b) => a.start - b.start || b.end - a.end || a.cue - b.cue);
}

/**
 * The second half of a word with a hyphen is a name only when the first half is one too, or only turns it ("pro-Kazakh"): there is no
 * Caspian in "Trans-Caspian" and no Kazakhstan in "North-Kazakhstan".
 */
function joinedOnly({ tokens, words }: BlockReading, names: readonly Found[]): readonly Found[] {
  const ends = new Set(names.map((name) => name.last));
  return names.filter(({ first }) => {
    const gap = tokens.gap[first]!;
    if (gap === GAP.none && first > 0)
      return words[first - 1] === '/' || /^\p{Sc}$/u.test(words[first]!) || /^\p{Sc}$/u.test(words[first - 1]!);
    return gap !== GAP.hyphen || ends.has(first - 1) || HYPHEN_PREFIXES.has(words[first - 1]!);
  });
}

/**
 * A name that stands as it is stored wins over a shorter one with an ending: `түрікмен` is a Turkmen, not a Turk with `-мен`. In Russian both stay:
 * «Алиева» is a woman's name or a man's in the genitive.
 */
function asWritten(reading: BlockReading, names: readonly Found[]): readonly Found[] {
  if (reading.lang === 'ru') return names;
  const whole = new Set(names.filter((name) => name.ending === '').map((name) => `${name.first}:${name.end}`));
  return names.filter((name) => name.ending === '' || !whole.has(`${name.first}:${name.end}`));
}

/** Tokens that a name or a post's cue owns. */
function ownersOf({ tokens }: BlockReading, names: readonly Found[], cues: readonly Found[], knowledge: Knowledge): Uint8Array {
  const owned = new Uint8Array(tokens.count);
  for (const { first, last } of names) owned.fill(1, first, last + 1);
  for (const { first, last, index } of cues) if (knowledge.cue(index).kind === 'post') owned.fill(1, first, last + 1);
  return owned;
}

/** On which sides a capitalised word touches that belongs to nothing known. In headlines in title case capitals tell nothing. */
function touching(reading: BlockReading, owned: Uint8Array, first: number, last: number): NameCandidate['touches'] {
  if (reading.shouting) return undefined;
  const { tokens, words, sentenceOf } = reading;
  const strange = (i: number) =>
    i >= 0 &&
    i < tokens.count &&
    !owned[i] &&
    isUpper(tokens.shape[i]!) &&
    (tokens.shape[i]! & (SHAPE.lower | SHAPE.laterUpper)) !== 0 &&
    sentenceOf[i] === sentenceOf[first] &&
    !isCommon(words[i]!);
  const joins = (gap: number | undefined) => gap === GAP.space || gap === GAP.hyphen || gap === GAP.apostrophe;
  const next = tokenAfter(reading, last);
  const before =
    joins(tokens.gap[first]) && strange(first - 1) && !differentCase(reading, first, last) && !opensBefore(reading, first, last);
  // Behind a possessive another name begins: "Kazakhstan's Air Astana".
  const after =
    next === last + 1 &&
    joins(tokens.gap[next]) &&
    strange(next) &&
    !announcesPerson(reading, first) &&
    !nextConstituent(reading, first, last);
  return before && after ? 'both' : before ? 'before' : after ? 'after' : undefined;
}

/** Ends of Russian given names outside the nominative. */
const OBLIQUE_END = /[аяуюеиымй]$/;

/**
 * «Самолёт Алиева»: the word that opens the sentence is no given name, or it would be in the genitive too. Told by the end of the word alone,
 * and only in Russian, where given name and family name change together.
 */
function differentCase({ tokens, words, sentenceOf, lang }: BlockReading, first: number, last: number): boolean {
  const opens = first - 1 === 0 || sentenceOf[first - 2] !== sentenceOf[first - 1];
  if (lang !== 'ru' || !opens || first !== last || OBLIQUE_END.test(words[first - 1]!)) return false;
  return (tokens.shape[first]! & SHAPE.cyrillic) !== 0 && /[аеу]$|[ыо][мй]$/.test(words[first]!);
}

/** «Устав ОТГ», “Toplantı TDT”: the word before an abbreviation has its capital from the sentence. In English it may be a name's first half. */
function opensBefore({ tokens, sentenceOf, lang }: BlockReading, first: number, last: number): boolean {
  const opens = first - 1 === 0 || sentenceOf[first - 2] !== sentenceOf[first - 1];
  return lang !== 'en' && opens && first === last && isAllCaps(tokens.shape[first]!);
}

/**
 * «Jane Doe Bursa’da konuştu»: where the verb comes last and nothing stands between subject and place, a capital behind a name of several words
 * begins another name, unless it is a noun that things are named after people with.
 */
function nextConstituent({ words, lang }: BlockReading, first: number, last: number): boolean {
  return last > first && lang !== 'en' && !isNamedAfter(words[last + 1]!);
}

/** Words between an office and the place that it is for, at most: "Minister of Foreign Affairs of …". */
const OFFICE_REACH = 6;

/** After "Ambassador to" a place and then a person's name follow: "Ambassador to Türkiye Jane Doe". */
function announcesPerson({ words, sentenceOf }: BlockReading, first: number): boolean {
  if (!OF_OFFICE.has(words[first - 1] ?? '')) return false;
  for (let i = first - 2; i >= Math.max(0, first - 1 - OFFICE_REACH) && sentenceOf[i] === sentenceOf[first]; i--) {
    if (OFFICES.has(words[i]!)) return true;
  }
  return false;
}

function letterCase({ tokens }: BlockReading, first: number, last: number): LetterCase {
  let upper = 0;
  let capitals = 0;
  let lower = 0;
  let cased = 0;
  for (let i = first; i <= last; i++) {
    const shape = tokens.shape[i]!;
    if (!(shape & (SHAPE.firstUpper | SHAPE.laterUpper | SHAPE.lower))) continue;
    cased++;
    if (shape & SHAPE.firstUpper) upper++;
    if (!(shape & SHAPE.lower)) capitals++;
    if (!(shape & (SHAPE.firstUpper | SHAPE.laterUpper))) lower++;
  }
  if (cased === 0) return 'uncased';
  if (capitals === cased) return 'upper';
  if (lower === cased) return 'lower';
  return upper > 0 && isUpper(tokens.shape[first]!) ? 'title' : 'mixed';
}
