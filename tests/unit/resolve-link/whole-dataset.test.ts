import { describe, expect, test } from 'vitest';
import type { BlockRole } from '../../../src/model/document.ts';
import { recogniseBlock } from '../../../src/recognise/recognise.ts';
import { linkNames } from '../../../src/resolve/link.ts';
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
