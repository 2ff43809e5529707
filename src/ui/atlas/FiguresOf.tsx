import { useState } from 'preact/hooks';
import type { EntityId } from '../../model/ids.ts';
import type { Observation } from '../../model/indicator.ts';
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
  const [all, setAll] = useState(false);
  const groups = groupsOf(values, kit);
  const count = groups.reduce((n, [, rows]) => n + rows.length, 0);
  if (!count) return null;
  let left = all ? count : FIRST;
  return (
    <section>
      <h2>
        {words.t('figures')} <span class="small">{words.number(values.length)}</span>
      </h2>
      <div class="series-of">
        {groups.map(([indicator, rows]) => {
          const shown = rows.slice(0, left);
          left -= shown.length;
          if (!shown.length) return null;
          return (
            <section key={indicator}>
              <h3>
                <a href={link.indicator(indicator)}>{indicatorLabel(kit, indicator)}</a>
              </h3>
              <ul class="figures">
                {shown.map(({ values: own, newest }) => {
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
          );
        })}
      </div>
      {count > FIRST && !all && (
        <button type="button" class="button" onClick={() => setAll(true)}>
          {words.t('showAll', { count })}
        </button>
      )}
    </section>
  );
}

/** Series by indicator. `values` come newest first, so the first actual one of a series is its newest. */
function groupsOf(values: readonly Observation[], kit: Kit): [string, Row[]][] {
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
  return [...groups].sort((a, b) => size(b[1]) - size(a[1]));
}
