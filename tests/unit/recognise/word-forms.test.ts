import { describe, expect, test } from 'vitest';
import type { EntityId } from '../../../src/model/ids.ts';
import { recogniseBlock } from '../../../src/recognise/recognise.ts';
import { readWholeDataset } from '../resolve-link/gold.ts';

const pack = readWholeDataset();

/** Is the whole of `word` a candidate that may mean the entity? */
function covers(lang: string, text: string, word: string, entity: string): boolean {
  const { names } = recogniseBlock({ text, lang }, { lang }, pack);
  const at = text.indexOf(word);
  return names.some(
    ({ start, end, names: indexes }) =>
      start === at && end === at + word.length && indexes.some((i) => pack.knowledge.name(i).entity === entity),
  );
}

/** Frames in which a word of the language stands inside a sentence, so that the language of the block is plain. */
const FRAME: Readonly<Record<string, (word: string) => string>> = {
  kk: (word) => `Бұл туралы ${word} және басқа жұрт айтты.`,
  az: (word) => `Bu barədə ${word} və başqaları dedi.`,
  tr: (word) => `Bu konuda ${word} ve başkaları konuştu.`,
  ru: (word) => `Об этом ${word} и другие говорили долго.`,
  en: (word) => `About this ${word} and the others spoke for long.`,
};

const split = (list: string) => list.split(' ');

/**
 * Endings written down here a second time, from the grammars and not from the tables of the engine: a vowel row for each name. What a name takes
 * is chosen by its last sound, as a person would write it.
 */
interface Paradigm {
  readonly lang: string;
  readonly name: string;
  readonly of: readonly (readonly [stem: string, entity: EntityId])[];
  readonly endings: readonly string[];
}
const PARADIGMS: readonly Paradigm[] = [
  {
    lang: 'kk',
    name: 'cases, "from there", people and their plurals after a hard sonorant',
    of: [
      ['Қазақстан', 'country/kz'],
      ['Әзербайжан', 'country/az'],
      ['Әзірбайжан', 'country/az'],
      ['Өзбекстан', 'country/uz'],
      ['Түркістан', 'city/turkistan'],
    ],
    endings: split('ның ға ды да нан мен дағы дық дықтар дықтардың дықтарға дағылар дай ша'),
  },
  {
    lang: 'kk',
    name: 'cases after a hard vowel',
    of: [
      ['Астана', 'city/astana'],
      ['Анкара', 'city/ankara'],
      ['Алматы', 'city/almaty'],
    ],
    endings: split('ның ға ны да дан мен дағы лық лықтар лықтардың'),
  },
  {
    lang: 'kk',
    name: 'cases after a soft vowel, which waver',
    of: [
      ['Баку', 'city/baku'],
      ['Ақтөбе', 'city/aktobe'],
    ],
    endings: split('ге ні де ден мен дегі'),
  },
  {
    lang: 'kk',
    name: 'family names that end in a voiceless sound',
    of: [
      ['Қасым-Жомарт Тоқаев', 'person/tokayev'],
      ['Ильхам Әлиев', 'person/aliyev'],
    ],
    endings: split('тың қа ты та тан пен'),
  },
  {
    lang: 'kk',
    name: 'names of several words that are possessive',
    of: [
      ['Түркі мемлекеттері ұйымы', 'organisation/ots'],
      ['Ақтау порты', 'port/aktau'],
      ['Маңғыстау облысы', 'region/kz-47'],
    ],
    endings: split('ның на н нда нан мен ндағы'),
  },
  {
    lang: 'kk',
    name: 'abbreviations with a hyphen',
    of: [
      ['АҚШ', 'country/us'],
      ['ҚТЖ', 'company/ktz'],
      ['ТМҰ', 'organisation/ots'],
    ],
    endings: split('-тың -ға -ны -да -тан -пен -ның'),
  },
  {
    lang: 'az',
    name: 'cases, "from there", people, copula after a hard consonant',
    of: [
      ['Qazaxıstan', 'country/kz'],
      ['Azərbaycan', 'country/az'],
      ['Gürcüstan', 'country/ge'],
    ],
    endings: split('ın a ı da dan la dakı lı lılar lıların lılara dır ca'),
  },
  {
    lang: 'az',
    name: 'cases after a soft consonant',
    of: [
      ['Daşkənd', 'city/tashkent'],
      ['Bişkek', 'city/bishkek'],
    ],
    endings: split('in ə i də dən lə dəki li lilər'),
  },
  {
    lang: 'az',
    name: 'cases after a vowel',
    of: [
      ['Bakı', 'city/baku'],
      ['Astana', 'city/astana'],
      ['Almatı', 'city/almaty'],
    ],
    endings: split('nın ya nı da dan yla dakı'),
  },
  {
    lang: 'az',
    name: 'names of several words that are possessive',
    of: [
      ['Türk Dövlətləri Təşkilatı', 'organisation/ots'],
      ['Zəngəzur dəhlizi', 'route/zangezur-corridor'],
    ],
    endings: split('nın na nı nda ndan ndakı'),
  },
  {
    lang: 'az',
    name: 'abbreviations with a hyphen',
    of: [['TDT', 'organisation/ots']],
    endings: split('-nin -yə -ni -də -dən -yə'),
  },
  { lang: 'az', name: 'people', of: [['İlham Əliyev', 'person/aliyev']], endings: split('in ə i də dən lə') },
  {
    lang: 'tr',
    name: "cases behind an apostrophe, '’ʼ` alike",
    of: [
      ['Kazakistan', 'country/kz'],
      ['Azerbaycan', 'country/az'],
    ],
    endings: split("'ın ’ın ʼın `ın 'a 'ı 'da 'dan 'la 'daki 'dakiler 'dır lı lılar lıların"),
  },
  {
    lang: 'tr',
    name: 'cases after a vowel and after a voiceless consonant',
    of: [
      ['Bakü', 'city/baku'],
      ['Türkiye', 'country/tr'],
    ],
    endings: split("'nün 'nin ’ye 'yi 'de 'den 'yle 'deki"),
  },
  { lang: 'tr', name: 'voiceless', of: [['Bişkek', 'city/bishkek']], endings: split("'in 'e 'i 'te 'ten 'le 'teki") },
  {
    lang: 'tr',
    name: 'institutions, with and without the apostrophe',
    of: [
      ['Türk Devletleri Teşkilatı', 'organisation/ots'],
      ['Hazar Denizi', 'region/caspian-sea'],
    ],
    endings: split("'nın 'na 'nda ndan na nın ndaki 'ndan"),
  },
  { lang: 'tr', name: 'people', of: [['Kasım Cömert Tokayev', 'person/tokayev']], endings: split("'in ’e 'i 'de 'den 'le") },
  {
    lang: 'en',
    name: 'the plural of a people; the possessive stays outside',
    of: [
      ['Kazakh', 'country/kz'],
      ['Azerbaijani', 'country/az'],
      ['Uzbek', 'country/uz'],
    ],
    endings: split('s'),
  },
];

