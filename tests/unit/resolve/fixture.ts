import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { buildPacks } from '../../../src/dataset/build-packs.ts';
import type { Dataset } from '../../../src/dataset/load.ts';
import { openNamesPack } from '../../../src/dataset/open-names-pack.ts';
import { openRecordsPack } from '../../../src/dataset/open-records-pack.ts';
import type { Annotation } from '../../../src/model/annotation.ts';
import type { BlockRole, DocumentFacts } from '../../../src/model/document.ts';
import type { Article, Entity, Name, Relation } from '../../../src/model/entity.ts';
import type { EntityId } from '../../../src/model/ids.ts';
import type { Observation } from '../../../src/model/indicator.ts';
import type { DatedEvent } from '../../../src/model/knowledge.ts';
import { annotate } from '../../../src/resolve/annotate.ts';

/**
 * A small dataset of its own for resolution: real announcing words (the dataset's), real places and officials, few observations, so that
 * a verdict in a test does not change when the dataset grows.
 */
const assets = join(import.meta.dirname, '../../../assets/dataset');
const yaml = (file: string) => parse(readFileSync(join(assets, file), 'utf8'));

const name = (text: string, lang = 'en', more: Partial<Name> = {}): Name => ({
  text,
  lang,
  kind: 'short',
  strength: 'strong',
  case: 'fold',
  ...more,
});
const demonym = (text: string, lang = 'en') => name(text, lang, { kind: 'demonym' });
function entity(
  id: EntityId,
  label: string,
  names: readonly Name[] = [],
  relations: readonly Relation[] = [],
  more: Partial<Entity> = {},
): Entity {
  return {
    id,
    label: { en: label },
    line: { en: `${label}, for tests.` },
    names: [name(label), ...names],
    relations,
    sources: ['s-one'],
    verified: { how: 'test', on: '2026-01-01' },
    ...more,
  };
}
const iso = (code: string) => ({ sameAs: { iso: code.toUpperCase() } });
const within = (object: EntityId, predicate: Relation['predicate'] = 'located-in'): Relation => ({
  predicate,
  object,
  sources: ['s-one'],
});
const role = (post: string, object: EntityId, from: string, to?: string): Relation => ({
  predicate: 'holds-role',
  object,
  post,
  from,
  ...(to && { to }),
  sources: ['s-one'],
});

const entities: Entity[] = [
  entity('country/kz', 'Kazakhstan', [demonym('Kazakh'), demonym('Kazakhstani'), demonym('казахстанский', 'ru')], [], iso('kz')),
  entity(
    'country/az',
    'Azerbaijan',
    [demonym('Azerbaijani'), demonym('Azerbaijanis'), demonym('азербайджанский', 'ru'), name('Әзербайжан', 'kk')],
    [],
    iso('az'),
  ),
  entity('country/tj', 'Tajikistan', [demonym('Tajik')], [], iso('tj')),
  entity('country/uz', 'Uzbekistan', [demonym('Uzbek')], [], iso('uz')),
  entity('country/ge', 'Georgia', [demonym('Georgian')], [], iso('ge')),
  entity('country/tr', 'Türkiye', [demonym('Turkish')], [], iso('tr')),
  entity('country/cn', 'China', [demonym('Chinese')], [], iso('cn')),
  entity(
    'region/kz-15',
    'Aktobe Region',
    [name('Aktubinsk Region'), name('Актюбинской областью', 'ru'), name('Актюбинская область', 'ru'), name('Aktobe region')],
    [within('country/kz')],
  ),
  entity('region/kz-47', 'Mangystau Region', [name('Mangistau Region')], [within('country/kz')]),
  entity('city/astana', 'Astana', [], [within('country/kz', 'capital-of')]),
  entity('city/dushanbe', 'Dushanbe', [], [within('country/tj', 'capital-of')]),
  entity('city/baku', 'Baku', [], [within('country/az', 'capital-of')]),
  entity('city/almaty', 'Almaty', [], [within('country/kz')]),
  entity('route/titr', 'Trans-Caspian International Transport Route', [
    name('Middle Corridor'),
    name('ТМТМ', 'ru', { case: 'exact', kind: 'abbreviation' }),
    ...[
      'Транскаспийскому международному транспортному маршруту',
      'Транскаспийский международный транспортный маршрут',
      'Среднему коридору',
      'Средний коридор',
    ].map((t) => name(t, 'ru')),
    name('Orta Dəhliz', 'az'),
    name('Orta Koridor', 'tr'),
    name('Орта дәліз', 'kk'),
  ]),
  entity('route/lapis-lazuli', 'Lapis Lazuli Route'),
  entity('organisation/patent', 'General Turkic Patent Organization', [name('Turkic Patent Organization')]),
  entity('organisation/customs', 'State Customs Committee', [], [within('country/az')]),
  entity(
    'person/togzhanov',
    'Yeraly Tugzhanov',
    [name('Yeraly Togzhanov')],
    [role('governor', 'region/kz-47', '2017-03-14', '2019-06-13'), role('governor', 'region/kz-15', '2022-08-31', '2023-09-05')],
  ),
  entity('person/successor', 'Askhat Shakharov', [name('Асхат Шахаров', 'ru')], [role('governor', 'region/kz-15', '2023-09-05')]),
  entity(
    'person/tokayev',
    'Kassym-Jomart Tokayev',
    [name('Tokayev', 'en', { strength: 'weak' })],
    [role('president', 'country/kz', '2019-03-20')],
  ),
  entity('person/aliyev', 'Ilham Aliyev', [], [role('president', 'country/az', '2003-10-31')]),
  entity('outlet/first', 'First Wire', [], [], { domains: ['first.example'] }),
  entity('outlet/second', 'Second Daily', [], [], { domains: ['second.example'] }),
  entity('outlet/third', 'Third Post', [], [], { domains: ['third.example'] }),
];

