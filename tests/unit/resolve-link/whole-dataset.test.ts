import { describe, expect, test } from 'vitest';
import type { BlockRole } from '../../../src/model/document.ts';
import { recogniseBlock } from '../../../src/recognise/recognise.ts';
import { linkNames } from '../../../src/resolve/link.ts';
import { resolveDocument } from '../../../src/resolve/resolve.ts';
import { linkText, readMarked } from '../recognise/small-pack.ts';
import { readWholeDataset } from './gold.ts';

const pack = readWholeDataset();

/** Sentences that show what each rule is for, on the dataset as it is. */
test.each([
  { lang: 'ru', name: 'family name first', text: 'Указ подписал {Токаев Касым-Жомарт Кемелевич|person/tokayev}.' },
  { lang: 'kk', name: 'family name first', text: '{Тоқаев Қасым-Жомарт Кемелұлы|person/tokayev} ағаш екті.' },
  {
    lang: 'az',
    name: 'family name first, the patronymic of two words',
    text: '{Əliyev İlham Heydər oğlu|person/aliyev} ağac əkdi.',
  },
  {
    lang: 'ru',
    name: 'initials in another alphabet than the label',
    text: '{К. Токаев|person/tokayev} сажал деревья. Р. Токаев поливал.',
  },
  { lang: 'en', name: 'spellings', text: '{Eraly Togjanov|person/tugzhanov} is {Yeraly Tugzhanov|person/tugzhanov}.' },
  { lang: 'kk', name: 'Latin letters', text: '{Qazaqstan|country/kz} men {Özbekstan|country/uz} kelısım jasady.' },
  { lang: 'kk', name: 'Arabic letters', text: '{قازاقستاننىڭ|country/kz} استىعى.' },
  { lang: 'en', name: 'a king', text: 'The king of {Jordan|country/jo} flew to {Syria|country/sy}.' },
  // Later mentions: a headline's surname by the body, another bearer, two bearers.
  {
    lang: 'en',
    name: 'a surname in the headline',
    text: '{Bektenov|person/bektenov} plants elms\nThe elms were planted by {Olzhas Bektenov|person/bektenov}.',
  },
  {
    lang: 'ru',
    name: 'a surname in the headline',
    text: '{Токаев|person/tokayev} открыл сад\nСад открыл {Касым-Жомарт Токаев|person/tokayev}.',
  },
  {
    lang: 'kk',
    name: 'a surname in the headline',
    text: '{Бектенов|person/bektenov} бақ ашты\nБақты {Олжас Бектенов|person/bektenov} және бағбандар ашты.',
  },
  {
    lang: 'az',
    name: 'a surname in the headline',
    text: '{Bayramov|person/bayramov} bağ saldı\nBağı {Ceyhun Bayramov|person/bayramov} və bağbanlar saldı.',
  },
  {
    lang: 'tr',
    name: 'a surname in the headline',
    text: '{Bolat|person/bolat} ağaç dikti\nAğacı {Ömer Bolat|person/bolat} ve bahçıvanlar dikti.',
  },
  {
    lang: 'ru',
    name: 'another bearer of the surname',
    text: '{Ильхам Алиев|person/aliyev} прислал письмо. Руфат Алиев, ювелир, прочёл его. Потом Алиев молчал.',
  },
  {
    lang: 'tr',
    name: 'a person, then a place that nobody knows',
    text: '{Ömer Bolat|person/bolat} Zonguldak’ta bir gemiye bindi ve {Hakan Fidan|person/fidan} Bartın’da kaldı.',
  },
  {
    lang: 'tr',
    name: 'what is named after a person',
    text: 'Nursultan Nazarbayev Üniversitesi ve İlham Aliyev Caddesi için bir harita çizildi.',
  },
  { lang: 'az', name: 'what is named after a person', text: 'Bu gün İlham Əliyev Mərkəzi bağlıdır və bağça açıqdır.' },
  {
    lang: 'ru',
    name: 'what is named after a person',
    text: 'Вчера открыли новый корпус Нурсултан Назарбаев Университета и большой сквер.',
  },
  { lang: 'tr', name: 'a family name that is a people', text: 'Kulübün başkanı Dursun Özbek bir maç izledi ve çay içti.' },
  {
    lang: 'tr',
    name: 'peoples side by side',
    text: '{Özbek|country/uz}, {Kırgız|country/kg} ve {Azerbaycanlı|country/az} ustalar bir köprü kurdu.',
  },
  // Abbreviations and bodies that a language's own readers know.
  { lang: 'kk', name: 'an abbreviation at home', text: '{ТМҰ-ға|organisation/ots} мүше елдер хаттама жасады.' },
  { lang: 'az', name: 'an abbreviation at home', text: 'Bu il {TDT-nin|organisation/ots} üzvləri bir protokol yazdı.' },
  { lang: 'tr', name: 'an abbreviation at home', text: '{TDT’nin|organisation/ots} üyeleri bir protokol yazdı.' },
  { lang: 'ru', name: 'an abbreviation beside a member', text: 'Устав {ОТГ|organisation/ots} лежит в {Казахстане|country/kz}.' },
  { lang: 'ru', name: 'an abbreviation of another land', text: 'Громада Хмельницкой ОТГ купила трактор.' },
  { lang: 'kk', name: 'a body in quotes', text: 'Бұл туралы «{Атамекен|organisation/atameken}» айтты.' },
  { lang: 'kk', name: 'the native land', text: 'Ол атамекенін сағынып, атамекен туралы ән айтты.' },
  { lang: 'kk', name: 'a ministry at home', text: 'Бұл туралы {Көлік министрлігі|organisation/kz-mot} хабарлады.' },
  { lang: 'az', name: 'a ministry at home', text: 'Bunu {Energetika Nazirliyi|organisation/az-moenergy} bildirib.' },
  {
    lang: 'en',
    name: 'a ministry by the country of its sentence',
    text: 'In {Kazakhstan|country/kz} the {Ministry of Energy|organisation/kz-moe} counted wells.',
  },
  {
    lang: 'en',
    name: 'a ministry between two countries',
    text: 'Between {Kazakhstan|country/kz} and {Azerbaijan|country/az} a Ministry of Energy counted wells.',
  },
  { lang: 'tr', name: 'a train is no country', text: 'Katar yavaş yavaş istasyona girdi.' },
  { lang: 'tr', name: 'a country is no train', text: '{Katar|country/qa} ve {Umman|country/om} bir anlaşma yaptı.' },
  { lang: 'en', name: 'a paper, not its city', text: '{The New York Times|outlet/new-york-times} printed a map.' },
  { lang: 'kk', name: 'a language is no country', text: 'Ол қазақша да, түрікше де, өзбекше де сөйлейді.' },
  {
    lang: 'ru',
    name: 'a name that ends in quotes',
    text: '{Международный транспортный коридор «Север – Юг»|route/instc} открыт.',
  },
  {
    lang: 'en',
    name: 'a city by somebody in office there',
    text: '{Olzhas Bektenov|person/bektenov} flew to {Turkistan|city/turkistan} in the rain.',
  },
  { lang: 'en', name: 'a player, a bird, a state', text: 'Michael Jordan ate roast Turkey in Georgia.' },
])('$lang: $name', ({ lang, text: marked }) => {
  const { text, expected } = readMarked(marked);
  const show = (list: readonly { start: number; end: number; entity: string }[]) =>
    list.map(({ start, end, entity }) => `${text.slice(start, end)} → ${entity}`);
  expect(show(linkText(text, { lang }, pack))).toEqual(show(expected));
});

