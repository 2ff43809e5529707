import { GAP, SHAPE } from '../lexicon/tokens.ts';
import type { Knowledge } from '../model/knowledge.ts';
import type { BlockReading } from './block-reading.ts';
import { readName } from './known.ts';
import type { Found } from './names.ts';
import { foldWord } from './suffixes.ts';

/**
 * What the block shows for a name without being asked by its evidence, as bits above those of its needs:
 *
 *   REGION_WORD   "region" stands after a region's name and inside the mark
 *   INITIAL       the person's initial stands before the family name: "К.Токаев"
 *   PAIR          another country's code is joined to this one: "KZ-AZ", "KZ/AZ"
 *   QUOTED        a body's or a thing's name stands alone in quotes: «Атамекен», “Report”; not in English, where quotes hold words
 */
export const REGION_WORD = 1 << 30;
export const INITIAL = 1 << 29;
export const PAIR = 1 << 28;
export const QUOTED = 1 << 27;
/** Needs that have a bit. */
export const MOST_NEEDS = 27;

const OPENING = /[«“„"]/;
const CLOSING = /[»”“"]/;
/** What is written in quotes in Russian, Kazakh, Azerbaijani and Turkish; people and places are not. */
const IN_QUOTES = new Set(['organisation', 'company', 'outlet', 'forum', 'programme', 'infrastructure', 'route', 'brand']);

function isQuoted({ text, tokens, lang }: BlockReading, { first, end }: Found): boolean {
  const start = tokens.start[first]!;
  return lang !== 'en' && OPENING.test(text[start - 1] ?? '') && CLOSING.test(text.slice(start, end + 1));
}

/** The bits, or that the name is refused: with another initial it is another person. */
export function shown(
  reading: BlockReading,
  found: Found,
  names: readonly Found[],
  knowledge: Knowledge,
): { bits: number; refused: boolean } {
  const name = readName(knowledge, found.index);
  let bits = found.region ? REGION_WORD : 0;
  if (name.type === 'country' && name.kind === 'abbreviation' && inPair(reading, found, names, knowledge)) bits |= PAIR;
  if (IN_QUOTES.has(name.type) && isQuoted(reading, found)) bits |= QUOTED;
  if (found.initials) bits |= INITIAL;
  else if (name.type === 'person' && name.tokenCount === 1) {
    const first = firstInitial(reading, found.first);
    if (first !== found.first) {
      const fits = initialFits(reading.words[first]!, initialsOf(knowledge, found.index));
      if (fits) bits |= INITIAL;
      else if (fits === false) return { bits: 0, refused: true };
    }
  }
  return { bits, refused: false };
}

/** Family names with their bearer's initials before them, inside the mark: "К.Токаев", "К.-Ж. Токаев", "K. K. Tokayev". */
export function withInitials(reading: BlockReading, names: readonly Found[], knowledge: Knowledge): Found[] {
  return names.flatMap((found): Found[] => {
    const name = readName(knowledge, found.index);
    if (name.type !== 'person' || name.tokenCount !== 1) return [];
    const first = firstInitial(reading, found.first);
    if (first === found.first || !initialFits(reading.words[first]!, initialsOf(knowledge, found.index))) return [];
    return [{ ...found, first, initials: true }];
  });
}

/** The first of the initials right before a token; the token itself where there is none. */
function firstInitial({ tokens, words }: BlockReading, first: number): number {
  let i = first;
  while (
    i > 0 &&
    isInitial(tokens.shape[i - 1]!, words[i - 1]!) &&
    (tokens.gap[i] === GAP.dot || (i < first && tokens.gap[i] === GAP.hyphen))
  )
    i--;
  return i;
}

const isInitial = (shape: number, word: string) => word.length === 1 && (shape & SHAPE.firstUpper) !== 0;

/** First letters of a person's labels, family name left out. */
function initialsOf(knowledge: Knowledge, index: number): ReadonlySet<string> {
  const { entity, lastWord } = readName(knowledge, index);
  const labels = Object.values(knowledge.entity(entity)?.label ?? {});
  return new Set(
    labels
      .flatMap((label) => label.split(/[\s-]+/).map(foldWord))
      .flatMap((word) => (word && word !== lastWord ? [word[0]!] : [])),
  );
}

/** Latin letters with which a name in English may begin that begins with this letter in its own language. */
const ENGLISH_INITIALS: Readonly<Record<string, string>> = Object.fromEntries(
  `а:a ә:ae б:b в:vw г:gh ғ:g д:d е:ey ж:zj з:z и:iy й:iy к:kc қ:kq л:l м:m н:n о:o ө:o п:p р:r с:sc т:t у:uw ұ:u ү:u ф:f х:kh һ:h ц:tc ч:c ш:s
  щ:s ы:y і:i э:e ю:yiju я:yij q:kgq ə:ae ç:c ş:s ö:o ü:u x:khx c:jc g:gh j:jz k:kcq i:iy e:ey y:yij s:sc v:vw u:uwy`
    .split(/\s+/)
    .map((pair) => pair.split(':') as [string, string]),
);

/** Is this initial one of the English label's? Undefined for a letter that no table knows. */
function initialFits(initial: string, known: ReadonlySet<string>): boolean | undefined {
  if (known.has(initial)) return true;
  const english = ENGLISH_INITIALS[initial] ?? (/[a-z]/.test(initial) ? initial : undefined);
  return english === undefined || known.size === 0 ? undefined : [...english].some((letter) => known.has(letter));
}

/** Is another country's code joined to this one by a hyphen or a stroke? */
function inPair({ tokens, words }: BlockReading, found: Found, names: readonly Found[], knowledge: Knowledge): boolean {
  return names.some((other) => {
    const [left, right] = other.first > found.first ? [found, other] : [other, found];
    const hyphen = right.first === left.last + 1 && tokens.gap[right.first] === GAP.hyphen;
    const stroke = right.first === left.last + 2 && words[left.last + 1] === '/';
    if (!hyphen && !stroke) return false;
    const name = readName(knowledge, other.index);
    return name.type === 'country' && name.kind === 'abbreviation' && name.entity !== readName(knowledge, found.index).entity;
  });
}
