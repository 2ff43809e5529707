import type { EntityId } from '../../../model/ids.ts';
import type { Indicator, Observation } from '../../../model/indicator.ts';
import { allObservations, isActual, type Kit, observations, pairKey, placesOf } from '../kit.ts';
import { PageTools } from '../PageTools.tsx';
import { link } from '../route.ts';
import { ValuesChart } from '../ValuesChart.tsx';
import { ValuesTable } from '../ValuesTable.tsx';

interface Props {
  readonly indicator: Indicator;
  readonly geo?: EntityId;
  readonly partner?: EntityId;
  /** Id of the value that is looked for. */
  readonly value?: string;
  readonly kit: Kit;
}

/** All values of an indicator for a place or pair, in one chart and one table; without places, the places to choose from. */
export function IndicatorPage({ indicator, geo, partner, value, kit }: Props) {
  const { words, lines, records } = kit;
  const { t } = words;
  const label = words.capital(lines.text(indicator.label));
  const values = geo ? observations(kit, records.series(indicator.slug, geo, partner)) : [];
  const name = geo ? `${label}: ${placesOf(kit, geo, partner)}` : label;
  const actualYears = values.filter((o) => isActual(o) && o.period).map((o) => Number(o.period!.slice(0, 4)));
  const last = Math.max(...actualYears);
  const pick = (id: string) => {
    const picked = values.find((o) => o.id === id);
    if (picked) location.hash = link.value(picked);
  };
  const thisYear = Number(records.date.slice(0, 4));
  return (
    <article>
      <p class="kicker">
        {t('kind.indicator')}
        {geo && (
          <>
            {' · '}
            <a href={link.indicator(indicator.slug)}>{label}</a>
          </>
        )}
      </p>
      <h1>
        {geo ? (
          <>
            {label}, <PlaceLinks geo={geo} partner={partner} kit={kit} />
          </>
        ) : (
          label
        )}
      </h1>
      <p class="lead">
        <b class="unseen">{t('scope')}: </b>
        {lines.text(indicator.scope)}
      </p>
      {geo ? (
        <>
          <PageTools
            kit={kit}
            name={name}
            file={[indicator.slug, geo, partner].filter(Boolean).join('-').replaceAll('/', '-')}
            values={values}
          />
          <ValuesChart values={values} label={name} kit={kit} onPick={pick} />
          {actualYears.length > 0 && last < thisYear - 1 && <p class="note">{t('gap', { year: String(last) })}</p>}
          <h2>
            {t('values')} <span class="small">{words.number(values.length)}</span>
          </h2>
          {values.length ? (
            <ValuesTable values={values} kit={kit} caption={name} picked={value} />
          ) : (
            <p>{t('verdict.no-data')}</p>
          )}
        </>
      ) : (
        <Pairs indicator={indicator} kit={kit} />
      )}
    </article>
  );
}

function PlaceLinks({ geo, partner, kit }: { readonly geo: EntityId; readonly partner?: EntityId; readonly kit: Kit }) {
  return (
    <>
      <a href={link.entity(geo)}>{kit.lines.entity(geo).label}</a>
      {partner && (
        <>
          {' – '}
          <a href={link.entity(partner)}>{kit.lines.entity(partner).label}</a>
        </>
      )}
    </>
  );
}

function Pairs({ indicator, kit }: { readonly indicator: Indicator; readonly kit: Kit }) {
  const { words } = kit;
  const pairs = new Map<string, Observation[]>();
  for (const o of allObservations(kit)) {
    if (o.indicator !== indicator.slug) continue;
    const key = pairKey(kit, o);
    const group = pairs.get(key);
    if (group) group.push(o);
    else pairs.set(key, [o]);
  }
  return (
    <section>
      <h2>{words.t('pairs')}</h2>
      <ul class="figures">
        {[...pairs.values()]
          .sort((a, b) => b.length - a.length)
          .map((group) => {
            const { id, geo, partner } = group[0]!;
            const newest =
              [...group].filter(isActual).sort((a, b) => (b.period ?? '').localeCompare(a.period ?? ''))[0] ?? group[0]!;
            return (
              <li key={id}>
                <a href={link.indicator(indicator.slug, geo, partner)}>{placesOf(kit, geo, partner)}</a>
                <b class="num">{words.quantity(newest.value, newest.unit)}</b>
                <span class="small">
                  {[newest.period && words.period(newest.period), words.t('valueCount', { n: group.length })]
                    .filter(Boolean)
                    .join(' · ')}
                </span>
              </li>
            );
          })}
      </ul>
    </section>
  );
}
