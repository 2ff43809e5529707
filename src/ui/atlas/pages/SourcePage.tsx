import type { Source } from '../../../model/entity.ts';
import { Capped } from '../Capped.tsx';
import { allObservations, type Kit } from '../kit.ts';
import { PageTools } from '../PageTools.tsx';
import { link } from '../route.ts';
import { Out, ValuesTable } from '../ValuesTable.tsx';

/** Relations that the page shows before it is asked for all. */
const FIRST = 20;

/** A source with every value, relation and record that rests on it. */
export function SourcePage({ source, kit }: { readonly source: Source; readonly kit: Kit }) {
  const { t, date, look, number, tenure } = kit.words;
  const { lines } = kit;
  const relations = kit.relations().on(source.slug);
  const entities = kit.relations().entitiesOn(source.slug);
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
      {relations.length > 0 && (
        <section>
          <h2>
            {t('relations')} <span class="small">{number(relations.length)}</span>
          </h2>
          <Capped items={relations} first={FIRST} kit={kit}>
            {(shown) => (
              <ul class="relations of-source">
                {shown.map(({ subject, relation }, i) => (
                  <li key={i}>
                    <span>
                      <a href={link.entity(subject)}>{lines.entity(subject).label}</a>{' '}
                      <span class="small">{look(`predicate.${relation.predicate}`)}</span>{' '}
                      {relation.post && `${lines.post(relation.post)}, `}
                      <a href={link.entity(relation.object)}>{lines.entity(relation.object).label}</a>
                    </span>
                    <span class="small">{tenure(relation.from, relation.to)}</span>
                  </li>
                ))}
              </ul>
            )}
          </Capped>
        </section>
      )}
      {entities.length > 0 && (
        <section>
          <h2>
            {t('restsOn')} <span class="small">{number(entities.length)}</span>
          </h2>
          <Capped items={entities} first={3 * FIRST} kit={kit}>
            {(shown) => (
              <ul class="many">
                {shown.map((id) => (
                  <li key={id}>
                    <a href={link.entity(id)}>{lines.entity(id).label}</a>
                  </li>
                ))}
              </ul>
            )}
          </Capped>
        </section>
      )}
    </article>
  );
}