/** Blocks as `role: text`, one a line; the marked surfaces. */
function markedOn(page: string): string[] {
  const blocks = page
    .trim()
    .split('\n')
    .map((line, i) => {
      const cut = line.indexOf(': ');
      const role = line.slice(0, cut).trim() as BlockRole;
      const text = line.slice(cut + 2);
      const block = { id: `b${i}`, role, section: 0, article: 0 };
      return { ...block, candidates: recogniseBlock({ text, role, lang: 'en' }, {}, pack) };
    });
  return linkNames({}, blocks, pack.knowledge)
    .filter(({ marked }) => marked)
    .map(({ surface }) => surface);
}

describe('what a page marks', () => {
  test.each([
    {
      name: 'nothing of the wide world beside menus that name the region',
      page: `
        headline: Voters in Germany queue in the rain
        list: Kazakhstan
        list: Azerbaijan
        list: More on Uzbekistan
        body: The chancellor of Germany spoke in Berlin about Russia and China, and nobody listened for long.`,
      marked: [],
    },
    {
      name: 'nothing on a menu alone',
      page: `
        headline: All countries
        list: Kazakhstan
        list: Georgia`,
      marked: [],
    },
    {
      name: 'the wide world beside the region',
      page: `
        headline: Grain for China
        body: Kazakhstan sells wheat to China, and Germany sells the ships.`,
      marked: ['China', 'Kazakhstan', 'China', 'Germany'],
    },
    {
      name: 'one paragraph about the region among many that are not',
      page: `
        headline: The week in pictures
        body: Rain fell on Germany for three days, and the river rose above its banks again.
        body: In France the bakers went on strike, and bread was dear in every town for a week.
        body: A painter in Italy sold a blue horse to a museum in Japan for very little money.
        body: In Poland the trains were late, and in Hungary they were early, to general surprise.
        body: Children in Spain built a tower of cheese that stood for an hour and then fell down.
        body: Kazakhstan and Russia counted saigas on the steppe, and found more than last year.
        body: The mayor of London lost his hat on a bridge, and a boy from Kenya found it again.
        body: In Canada a bear walked into a library and was asked to be quiet, which it was.
        body: Snow closed the roads of Norway, and the king went to work on skis that morning.`,
      marked: ['Kazakhstan', 'Russia'],
    },
  ])('$name', ({ page, marked }) => {
    expect(markedOn(page)).toEqual(marked);
  });
});

/** The halves of a compound make one mark over the word, where it is one word. */
test.each([
  {
    lang: 'ru',
    text: 'Это казахстанско-азербайджанского проекта смета.',
    marks: ['казахстанско-азербайджанского: country/kz + country/az'],
  },
  { lang: 'ru', text: 'Это азербайджано-грузинская граница.', marks: ['азербайджано-грузинская: country/az + country/ge'] },
  { lang: 'ru', text: 'Это казахско-эстонский словарь.', marks: ['казахско-эстонский: country/kz + country/ee'] },
  { lang: 'ru', text: 'Это казахско-чукотский словарь.', marks: ['казахско-чукотский: country/kz'] },
  { lang: 'ru', text: 'Это граница Казахстан-Узбекистан.', marks: ['Казахстан: country/kz', 'Узбекистан: country/uz'] },
  { lang: 'en', text: 'The Kazakh-Azerbaijani fund.', marks: ['Kazakh: country/kz', 'Azerbaijani: country/az'] },
])('$lang: $text', ({ lang, text, marks }) => {
  const block = { id: 'b', role: 'body' as const, section: 0, article: 0 };
  const candidates = recogniseBlock({ text, lang }, { lang }, pack);
  const found = resolveDocument({ lang }, [{ ...block, candidates }], pack.knowledge).flatMap((a) =>
    a.kind === 'entity' ? [`${text.slice(a.start, a.end)}: ${[a.entity, ...(a.pair ? [a.pair] : [])].join(' + ')}`] : [],
  );
  expect(found).toEqual(marks);
});
