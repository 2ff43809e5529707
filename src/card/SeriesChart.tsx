import type { Series } from '../model/card-content.ts';
import { lines, type Placed, place, roundUp } from './series.ts';
import type { CardWords } from './words.ts';

/** Heights in px; widths are percentages, so that letters keep their size in a narrow window. */
const TOP = 18;
const BOTTOM = 96;
const HEIGHT = 116;
/** Room for half a label at both ends, in percent. */
const SIDE = 6;
/** Patterns tell lines apart without colour. */
const DASHES = [undefined, '5 3', '1.5 3', '8 3 1.5 3'];

/** The series as small lines, with the page's own value where it belongs in time; the same as a table below. */
export function SeriesChart(props: {
  readonly series: readonly Series[];
  readonly unit: string;
  readonly page?: { readonly period: string; readonly value: number };
  readonly words: CardWords;
}) {
  const { words, unit } = props;
  const drawn = lines(props.series);
  const points = drawn.flatMap((line) => line.runs.flat());
  if (new Set(points.map((p) => p.day)).size < 2) return null;
  const page = props.page && place(props.page);
  const fits = page && points.some((p) => Math.abs(p.days - page.days) < 3) ? page : undefined;
  const all = fits ? [...points, fits] : points;
  const [from, to] = [Math.min(...all.map((p) => p.day)), Math.max(...all.map((p) => p.day))];
  const top = roundUp(Math.max(...all.map((p) => p.value)));
  const percent = (p: { day: number }) => SIDE + ((p.day - from) / (to - from)) * (100 - 2 * SIDE);
  const x = (p: { day: number }) => `${percent(p)}%`;
  const y = (value: number) => BOTTOM - (Math.max(0, value) / top) * (BOTTOM - TOP);
  const first = all.find((p) => p.day === from)!;
  const last = all.find((p) => p.day === to)!;
  const alt = drawn
    .map(({ label, runs }) => {
      const [a, b] = [runs[0]![0]!, runs.at(-1)!.at(-1)!];
      return words.t('series.alt', {
        who: label,
        first: words.quantity(a.value, unit),
        from: words.period(a.period),
        last: words.quantity(b.value, unit),
        to: words.period(b.period),
      });
    })
    .join(' ');
  const ticks: readonly Placed[] = fits && fits.day !== from && fits.day !== to ? [first, fits, last] : [first, last];
  return (
    <figure class="series">
      <ul class="key" aria-hidden="true">
        {drawn.map((line, i) => (
          <li key={line.label}>
            <svg width="22" height="8" aria-hidden="true" focusable="false">
              <line class={`line l${i % 4}`} x1="0" x2="22" y1="4" y2="4" stroke-dasharray={DASHES[i % 4]} />
            </svg>
            {line.label} <b>{words.quantity(line.runs.at(-1)!.at(-1)!.value, unit)}</b>
          </li>
        ))}
      </ul>
      <svg class="chart" width="100%" height={HEIGHT} role="img" aria-label={alt}>
        <line class="rail" x1="0" x2="100%" y1={y(0)} y2={y(0)} />
        <line class="rail faint" x1="0" x2="100%" y1={y(top)} y2={y(top)} />
        <text x="0" y={y(top) - 5}>
          {words.quantity(top, unit)}
        </text>
        {drawn.map((line, i) =>
          line.runs.map((run) =>
            run.length === 1 ? (
              <circle key={run[0]!.day} class={`dot l${i % 4}`} cx={x(run[0]!)} cy={y(run[0]!.value)} r="3" />
            ) : (
              run
                .slice(1)
                .map((p, j) => (
                  <line
                    key={p.day}
                    class={`line l${i % 4}`}
                    stroke-dasharray={DASHES[i % 4]}
                    x1={x(run[j]!)}
                    y1={y(run[j]!.value)}
                    x2={x(p)}
                    y2={y(p.value)}
                  />
                ))
            ),
          ),
        )}
        {fits && (
          <>
            <line class="ours" x1={x(fits)} x2={x(fits)} y1={y(fits.value)} y2={BOTTOM} />
            <circle class="here" cx={x(fits)} cy={y(fits.value)} r="5" />
          </>
        )}
        {ticks.map((p) => (
          <text
            key={p.day}
            class={p === fits ? 'here' : undefined}
            x={x(p)}
            y={BOTTOM + 16}
            text-anchor={percent(p) < 20 ? 'start' : percent(p) > 80 ? 'end' : 'middle'}
            dx={percent(p) < 20 ? -12 : percent(p) > 80 ? 12 : 0}
          >
            {words.period(p.period)}
          </text>
        ))}
      </svg>
      <details>
        <summary>{words.t('asTable')}</summary>
        <SeriesTable series={props.series} unit={unit} words={words} />
      </details>
    </figure>
  );
}

function SeriesTable({
  series,
  unit,
  words,
}: {
  readonly series: readonly Series[];
  readonly unit: string;
  readonly words: CardWords;
}) {
  const periods = [...new Set(series.flatMap((one) => one.points.map((p) => p.period)))].sort();
  return (
    <table class="plain">
      <thead>
        <tr>
          <th scope="col">{words.t('col.period')}</th>
          {series.map((one) => (
            <th key={one.basis.id} scope="col">
              {one.basis.label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {periods.map((period) => (
          <tr key={period}>
            <th scope="row">{words.period(period)}</th>
            {series.map((one) => {
              const point = one.points.find((p) => p.period === period);
              return <td key={one.basis.id}>{point ? words.quantity(point.value, unit) : '–'}</td>;
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
