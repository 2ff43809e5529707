import { describe, expect, test } from 'vitest';
import type { Annotation } from '../../../src/model/annotation.ts';
import type { ClaimCard, EntityCard, FigureCard } from '../../../src/model/card-content.ts';
import type { DocumentFacts } from '../../../src/model/document.ts';
import { cardContent } from '../../../src/present/card.ts';
import { annotated, knowledge, records } from '../resolve/fixture.ts';

function cardOf(facts: DocumentFacts, text: string, pick: (a: Annotation) => boolean) {
  const annotations = annotated({ ...facts, text });
  const annotation = annotations.find(pick);
  if (!annotation) throw new Error(`nothing to show in "${text}"`);
  return cardContent(annotation, { facts, knowledge, records, language: 'en', annotations });
}
const figureCard = (facts: DocumentFacts, text: string) =>
  cardOf(facts, text, (a) => a.kind === 'figure' && a.reading !== null) as FigureCard;

describe('card of a figure', () => {
  const card = figureCard(
    { date: '2024-11-06', lang: 'en' },
    'Trade turnover between Kazakhstan and Azerbaijan reached $556 million in 2023.',
  );
  test('says what is counted, where and when', () => {
    expect(card).toMatchObject({
      printed: '$556 million',
      indicator: { id: 'bilateral-trade-turnover', label: 'trade turnover' },
      geo: { label: 'Kazakhstan' },
      partner: { label: 'Azerbaijan' },
      reading: { period: '2023', verdict: 'between' },
      atlas: '#/indicator/bilateral-trade-turnover/country/kz/country/az',
    });
  });
  test('shows every comparable value with its source, and others beside', () => {
    expect(card.reported.map((v) => v.value)).toEqual([529.4e6, 598.5e6]);
    for (const v of card.reported) expect(v.sources).not.toHaveLength(0);
    expect(card.reported[0]!.basis?.id).toBe('kz-bns');
    expect(card.reported[1]!.basis).toBeUndefined();
    expect(card.beside.length).toBeGreaterThan(0);
    for (const v of card.beside) expect(card.reported.map((r) => r.id)).not.toContain(v.id);
  });
  test('draws one line a counting body, in order of time', () => {
    const bns = card.series.find((s) => s.basis.id === 'kz-bns')!;
    expect(bns.points.map((p) => p.period)).toEqual(['2022', '2023', '2024-H1']);
    expect(card.series.flatMap((s) => s.points)).not.toContainEqual(expect.objectContaining({ value: 1e9 }));
  });
  test('puts it in proportion: economy, heads, other money', () => {
    expect(card.context.shareOfGdp[0]?.ratio).toBeCloseTo(556e6 / 260e9);
    expect(card.context.perHead[0]?.value).toBeCloseTo(27.8);
    expect(card.context.inCurrencies).toEqual([expect.objectContaining({ currency: 'KZT', value: 556e6 * 456 })]);
  });
  test('folds copies of one story into one source', () => {
    const { beside } = figureCard(
      { date: '2024-11-06' },
      'Trade turnover between Kazakhstan and Azerbaijan reached $100 million in 2017.',
    );
    const copied = beside.find((v) => v.value === 221e6)!;
    expect(copied.sources).toHaveLength(1);
    expect(copied.copies).toBe(1);
  });
  test('the change on the year before stays with one count', () => {
    const { context } = figureCard(
      { date: '2024-03-06' },
      'According to the Bureau of National Statistics, trade turnover between Kazakhstan and Azerbaijan reached $529.4 million in 2023.',
    );
    expect(context.change?.ratio).toBeCloseTo(529.4 / 463.3 - 1);
    expect(context.change?.against).toMatchObject({ period: '2022', basis: { id: 'kz-bns' } });
  });
  test('a suspected unit shows its evidence and no proportion', () => {
    const suspect = figureCard({ date: '2025-10-30' }, 'Last year, the turnover along the Middle Corridor reached $4.5 million.');
    expect(suspect.suspected).toMatchObject({ unit: 'tonne', values: [{ value: 4.484e6, unit: 'tonne' }] });
    expect(suspect.suspected?.voices).toBe(1);
    expect(suspect.context.inCurrencies).toEqual([]);
    expect(suspect.reported).toEqual([]);
    // What was said above is not said again below.
    expect(suspect.beside.map((v) => v.value)).not.toContain(4.484e6);
  });
  test('a target is compared with targets', () => {
    const target = figureCard(
      { date: '2025-10-30' },
      'Kazakhstan and Azerbaijan set a goal to increase the trade turnover to $1 billion.',
    );
    expect(target.reported.map((v) => v.status)).toEqual(['target']);
    expect(target.context.shareOfGdp).toEqual([]);
  });
  test.each([
    ['en', 'Kazakhstan and Azerbaijan set a goal to increase the trade turnover to $1 billion by 2023.'],
    ['ru', 'Казахстан и Азербайджан намерены довести товарооборот до 1 млрд долларов к 2023 году.'],
    ['az', 'Qazaxıstan və Azərbaycan 2023-cü ildə ticarət dövriyyəsini 1 milyard dollara çatdırmaq niyyətindədir.'],
    ['kk', 'Қазақстан мен Әзербайжан 2023 жылы тауар айналымын 1 млрд долларға жеткізуді мақсат етіп отыр.'],
    ['tr', 'Kazakistan ile Azerbaycan 2023 yılında ticaret hacmini 1 milyar dolara çıkarmayı hedefliyor.'],
  ])('a target whose year is over shows what came of it (%s)', (lang, text) => {
    const { reading, outcome } = figureCard({ lang, date: '2021-05-12' }, text);
    expect(reading).toMatchObject({ indicator: 'trade-target', status: 'target', period: '2023' });
    expect(outcome?.due).toBe(true);
    expect(outcome?.values.map((v) => [v.period, v.value, v.status])).toEqual([
      ['2023', 529.4e6, 'reported'],
      ['2023', 598.5e6, 'reported'],
    ]);
  });
  test.each(['by 2030', 'by 2026', ''])('a target %s of which nothing is known yet stands beside the latest year', (when) => {
    const text = `Kazakhstan and Azerbaijan set a goal to increase the trade turnover to $1 billion ${when}.`;
    const { outcome, beside } = figureCard({ date: '2021-05-12' }, text);
    expect(outcome).toMatchObject({
      due: false,
      values: [
        { period: '2024', value: 470e6 },
        { period: '2024', value: 533e6 },
      ],
    });
    expect(beside.filter((v) => v.status !== 'target')).toEqual([]);
  });
  test('what happened stands beside what is aimed at', () => {
    expect(card.context.target).toMatchObject({ value: 1e9, status: 'target' });
    expect(card.outcome).toBeUndefined();
  });
  test('those that say the same come first', () => {
    const { reported } = figureCard(
      { date: '2024-11-06' },
      'Trade turnover between Kazakhstan and Azerbaijan reached $598 million in 2023.',
    );
    expect(reported.map((v) => v.value)).toEqual([598.5e6, 529.4e6]);
  });
  test('values of periods as long come before parts of a year', () => {
    expect(card.beside.map((v) => v.period).slice(0, 4)).toEqual(['2024', '2024', '2022', '2022']);
  });
  test('a dataset older than the article says so', () => {
    expect(card.dataset.olderThanArticle).toBe(false);
    const late = figureCard(
      { date: '2027-01-01' },
      'Trade turnover between Kazakhstan and Azerbaijan reached $556 million in 2023.',
    );
    expect(late.dataset.olderThanArticle).toBe(true);
  });
});

