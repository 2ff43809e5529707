import type { Reading } from '../model/annotation.ts';
import type { FigureCard, SourceLink } from '../model/card-content.ts';
import type { Figure } from '../model/figure.ts';
import type { EntityId } from '../model/ids.ts';
import { typeOf } from '../model/ids.ts';
import type { Observation } from '../model/indicator.ts';
import { formatPeriod, parsePeriod } from '../model/period.ts';
import type { Records } from '../model/records.ts';
import { lengthOf, sameWritten, yearBefore } from '../resolve/intervals.ts';
import type { Lines } from './lines.ts';

const isCurrency = (unit: string) => /^[A-Z]{3}$/.test(unit);
/** Currencies that readers of this news count in, beside the printed one. */
const CURRENCIES = ['USD', 'KZT', 'AZN', 'TRY', 'EUR', 'RUB'] as const;
const ACTUAL: readonly Observation['status'][] = ['official', 'reported', 'preliminary', 'derived'];

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
  const country = [reading.geo, reading.partner].find((id): id is EntityId => !!id && typeOf(id) === 'country');
  const code = country?.slice('country/'.length);
  const wholeYear = period && lengthOf(period) >= 365 && lengthOf(period) <= 366 && period.start!.endsWith('-01-01');
  const year = period?.start ? Number(period.start.slice(0, 4)) : undefined;
  const actual = reading.status === 'actual' && level !== undefined;

  const before = period && yearBefore(period);
  const basis =
    reading.basis ?? observations.find((o) => reading.verdict === 'same-as' && o.id === reading.observations[0]?.id)?.basis;
  const earlier =
    actual && before && basis && basis !== 'unknown'
      ? observations.find((o) => o.basis === basis && ACTUAL.includes(o.status) && sameWritten(o.period, formatPeriod(before)))
      : undefined;

  const gdp = actual && wholeYear && code && figure.currency === 'USD' ? records.context('gdp', code, year!) : undefined;
  const people = actual && wholeYear && code && figure.currency ? records.context('population', code, year!) : undefined;
  const gdpSource = gdp && source(gdp.source);
  const peopleSource = people && source(people.source);
  const target = observations.find((o) => o.status === 'target' && o.rank !== 'deprecated');
  return {
    ...(earlier && earlier.value !== 0 && { change: { ratio: level! / earlier.value - 1, against: lines.value(earlier) } }),
    ...(gdpSource && { shareOfGdp: { ratio: level! / gdp.value, of: lines.entity(country!), source: gdpSource } }),
    ...(peopleSource && {
      perHead: { value: level! / people.value, unit: figure.currency!, of: lines.entity(country!), source: peopleSource },
    }),
    inCurrencies:
      level !== undefined && year !== undefined && figure.currency
        ? exchanged(level, figure.currency, year, records, source)
        : [],
    ...(reading.status === 'actual' && target && { target: lines.value(target) }),
  };
}

function exchanged(
  value: number,
  from: string,
  year: number,
  records: Records,
  source: (slug: string) => SourceLink | undefined,
): FigureCard['context']['inCurrencies'] {
  const perDollar = (code: string) =>
    code === 'USD' ? { value: 1, source: '' } : records.context('fx', code.toLowerCase(), year);
  const own = isCurrency(from) ? perDollar(from) : undefined;
  if (!own) return [];
  return CURRENCIES.filter((c) => c !== from).flatMap((currency) => {
    const rate = perDollar(currency);
    const link = rate && source(rate.source || own.source);
    return rate && link ? [{ currency, value: (value / own.value) * rate.value, source: link }] : [];
  });
}
