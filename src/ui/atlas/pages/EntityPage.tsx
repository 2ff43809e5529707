import { Fragment } from 'preact';
import type { Entity, NameKind, Relation } from '../../../model/entity.ts';
import { typeOf } from '../../../model/ids.ts';
import type { Observation } from '../../../model/indicator.ts';
import { indicatorLabel, isActual, type Kit, observations, pairKey } from '../kit.ts';
import { PageTools } from '../PageTools.tsx';
import { link } from '../route.ts';
import { Timeline } from '../Timeline.tsx';
import { Out, Sources } from '../ValuesTable.tsx';
import { ArticleList } from './ArticlePage.tsx';

/** The whole record: forms, posts, relations, figures, articles, sources. */
export function EntityPage({ entity, kit }: { readonly entity: Entity; readonly kit: Kit }) {
  const { records, words, lines } = kit;
  const { t } = words;
  const label = lines.text(entity.label);
  const values = observations(kit, records.observationsOf(entity.id));
  const state = entity.status && entity.status !== 'active' ? t(`state.${entity.status}`) : undefined;
  const roles = entity.relations
    .filter((r) => r.predicate === 'holds-role')
    .sort((a, b) => (b.from ?? '').localeCompare(a.from ?? ''));
  const articles = records.articlesOf(entity.id);
  return (
    <article>
      <p class="kicker">{[t(`type.${typeOf(entity.id)}`), state].filter(Boolean).join(' · ')}</p>
      <h1>{label}</h1>
      <p class="lead">{lines.text(entity.line)}</p>
      <PageTools kit={kit} name={label} file={entity.id.replace('/', '-')} values={values} />
      {entity.disputed && (
        <div class="note">
          {lines.text(entity.disputed.text)} <Sources sources={lines.sources(entity.disputed.sources)} kit={kit} />
        </div>
      )}
      <Forms entity={entity} label={label} kit={kit} />
      {entity.stops && entity.stops.length > 0 && (
        <section>
          <h2>{t('route')}</h2>
          <ol class="stops">
            {entity.stops.map((id) => (
              <li key={id}>
                <a href={link.entity(id)}>{lines.entity(id).label}</a>
              </li>
            ))}
          </ol>
        </section>
      )}
      {roles.length > 0 && (
        <section>
          <h2>{t('timeline')}</h2>
          <Timeline roles={roles} kit={kit} />
          <Relations relations={roles} kit={kit} />
        </section>
      )}
      <OtherRelations entity={entity} kit={kit} />
      <LatestFigures entity={entity} values={values} kit={kit} />
      {articles.length > 0 && (
        <section>
          <h2>{t('articles')}</h2>
          <ArticleList ids={articles} kit={kit} />
        </section>
      )}
      <Record entity={entity} kit={kit} />
    </article>
  );
}

/** Kinds of names that find an entity without being one of its forms. */
const INSIDE: readonly NameKind[] = ['misspelling', 'demonym', 'metonym'];

