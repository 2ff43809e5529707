import type { Language } from '../model/ids.ts';

/**
 * How each language writes numbers and dates, from CLDR 48 (`tests/unit/locale/conventions.test.ts` compares).
 * Why a table of our own: Chromium claims Azerbaijani and Kazakh for `Intl` but ships no data for them ("1970 M01", "$ 1.3G"),
 * while Node and Firefox do, so the same card would read differently in each (docs/adr/0060).
 */
export interface Conventions {
  readonly decimal: string;
  readonly group: string;
  /** `{n}` is the number. */
  readonly percent: string;
  /** `{n}` the number with its magnitude, `{c}` the currency. */
  readonly money: string;
  /** Words for 10^6, 10^9 and 10^12 after a number. */
  readonly scale: readonly [string, string, string];
  /** Months alone or before a year, and after a day (Russian: genitive). */
  readonly months: readonly string[];
  readonly monthsOfDay: readonly string[];
  /** `{y}`, `{m}`, `{d}`; `{m}` may be a range. */
  readonly month: string;
  readonly day: string;
  readonly and: string;
  readonly quotes: string;
  /** Open sides, by precision of the date. */
  readonly since: Record<'year' | 'month' | 'day', (text: string, parts: DateParts) => string>;
  readonly until: Record<'year' | 'month' | 'day', (text: string, parts: DateParts) => string>;
}
export interface DateParts {
  readonly year: number;
  /** From 1. */
  readonly month?: number;
  readonly day?: number;
}

/** No-break space. */
const S = '\u00a0';
const list = (text: string) => text.split(' ');

const RU_MONTHS = list('январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь');
const RU_OF_DAY = list('января февраля марта апреля мая июня июля августа сентября октября ноября декабря');
const AZ_MONTHS = list('yanvar fevral mart aprel may iyun iyul avqust sentyabr oktyabr noyabr dekabr');
const KK_MONTHS = list('қаңтар ақпан наурыз сәуір мамыр маусым шілде тамыз қыркүйек қазан қараша желтоқсан');
const KK_FROM = list(
  'қаңтардан ақпаннан наурыздан сәуірден мамырдан маусымнан шілдеден тамыздан қыркүйектен қазаннан қарашадан желтоқсаннан',
);
const KK_TO = list('қаңтарға ақпанға наурызға сәуірге мамырға маусымға шілдеге тамызға қыркүйекке қазанға қарашаға желтоқсанға');
const TR_MONTHS = list('Ocak Şubat Mart Nisan Mayıs Haziran Temmuz Ağustos Eylül Ekim Kasım Aralık');
const EN_MONTHS = list('January February March April May June July August September October November December');

/** Azerbaijani ordinal ending of a year: it follows the vowel of the last number word ("2023-cü", "2026-cı"). */
function azerbaijaniOrdinal(n: number): string {
  const ones = ['', 'ci', 'ci', 'cü', 'cü', 'ci', 'cı', 'ci', 'ci', 'cu'];
  const tens = ['', 'cu', 'ci', 'cu', 'cı', 'ci', 'cı', 'ci', 'ci', 'cı'];
  const ending = ones[n % 10] || tens[Math.floor(n / 10) % 10] || (n % 1000 ? 'cü' : 'ci');
  return `${n}-${ending}`;
}
/** A Kazakh month with a case ending, with its day where there is one. */
const kazakhMonth = (months: readonly string[], { year, month = 1, day }: DateParts) =>
  `${year}${S}ж. ${day ? `${day}${S}` : ''}${months[month - 1]}`;

