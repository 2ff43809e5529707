import { useEffect, useRef, useState } from 'preact/hooks';
import type { SourceLink } from '../../model/card-content.ts';
import type { Observation } from '../../model/indicator.ts';
import { parsePeriod } from '../../model/period.ts';
import { indicatorLabel, isActual, type Kit, placesOf } from './kit.ts';
import { link } from './route.ts';

/** Rows that a page shows before it is asked for all. */
const FIRST = 60;

/** Every value with who counted, its status, and a link to where it is printed; the period that ended last first. */
export function ValuesTable(props: {
  readonly values: readonly Observation[];
  readonly kit: Kit;
  readonly places?: boolean;
  /** Id of the value that is looked for. */
  readonly picked?: string;
  readonly caption: string;
}) {
  const { kit, values, places, picked } = props;
  const { words, lines } = kit;
  const { t } = words;
  const [asked, setAll] = useState(false);
  const row = useRef<HTMLTableRowElement>(null);
  const all = asked || picked !== undefined;
  useEffect(() => {
    const open = () => setAll(true); // paper cannot be asked for more
    addEventListener('beforeprint', open);
    return () => removeEventListener('beforeprint', open);
  }, []);
  useEffect(() => row.current?.scrollIntoView({ block: 'center' }), [picked]);
  const end = (o: Observation) => (o.period && parsePeriod(o.period)?.end) || '';
  const sorted = [...values].sort(
    (a, b) => end(b).localeCompare(end(a)) || (b.period ?? '').localeCompare(a.period ?? '') || a.value - b.value,
  );
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls sideways must be reachable by keyboard. */}
      <section class="scroll" tabIndex={0} aria-label={props.caption}>
        <table class="values">
          <caption class="unseen">{props.caption}</caption>
          <thead>
            <tr>
              {places && <th scope="col">{t('kind.indicator')}</th>}
              <th scope="col">{t('col.period')}</th>
              <th scope="col" class="num">
                {t('col.value')}
              </th>
              <th scope="col">{t('col.status')}</th>
              <th scope="col">{t('col.who')}</th>
              <th scope="col">{t('col.source')}</th>
            </tr>
          </thead>
          <tbody>
            {sorted.slice(0, all ? undefined : FIRST).map((o) => {
              const line = lines.value(o);
              return (
                <tr
                  key={o.id}
                  ref={o.id === picked ? row : undefined}
                  aria-current={o.id === picked ? 'true' : undefined}
                  class={isActual(o) ? undefined : 'future'}
                >
                  {places && (
                    <td>
                      <a href={link.indicator(o.indicator, o.geo, o.partner)}>{indicatorLabel(kit, o.indicator)}</a>
                      <span class="small block">{placesOf(kit, o.geo, o.partner)}</span>
                    </td>
                  )}
                  <th scope="row">{o.period ? words.period(o.period) : '–'}</th>
                  <td class="num">
                    <a href={link.value(o)}>
                      <b>{t(`value.${o.comparator}`, { value: words.quantity(o.value, o.unit) })}</b>
                    </a>
                  </td>
                  <td>
                    {t(`status.${o.status}`)}
                    {o.suspected && <span class="small block">{t('suspected')}</span>}
                  </td>
                  <td>
                    {line.basis?.label ?? <span class="small">{t('basis.unknown')}</span>}
                    {line.assertedBy && <span class="small block">{line.assertedBy}</span>}
                  </td>
                  <td>
                    <Sources sources={line.sources} kit={kit} />
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </section>
      {sorted.length > FIRST && !all && (
        <button type="button" class="button" onClick={() => setAll(true)}>
          {t('showAll', { count: sorted.length })}
        </button>
      )}
    </>
  );
}

/** Where a reader can check it, each with its date. */
export function Sources({ sources, kit }: { readonly sources: readonly SourceLink[]; readonly kit: Kit }) {
  return (
    <ul class="sources">
      {sources.map((source) => (
        <li key={source.url}>
          <Out url={source.url} kit={kit} title={source.title}>
            {source.publisher ?? source.title}
          </Out>
          {source.date && <span class="small"> {kit.words.date(source.date)}</span>}
        </li>
      ))}
    </ul>
  );
}

/** A link out of the extension; packs are data, so only web addresses become links. */
export function Out(props: {
  readonly url: string;
  readonly kit: Kit;
  readonly title?: string;
  readonly children: preact.ComponentChildren;
}) {
  if (!/^https?:\/\//i.test(props.url)) return <>{props.children}</>;
  return (
    <a
      href={props.url}
      target="_blank"
      rel="noopener noreferrer"
      title={[props.title, props.kit.words.t('newTab')].filter(Boolean).join(' – ')}
    >
      {props.children}
    </a>
  );
}
