import type { ComponentChildren } from 'preact';
import type { RelatedArticle, RoleLine, SourceLink } from '../model/card-content.ts';
import { type Act, trusted, webAddress } from './act.ts';
import { sourceName } from './values.ts';
import type { CardWords } from './words.ts';

/** Pieces that entity, figure and claim cards share. */

export function Section(props: { readonly title: string; readonly under?: string; readonly children: ComponentChildren }) {
  const { title, under, children } = props;
  return (
    <section class="sec">
      <h3>{title}</h3>
      {under && <p class="by scope">{under}</p>}
      {children}
    </section>
  );
}

/** A link out of the extension. */
export function Out(props: {
  readonly url: string;
  readonly words: CardWords;
  readonly class?: string;
  readonly lang?: string;
  readonly title?: string;
  readonly children: ComponentChildren;
}) {
  const href = webAddress(props.url);
  if (!href) return <span class={props.class}>{props.children}</span>;
  return (
    <a
      class={props.class}
      href={href}
      target="_blank"
      rel="noopener noreferrer"
      lang={props.lang}
      title={[props.title, props.words.t('newTab')].filter(Boolean).join(' – ')}
    >
      {props.children}
    </a>
  );
}

/** Sources that a line has room for. */
const SOURCES = 3;

/** Each source by publisher and year; its title and full date on pointing. */
export function Sources({ sources, words }: { readonly sources: readonly SourceLink[]; readonly words: CardWords }) {
  return (
    <span class="src">
      {sources.slice(0, SOURCES).map((source, i) => (
        <>
          {i > 0 && ' · '}
          <Out
            url={source.url}
            words={words}
            title={[source.title, source.date && words.date(source.date)].filter(Boolean).join(', ')}
          >
            {sourceName(source)}
          </Out>
          {source.date && ` ${source.date.slice(0, 4)}`}
        </>
      ))}
      {sources.length > SOURCES && ` +${sources.length - SOURCES}`}
    </span>
  );
}

/** Another entity, opened inside the card. */
export function EntityLink(props: { readonly id: string; readonly label: string; readonly act: Act }) {
  const { id, label, act } = props;
  return (
    <button type="button" class="link" onClick={trusted(() => act({ type: 'open-entity', id }))}>
      {label}
    </button>
  );
}

export function Note({ tone, children }: { readonly tone: 'agree' | 'care' | 'quiet'; readonly children: ComponentChildren }) {
  return <p class={`note ${tone}`}>{children}</p>;
}

/** "governor, Aktobe Region · 31 August 2022 – 5 September 2023", with its sources. */
export function Role({ role, words, act }: { readonly role: RoleLine; readonly words: CardWords; readonly act: Act }) {
  const time = words.tenure(role.from, role.to) || (role.asOf && words.t('asOf', { date: words.date(role.asOf) }));
  return (
    <>
      <b>{role.post}</b>, <EntityLink id={role.object.id} label={role.object.label} act={act} />
      <span class="by">
        {time}
        {time && role.sources.length > 0 && ' · '}
        <Sources sources={role.sources} words={words} />
      </span>
    </>
  );
}

export function Related({ articles, words }: { readonly articles: readonly RelatedArticle[]; readonly words: CardWords }) {
  if (!articles.length) return null;
  return (
    <Section title={words.t('related')}>
      <ul class="articles">
        {articles.map((article) => (
          <li key={article.id}>
            <Out url={article.url} words={words} class="article" lang={article.title ? article.lang : undefined}>
              {article.title ?? article.line}
            </Out>
            <span class="by">
              {[
                article.outlet,
                article.date && words.date(article.date),
                article.copies > 0 && words.t('copies', { n: article.copies }),
              ]
                .filter(Boolean)
                .join(' · ')}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
