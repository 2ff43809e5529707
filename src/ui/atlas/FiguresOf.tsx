import type { EntityId } from '../../model/ids.ts';
import type { Observation } from '../../model/indicator.ts';
import { Capped } from './Capped.tsx';
import { indicatorLabel, isActual, type Kit, pairKey } from './kit.ts';
import { link } from './route.ts';
import { Sparkline } from './Sparkline.tsx';

/** Rows that a page shows before it is asked for all. */
const FIRST = 18;

interface Row {
  readonly values: readonly Observation[];
  readonly newest: Observation;
}

/** All series of an entity: the indicators with most values first, in each the partners with most; newest actual value, shape, number. */
export function FiguresOf({
  entity,
  values,
  kit,
}: {
  readonly entity: EntityId;
  readonly values: readonly Observation[];
  readonly kit: Kit;
}) {
  const { words, lines } = kit;
  const rows = rowsOf(values, kit);
  if (!rows.length) return null;
  return (
    <section>
      <h2>
        {words.t('figures')} <span class="small">{words.number(values.length)}</span>
      </h2>
      <Capped items={rows} first={FIRST} kit={kit}>
        {(shown) =>
          [...new Set(shown.map(({ newest }) => newest.indicator))].map((indicator) => (
            <section key={indicator} class="series-of">
              <h3>
                <a href={link.indicator(indicator)}>{indicatorLabel(kit, indicator)}</a>
              </h3>
              <ul class="figures">
                {shown
                  .filter(({ newest }) => newest.indicator === indicator)
                  .map(({ values: own, newest }) => {
                    const other = newest.geo === entity ? newest.partner : newest.geo;
                    return (
                      <li key={newest.id}>
                        <a href={link.indicator(indicator, newest.geo, newest.partner)}>
                          {other ? words.t('with', { name: lines.entity(other).label }) : lines.entity(entity).label}
                        </a>
                        <Sparkline values={own} kit={kit} />
                        <b class="num">
                          {words.t(`value.${newest.comparator}`, { value: words.quantity(newest.value, newest.unit) })}
                        </b>
                        <span class="small">
                          {[
                            newest.period && words.period(newest.period),
                            !isActual(newest) && words.t(`status.${newest.status}`),
                            words.t('valueCount', { n: own.length }),
                          ]
                            .filter(Boolean)
                            .join(' · ')}
                        </span>
                      </li>
                    );
                  })}
              </ul>
            </section>
          ))
        }
      </Capped>
    </section>
  );
}

/** Series, those of one indicator together. `values` come newest first, so the first actual one of a series is its newest. */
function rowsOf(values: readonly Observation[], kit: Kit): readonly Row[] {
  const series = new Map<string, Observation[]>();
  for (const o of values) {
    const key = pairKey(kit, o);
    series.set(key, [...(series.get(key) ?? []), o]);
  }
  const groups = new Map<string, Row[]>();
  for (const own of [...series.values()].sort((a, b) => b.length - a.length)) {
    const newest = own.find(isActual) ?? own[0]!;
    groups.set(newest.indicator, [...(groups.get(newest.indicator) ?? []), { values: own, newest }]);
  }
  const size = (rows: readonly Row[]) => rows.reduce((n, { values: own }) => n + own.length, 0);
  return [...groups.values()].sort((a, b) => size(b) - size(a)).flat();
}
