import { describe, expect, test } from 'vitest';
import { checkDataset } from '../../../src/dataset/check.ts';
import { describeProblem } from '../../../src/dataset/problem.ts';
import { type Edit, SAMPLE, withSample } from './sample.ts';

const TRADE = 'observations/bilateral-trade-turnover.csv';
const CARGO = 'observations/cargo-volume.csv';
const KZ = 'entities/country/kz.yaml';
const ARMAN = 'entities/person/arman-sample.yaml';
const DINA = 'entities/person/dina-sample.yaml';
const DAILY = 'entities/outlet/reed-daily.yaml';
const REED = 'entities/route/reed.yaml';
const A2023 = 'articles/2023.csv';
const long = (n: number) => 'word '.repeat(n).trim();
/** Puts a row at the end of the cargo observations. */
const cargo = (row: string): Edit => ({
  file: CARGO,
  from: 'unit printed as dollars\n',
  to: `unit printed as dollars\n${row}\n`,
});

/** Each rule, broken once: where the slip is reported and the words that name it. A rule may report a follow-up; `says` must be among all. */
const broken: readonly { name: string; edits: readonly Edit[]; at: string; says: RegExp }[] = [
  // Form of files
  {
    name: 'file missing',
    edits: [{ file: 'sources.yaml', content: null }],
    at: 'sources.yaml',
    says: /is missing or cannot be read/,
  },
  { name: 'not UTF-8', edits: [{ file: KZ, content: new Uint8Array([0x69, 0xff]) }], at: KZ, says: /is not UTF-8/ },
  { name: 'broken YAML', edits: [{ file: KZ, from: 'line: {en', to: 'line: {{en' }], at: `${KZ}:4`, says: /is broken YAML/ },
  {
    name: 'YAML key twice',
    edits: [{ file: KZ, from: 'sources:', to: 'id: country/kz\nsources:' }],
    at: `${KZ}:9`,
    says: /is broken YAML/,
  },
  {
    name: 'YAML alias',
    edits: [{ file: 'redirects.yaml', content: 'a: &x person/arman-sample\nb: *x\n' }],
    at: 'redirects.yaml',
    says: /aliases/,
  },
  { name: 'no list', edits: [{ file: 'posts.yaml', content: 'slug: governor\n' }], at: 'posts.yaml:1', says: /is no list/ },
  {
    name: 'unknown key',
    edits: [{ file: KZ, from: 'sources:', to: 'colour: blue\nsources:' }],
    at: `${KZ}:9`,
    says: /unknown key "colour"/,
  },
  {
    name: 'missing field',
    edits: [
      { file: KZ, from: 'line: {en: Landlocked republic on the Caspian shore, ru: Республика на берегу Каспия}\n', to: '' },
    ],
    at: `${KZ}:1`,
    says: /line of country\/kz is missing/,
  },
  {
    name: 'no English',
    edits: [{ file: REED, from: '{en: Reed Route}', to: '{ru: Тростник}' }],
    at: `${REED}:2`,
    says: /label\.en of route\/reed is missing/,
  },
  {
    name: 'unknown kind of name',
    edits: [{ file: KZ, from: 'kind: demonym', to: 'kind: nickname' }],
    at: `${KZ}:6`,
    says: /no kind of name/,
  },
  {
    name: 'id differs from path',
    edits: [{ file: KZ, from: 'id: country/kz', to: 'id: country/kx' }],
    at: `${KZ}:1`,
    says: /differs from its path/,
  },
  { name: 'CSV column missing', edits: [{ file: TRADE, from: ',note\n', to: '\n' }], at: `${TRADE}:1`, says: /other columns/ },
  {
    name: 'CSV columns in another order',
    edits: [{ file: TRADE, from: 'id,geo', to: 'geo,id' }],
    at: `${TRADE}:1`,
    says: /other columns/,
  },
  {
    name: 'CSV row too long',
    edits: [{ file: TRADE, from: 'preferred,,,', to: 'preferred,,,,' }],
    at: `${TRADE}:2`,
    says: /18 cells instead of 17/,
  },
  { name: 'broken quote', edits: [{ file: A2023, from: '"Trade', to: '"Tr"ade' }], at: `${A2023}:2`, says: /is broken CSV/ },
  {
    name: 'number with separators',
    edits: [{ file: TRADE, from: '529400000', to: '529 400 000' }],
    at: `${TRADE}:2`,
    says: /no plain number/,
  },
  {
    name: 'file of an unknown indicator',
    edits: [{ file: 'observations/rain.csv', content: '' }],
    at: 'observations/rain.csv',
    says: /unknown indicator rain/,
  },
  {
    name: 'article in the file of another year',
    edits: [{ file: A2023, from: '2023-05-01', to: '2021-05-01' }],
    at: `${A2023}:2`,
    says: /move it to articles\/2021\.csv/,
  },
  // Texts
  {
    name: 'line as long as a sentence of somebody',
    edits: [{ file: KZ, from: 'Landlocked republic', to: long(40) }],
    at: `${KZ}:3`,
    says: /longer than 160/,
  },
  {
    name: 'article line too long',
    edits: [{ file: A2023, from: 'Turnover with who counted it', to: long(40) }],
    at: `${A2023}:2`,
    says: /longer than 160/,
  },
  {
    name: 'note too long',
    edits: [{ file: CARGO, from: 'unit printed as dollars', to: long(50) }],
    at: `${CARGO}:3`,
    says: /longer than 200/,
  },
  {
    name: 'line break in a text',
    edits: [{ file: KZ, from: 'Landlocked republic', to: '"Land\\nlocked"' }],
    at: `${KZ}:3`,
    says: /broken YAML|line break/,
  },
  {
    name: 'decomposed letters',
    edits: [{ file: KZ, from: 'text: Kazakhstan', to: `text: ${'Qazaqstań'.normalize('NFD')}` }],
    at: `${KZ}:5`,
    says: /NFC/,
  },
  // Addresses
  {
    name: 'http website',
    edits: [{ file: DAILY, from: 'https://reed.example', to: 'http://reed.example' }],
    at: `${DAILY}:6`,
    says: /no https address/,
  },
  {
    name: 'script as source address',
    edits: [{ file: 'sources.yaml', from: 'https://dragoman.example/handbook', to: 'javascript:alert(1)' }],
    at: 'sources.yaml:3',
    says: /no https address/,
  },
  { name: 'http article', edits: [{ file: A2023, from: 'https://', to: 'http://' }], at: `${A2023}:2`, says: /no https address/ },
  // Ids
  {
    name: 'entity id no id',
    edits: [{ file: REED, from: 'object: country/kz', to: 'object: kz' }],
    at: `${REED}:10`,
    says: /is no entity id/,
  },
  {
    name: 'id given twice',
    edits: [{ file: TRADE, from: 'az-kz-2023-customs', to: 'kz-az-2023-reed' }],
    at: `${TRADE}:3`,
    says: /is given twice/,
  },
  {
    name: 'released entity gone',
    edits: [{ file: 'published.txt', from: 'country/kz', to: 'country/zz' }],
    at: 'published.txt',
    says: /country\/zz was released and is gone/,
  },
  {
    name: 'released value gone',
    edits: [{ file: 'published.txt', from: 'kz-az-2023-reed', to: 'kz-az-1999' }],
    at: 'published.txt',
    says: /kz-az-1999 was released and is gone/,
  },
  {
    name: 'retired id in use',
    edits: [{ file: 'redirects.yaml', from: 'person/a-sample', to: 'person/dina-sample' }],
    at: 'redirects.yaml:1',
    says: /is in use/,
  },
  {
    name: 'redirect to nothing',
    edits: [{ file: 'redirects.yaml', from: ': person/arman-sample', to: ': person/gone' }],
    at: 'redirects.yaml:1',
    says: /which is not there/,
  },
  {
    name: 'redirects in a circle',
    edits: [{ file: 'redirects.yaml', from: ': person/arman-sample', to: ': person/a-sample' }],
    at: 'redirects.yaml:1',
    says: /circle/,
  },
  {
    name: 'source with the id of an article',
    edits: [{ file: 'sources.yaml', from: 'slug: handbook', to: 'slug: reed-daily-2023-trade' }],
    at: 'sources.yaml:1',
    says: /id of an article too/,
  },
  // Sources
  {
    name: 'entity without a source',
    edits: [{ file: KZ, from: 'sources: [handbook]', to: 'sources: []' }],
    at: `${KZ}:9`,
    says: /at least one source/,
  },
  {
    name: 'unknown source',
    edits: [{ file: KZ, from: 'sources: [handbook]', to: 'sources: [memory]' }],
    at: `${KZ}:9`,
    says: /unknown source memory/,
  },
  {
    name: 'relation without a source',
    edits: [{ file: REED, from: 'country/kz, sources: [handbook]', to: 'country/kz, sources: []' }],
    at: `${REED}:10`,
    says: /has no source/,
  },
  {
    name: 'value without a source',
    edits: [{ file: TRADE, from: ',,,handbook,,,', to: ',,,,,,' }],
    at: `${TRADE}:4`,
    says: /has no source/,
  },
  {
    name: 'state ownership without a source',
    edits: [{ file: DAILY, from: 'stateOwned: true, sources: [handbook]', to: 'stateOwned: true, sources: []' }],
    at: `${DAILY}:8`,
    says: /has no source/,
  },
  {
    name: 'value of an unknown article',
    edits: [{ file: TRADE, from: 'reed-daily-2023-trade|', to: 'reed-weekly|' }],
    at: `${TRADE}:2`,
    says: /unknown article reed-weekly/,
  },
  // References
  {
    name: 'unknown entity in a relation',
    edits: [{ file: REED, from: 'object: country/kz', to: 'object: country/zz' }],
    at: `${REED}:10`,
    says: /country\/zz, which is not there/,
  },
  {
    name: 'unknown stop',
    edits: [{ file: REED, from: 'city/lakeport', to: 'city/nowhere' }],
    at: `${REED}:8`,
    says: /city\/nowhere, which is not there/,
  },
  {
    name: 'unknown entity in evidence',
    edits: [{ file: KZ, from: 'entity country/az', to: 'entity country/zz' }],
    at: `${KZ}:7`,
    says: /country\/zz, which is not there/,
  },
  {
    name: 'country evidence that is no country',
    edits: [{ file: KZ, from: 'entity country/az', to: 'country route/reed' }],
    at: `${KZ}:7`,
    says: /which is no country/,
  },
  {
    name: 'evidence of no known sort',
    edits: [{ file: KZ, from: 'entity country/az in sentence', to: 'near country/az' }],
    at: `${KZ}:7`,
    says: /is no evidence/,
  },
  {
    name: 'unknown post',
    edits: [{ file: ARMAN, from: 'post: governor', to: 'post: mayor' }],
    at: `${ARMAN}:8`,
    says: /unknown post mayor/,
  },
  {
    name: 'role without a post',
    edits: [{ file: ARMAN, from: 'post: governor, ', to: '' }],
    at: `${ARMAN}:8`,
    says: /post of person\/arman-sample is missing/,
  },
  {
    name: 'unknown basis',
    edits: [{ file: TRADE, from: 'reed-office', to: 'rain-office' }],
    at: `${TRADE}:2`,
    says: /unknown basis rain-office/,
  },
  {
    name: 'unknown counter',
    edits: [{ file: 'bases.yaml', from: 'organisation/reed-office', to: 'organisation/zz' }],
    at: 'bases.yaml:3',
    says: /which is not there/,
  },
  {
    name: 'targets of no target indicator',
    edits: [{ file: 'indicators.yaml', from: 'target: trade-target', to: 'target: cargo-volume' }],
    at: 'indicators.yaml:11',
    says: /no indicator of nature target/,
  },
  {
    name: 'article of no outlet',
    edits: [{ file: A2023, from: 'outlet/reed-daily', to: 'country/kz' }],
    at: `${A2023}:2`,
    says: /name an outlet/,
  },
  {
    name: 'event of an unknown entity',
    edits: [{ file: 'events.yaml', from: 'organisation/reed-office', to: 'organisation/zz' }],
    at: 'events.yaml:1',
    says: /which is not there/,
  },
  {
    name: 'context of an unknown country',
    edits: [{ file: 'context/gdp.csv', from: 'country/kz', to: 'country/zz' }],
    at: 'context/gdp.csv:2',
    says: /which is not there/,
  },
  {
    name: 'context year twice',
    edits: [
      {
        file: 'context/fx.csv',
        from: 'kzt,2022,460.2,KZT,handbook',
        to: 'kzt,2022,460.2,KZT,handbook\nkzt,2022,461,KZT,handbook',
      },
    ],
    at: 'context/fx.csv:3',
    says: /is given twice/,
  },
  {
    name: 'rate of no currency code',
    edits: [{ file: 'context/fx.csv', from: 'kzt', to: 'country/kz' }],
    at: 'context/fx.csv:2',
    says: /currency code/,
  },
  // Entities
  {
    name: 'domains of a country',
    edits: [{ file: KZ, from: 'sources:', to: 'domains: [kz.example]\nsources:' }],
    at: `${KZ}:9`,
    says: /belongs to outlet entities only/,
  },
  {
    name: 'outlet without domains',
    edits: [{ file: DAILY, from: 'domains: [reed.example, news.reed-daily.example]\n', to: '' }],
    at: `${DAILY}:1`,
    says: /domains of outlet\/reed-daily is missing/,
  },
  {
    name: 'domain with a scheme',
    edits: [{ file: DAILY, from: '[reed.example', to: '["https://reed.example"' }],
    at: `${DAILY}:7`,
    says: /is no domain/,
  },
  {
    name: 'QID without its sources',
    edits: [{ file: KZ, from: ', qid: handbook and catalogue agree', to: '' }],
    at: `${KZ}:8`,
    says: /two sources/,
  },
  {
    name: 'QID no QID',
    edits: [{ file: KZ, from: 'Q232', to: '232' }],
    at: `${KZ}:8`,
    says: /has the wrong shape|must be|Q and digits/,
  },
  // Names
  {
    name: 'strong name of two entities',
    edits: [{ file: REED, from: 'text: Reed Route', to: 'text: REED DAILY' }],
    at: `${REED}:5`,
    says: /strong name of outlet\/reed-daily too/,
  },
  {
    name: 'strong name that CLDR gives another',
    edits: [{ file: REED, from: 'text: Reed Route, lang: en', to: 'text: Казахстан, lang: ru' }],
    at: `${REED}:5`,
    says: /strong name of country\/kz too/,
  },
  {
    name: 'weak name that needs nothing',
    edits: [{ file: KZ, from: ', needs: [entity country/az in sentence, word республик*]', to: '' }],
    at: `${KZ}:7`,
    says: /weak and needs nothing/,
  },
  {
    name: 'full name asked for where none is strong',
    edits: [{ file: REED, from: 'kind: official}', to: 'kind: official, strength: weak, needs: [full-name]}' }],
    at: `${REED}:5`,
    says: /no name of route\/reed is strong/,
  },
  { name: 'name twice', edits: [{ file: KZ, from: 'text: Kazakh,', to: 'text: Kazakhstan,' }], at: `${KZ}:6`, says: /twice/ },
  {
    name: 'name of signs alone',
    edits: [{ file: KZ, from: 'text: Kazakh,', to: 'text: "…",' }],
    at: `${KZ}:6`,
    says: /without a letter/,
  },
  {
    name: 'name ends before it starts',
    edits: [{ file: KZ, from: 'kind: demonym', to: 'kind: demonym, from: 2020, to: 2019' }],
    at: `${KZ}:6`,
    says: /not after from/,
  },
  {
    name: 'cue that fits too much',
    edits: [{ file: 'cues.yaml', from: 'hedef*', to: 'h*' }],
    at: 'cues.yaml:1',
    says: /too many words/,
  },
  {
    name: 'star inside a cue',
    edits: [{ file: 'cues.yaml', from: 'hedef*', to: 'he*f' }],
    at: 'cues.yaml:1',
    says: /one \*, at its end/,
  },
  // Periods
  {
    name: 'role runs backwards',
    edits: [{ file: ARMAN, from: 'to: 2023-09-05', to: 'to: 2021' }],
    at: `${ARMAN}:8`,
    says: /not after/,
  },
  {
    name: 'seat held by two',
    edits: [{ file: DINA, from: 'from: 2023-09-05', to: 'from: 2023-06-01' }],
    at: `${DINA}:7`,
    says: /same time as person\/arman-sample \(2023-06-01 to 2023-09-04\)/,
  },
  {
    name: 'seen in office before it began',
    edits: [{ file: DINA, from: 'asOf: 2026-01-10', to: 'asOf: 2020-01-10' }],
    at: `${DINA}:7`,
    says: /is before/,
  },
  {
    name: 'day that is none',
    edits: [{ file: DINA, from: 'from: 2023-09-05', to: 'from: 2023-02-30' }],
    at: `${DINA}:7`,
    says: /no date of the calendar/,
  },
  {
    name: 'period backwards',
    edits: [{ file: TRADE, from: ',2023,529', to: ',2024/2023,529' }],
    at: `${TRADE}:2`,
    says: /no half-open period/,
  },
  // Observations
  {
    name: 'value outside the range',
    edits: [{ file: TRADE, from: '529400000', to: '529' }],
    at: `${TRADE}:2`,
    says: /outside the plausible/,
  },
  {
    name: 'other unit than the indicator',
    edits: [{ file: TRADE, from: '560000000,USD', to: '560000000,KZT' }],
    at: `${TRADE}:4`,
    says: /counted in USD/,
  },
  {
    name: 'target among actuals',
    edits: [{ file: TRADE, from: 'preliminary', to: 'target' }],
    at: `${TRADE}:4`,
    says: /target among the actuals/,
  },
  {
    name: 'actual among targets',
    edits: [{ file: 'observations/trade-target.csv', from: ',target,', to: ',reported,' }],
    at: 'observations/trade-target.csv:2',
    says: /holds targets/,
  },
  {
    name: 'forecast dressed as a count',
    edits: [cargo('reed-2030,route/reed,,2030,9000000,,,reported,unknown,,,handbook,2025-01-01,,,,')],
    at: `${CARGO}:4`,
    says: /was not over/,
  },
  {
    name: 'count printed before its period ended',
    edits: [cargo('reed-2025,route/reed,,2025,9000000,,,official,unknown,,,handbook,2025-06-01,,,,')],
    at: `${CARGO}:4`,
    says: /was not over/,
  },
  {
    name: 'period missing',
    edits: [cargo('reed-some,route/reed,,,9000000,,,reported,unknown,,,handbook,,,,,')],
    at: `${CARGO}:4`,
    says: /period of reed-some is missing/,
  },
  {
    name: 'partner missing',
    edits: [{ file: TRADE, from: 'country/kz,country/az,2024', to: 'country/kz,,2024' }],
    at: `${TRADE}:4`,
    says: /partner of kz-az-2024-reed is missing/,
  },
  {
    name: 'pair of the wrong types',
    edits: [cargo('city-2024,city/lakeport,,2024,9000,,,reported,unknown,,,handbook,,,,,')],
    at: `${CARGO}:4`,
    says: /no pair for cargo-volume/,
  },
  {
    name: 'partner is geo',
    edits: [{ file: TRADE, from: 'country/kz,country/az,2024', to: 'country/kz,country/kz,2024' }],
    at: `${TRADE}:4`,
    says: /same as geo/,
  },
  {
    name: 'one value in two records',
    edits: [cargo('reed-again,route/reed,,2024,4484000,,,official,unknown,,,handbook,,,,,')],
    at: `${CARGO}:4`,
    says: /says the same as reed-2024/,
  },
  {
    name: 'two preferred of one count',
    edits: [cargo('reed-other,route/reed,,2024,4400000,,,official,unknown,,,handbook,,preferred,,,')],
    at: `${CARGO}:4`,
    says: /preferred beside reed-2024/,
  },
  // Misprints
  {
    name: 'misprint of a person',
    edits: [{ file: CARGO, from: 'misprint,unknown,,', to: 'misprint,unknown,person/arman-sample,' }],
    at: `${CARGO}:3`,
    says: /lays a misprint at a person/,
  },
  {
    name: 'misprint of a person in words',
    edits: [{ file: CARGO, from: 'misprint,unknown,,', to: 'misprint,unknown,Arman Sample,' }],
    at: `${CARGO}:3`,
    says: /lays a misprint at a person/,
  },
  {
    name: 'misprint without what was meant',
    edits: [{ file: CARGO, from: 'deprecated,reed-2024,yes', to: 'deprecated,,yes' }],
    at: `${CARGO}:3`,
    says: /correctionOf of reed-2024-printed is missing/,
  },
  {
    name: 'misprint of nothing known',
    edits: [{ file: CARGO, from: 'deprecated,reed-2024,yes', to: 'deprecated,reed-1999,yes' }],
    at: `${CARGO}:3`,
    says: /reed-1999, which is no value/,
  },
  {
    name: 'misprint preferred',
    edits: [{ file: CARGO, from: 'deprecated,reed-2024', to: 'preferred,reed-2024' }],
    at: `${CARGO}:3`,
    says: /prefers a misprint/,
  },
  {
    name: 'misprint that nobody printed',
    edits: [{ file: CARGO, from: 'reed-daily-2023-trade,,,deprecated', to: ',handbook,,deprecated' }],
    at: `${CARGO}:3`,
    says: /articles of reed-2024-printed is missing/,
  },
  {
    name: 'suspicion on a plain value',
    edits: [{ file: CARGO, from: 'preferred,,,', to: 'preferred,,yes,' }],
    at: `${CARGO}:2`,
    says: /belongs to status misprint only/,
  },
  // Articles
  {
    name: 'article twice',
    edits: [
      { file: 'articles/2024.csv', from: 'https://news.reed-daily.example/?newsid=7', to: 'https://reed.example/trade/1.html/' },
    ],
    at: 'articles/2024.csv:2',
    says: /is the address of/,
  },
  // People
  {
    name: 'birth date',
    edits: [{ file: ARMAN, from: '\nsources:', to: '\nborn: 1970-01-01\nsources:' }],
    at: `${ARMAN}:9`,
    says: /has "born", which is private \(people policy\)/,
  },
  {
    name: 'person without an office',
    edits: [{ file: ARMAN, from: 'predicate: holds-role, post: governor', to: 'predicate: member-of' }],
    at: `${ARMAN}:7`,
    says: /no public office/,
  },
  ...[
    { lang: 'en', text: 'Governor, born in 1970' },
    { lang: 'en', text: 'Governor, son of a minister' },
    { lang: 'ru', text: 'Аким, женат' },
    { lang: 'az', text: 'Qubernator, anadan olub' },
    { lang: 'kk', text: 'Әкім, туған жылы белгілі' },
    { lang: 'tr', text: 'Vali, doğumlu' },
  ].map(({ lang, text }) => ({
    name: `private life in the line (${lang}: ${text})`,
    edits: [
      {
        file: ARMAN,
        from: 'line: {en: Governor of Aktobe Region from 2022 to 2023}',
        to: lang === 'en' ? `line: {en: "${text}"}` : `line: {en: Governor, ${lang}: "${text}"}`,
      },
    ],
    at: `${ARMAN}:3`,
    says: /tells of private life/,
  })),
];

