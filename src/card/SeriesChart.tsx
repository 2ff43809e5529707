import { useState } from 'preact/hooks';
import type { Series } from '../model/card-content.ts';
import { lines, place, roundUp } from './series.ts';
import type { CardWords } from './words.ts';

/** Heights in px; widths are percentages, so that letters keep their size in a narrow window. */
const TOP = 8;
const BOTTOM = 92;
const HEIGHT = 112;
/** Room for a dot at both ends, in percent. */
const SIDE = 3;
/** Width of a letter of a tick's label, in percent of the narrowest chart. */
const LETTER = 2.6;
/** Patterns tell lines apart without colour. */
const DASHES = [undefined, '5 3', '1.5 3'];

/** The series as small lines, with the page's own value where it belongs in time; values on pointing and by arrow keys; the same as a table below. */
export function SeriesChart(props: {
  readonly series: readonly Series[];
  readonly unit: string;
  readonly page?: { readonly period: string; readonly value: number };
  readonly words: CardWords;
}) {
  const { words, unit } = props;
  const [asked, ask] = useState<number>();
  const drawn = lines(props.series);
  const points = drawn.flatMap((line) => line.runs.flat());
  const page = props.page && place(props.page);
  const fits = page && points.some((p) => Math.abs(p.days - page.days) < 3) ? page : undefined;
  const all = [...new Map([...points, ...(fits ? [fits] : [])].map((p) => [p.day, p])).values()].sort((a, b) => a.day - b.day);
  if (new Set(points.map((p) => p.day)).size < 2) return null;
  const [first, last] = [all[0]!, all.at(-1)!];
  const top = roundUp(Math.max(...points.map((p) => p.value), fits?.value ?? 0));
  const percent = (p: { day: number }) => SIDE + ((p.day - first.day) / (last.day - first.day)) * (100 - 2 * SIDE);
  const x = (p: { day: number }) => `${percent(p)}%`;
  const y = (value: number) => BOTTOM - (Math.max(0, value) / top) * (BOTTOM - TOP);
  const q = (value: number) => words.quantity(value, unit);
  const alt = drawn
    .map(({ label, runs }) => {
      const [a, b] = [runs[0]![0]!, runs.at(-1)!.at(-1)!];
      const [from, to] = [words.period(a.period), words.period(b.period)];
      return words.t('series.alt', { who: label, first: q(a.value), from, last: q(b.value), to });
    })
    .join(' ');
  /** What is read off: the period that was asked for, else the page's own, else the last. */
  const index = asked ?? all.findIndex((p) => p.day === (fits ?? last).day);
  const shown = all[index]!;
  const at = (line: (typeof drawn)[number]) => line.runs.flat().find((p) => p.day === shown.day);
  const named = [...new Set([first, fits ?? last, last, shown])].filter((p) => p === shown || clear(p, shown));
  function clear(p: { day: number; period: string }, than: typeof p): boolean {
    return (
      Math.abs(percent(p) - percent(than)) > ((words.period(p.period).length + words.period(than.period).length) / 2) * LETTER
    );
  }
  const point = (event: PointerEvent) => {
    const { left, width } = (event.currentTarget as Element).getBoundingClientRect();
    const wanted = ((event.clientX - left) / width) * 100;
    const far = all.map((p) => Math.abs(percent(p) - wanted));
    ask(far.indexOf(Math.min(...far)));
  };
  return (
    <figure class="series">
      <ul class="key">
        {drawn.map((line, i) => (
          <li key={line.label}>
            <svg width="22" height="8" aria-hidden="true" focusable="false">
              <line class={`line l${i}`} x1="0" x2="22" y1="4" y2="4" stroke-dasharray={DASHES[i]} />
            </svg>
            <span>{line.label || words.t('basis.unknown')}</span>
            <b class="num">{at(line) ? q(at(line)!.value) : '–'}</b>
          </li>
        ))}
      </ul>
      <div class="chart">
        <div class="axis" aria-hidden="true">
          <span>{q(top)}</span>
          <span>{q(top / 2)}</span>
          <span>0</span>
        </div>
        <div class="plot" onPointerMove={point} onPointerDown={point} onPointerLeave={() => ask(undefined)}>
          <svg width="100%" height={HEIGHT} role="img" aria-label={alt}>
            {[0, top / 2, top].map((value) => (
              <line key={value} class={value ? 'rail' : 'rail zero'} x1="0" x2="100%" y1={y(value)} y2={y(value)} />
            ))}
            <line class="ours" x1={x(shown)} x2={x(shown)} y1={TOP} y2={BOTTOM} />
            {drawn.map((line, i) =>
              line.runs.map((run) => (
                <>
                  {run.slice(1).map((p, j) => (
                    <line
                      class={`line l${i}`}
                      stroke-dasharray={DASHES[i]}
                      x1={x(run[j]!)}
                      y1={y(run[j]!.value)}
                      x2={x(p)}
                      y2={y(p.value)}
                    />
                  ))}
                  {run.map((p) => (
                    <circle class={`dot l${i}`} cx={x(p)} cy={y(p.value)} r={p.day === shown.day ? 4 : 2.5} />
                  ))}
                </>
              )),
            )}
            {fits && <circle class="here" cx={x(fits)} cy={y(fits.value)} r="5.5" />}
            {named.map((p) => (
              <text
                key={p.day}
                class={p === shown ? 'here' : undefined}
                x={p === first ? '0' : p === last ? '100%' : x(p)}
                y={BOTTOM + 16}
                text-anchor={p === first ? 'start' : p === last ? 'end' : 'middle'}
              >
                {words.period(p.period)}
              </text>
            ))}
          </svg>
          <input
            type="range"
            max={all.length - 1}
            value={index}
            aria-label={words.t('col.period')}
            aria-valuetext={[
              words.period(shown.period),
              ...drawn.flatMap((line) => (at(line) ? [`${line.label}: ${q(at(line)!.value)}`] : [])),
            ].join(', ')}
            onInput={(event) => ask(Number(event.currentTarget.value))}
          />
        </div>
      </div>
      <details>
        <summary>{words.t('asTable')}</summary>
        <SeriesTable series={props.series} unit={unit} words={words} />
      </details>
    </figure>
  );
}

function SeriesTable(props: { readonly series: readonly Series[]; readonly unit: string; readonly words: CardWords }) {
  const { series, unit, words } = props;
  const periods = [...new Set(series.flatMap((one) => one.points.map((p) => p.period)))].sort();
  return (
    <table class="plain">
      <thead>
        <tr>
          <th scope="col">{words.t('col.period')}</th>
          {series.map((one) => (
            <th key={one.basis.id} scope="col">
              {one.basis.label || words.t('basis.unknown')}
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
