import type { Observation } from '../../model/indicator.ts';
import { chartPoints, yearLines } from './chart-data.ts';
import type { Kit } from './kit.ts';

const WIDTH = 96;
const HEIGHT = 22;
const EDGE = 3;

/** Whole years in a hundred pixels, from zero: the shape, for the eye only. The longest unbroken count is a line, all others are dots. */
export function Sparkline({ values, kit }: { readonly values: readonly Observation[]; readonly kit: Kit }) {
  const points = chartPoints(values, kit).filter((p) => p.actual && p.year);
  const days = points.map((p) => p.date.getTime());
  const [from, to] = [Math.min(...days), Math.max(...days)];
  if (!(to > from)) return null;
  const top = Math.max(...points.map((p) => p.value)) || 1;
  const x = (p: (typeof points)[number]) => EDGE + ((p.date.getTime() - from) / (to - from)) * (WIDTH - 2 * EDGE);
  const y = (p: (typeof points)[number]) => HEIGHT - EDGE - (Math.max(0, p.value) / top) * (HEIGHT - 2 * EDGE);
  const [longest] = [...yearLines(points)].sort((a, b) => b.length - a.length);
  return (
    <svg class="spark" width={WIDTH} height={HEIGHT} aria-hidden="true" focusable="false">
      {longest && <polyline points={longest.map((p) => `${x(p)},${y(p)}`).join(' ')} />}
      {points
        .filter((p) => !longest?.includes(p))
        .map((p) => (
          <circle key={p.id} cx={x(p)} cy={y(p)} r="1.8" />
        ))}
    </svg>
  );
}
