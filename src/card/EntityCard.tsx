import { Fragment } from 'preact';
import type { EntityCard } from '../model/card-content.ts';
import { type Act, trusted } from './act.ts';
import { EntityLink, Note, Out, Related, Role, Section, Sources } from './parts.tsx';
import { SeriesChart } from './SeriesChart.tsx';
import { valueText } from './values.ts';
import type { CardWords } from './words.ts';

/** Figures and relations of the first glance; the atlas has all. */
const LATEST = 4;
const RELATIONS = 4;

interface Props {
  readonly card: EntityCard;
  readonly words: CardWords;
  readonly act: Act;
}

/** Who or what it is on the article's date, in the order a reader asks. */
export function EntityBody({ card, words, act }: Props) {
  const { t } = words;
  const now = new Set(card.rolesAt.map((role) => JSON.stringify(role)));
  const past = card.roles.filter((role) => !now.has(JSON.stringify(role)));
  return (
    <>
      <p class="lead">{card.line}</p>
      {card.rolesAt.length > 0 && (
        <p class="role">
          {card.at && `${t('onDate', { date: words.date(card.at) })}: `}
          {card.rolesAt.map((role, i) => (
            <Fragment key={i}>
              {i > 0 && '; '}
              <Role role={role} words={words} act={act} />
            </Fragment>
          ))}
        </p>
      )}
      {card.dataset.olderThanArticle && <Note tone="care">{t('older', { date: words.date(card.dataset.date) })}</Note>}
      {card.disputed && (
        <Note tone="quiet">
          <b>{t('disputed')}.</b> {card.disputed.text} <Sources sources={card.disputed.sources} words={words} />
        </Note>
      )}
      {card.pair && (
        <Section title={t('pair', { indicator: words.capital(card.pair.indicator.label), other: card.pair.other.label })}>
          <SeriesChart series={card.pair.series} unit={card.pair.unit} words={words} />
          <button type="button" class="link" onClick={trusted(() => act({ type: 'atlas', route: card.pair!.atlas }))}>
            {t('pair.all')}
          </button>
        </Section>
      )}
      <Facts card={card} words={words} act={act} past={past} />
      {card.stops.length > 0 && (
        <Section title={t('route')}>
          <ol class="stops">
            {card.stops.map((stop) => (
              <li key={stop.id}>
                <EntityLink id={stop.id} label={stop.label} act={act} />
              </li>
            ))}
          </ol>
        </Section>
      )}
      <Latest card={card} words={words} />
      <Related articles={card.related} words={words} />
    </>
  );
}

function Facts({ card, words, act, past }: Props & { readonly past: EntityCard['roles'] }) {
  const { t } = words;
  const predicates = [...new Set(card.relations.map((relation) => relation.predicate))];
  if (!past.length && !predicates.length && !card.stateOwned && !card.website && !card.sources.length) return null;
  return (
    <dl class="facts">
      {past.length > 0 && (
        <>
          <dt>{t(card.rolesAt.length ? 'otherPosts' : 'posts')}</dt>
          {past.map((role, i) => (
            <dd key={i}>
              <Role role={role} words={words} act={act} />
            </dd>
          ))}
        </>
      )}
      {predicates.map((predicate) => (
        <Fragment key={predicate}>
          <dt>{words.look(`predicate.${predicate}`) ?? predicate}</dt>
          <dd class="items">
            <Relations relations={card.relations.filter((one) => one.predicate === predicate)} words={words} act={act} />
          </dd>
        </Fragment>
      ))}
      {card.stateOwned && (
        <>
          <dt>{t('ownership')}</dt>
          <dd>
            {card.stateOwned.text} <Sources sources={card.stateOwned.sources} words={words} />
          </dd>
        </>
      )}
      {card.website && (
        <>
          <dt>{t('website')}</dt>
          <dd>
            <Out url={card.website} words={words} class="link">
              {card.website.replace(/^https?:\/\/(www\.)?/, '').replace(/\/$/, '')}
            </Out>
          </dd>
        </>
      )}
      {card.sources.length > 0 && (
        <>
          <dt>{t('sources')}</dt>
          <dd>
            <Sources sources={card.sources} words={words} />
          </dd>
        </>
      )}
    </dl>
  );
}

/** Side by side, with the sources of all at its end. */
function Relations({ relations, words, act }: Omit<Props, 'card'> & { readonly relations: EntityCard['relations'] }) {
  const { t } = words;
  const shown = relations.length > RELATIONS + 1 ? relations.slice(0, RELATIONS) : relations;
  const sources = [...new Map(shown.flatMap((one) => one.sources).map((source) => [source.url, source])).values()];
  const time = ({ predicate, from, to }: EntityCard['relations'][number]) =>
    predicate === 'signed' && from && !to ? words.date(from) : words.tenure(from, to);
  return (
    <>
      {shown.map((relation) => (
        <span class="item" key={relation.other.id}>
          <EntityLink id={relation.other.id} label={relation.other.label} act={act} />
          {relation.disputed && ` (${t('disputed').toLocaleLowerCase(words.language)})`}
          {time(relation) && <span class="when"> {time(relation)}</span>}
        </span>
      ))}
      {relations.length > shown.length && <span class="when">{t('more', { n: relations.length - shown.length })}</span>}
      <span class="by">
        <Sources sources={sources} words={words} />
      </span>
    </>
  );
}

function Latest({ card, words }: Omit<Props, 'act'>) {
  if (!card.latest.length) return null;
  return (
    <Section title={words.t('latest')}>
      <ul class="latest">
        {card.latest.slice(0, LATEST).map((line) => (
          <li key={line.id}>
            <span class="what">
              {words.capital(line.indicator.label)}
              {line.partner && ` · ${line.partner.label}`}
            </span>
            <b class="num">{valueText(line, words)}</b>
            <span class="by">
              {[
                line.period && words.period(line.period),
                line.status !== 'official' && line.status !== 'reported' && words.t(`status.${line.status}`),
                line.basis && line.basis.id !== 'unknown' && line.basis.label,
              ]
                .filter(Boolean)
                .map((text) => `${text} · `)}
              <Sources sources={line.sources.slice(0, 1)} words={words} />
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
