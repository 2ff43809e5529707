import { Fragment } from 'preact';
import type { Entity, NameKind, Predicate, Relation } from '../../../model/entity.ts';
import { type EntityId, typeOf } from '../../../model/ids.ts';
import { Capped } from '../Capped.tsx';
import { FiguresOf } from '../FiguresOf.tsx';
import { type Kit, observations } from '../kit.ts';
import { PageTools } from '../PageTools.tsx';
import type { Held } from '../relation-index.ts';
import { link } from '../route.ts';
import { Chronicle, type Dated, Timeline } from '../Timeline.tsx';
import { Out, Sources } from '../ValuesTable.tsx';
import { ArticleList } from './ArticlePage.tsx';

/** Relations of a kind that a page shows before it is asked for all. */
const FIRST = 8;

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
  const dated = datedOf(entity, kit);
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
      {roles.length > 0 ? (
        <section>
          <h2>{t('timeline')}</h2>
          <Timeline roles={roles} kit={kit} />
          <Relations held={roles.map((relation) => ({ subject: entity.id, relation }))} end="object" kit={kit} />
        </section>
      ) : (
        dated.length > 1 && (
          <section>
            <h2>{t('timeline')}</h2>
            <Chronicle entries={dated} kit={kit} />
          </section>
        )
      )}
      <FiguresOf entity={entity.id} values={values} kit={kit} />
      <OtherRelations entity={entity} kit={kit} />
      {articles.length > 0 && (
        <section>
          <h2>{t('articles')}</h2>
          <ArticleList ids={articles} kit={kit} />
        </section>
      )}
      <Forms entity={entity} label={label} kit={kit} />
      <Record entity={entity} kit={kit} />
    </article>
  );
}

/** What has a day, month or year among the relations of both directions, as the timeline tells it. */
function datedOf(entity: Entity, kit: Kit): readonly Dated[] {
  const { words, lines } = kit;
  const entry = (relation: Relation, what: string, other: EntityId): Dated[] => {
    const { label } = lines.entity(other);
    return relation.from ? [{ date: relation.from, what, href: link.entity(other), label }] : [];
  };
  return [
    ...entity.relations.flatMap((r) => entry(r, words.look(`predicate.${r.predicate}`) ?? r.predicate, r.object)),
    ...kit
      .relations()
      .to(entity.id)
      .flatMap(({ subject, relation }) => {
        const what = relation.post ? words.capital(lines.post(relation.post)) : words.t(`inverse.${relation.predicate}`);
        return entry(relation, what, subject);
      }),
  ];
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

/** `end`: which side of the relation is told; the other is the page's own. */
function Relations(props: { readonly held: readonly Held[]; readonly end: 'subject' | 'object'; readonly kit: Kit }) {
  const { held, end, kit } = props;
  const { lines } = kit;
  return (
    <Capped items={held} first={FIRST} kit={kit}>
      {(shown) => (
        <ul class="relations">
          {shown.map(({ subject, relation }, i) => {
            const other = end === 'subject' ? subject : relation.object;
            return (
              <li key={i}>
                <span>
                  {relation.post && <b>{lines.post(relation.post)}, </b>}
                  <a href={link.entity(other)}>{lines.entity(other).label}</a>
                </span>
                <span class="small">{timeOf(relation, kit)}</span>
                <Sources sources={lines.sources(relation.sources)} kit={kit} />
              </li>
            );
          })}
        </ul>
      )}
    </Capped>
  );
}

/** A signature has a day; everything else lasts. */
function timeOf({ predicate, from, to }: Relation, { words }: Kit): string {
  return predicate === 'signed' && from && !to ? words.date(from) : words.tenure(from, to);
}

/** Relations of both directions by kind: its own, then those that others have to it. */
function OtherRelations({ entity, kit }: { readonly entity: Entity; readonly kit: Kit }) {
  const { t, look } = kit.words;
  const own = entity.relations.filter((r) => r.predicate !== 'holds-role').map((relation) => ({ subject: entity.id, relation }));
  const others = kit.relations().to(entity.id);
  if (!own.length && !others.length) return null;
  const kinds = (all: readonly Held[]) => [...new Set(all.map(({ relation }) => relation.predicate))];
  const of = (all: readonly Held[], predicate: Predicate) =>
    all
      .filter(({ relation }) => relation.predicate === predicate)
      .sort((a, b) => (b.relation.from ?? '').localeCompare(a.relation.from ?? ''));
  return (
    <section>
      <h2>{t('relations')}</h2>
      {kinds(own).map((predicate) => (
        <Fragment key={predicate}>
          <h3>{look(`predicate.${predicate}`) ?? predicate}</h3>
          <Relations held={of(own, predicate)} end="object" kit={kit} />
        </Fragment>
      ))}
      {kinds(others).map((predicate) => (
        <Fragment key={predicate}>
          <h3>{t(`inverse.${predicate}`)}</h3>
          <Relations held={of(others, predicate)} end="subject" kit={kit} />
        </Fragment>
      ))}
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