describe('card of an entity', () => {
  const card = (date?: string) =>
    cardOf({ ...(date && { date }) }, 'Yeraly Togzhanov spoke.', (a) => a.kind === 'entity') as EntityCard;
  test('roles at the date of the article', () => {
    expect(card('2018-01-01').rolesAt.map((r) => r.object.label)).toEqual(['Mangystau Region']);
    expect(card('2023-02-27').rolesAt.map((r) => r.object.label)).toEqual(['Aktobe Region']);
    expect(card('2024-02-27').rolesAt).toEqual([]);
  });
  test('without a date all periods, newest first', () => {
    const { at, rolesAt, roles } = card();
    expect({ at, rolesAt }).toEqual({ at: undefined, rolesAt: [] });
    expect(roles.map((r) => [r.from, r.to])).toEqual([
      ['2022-08-31', '2023-09-05'],
      ['2017-03-14', '2019-06-13'],
    ]);
  });
  test('keeps the printed form and lists the others, the dataset’s own labels first', () => {
    expect(card('2023-02-27')).toMatchObject({ printed: 'Yeraly Togzhanov', title: 'Yeraly Tugzhanov' });
    expect(card().forms.map((f) => f.text)).toEqual(['Yeraly Tugzhanov', 'Yeraly Togzhanov']);
  });
  test('latest values of a country, one a pair, no target and no misprint first', () => {
    const country = cardOf({}, 'Kazakhstan spoke.', (a) => a.kind === 'entity') as EntityCard;
    const turnover = country.latest.filter((l) => l.indicator.id === 'bilateral-trade-turnover').map((l) => l.partner?.id);
    expect(new Set(turnover).size).toBe(turnover.length);
  });
  test('an annotation of another dataset is refused with the cause', () => {
    const annotation = { ...annotated({ text: 'Kazakhstan spoke.' })[0]!, entity: 'country/nowhere' } as Annotation;
    expect(() => cardContent(annotation, { facts: {}, knowledge, records, language: 'en' })).toThrow(
      /country\/nowhere.*different versions/,
    );
  });
});

test('card of a claim names both sides', () => {
  const card = cardOf(
    { date: '2023-02-27' },
    'A meeting was held with Governor of Mangistau Region Yeraly Togzhanov.',
    (a) => a.kind === 'claim',
  ) as ClaimCard;
  expect(card).toMatchObject({
    claim: 'role',
    about: { label: 'Yeraly Tugzhanov' },
    says: { object: { label: 'Mangystau Region' } },
    others: [{ object: { label: 'Aktobe Region' }, period: '2022-08-31/2023-09-05', sources: [{ title: 'A register' }] }],
  });
});
