import { kazakhInArabic } from '../lexicon/kazakh-scripts.ts';

/**
 * Endings that a name can take, as data. An ending is legal only as a whole: what stands after the name must be one entry of the table.
 *
 * Kazakh, Azerbaijani and Turkish glue endings to the last word of a name, in slots and in a fixed order; a `chain` names the slots.
 * Which vowel or consonant a slot shows follows from the name's sound, but foreign names waver (Бакуге, Бакуға), so every form of a
 * slot is legal after every name. What a chain may stand on is said by `on`:
 *
 *   any        every name                     place    places, countries, organisations: "somebody from there", written small in kk and az
 *   demonym    names of peoples               owned    names of several words whose last one is possessive (Teşkilatı, ұйымы)
 *   country    countries only (our country)   long     names of five letters or more that need no evidence, and family names
 *
 * `after` says what stands between name and ending: nothing (`joined`), an apostrophe, hyphen or closing quote (`apart`), or either.
 * Russian changes the end of each word instead: see `RUSSIAN`.
 */
export type On = 'any' | 'place' | 'demonym' | 'owned' | 'country' | 'long';
interface Chain {
  readonly slots: readonly string[];
  readonly on: On;
  readonly after: 'joined' | 'apart' | 'either';
}
export interface Endings {
  readonly slots: Readonly<Record<string, string>>;
  readonly chains: readonly Chain[];
  /** Slot whose endings make of a people's name its language, which is no mention: қазақша, türkcə. */
  readonly speech?: string;
}

const chain = (slots: string, on: On, after: Chain['after'] = 'either'): Chain => ({ slots: slots.split(' '), on, after });

const KAZAKH: Endings = {
  slots: {
    case: 'ның нің дың дің тың тің ға ге қа ке ны ні ды ді ты ті да де та те дан ден тан тен нан нен мен бен пен',
    there: 'дағы дегі тағы тегі',
    people: 'лық лік дық дік тық тік',
    plural: 'лар лер дар дер тар тер',
    like: 'ша ше дай дей тай тей',
    ownedCase: 'ның нің на не ны ні н нда нде нан нен мен',
    ownedThere: 'ндағы ндегі',
    our: 'ым ім ымыз іміз мыз міз',
    speech: 'ша ше',
  },
  speech: 'speech',
  chains: [
    chain('case', 'any'),
    chain('there', 'any'),
    chain('there plural', 'any'),
    chain('there case', 'any'),
    chain('there plural case', 'any'),
    chain('people', 'place'),
    chain('people plural', 'place'),
    chain('people case', 'place'),
    chain('people plural case', 'place'),
    chain('plural', 'demonym'),
    chain('plural case', 'demonym'),
    chain('plural there', 'demonym'),
    chain('like', 'any'),
    chain('ownedCase', 'owned', 'joined'),
    chain('ownedThere', 'owned', 'joined'),
    chain('our', 'country', 'joined'),
    chain('our case', 'country', 'joined'),
  ],
};

const KAZAKH_LATIN: Endings = {
  slots: {
    case: 'nyñ niñ dyñ diñ tyñ tiñ nyń niń dyń diń tyń tiń nıñ dıñ tıñ ğa ǵa ge qa ke ny ni dy di ty ti da de ta te dan den tan ten nan nen men ben pen',
    there: 'dağy daǵy degi tağy taǵy tegi',
    people: 'lyq lik dyq dik tyq tik',
    plural: 'lar ler dar der tar ter',
  },
  chains: [chain('case', 'long'), chain('there', 'long'), chain('people', 'place'), chain('people plural', 'place')],
};

/** The same endings in the Arabic alphabet. */
const KAZAKH_ARABIC: Endings = {
  slots: Object.fromEntries(
    Object.entries(KAZAKH.slots).map(([slot, endings]) => [slot, kazakhInArabic(endings, { ending: true })]),
  ),
  chains: KAZAKH.chains,
};

