import { useEffect, useRef } from 'preact/hooks';
import type { Observation } from '../../model/indicator.ts';
import { chartPoints, commonestUnit, leadingCounters, yearLines, yearMiddles } from './chart-data.ts';
import type { Kit } from './kit.ts';

const COLOURS = ['var(--lapis)', 'var(--saffron-line)', 'var(--jade)'];
const DASHES = ['', '6 3', '2 3'];
const OTHER = 'var(--mark)';
const HEIGHT = 340;
/** Room that the name of a year takes, in px. */
const YEAR_WIDTH = 64;

/** Every value in time. Plot is loaded here and nowhere else: only this page of the atlas needs it. */
export function ValuesChart({
  values,
  label,
  kit,
  onPick,
}: {
  readonly values: readonly Observation[];
  readonly label: string;
  readonly kit: Kit;
  /** A value was clicked: the one under the pointer. */
  readonly onPick: (id: string) => void;
}) {
  const place = useRef<HTMLDivElement>(null);
  const { words } = kit;
  const unit = commonestUnit(values);
  // One axis has one unit; what was printed in another, or was printed differently from all others, stands in the table.
  const drawn = values.filter((o) => o.unit === unit && o.status !== 'misprint');
  const points = chartPoints(drawn, kit);
  const leading = leadingCounters(points, words.t('basis.unknown'));
  const alt = points.length
    ? words.t('chart.alt', { n: points.length, indicator: label, from: points[0]!.period, to: points.at(-1)!.period })
    : '';
  useEffect(() => {
    const root = place.current;
    if (!root || points.length < 2) return;
    let gone = false;
    const draw = async () => {
      const Plot = await import('@observablehq/plot');
      if (gone) return;
      const rank = (who: string) => leading.indexOf(who);
      const colour = (point: { who: string }) => COLOURS[rank(point.who)] ?? OTHER;
      const runs = yearLines(points);
      const middles = yearMiddles(points, Math.max(2, Math.floor(root.clientWidth / YEAR_WIDTH)));
      const svg = Plot.plot({
        width: Math.max(280, root.clientWidth),
        height: HEIGHT,
        marginLeft: 64,
        marginRight: 16,
        marginTop: 12,
        style: {
          background: 'transparent',
          color: 'var(--ink-3)',
          fontFamily: 'var(--sans)',
          fontSize: '12px',
          overflow: 'visible',
        },
        // A year's values stand at its middle, and so does its name.
        r: { type: 'identity' },
        x: {
          type: 'utc',
          label: null,
          tickFormat: (d: Date) => String(d.getUTCFullYear()),
          ticks: middles,
          insetLeft: 8,
          insetRight: 12,
        },
        y: { zero: true, nice: true, label: null, grid: true, ticks: 5, tickFormat: (v: number) => words.quantity(v, unit, 3) },
        marks: [
          Plot.ruleY([0], { stroke: 'var(--edge)' }),
          ...runs.map((run) =>
            Plot.lineY(run, {
              x: 'date',
              y: 'value',
              stroke: colour(run[0]!),
              strokeWidth: 2,
              strokeDasharray: DASHES[rank(run[0]!.who)] ?? '1 3',
            }),
          ),
          // A part of a year is a bar as long as it: it must not look like a fall beside whole years.
          Plot.ruleY(
            points.filter((p) => p.actual && !p.year),
            { x1: 'start', x2: 'end', y: 'value', stroke: colour, strokeWidth: 2, strokeOpacity: 0.6 },
          ),
          Plot.dot(
            points.filter((p) => !p.actual),
            { x: 'date', y: 'value', r: 4.5, stroke: colour, strokeWidth: 1.5, fill: 'var(--paper)' },
          ),
          Plot.dot(
            points.filter((p) => p.actual),
            {
              x: 'date',
              y: 'value',
              r: (p: { year: boolean }) => (p.year ? 4 : 2.5),
              fill: colour,
              stroke: 'var(--paper)',
              strokeWidth: 1,
            },
          ),
          Plot.tip(
            points,
            Plot.pointer({
              x: 'date',
              y: 'value',
              title: 'text',
              fill: 'var(--paper)',
              stroke: 'var(--edge)',
              textPadding: 10,
              fontSize: 13,
            }),
          ),
        ],
      });
      // One picture with one name; the table below says every value.
      svg.setAttribute('role', 'img');
      svg.setAttribute('aria-label', alt);
      for (const part of svg.querySelectorAll('[aria-label]')) part.removeAttribute('aria-label');
      // The tip's point is under the pointer; by keyboard the table leads to the same addresses.
      svg.addEventListener('click', () => {
        const { value } = svg as { value?: { readonly id: string } | null };
        if (value) onPick(value.id);
      });
      root.replaceChildren(svg);
    };
    void draw();
    const resized = new ResizeObserver(() => void draw());
    resized.observe(root);
    return () => {
      gone = true;
      resized.disconnect();
    };
  }, [values, words.language]);
  if (points.length < 2) return null;
  return (
    <figure class="chart">
      <ul class="key" aria-hidden="true">
        {leading.map((who, i) => (
          <li key={who}>
            <svg width="26" height="10" aria-hidden="true" focusable="false">
              <line x1="0" x2="26" y1="5" y2="5" stroke={COLOURS[i]} stroke-width="2" stroke-dasharray={DASHES[i]} />
              <circle cx="13" cy="5" r="4" fill={COLOURS[i]} />
            </svg>
            {who}
          </li>
        ))}
        {points.some((p) => !leading.includes(p.who)) && (
          <li>
            <svg width="10" height="10" aria-hidden="true" focusable="false">
              <circle cx="5" cy="5" r="4" fill={OTHER} />
            </svg>
            {words.t(
              points.every(({ who }) => leading.includes(who) || who === words.t('basis.unknown'))
                ? 'basis.unknown'
                : 'chart.others',
            )}
          </li>
        )}
      </ul>
      <div ref={place} class="plot" style={{ minHeight: `${HEIGHT}px` }} />
      <figcaption class="small">
        {[
          points.some((p) => p.actual && !p.year) && words.t('chart.part'),
          points.some((p) => !p.actual) && words.t('chart.hollow'),
        ]
          .filter(Boolean)
          .join(' ')}
      </figcaption>
    </figure>
  );
}