export const CONVENTIONS: Record<Language, Conventions> = {
  en: {
    decimal: '.',
    group: ',',
    percent: '{n}%',
    money: '{c}{n}',
    scale: ['m', 'bn', 'tn'],
    months: EN_MONTHS,
    monthsOfDay: EN_MONTHS,
    month: '{m} {y}',
    day: '{d} {m} {y}',
    and: '{a} and {b}',
    quotes: '“{x}”',
    since: { year: (x) => `since ${x}`, month: (x) => `since ${x}`, day: (x) => `since ${x}` },
    until: { year: (x) => `until ${x}`, month: (x) => `until ${x}`, day: (x) => `until ${x}` },
  },
  ru: {
    decimal: ',',
    group: S,
    percent: `{n}${S}%`,
    money: `{n}${S}{c}`,
    scale: ['млн', 'млрд', 'трлн'],
    months: RU_MONTHS,
    monthsOfDay: RU_OF_DAY,
    month: '{m} {y}',
    day: '{d} {m} {y}',
    and: '{a} и {b}',
    quotes: '«{x}»',
    since: {
      year: (x) => `с ${x} года`,
      month: (_, { year, month }) => `с ${RU_OF_DAY[month! - 1]} ${year}`,
      day: (x) => `с ${x}`,
    },
    until: {
      year: (x) => `до ${x} года`,
      month: (_, { year, month }) => `до ${RU_OF_DAY[month! - 1]} ${year}`,
      day: (x) => `до ${x}`,
    },
  },
  az: {
    decimal: ',',
    group: '.',
    percent: '{n}%',
    money: `{n}${S}{c}`,
    scale: ['mln', 'mlrd', 'trln'],
    months: AZ_MONTHS,
    monthsOfDay: AZ_MONTHS,
    month: '{m} {y}',
    day: '{d} {m} {y}',
    and: '{a} və {b}',
    quotes: '“{x}”',
    since: {
      year: (_, { year }) => `${azerbaijaniOrdinal(year)} ildən`,
      month: (x) => `${x} tarixindən`,
      day: (x) => `${x} tarixindən`,
    },
    until: {
      year: (_, { year }) => `${azerbaijaniOrdinal(year)} ilədək`,
      month: (x) => `${x} tarixinədək`,
      day: (x) => `${x} tarixinədək`,
    },
  },
  kk: {
    decimal: ',',
    group: S,
    percent: '{n}%',
    money: `{n}${S}{c}`,
    scale: ['млн', 'млрд', 'трлн'],
    months: KK_MONTHS,
    monthsOfDay: KK_MONTHS,
    month: `{y}${S}ж. {m}`,
    day: `{y}${S}ж. {d} {m}`,
    and: '{a} және {b}',
    quotes: '«{x}»',
    since: {
      year: (x) => `${x} жылдан бері`,
      month: (_, parts) => `${kazakhMonth(KK_FROM, parts)} бері`,
      day: (_, parts) => `${kazakhMonth(KK_FROM, parts)} бері`,
    },
    until: {
      year: (x) => `${x} жылға дейін`,
      month: (_, parts) => `${kazakhMonth(KK_TO, parts)} дейін`,
      day: (_, parts) => `${kazakhMonth(KK_TO, parts)} дейін`,
    },
  },
  tr: {
    decimal: ',',
    group: '.',
    percent: '%{n}',
    money: '{c}{n}',
    scale: ['Mn', 'Mr', 'Tn'],
    months: TR_MONTHS,
    monthsOfDay: TR_MONTHS,
    month: '{m} {y}',
    day: '{d} {m} {y}',
    and: '{a} ve {b}',
    quotes: '“{x}”',
    since: {
      year: (x) => `${x} yılından beri`,
      month: (x) => `${x} tarihinden beri`,
      day: (x) => `${x} tarihinden beri`,
    },
    until: {
      year: (x) => `${x} yılına kadar`,
      month: (x) => `${x} tarihine kadar`,
      day: (x) => `${x} tarihine kadar`,
    },
  },
};

/** ISO 4217 → sign. Others are written with their code. */
export const CURRENCY_SIGNS: Readonly<Record<string, string>> = {
  USD: '$',
  EUR: '€',
  GBP: '£',
  KZT: '₸',
  AZN: '₼',
  TRY: '₺',
  RUB: '₽',
  GEL: '₾',
  CNY: 'CN¥',
  JPY: '¥',
};