const observations: Observation[] = [];
const articles: Article[] = [];
/** One reported value, printed by an article of its own unless ids of articles are given. */
function value(
  indicator: string,
  places: string,
  period: string | undefined,
  amount: number,
  basis = 'unknown',
  more: Partial<Observation> = {},
): void {
  const [geo, partner] = places.split(' ') as [EntityId, EntityId?];
  const id = `o-${observations.length}`;
  const unit = { 'cargo-volume': 'tonne', containers: 'teu', 'companies-registered': 'company' }[indicator] ?? 'USD';
  const own: Article = {
    id: `a-${observations.length}`,
    url: `https://third.example/${observations.length}`,
    outlet: 'outlet/third',
    date: '2026-01-15',
    lang: 'en',
    line: 'A test article.',
    entities: [],
    observations: [id],
  };
  if (!more.articles) articles.push(own);
  observations.push({
    id,
    indicator,
    geo,
    ...(partner && { partner }),
    ...(period && { period }),
    value: amount,
    unit,
    comparator: 'exact',
    status: 'reported',
    basis,
    articles: [own.id],
    sources: [],
    rank: 'normal',
    ...more,
  });
}
function article(id: string, outlet: EntityId, date: string, more: Partial<Article> = {}): string {
  articles.push({
    id,
    url: `https://${outlet.slice(7)}.example/${id}`,
    outlet,
    date,
    lang: 'en',
    line: 'A test article.',
    entities: [],
    observations: [],
    ...more,
  });
  return id;
}

const T = 'bilateral-trade-turnover';
const KZAZ = 'country/kz country/az';
const KZTJ = 'country/kz country/tj';
const KZUZ = 'country/kz country/uz';
const copies = [
  article('copied', 'outlet/second', '2019-12-09', { sameStory: 'story-2018' }),
  article('copy', 'outlet/third', '2019-12-10', { sameStory: 'story-2018' }),
];
value(T, KZAZ, '2018', 221e6, 'az-gov', { articles: copies });
value(T, KZAZ, '2019', 229.6e6, 'az-customs');
value(T, KZAZ, '2022', 463.3e6, 'kz-bns');
value(T, KZAZ, '2022', 460e6, 'kz-gov');
value(T, KZAZ, '2023', 529.4e6, 'kz-bns');
value(T, KZAZ, '2023', 598.5e6);
value(T, KZAZ, '2024-H1', 280.6e6, 'kz-bns');
value(T, KZAZ, '2024', 470e6, 'az-gov');
value(T, KZAZ, '2024', 533e6, 'kz-gov');
value(T, KZAZ, '2025-01-01/2025-09-01', 548e6, 'az-customs', {
  articles: [article('wire', 'outlet/first', '2025-10-10')],
  status: 'official',
});
value(T, KZTJ, '2021', 1.2e9, 'kz-bns');
value(T, KZTJ, '2022', 1.2e9);
value(T, KZTJ, '2022', 1.4e9, 'ministry');
value(T, KZTJ, '2022', 1.5e9, 'kz-gov', { comparator: 'about' });
value(T, KZTJ, '2023', 1.13e9);
value(T, KZUZ, '2024', 4.2e9, 'uz-stat', { status: 'official' });
value(T, KZUZ, '2024', 4.3e9, 'uz-stat');
value(T, 'region/kz-15 country/az', '2022', 28.6e6);
// One article that prints four values and nothing else.
const retold = { articles: [article('retold', 'outlet/second', '2026-02-01')] };
for (const [year, billions] of [
  ['2018', 11.6],
  ['2019', 14.7],
  ['2020', 15.3],
  ['2021', 18.2],
] as const)
  value(T, 'country/kz country/cn', year, billions * 1e9, 'unknown', retold);