describe.each(PARADIGMS)('$lang: $name', ({ lang, of, endings }) => {
  test.each(of)('%s', (stem, entity) => {
    const missed = ['', ...endings]
      .map((ending) => stem + ending)
      .filter((word) => !covers(lang, FRAME[lang]!(word), word, entity));
    expect(missed).toEqual([]);
  });
});

/** In Russian the words of a name change together. */
test.each([
  ['country/kz', 'Казахстан Казахстана Казахстану Казахстаном Казахстане'],
  [
    'country/kz',
    'казахстанский казахстанского казахстанской казахстанскую казахстанские казахстанскими казахстанцев казахстанцам казахи казахов',
  ],
  ['country/az', 'азербайджанский азербайджанская азербайджанских азербайджанцы азербайджанцев азербайджанцами'],
  ['country/uz', 'узбекистанский узбекистанцы узбекистанцев узбеки узбеков узбекам узбекский'],
  ['country/ge', 'Грузия Грузии Грузию Грузией грузинский'],
  ['city/astana', 'Астана Астаны Астане Астану Астаной'],
  ['city/shusha', 'Шуша Шуши Шуше Шушу Шушой'],
  ['city/baku', 'Баку'],
  ['city/astrakhan', 'Астрахань Астрахани Астраханью'],
  [
    'person/tokayev',
    'Касым-Жомарт_Токаев Касым-Жомарта_Токаева Касым-Жомарту_Токаеву Касым-Жомартом_Токаевым Касым-Жомарте_Токаеве',
  ],
  ['person/aliyev', 'Ильхам_Алиев Ильхама_Алиева Ильхаму_Алиеву Ильхамом_Алиевым'],
  ['organisation/ots', 'Организация_тюркских_государств Организации_тюркских_государств Организацию_тюркских_государств'],
  ['route/titr', 'Средний_коридор Среднего_коридора Среднему_коридору Средним_коридором Среднем_коридоре'],
  [
    'region/caspian-sea',
    'Каспийское_море Каспийского_моря Каспийскому_морю Каспийским_морем Каспийском_море каспийский каспийских прикаспийские',
  ],
  ['region/kz-47', 'Мангистауская_область Мангистауской_области Мангистаускую_область'],
  ['region/central-asia', 'Центральная_Азия Центральной_Азии Центральную_Азию центральноазиатские'],
] as [EntityId, string][])('ru: %s', (entity, forms) => {
  const missed = split(forms)
    .map((word) => word.replaceAll('_', ' '))
    .filter((word) => !covers('ru', FRAME.ru!(word), word, entity));
  expect(missed).toEqual([]);
});