const AZERBAIJANI: Endings = {
  slots: {
    case: 'ın in un ün nın nin nun nün ya yə nı ni nu nü da də dan dən la lə yla ylə ca cə',
    letter: 'a ə ı i u ü',
    there: 'dakı dəki',
    people: 'lı li lu lü',
    plural: 'lar lər',
    is: 'dır dir dur dür',
    ownedCase: 'nın nin nun nün na nə nı ni nu nü nda ndə ndan ndən yla ylə',
    ownedThere: 'ndakı ndəki',
    speech: 'ca cə',
  },
  speech: 'speech',
  chains: [
    chain('case', 'any'),
    chain('letter', 'any', 'apart'),
    chain('letter', 'long', 'joined'),
    chain('case is', 'any'),
    chain('is', 'any'),
    chain('there', 'any'),
    chain('there plural', 'any'),
    chain('there plural case', 'any'),
    chain('people', 'place'),
    chain('people case', 'place'),
    chain('people letter', 'place'),
    chain('people plural', 'place'),
    chain('people plural case', 'place'),
    chain('people plural letter', 'place'),
    chain('plural', 'demonym'),
    chain('plural case', 'demonym'),
    chain('plural letter', 'demonym'),
    chain('ownedCase', 'owned', 'joined'),
    chain('ownedThere', 'owned', 'joined'),
  ],
};

const TURKISH: Endings = {
  slots: {
    case: 'in ın un ün nin nın nun nün ye ya yi yı yu yü de da te ta den dan ten tan le la yle yla',
    letter: 'e a i ı u ü',
    like: 'ce ca çe ça',
    there: 'deki daki teki taki',
    people: 'li lı lu lü',
    plural: 'ler lar',
    is: 'dir dır dur dür tir tır tur tür ydi ydı di dı ti tı ymiş miş se sa yse ysa',
    ownedCase: 'nin nın nun nün ne na ni nı nu nü nde nda nden ndan yle yla nce nca',
    ownedThere: 'ndeki ndaki',
    our: 'miz mız muz müz imiz ımız umuz ümüz',
  },
  chains: [
    chain('case', 'any', 'apart'),
    chain('letter', 'any', 'apart'),
    chain('like', 'any', 'apart'),
    chain('there', 'any', 'apart'),
    chain('there plural', 'any', 'apart'),
    chain('there plural letter', 'any', 'apart'),
    chain('there plural case', 'any', 'apart'),
    chain('there case', 'any', 'apart'),
    chain('is', 'any', 'apart'),
    chain('case is', 'any', 'apart'),
    chain('people', 'any', 'apart'),
    chain('people plural', 'any', 'apart'),
    chain('people plural case', 'any', 'apart'),
    chain('ownedCase', 'owned', 'either'),
    chain('ownedThere', 'owned', 'either'),
    chain('our', 'country', 'either'),
    chain('our case', 'country', 'either'),
    chain('case', 'long', 'joined'),
    chain('there', 'long', 'joined'),
    chain('people', 'place', 'joined'),
    chain('people plural', 'place', 'joined'),
    chain('people case', 'place', 'joined'),
    chain('people letter', 'place', 'joined'),
    chain('people plural case', 'place', 'joined'),
    chain('people plural letter', 'place', 'joined'),
    chain('plural', 'demonym', 'joined'),
    chain('plural case', 'demonym', 'joined'),
    chain('plural letter', 'demonym', 'joined'),
  ],
};

/** English knows the plural of a people; the possessive is a word of its own and stays outside the name. */
const ENGLISH: Endings = { slots: { plural: 's' }, chains: [chain('plural', 'demonym', 'joined')] };

export const ENDINGS: Readonly<Record<string, readonly Endings[]>> = {
  kk: [KAZAKH, KAZAKH_LATIN, KAZAKH_ARABIC],
  az: [AZERBAIJANI],
  tr: [TURKISH],
  en: [ENGLISH],
};

/** Cases of a Russian form, as bits: the words of one name must share one. */
export const CASE = { gen: 1, dat: 2, acc: 4, ins: 8, pre: 16, plural: 32, any: 63 } as const;

/**
 * Russian: how the end of the stored word changes. `of` is the stored end, each form is what stands instead with the cases it may be.
 * `person` forms are those of family names only, `demonym` ones of names of peoples, `several` ones of names of several words.
 */
