import type { Reading } from '../model/annotation.ts';
import type { FigureCard, SourceLink } from '../model/card-content.ts';
import type { Figure } from '../model/figure.ts';
import type { EntityId, Language } from '../model/ids.ts';
import { typeOf } from '../model/ids.ts';
import type { Observation } from '../model/indicator.ts';
import { formatPeriod, parsePeriod } from '../model/period.ts';
import type { Records } from '../model/records.ts';
import { lengthOf, sameWritten, yearBefore } from '../resolve/intervals.ts';
import type { Lines } from './lines.ts';

const isCurrency = (unit: string) => /^[A-Z]{3}$/.test(unit);
/** Money that readers everywhere know, that of the reader's language, and that of the countries in question. */
const COMMON = ['USD', 'EUR'] as const;
const OF_LANGUAGE: Partial<Record<Language, string>> = { ru: 'RUB', az: 'AZN', kk: 'KZT', tr: 'TRY' };
const OF_COUNTRY: Readonly<Record<string, string>> = {
  az: 'AZN',
  cn: 'CNY',
  ge: 'GEL',
  kg: 'KGS',
  kz: 'KZT',
  ru: 'RUB',
  tj: 'TJS',
  tm: 'TMT',
  tr: 'TRY',
  uz: 'UZS',
};
export const ACTUAL: readonly Observation['status'][] = ['official', 'reported', 'preliminary', 'derived'];

/** Puts a read figure in proportion: the year before, the size of the economy, a head, other money. Each part stands only on data of its year. */
export function contextOf(
  figure: Figure,
  reading: Reading,
  observations: readonly Observation[],
  records: Records,
  lines: Lines,
): FigureCard['context'] {
  const level = reading.change || reading.suspected || figure.value === undefined ? undefined : figure.value;
  const period = reading.period ? parsePeriod(reading.period) : undefined;
  const source = (slug: string): SourceLink | undefined => lines.sources([slug])[0];
  const countries = [reading.geo, reading.partner].filter((id): id is EntityId => !!id && typeOf(id) === 'country');
  const wholeYear = period && lengthOf(period) >= 365 && lengthOf(period) <= 366 && period.start!.endsWith('-01-01');
  const year = period?.start ? Number(period.start.slice(0, 4)) : undefined;
  const actual = reading.status === 'actual' && level !== undefined;
  const proportion = actual && wholeYear && figure.currency === 'USD';
  const earlier = actual && period ? yearBeforeOf(reading, observations) : undefined;
  const target = reading.status === 'actual' ? targetOf(reading, observations, records) : undefined;
  return {
    ...(earlier && { change: { ratio: level! / earlier.value - 1, against: lines.value(earlier) } }),
    shareOfGdp: countries.flatMap((id) => {
      const gdp = proportion ? records.context('gdp', id, year!) : undefined;
      const link = gdp && source(gdp.source);
      return gdp && link ? [{ ratio: level! / gdp.value, of: lines.entity(id), source: link }] : [];
    }),
    perHead: countries.flatMap((id) => {
      const people = proportion ? records.context('population', id, year!) : undefined;
      const link = people && source(people.source);
      return people && link ? [{ value: level! / people.value, unit: figure.currency!, of: lines.entity(id), source: link }] : [];
    }),
    inCurrencies:
      level !== undefined && year !== undefined && figure.currency
        ? exchanged(level, figure.currency, year, currenciesOf(countries, lines.language), records, source)
        : [],
    ...(target && { target: lines.value(target) }),
  };
}

/**
 * The value of the year before by the count that the figure follows: the one that the article names, else one that gives the same value;
 * an official one before others. Two counts make no change.
 */
function yearBeforeOf(reading: Reading, observations: readonly Observation[]): Observation | undefined {
  const before = yearBefore(parsePeriod(reading.period!)!);
  if (!before) return undefined;
  const equals = reading.verdict === 'same-as' ? observations.filter((o) => reading.equals?.includes(o.id)) : [];
  const bases = reading.basis ? [reading.basis] : equals.map((o) => o.basis);
  // Who prints both years compares what he counted alike.
  const together = new Set(equals.flatMap((o) => [...o.articles, ...o.sources]));
  const both = (o: Observation) => [...o.articles, ...o.sources].some((id) => together.has(id));
  const rank = (o: Observation) => (both(o) ? 0 : 4) + (o.status === 'official' ? 0 : 2) + (o.rank === 'preferred' ? 0 : 1);
  return observations
    .filter((o) => o.basis !== 'unknown' && bases.includes(o.basis) && ACTUAL.includes(o.status) && o.rank !== 'deprecated')
    .filter((o) => o.value !== 0 && o.comparator === 'exact' && sameWritten(o.period, formatPeriod(before)))
    .sort((a, b) => rank(a) - rank(b))[0];
}

/** What is aimed at beyond the figure's time: the nearest year ahead, else the goal without a year that was named last. */
function targetOf(reading: Reading, own: readonly Observation[], records: Records): Observation | undefined {
  const slug = records.indicator(reading.indicator)?.target;
  const kept = slug ? records.series(slug, reading.geo, reading.partner).flatMap((id) => records.observation(id) ?? []) : [];
  const end = parsePeriod(reading.period ?? '')?.end ?? '';
  const targets = [...own, ...kept].filter((o) => o.status === 'target' && o.rank !== 'deprecated');
  const start = (o: Observation) => parsePeriod(o.period!)?.start ?? '';
  const ahead = targets.filter((o) => o.period && start(o) >= end).sort((a, b) => start(a).localeCompare(start(b)));
  const open = targets.filter((o) => !o.period).sort((a, b) => (b.published ?? '').localeCompare(a.published ?? ''));
  return ahead[0] ?? open[0];
}

function currenciesOf(countries: readonly EntityId[], language: Language): string[] {
  const own = [...countries.map((id) => OF_COUNTRY[id.slice('country/'.length)]), OF_LANGUAGE[language]];
  return [...new Set([...COMMON, ...own.filter((c) => c !== undefined)])];
}

function exchanged(
  value: number,
  from: string,
  year: number,
  into: readonly string[],
  records: Records,
  source: (slug: string) => SourceLink | undefined,
): FigureCard['context']['inCurrencies'] {
  const perDollar = (code: string) =>
    code === 'USD' ? { value: 1, source: '' } : records.context('fx', code.toLowerCase(), year);
  const own = isCurrency(from) ? perDollar(from) : undefined;
  if (!own) return [];
  return into
    .filter((c) => c !== from)
    .flatMap((currency) => {
      const rate = perDollar(currency);
      const link = rate && source(rate.source || own.source);
      return rate && link ? [{ currency, value: (value / own.value) * rate.value, source: link }] : [];
    });
}
