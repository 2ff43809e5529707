import type { Contradiction } from './contradictions.ts';
import { indicatorLabel, type Kit, placesOf } from './kit.ts';
import { link } from './route.ts';

/** Where sources differ, a row each: a scale from the lowest to the highest value with all in between. */
export function Strips({ found, kit }: { readonly found: readonly Contradiction[]; readonly kit: Kit }) {
  const { words } = kit;
  return (
    <ul class="contradictions">
      {found.map((c) => {
        const at = (value: number) => `${2 + ((value - c.low) / (c.high - c.low)) * 96}%`;
        return (
          <li key={c.values[0]!.id}>
            <p>
              <a href={link.indicator(c.indicator, c.geo, c.partner)}>
                {placesOf(kit, c.geo, c.partner)}, {words.period(c.period)}
              </a>
              <span class="small block">
                {indicatorLabel(kit, c.indicator)} · {words.t('valueCount', { n: c.values.length })}
              </span>
            </p>
            <div class="strip">
              <svg width="100%" height="14" aria-hidden="true" focusable="false">
                <line x1="0" x2="100%" y1="7" y2="7" />
                {c.values.map((o) => (
                  <circle key={o.id} cx={at(o.value)} cy="7" r="4.5" />
                ))}
              </svg>
              <span class="ends">
                <span>{words.quantity(c.low, c.unit)}</span>
                <span>{words.quantity(c.high, c.unit)}</span>
              </span>
            </div>
          </li>
        );
      })}
    </ul>
  );
}