export interface Paradigm {
  readonly of: string;
  readonly forms: string;
  readonly only?: 'person' | 'demonym' | 'several';
}

/** Cases in `forms`: `ом:i` is the instrumental; g d a i p, and * for plural. */
export const RUSSIAN: readonly Paradigm[] = [
  // Казахстан, Ташкент, Рахмон
  { of: '', forms: 'а:ga у:d ом:i ем:i е:p' },
  { of: '', forms: 'ы:* ов:* ам:* ами:* ах:* и:*', only: 'demonym' },
  // Токаев, Сагинтаев; in the plural «Алиевых»
  { of: '', forms: 'ым:i ы:* ых:* ыми:*', only: 'person' },
  { of: 'й', forms: 'я:ga ю:d ем:i е:p' },
  { of: 'ь', forms: 'я:ga ю:d ем:i е:p и:gdp ью:i' },
  { of: 'ия', forms: 'ии:gdp ию:a ией:i' },
  { of: 'а', forms: 'ы:g и:g е:dp у:a ой:i ою:i ей:i' },
  // Бижанова
  { of: 'а', forms: 'ой:gdip', only: 'person' },
  { of: 'я', forms: 'и:g е:dp ю:a ей:i' },
  { of: 'ье', forms: 'ья:g ью:d ьем:i' },
  // «море», «соглашение», «агентство»; Осло and тенге stay as they are
  { of: 'о', forms: 'а:g у:d ом:i е:p', only: 'several' },
  { of: 'е', forms: 'я:g ю:d ем:i и:p', only: 'several' },
  { of: 'ый', forms: 'ого:ga ому:d ым:i ом:p ая:* ой:* ую:* ое:* ые:* ых:* ыми:*' },
  { of: 'ий', forms: 'ого:ga ому:d им:i ом:p ая:* ой:* ую:* ое:* ие:* их:* ими:* его:ga ему:d ем:p яя:* ей:* юю:* ее:*' },
  { of: 'ой', forms: 'ого:ga ому:d ым:i ом:p' },
  { of: 'ая', forms: 'ой:gdip ую:a ою:i' },
  { of: 'яя', forms: 'ей:gdip юю:a' },
  { of: 'ое', forms: 'ого:g ому:d ым:i им:i ом:p' },
  { of: 'ее', forms: 'его:g ему:d им:i ем:p' },
  { of: 'ые', forms: 'ых:gp ым:d ыми:i' },
  { of: 'ие', forms: 'их:gp им:d ими:i' },
  // Штаты, Эмираты, банки; Алматы and Поти stay as they are
  { of: 'ы', forms: 'ов:g ам:d ами:i ах:p', only: 'several' },
  { of: 'и', forms: 'ов:g ам:d ами:i ах:p', only: 'several' },
  { of: 'ец', forms: 'ца:ga цу:d цем:i цем:i це:p цы:* цев:* цам:* цами:* цах:*', only: 'demonym' },
  // россиянин, южанин; not «грузин», whose plural keeps the -ин-
  { of: 'янин', forms: 'яне:* ян:* янам:* янами:* янах:*', only: 'demonym' },
  { of: 'анин', forms: 'ане:* ан:* анам:* анами:* анах:*', only: 'demonym' },
  { of: 'ка', forms: 'ок:*', only: 'demonym' },
];

/** First half of a Russian pair: «казахстанско-азербайджанский» says казахстанский. */
export const RUSSIAN_PAIR = { of: 'ий', form: 'о' } as const;

/** Ends of patronymics: a name may have one between its words. `alone` ones are words of their own after the father's name. */
export const PATRONYMIC_ENDS = [
  'ович',
  'евич',
  'овна',
  'евна',
  'ична',
  'ұлы',
  'қызы',
  'улы',
  'кызы',
  'ovich',
  'evich',
  'ovna',
  'evna',
  'uly',
  'kyzy',
  'ūly',
  'qyzy',
];
export const PATRONYMIC_WORDS = ['oğlu', 'qızı', 'оглы', 'кызы', 'oglu', 'gizi', 'ogly'];
