import type { Source } from '../../../model/entity.ts';
import { allObservations, type Kit } from '../kit.ts';
import { PageTools } from '../PageTools.tsx';
import { Out, ValuesTable } from '../ValuesTable.tsx';

/** A source and every value that rests on it. */
export function SourcePage({ source, kit }: { readonly source: Source; readonly kit: Kit }) {
  const { t, date } = kit.words;
  const values = allObservations(kit).filter((o) => o.sources.includes(source.slug));
  const rows = [
    [t('publisher'), source.publisher],
    [t('col.date'), source.published && date(source.published)],
    [t('accessed'), source.accessed && date(source.accessed)],
    [t('licence'), source.licence],
  ].filter((row): row is [string, string] => Boolean(row[1]));
  return (
    <article>
      <p class="kicker">{t('kind.source')}</p>
      <h1>{source.title}</h1>
      <p>
        <Out url={source.url} kit={kit}>
          {source.url}
        </Out>
      </p>
      <dl class="record">
        {rows.map(([name, value]) => (
          <>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </>
        ))}
      </dl>
      <PageTools kit={kit} name={source.title} file={source.slug} values={values} />
      {values.length > 0 && (
        <section>
          <h2>{t('values')}</h2>
          <ValuesTable values={values} kit={kit} places caption={t('values')} />
        </section>
      )}
    </article>
  );
}
