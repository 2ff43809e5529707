import type { Relation } from '../../model/entity.ts';
import { dayNumber } from '../../model/period.ts';
import { Capped } from './Capped.tsx';
import type { Kit } from './kit.ts';

/** A date as precise as the source, as a day number: a year alone begins in January. */
const dayOf = (iso: string) => dayNumber(iso.length === 4 ? `${iso}-01-01` : iso.length === 7 ? `${iso}-01` : iso);

/** Entries of the list that a page shows before it is asked for all. */
const FIRST = 8;

export interface Dated {
  /** ISO day, month or year, as precise as the source is. */
  readonly date: string;
  readonly what: string;
  readonly href: string;
  readonly label: string;
}

/** What happened when, newest first. */
export function Chronicle({ entries, kit }: { readonly entries: readonly Dated[]; readonly kit: Kit }) {
  const { words } = kit;
  const sorted = [...entries].sort((a, b) => b.date.localeCompare(a.date));
  return (
    <Capped items={sorted} first={FIRST} kit={kit}>
      {(shown) => (
        <ol class="chronicle">
          {shown.map((one) => (
            <li key={`${one.date} ${one.what} ${one.label}`}>
              <time dateTime={one.date}>{words.date(one.date)}</time>
              <span>
                <span class="small">{one.what}</span> <a href={one.href}>{one.label}</a>
              </span>
            </li>
          ))}
        </ol>
      )}
    </Capped>
  );
}

/** Posts as bars over the years. The list beside it says the same in words, so the bars are for the eye only. */
export function Timeline({ roles, kit }: { readonly roles: readonly Relation[]; readonly kit: Kit }) {
  const dated = roles.filter((role) => role.from);
  if (dated.length < 2) return null;
  const today = dayNumber(kit.records.date);
  const first = Math.min(...dated.map((role) => dayOf(role.from!)));
  const at = (day: number) => ((day - first) / (today - first)) * 100;
  const years = [new Date(first * 86_400_000).getUTCFullYear(), Number(kit.records.date.slice(0, 4))];
  return (
    <div class="timeline" aria-hidden="true">
      {dated.map((role, i) => {
        const [start, end] = [dayOf(role.from!), role.to ? dayOf(role.to) : today];
        return (
          <div key={i} class="bar-row">
            <span
              class={role.to ? 'tenure' : 'tenure open'}
              style={{ marginLeft: `${at(start)}%`, width: `${Math.max(1.5, at(end) - at(start))}%` }}
            />
            <span class="bar-label" style={{ marginLeft: `${Math.min(at(start), 45)}%` }}>
              {role.post && kit.lines.post(role.post)}, {kit.lines.entity(role.object).label}
            </span>
          </div>
        );
      })}
      <p class="axis small">
        <span>{years[0]}</span>
        <span>{years[1]}</span>
      </p>
    </div>
  );
}
