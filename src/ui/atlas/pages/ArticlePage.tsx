import type { Article } from '../../../model/entity.ts';
import { Capped } from '../Capped.tsx';
import { type Kit, observations } from '../kit.ts';
import { PageTools } from '../PageTools.tsx';
import { link } from '../route.ts';
import { Out, ValuesTable } from '../ValuesTable.tsx';

/** What an article names and prints; its text stays with its publisher. */
export function ArticlePage({ article, kit }: { readonly article: Article; readonly kit: Kit }) {
  const { records, words, lines } = kit;
  const { t } = words;
  const outlet = lines.entity(article.outlet).label;
  const values = observations(kit, article.observations);
  const copies = article.sameStory
    ? records.ids('article').filter((id) => id !== article.id && records.article(id)?.sameStory === article.sameStory)
    : [];
  return (
    <article>
      <p class="kicker">
        {t('kind.article')} · <a href={link.entity(article.outlet)}>{outlet}</a>
        {article.date && ` · ${words.date(article.date)}`}
      </p>
      <h1 lang={article.title ? article.lang : undefined}>{article.title ?? article.line}</h1>
      {article.title && <p class="lead">{article.line}</p>}
      <p>
        <Out url={article.url} kit={kit}>
          {t('readIt', { outlet })}
        </Out>
      </p>
      <PageTools kit={kit} name={article.title ?? article.line} file={article.id} values={values} />
      {values.length > 0 && (
        <section>
          <h2>{t('prints')}</h2>
          <ValuesTable values={values} kit={kit} places caption={t('prints')} />
        </section>
      )}
      {article.entities.length > 0 && (
        <section>
          <h2>{t('mentions')}</h2>
          <ul class="many">
            {article.entities.map((id) => (
              <li key={id}>
                <a href={link.entity(id)}>{lines.entity(id).label}</a>
              </li>
            ))}
          </ul>
        </section>
      )}
      {copies.length > 0 && (
        <section>
          <h2>{t('sameStory')}</h2>
          <ArticleList ids={copies} kit={kit} />
        </section>
      )}
    </article>
  );
}

const FIRST = 12;

export function ArticleList({ ids, kit }: { readonly ids: readonly string[]; readonly kit: Kit }) {
  const { records, words, lines } = kit;
  return (
    <Capped items={ids} first={FIRST} kit={kit}>
      {(shown) => (
        <ul class="articles">
          {shown.map((id) => {
            const article = records.article(id);
            if (!article) return null;
            return (
              <li key={id}>
                <a href={link.article(id)} lang={article.title ? article.lang : undefined}>
                  {article.title ?? article.line}
                </a>
                <span class="small block">
                  {[lines.entity(article.outlet).label, article.date && words.date(article.date)].filter(Boolean).join(' · ')}
                </span>
              </li>
            );
          })}
        </ul>
      )}
    </Capped>
  );
}
