import { ENTITY_TYPES, type EntityId, typeOf } from '../../../model/ids.ts';
import { contradictions } from '../contradictions.ts';
import { allObservations, indicatorLabel, type Kit } from '../kit.ts';
import { link } from '../route.ts';
import { Strips } from '../Strip.tsx';

/** Contradictions that the first page shows. */
const WIDEST = 6;

/** The way in: the widest contradictions, indicators with most values first, and everybody by kind. */
export function Home({ kit }: { readonly kit: Kit }) {
  const { records, words, lines } = kit;
  const { t } = words;
  const entities = records.ids('entity') as readonly EntityId[];
  const widest = contradictions(kit);
  const counts = new Map<string, number>();
  const values = allObservations(kit);
  for (const o of values) counts.set(o.indicator, (counts.get(o.indicator) ?? 0) + 1);
  const byName = (a: { label: string }, b: { label: string }) => a.label.localeCompare(b.label, words.language);
  return (
    <>
      <h1>{t('title')}</h1>
      <p class="lead">{t('lead')}</p>
      <ul class="counts">
        {(
          [
            ['entities', entities.length],
            ['values', values.length],
            ['articles', records.ids('article').length],
            ['sources', records.ids('source').length],
          ] as const
        ).map(([key, n]) => (
          <li key={key}>
            <b>{words.number(n)}</b> {t(`count.${key}`, { n })}
          </li>
        ))}
      </ul>
      {widest.length > 0 && (
        <section>
          <h2>
            <a href={link.contradictions}>{t('contradictions')}</a>
          </h2>
          <Strips found={widest.slice(0, WIDEST)} kit={kit} />
        </section>
      )}
      <section>
        <h2>{t('indicators')}</h2>
        <ul class="many">
          {records
            .ids('indicator')
            .map((slug) => ({ slug, label: indicatorLabel(kit, slug), values: counts.get(slug) ?? 0 }))
            .filter(({ values }) => values > 0)
            .sort((a, b) => b.values - a.values || byName(a, b))
            .map(({ slug, label, values }) => (
              <li key={slug}>
                <a href={link.indicator(slug)}>{label}</a> <span class="small">{words.number(values)}</span>
              </li>
            ))}
        </ul>
      </section>
      <section>
        <h2>{t('entities')}</h2>
        {ENTITY_TYPES.map((type) => {
          const found = entities.filter((id) => typeOf(id) === type);
          if (!found.length) return null;
          return (
            <details key={type} class="kind">
              <summary>
                {t(`type.${type}`)} <span class="small">{words.number(found.length)}</span>
              </summary>
              <ul class="many">
                {found
                  .map((id) => lines.entity(id))
                  .sort(byName)
                  .map(({ id, label }) => (
                    <li key={id}>
                      <a href={link.entity(id as EntityId)}>{label}</a>
                    </li>
                  ))}
              </ul>
            </details>
          );
        })}
      </section>
    </>
  );
}