describe('dataset:check', () => {
  test('the sample is sound', () => {
    expect(checkDataset(SAMPLE).problems).toEqual([]);
  });

  test.each(broken)('$name', ({ edits, at, says }) => {
    const lines = withSample(edits, (dir) => checkDataset(dir).problems.map(describeProblem));
    expect(
      lines.filter((line) => line.startsWith(`${at} `) && says.test(line)),
      lines.join('\n'),
    ).not.toEqual([]);
    // Every line says what and how to mend it.
    for (const line of lines) expect(line).toMatch(/^\S+ {2}.+: .+/);
  });

  test('all slips are told at once', () => {
    const edits = [
      { file: KZ, from: 'kind: demonym', to: 'kind: nickname' },
      { file: TRADE, from: '529400000', to: 'many' },
      { file: 'events.yaml', from: 'sense: proposed', to: 'sense: guessed' },
    ];
    const files = new Set(withSample(edits, (dir) => checkDataset(dir).problems.map(({ file }) => file)));
    for (const { file } of edits) expect(files).toContain(file);
  });

  test.each([
    {
      name: 'sixty words of a patronymic in a name',
      edits: [{ file: ARMAN, from: 'text: Arman Sample', to: 'text: Arman Sample oğlu' }],
    },
    { name: 'a successor in the month of the change', edits: [{ file: DINA, from: 'from: 2023-09-05', to: 'from: 2023-09' }] },
    {
      name: 'exact abbreviations that differ in case',
      edits: [
        { file: REED, from: 'strength: weak, needs: [full-name], rejects: [before Rolls, after Motors]', to: 'strength: strong' },
        { file: DAILY, from: 'kind: official}', to: 'kind: official}\n  - {text: rr, lang: en, kind: abbreviation}' },
      ],
    },
    {
      name: 'a count printed in the last days of its period',
      edits: [cargo('reed-2025,route/reed,,2025-08,900000,,,official,unknown,,,handbook,2025-08-30,,,,')],
    },
    { name: 'a target without a period', edits: [] },
    { name: 'no published ids yet', edits: [{ file: 'published.txt', content: null }] },
    {
      name: 'nothing but a comment in redirects',
      edits: [
        { file: 'redirects.yaml', content: '# none yet\n' },
        { file: 'published.txt', content: '' },
      ],
    },
    { name: 'a byte order mark in CSV', edits: [{ file: TRADE, from: 'id,geo', to: '\ufeffid,geo' }] },
    { name: 'line ends of Windows', edits: [{ file: A2023, from: 'sameStory\n', to: 'sameStory\r\n' }] },
  ] as { name: string; edits: Edit[] }[])('silent about $name', ({ edits }) => {
    expect(withSample(edits, (dir) => checkDataset(dir).problems.map(describeProblem))).toEqual([]);
  });
});
