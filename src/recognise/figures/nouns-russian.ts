import type { Numeral } from './numerals.ts';
import { isWord, type Reading } from './reading.ts';

/** A noun behind a number and the token behind it. */
export interface CountedNoun {
  /** CLDR unit, English head of a listed noun, or the noun's own dictionary form as far as its ending tells. */
  readonly unit: string;
  readonly next: number;
  /** A unit of measure and no count: «5 рабочих дней». */
  readonly measured?: boolean;
  /** Told by its ending alone. */
  readonly guessed?: boolean;
}

const MOST_ADJECTIVES = 4;
const SHORTEST = 3;
/** What follows a number without being counted by it: prepositions, conjunctions, pronouns, adverbs. */
const STOPS = new Set(
  `без безо близ вдоль вместо возле вокруг для до за из изо из-за или как когда который которая которые которых кроме между меж мимо над на напротив не ни но об обо около от ото
перед передо по под подо после при про против путём ради с сквозь со согласно среди у через чтобы что это этот эта эти этого этой этих тот та те того той тех тем там тут так также тоже
более больше менее меньше лишь только уже ещё еще всего вновь снова затем тогда теперь сейчас сегодня вчера завтра раз раза если где куда откуда пока чем же ли бы да нет
он она оно они его её ее их ему ей им мы вы нас вас нам вам мне меня себя свой своих свои весь все всех вся всё сам сами самих каждый каждого каждая другой другая другие других
было были был была есть стало стал стали будет будут минус плюс против около примерно почти году год года лет январь`.split(
    /\s+/,
  ),
);
/** Verbs and short participles, which may follow a number that stands for what was named before: «ещё 10 выросли», «8 ранены». */
const VERB =
  /(?:ли|лся|лась|лось|лись|ть|ться|тся|тся|ет|ёт|ют|ишь|ешь|раненый?|ранены|убиты|рованы|держаны|крыты|ключены|мечены|едены|шены)$|^.{0,4}(?:ла|ло)$/u;
const ADVERB = /(?:о|е|у|ю|э|ё)$/u;

/** How a number asks for its noun: one for 1 and 21, few for 2 to 4 and fractions, many for the rest. */
function wanted({ value, mantissa, scale }: Numeral): 'one' | 'few' | 'many' {
  if (scale > 1 || mantissa !== value) return 'many';
  if (!Number.isInteger(value)) return 'few';
  const [ten, one] = [value % 100, value % 10];
  if (ten > 10 && ten < 20) return 'many';
  return one === 1 ? 'one' : one > 1 && one < 5 ? 'few' : 'many';
}

const ADJECTIVES = {
  one: /(?:ый|ий|ой|ая|яя|ое|ее|ого|его|ому|ему|ым|им|ую|юю)$/u,
  few: /(?:ых|их|ые|ие|ым|им|ыми|ими)$/u,
  many: /(?:ых|их|ым|им|ыми|ими)$/u,
};
/** Endings of the dative, instrumental and prepositional plural, which go with every number. */
const OBLIQUE = /(?:ам|ям|ами|ями|ьми|ах|ях)$/u;
const NOUNS = {
  one: /(?:[бвгджзклмнпрстфхцчшщ]|[аяьйуюеыи])$/u,
  few: /(?:[аяыи]|ов|ев|ёв|ей|ий)$/u,
  many: /(?:ов|ев|ёв|ей|ий|[бвгджзклмнпрстфхцчшщ])$/u,
};

const isLower = ({ text, tokens }: Reading, i: number) => isWord(tokens[i]) && text[tokens[i]!.start] === tokens[i]!.key[0];

/** The noun behind a Russian number: «340 сельских клиник», «42 свидетеля», «22 тысячи туристических виз». */
export function russianNoun(r: Reading, from: number, number: Numeral): CountedNoun | undefined {
  const { tokens, text, locale } = r;
  const form = wanted(number);
  const isAdjective = (i: number) =>
    isLower(r, i) && tokens[i]!.gap === 1 && tokens[i]!.key.length > SHORTEST + 1 && ADJECTIVES[form].test(tokens[i]!.key);
  let at = from;
  for (let count = 0; count < MOST_ADJECTIVES && isAdjective(at); count++) {
    const joint = tokens[at + 1]?.key;
    const next = (joint === 'и' || joint === ',' || joint === 'или') && isAdjective(at + 2) ? at + 2 : at + 1;
    if (!mayBeNoun(r, next, form) && !isAdjective(next)) break; // «12 раненых»: the adjective is the noun
    at = next;
  }
  if (at > from) {
    const unit = locale.units.match(text, tokens, at, locale.stems);
    if (unit) return { unit: unit.value, next: unit.next, measured: true };
  }
  const listed = locale.counts.match(text, tokens, at, locale.stems);
  if (listed) return { unit: listed.value, next: listed.next };
  if (!mayBeNoun(r, at, form) && !isAdjective(at)) return undefined;
  return { unit: lemma(tokens[at]!.key, form), next: at + 1, guessed: true };
}

function mayBeNoun(r: Reading, i: number, form: 'one' | 'few' | 'many'): boolean {
  const token = r.tokens[i];
  if (!isLower(r, i) || token!.gap !== 1 || token!.key.length < SHORTEST) return false;
  const key = token!.key;
  if (r.locale.counts.match(r.text, r.tokens, i, r.locale.stems) || r.locale.units.match(r.text, r.tokens, i, r.locale.stems))
    return true;
  if (STOPS.has(key) || VERB.test(key) || (form !== 'one' && ADVERB.test(key)) || r.locale.numbers.has(key)) return false;
  return OBLIQUE.test(key) || NOUNS[form].test(key);
}

/** The nominative singular, where the ending is plain; else the word as printed. */
function lemma(key: string, form: 'one' | 'few' | 'many'): string {
  const oblique = /^(.{3,})(?:ами|ах|ам)$/u.exec(key)?.[1];
  if (form === 'one') return key;
  if (oblique) return oblique;
  if (/цев$/u.test(key)) return `${key.slice(0, -3)}ец`;
  if (/ов$/u.test(key)) return key.slice(0, -2);
  if (/ий$/u.test(key) && form === 'many') return `${key.slice(0, -1)}я`;
  if (form === 'few' && /[бвгджзклмнпрстфхцчшщ]а$/u.test(key)) return key.slice(0, -1);
  if (form === 'few' && /[бвдзлмнпрстфц]ы$/u.test(key)) return `${key.slice(0, -1)}а`;
  return key;
}