function Forms({ entity, label, kit }: { readonly entity: Entity; readonly label: string; readonly kit: Kit }) {
  const { words } = kit;
  const forms = entity.names
    .filter(
      (name, i, all) => name.text !== label && !INSIDE.includes(name.kind) && all.findIndex((n) => n.text === name.text) === i,
    )
    .sort((a, b) => a.text.localeCompare(b.text));
  if (!forms.length) return null;
  return (
    <section>
      <h2>{words.t('forms')}</h2>
      <ul class="forms">
        {forms.map((name) => (
          <li key={name.text}>
            <span lang={name.lang}>{name.text}</span>{' '}
            <span class="small">{name.usedBy ?? words.look(`lang.${name.lang}`) ?? name.lang}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Relations({ relations, kit }: { readonly relations: readonly Relation[]; readonly kit: Kit }) {
  const { words, lines } = kit;
  return (
    <ul class="relations">
      {relations.map((relation, i) => (
        <li key={i}>
          <span>
            {relation.post && <b>{lines.post(relation.post)}, </b>}
            <a href={link.entity(relation.object)}>{lines.entity(relation.object).label}</a>
          </span>
          <span class="small">{words.tenure(relation.from, relation.to)}</span>
          <Sources sources={lines.sources(relation.sources)} kit={kit} />
        </li>
      ))}
    </ul>
  );
}

function OtherRelations({ entity, kit }: { readonly entity: Entity; readonly kit: Kit }) {
  const { t, look } = kit.words;
  const others = entity.relations.filter((r) => r.predicate !== 'holds-role');
  const predicates = [...new Set(others.map((r) => r.predicate))];
  if (!predicates.length) return null;
  return (
    <section>
      <h2>{t('relations')}</h2>
      {predicates.map((predicate) => (
        <Fragment key={predicate}>
          <h3>{look(`predicate.${predicate}`) ?? predicate}</h3>
          <Relations relations={others.filter((r) => r.predicate === predicate)} kit={kit} />
        </Fragment>
      ))}
    </section>
  );
}

/** The newest actual value of each indicator and pair, with the way to all of them. */
function LatestFigures({
  entity,
  values,
  kit,
}: {
  readonly entity: Entity;
  readonly values: readonly Observation[];
  readonly kit: Kit;
}) {
  const { words, lines } = kit;
  const series = new Map<string, Observation[]>();
  for (const o of values) {
    const key = pairKey(kit, o);
    const group = series.get(key);
    if (group) group.push(o);
    else series.set(key, [o]);
  }
  if (!series.size) return null;
  return (
    <section>
      <h2>{words.t('figures')}</h2>
      <ul class="figures">
        {[...series].map(([key, group]) => {
          const newest = group.find(isActual) ?? group[0]!;
          const other = newest.geo === entity.id ? newest.partner : newest.geo;
          return (
            <li key={key}>
              <a href={link.indicator(newest.indicator, newest.geo, newest.partner)}>
                {indicatorLabel(kit, newest.indicator)}
                {other && `, ${words.t('with', { name: lines.entity(other).label })}`}
              </a>
              <b class="num">{words.t(`value.${newest.comparator}`, { value: words.quantity(newest.value, newest.unit) })}</b>
              <span class="small">
                {[newest.period && words.period(newest.period), words.t('valueCount', { n: group.length })]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function Record({ entity, kit }: { readonly entity: Entity; readonly kit: Kit }) {
  const { words, lines } = kit;
  const { t } = words;
  const { ownership, website, sameAs, corrections, verified } = entity;
  return (
    <section>
      <h2>{t('sources')}</h2>
      <Sources sources={lines.sources([...entity.sources, ...(ownership?.sources ?? [])])} kit={kit} />
      <dl class="record">
        {ownership && (
          <>
            <dt>{t('publisher')}</dt>
            <dd>{ownership.text}</dd>
          </>
        )}
        {website && (
          <>
            <dt>{t('source')}</dt>
            <dd>
              <Out url={website} kit={kit}>
                {website}
              </Out>
            </dd>
          </>
        )}
        {sameAs && (
          <>
            <dt>{t('ids')}</dt>
            <dd>
              {Object.entries(sameAs).map(([name, id]) => (
                <span key={name} class="id">
                  {name}:{' '}
                  {name === 'wikidata' ? (
                    <Out url={`https://www.wikidata.org/wiki/${id}`} kit={kit}>
                      {id}
                    </Out>
                  ) : (
                    id
                  )}
                </span>
              ))}
            </dd>
          </>
        )}
        {corrections && (
          <>
            <dt>{t('corrections')}</dt>
            <dd>{corrections}</dd>
          </>
        )}
        <dt>{t('verified')}</dt>
        <dd>
          {words.date(verified.on)} <span class="small">{verified.how}</span>
        </dd>
      </dl>
    </section>
  );
}