/** Letters as pages write them: the mark covers the word as a person sees it. */
test.each([
  { name: 'capitals', lang: 'en', word: 'KAZAKHSTAN', entity: 'country/kz' },
  { name: 'capitals with an ending', lang: 'kk', word: 'ҚАЗАҚСТАННЫҢ', entity: 'country/kz' },
  { name: 'capital İ', lang: 'tr', word: 'TÜRKİYE', entity: 'country/tr' },
  { name: 'soft hyphen', lang: 'en', word: 'Azer\u00adbaijan', entity: 'country/az' },
  { name: 'soft hyphen before an ending', lang: 'kk', word: 'Қазақ\u00adстанға', entity: 'country/kz' },
  { name: 'zero-width space', lang: 'en', word: 'Kazakh\u200bstan', entity: 'country/kz' },
  { name: 'zero-width joiner', lang: 'ru', word: 'Казах\u200dстане', entity: 'country/kz' },
  { name: 'word joiner', lang: 'az', word: 'Azər\u2060baycanın', entity: 'country/az' },
  { name: 'decomposed letters', lang: 'tr', word: 'Tu\u0308rkiye', entity: 'country/tr' },
  { name: 'Cyrillic С in a Latin word', lang: 'en', word: 'Сaspian Sea', entity: 'region/caspian-sea' },
  { name: 'Latin a in a Cyrillic word', lang: 'ru', word: 'Кaзaхстана', entity: 'country/kz' },
  { name: 'Azerbaijani schwa in a Kazakh word', lang: 'kk', word: 'Əзербайжанда', entity: 'country/az' },
  { name: 'Kazakh schwa in an Azerbaijani word', lang: 'az', word: 'Azәrbaycanda', entity: 'country/az' },
  { name: 'no-break space', lang: 'en', word: 'Central\u00a0Asia', entity: 'region/central-asia' },
  { name: 'no-break hyphen', lang: 'en', word: 'Kassym\u2011Jomart Tokayev', entity: 'person/tokayev' },
  { name: 'en dash in a route', lang: 'en', word: 'Baku–Tbilisi–Kars', entity: 'infrastructure/btk' },
  { name: 'space for a hyphen', lang: 'en', word: 'Kassym Jomart Tokayev', entity: 'person/tokayev' },
  { name: 'no diacritics', lang: 'tr', word: 'Azerbaycan', entity: 'country/az' },
  { name: 'ё', lang: 'ru', word: 'Мирзиёевым', entity: 'person/mirziyoyev' },
  { name: 'no ё', lang: 'ru', word: 'Мирзиеевым', entity: 'person/mirziyoyev' },
] as { name: string; lang: string; word: string; entity: EntityId }[])('$lang: $name', ({ lang, word, entity }) => {
  expect(covers(lang, FRAME[lang]!(word), word, entity)).toBe(true);
});

/** Both halves of a pair are found, whatever joins them and whatever the page's language does with the second. */
test.each([
  { lang: 'en', pair: 'Kazakh-Azerbaijani', halves: ['Kazakh', 'Azerbaijani'] },
  { lang: 'en', pair: 'Azerbaijan–Kazakhstan', halves: ['Azerbaijan', 'Kazakhstan'] },
  { lang: 'en', pair: 'Astana-Baku', halves: ['Astana', 'Baku'] },
  { lang: 'az', pair: 'Qazaxıstan-Azərbaycan', halves: ['Qazaxıstan', 'Azərbaycan'] },
  { lang: 'az', pair: 'Azərbaycan-Özbəkistanın', halves: ['Azərbaycan', 'Özbəkistanın'] },
  { lang: 'kk', pair: 'қазақ-әзербайжан', halves: ['қазақ', 'әзербайжан'] },
  { lang: 'kk', pair: 'Қазақстан-Әзербайжан', halves: ['Қазақстан', 'Әзербайжан'] },
  { lang: 'tr', pair: 'Kazakistan-Azerbaycan', halves: ['Kazakistan', 'Azerbaycan'] },
  { lang: 'tr', pair: 'Türkiye-Kazakistan', halves: ['Türkiye', 'Kazakistan'] },
  { lang: 'ru', pair: 'казахстанско-азербайджанского', halves: ['казахстанско', 'азербайджанского'] },
  { lang: 'ru', pair: 'азербайджано-грузинской', halves: ['азербайджано', 'грузинской'] },
])('$lang: $pair', ({ lang, pair, halves }) => {
  const { names } = recogniseBlock({ text: FRAME[lang]!(pair), lang }, { lang }, pack);
  for (const half of halves) expect(names.map(({ surface }) => surface)).toContain(half);
});