value('trade-target', KZAZ, undefined, 1e9, 'unknown', { status: 'target' });
value('trade-target', KZTJ, undefined, 2e9, 'unknown', { status: 'target' });
value('trade-target', KZUZ, '2030', 10e9, 'unknown', { status: 'target' });
value('exports', KZAZ, '2023', 456.3e6, 'kz-bns');
value('exports', 'country/az country/kz', '2023', 73e6, 'kz-bns');
value('imports', 'country/az country/kz', '2019', 205e6, 'az-customs');
value('cargo-volume', 'route/titr', '2023', 2.76e6, 'titr-association');
value('cargo-volume', 'route/titr', '2024', 4.484e6, 'kz-ministry-transport', { status: 'official' });
value('cargo-volume', 'route/titr', '2024', 3.3e6, 'ports-only');
value('cargo-volume', 'route/titr', '2025', 5e6, 'unknown', { status: 'forecast' });
value('cargo-volume', 'route/titr', '2025', 5.2e6, 'titr-association', { status: 'plan' });
value('containers', 'route/titr', '2024', 56500, 'titr-association');
value('companies-registered', KZAZ, '2024', 900, 'unknown', { comparator: 'over' });
value('deals-value', KZTJ, '2023-05-03', 1.3e9, 'ministry');
value('deals-value', KZTJ, '2023-05-03', 1.8e9, 'kz-gov');

const events: DatedEvent[] = [
  { id: 'e-patent', entity: 'organisation/patent', sense: 'proposed', period: '2024-07-06', sources: ['s-one'] },
];

const dataset: Dataset = {
  about: { version: '2026-01-01.1', date: '2026-01-01', title: 'Test', licence: 'CC BY 4.0', corrections: 'nobody@example.org' },
  entities,
  indicators: yaml('indicators.yaml'),
  posts: yaml('posts.yaml'),
  bases: yaml('bases.yaml').map((b: object) => ({ words: {}, ...b })),
  cues: yaml('cues.yaml'),
  sources: [{ slug: 's-one', title: 'A register', url: 'https://register.example/', publisher: 'Register' }],
  events,
  redirects: {},
  observations,
  // As loading does: what the observations say that each article prints.
  articles: articles.map((a) => ({ ...a, observations: observations.filter((o) => o.articles.includes(a.id)).map((o) => o.id) })),
  context: {
    gdp: [{ key: 'country/kz', year: 2023, value: 260e9, unit: 'USD', source: 's-one' }],
    population: [{ key: 'country/kz', year: 2023, value: 20e6, unit: 'person', source: 's-one' }],
    fx: [{ key: 'kzt', year: 2023, value: 456, unit: 'KZT', source: 's-one' }],
  } as unknown as Dataset['context'],
  published: [],
};

const packs = buildPacks(dataset);
export const reader = openNamesPack(packs.names);
export const { knowledge } = reader;
export const records = openRecordsPack(packs.records);

export interface Text extends DocumentFacts {
  /** Lines are blocks; a line `---` starts the next article; `# ` makes a headline. */
  readonly text: string;
}
/** Blocks of a test text. */
export function blocksOf(text: string) {
  let article = 0;
  return text.split('\n').flatMap((line, i) => {
    if (line === '---') {
      article++;
      return [];
    }
    const role: BlockRole = line.startsWith('# ') ? 'headline' : 'body';
    return [{ id: `b${i}`, text: line.replace(/^# /, ''), role, section: 0, article }];
  });
}
export function annotated({ text, ...facts }: Text): readonly Annotation[] {
  return annotate({ facts, blocks: blocksOf(text) }, reader).annotations;
}
