import type { ClaimCard } from '../model/card-content.ts';
import type { Act } from './act.ts';
import { EntityLink, Note, Related, Sources } from './parts.tsx';
import type { CardWords } from './words.ts';

/** What the article says beside what our sources give; never who is right. */
export function ClaimBody({ card, words, act }: { readonly card: ClaimCard; readonly words: CardWords; readonly act: Act }) {
  const { t } = words;
  return (
    <>
      {card.about && (
        <p class="lead">
          <EntityLink id={card.about.id} label={card.about.label} act={act} />
        </p>
      )}
      <Note tone="care">{t(`claim.${card.claim}.note`)}</Note>
      <dl class="facts">
        <dt>{t('says')}</dt>
        <dd>
          <Side side={card.says} words={words} act={act} />
        </dd>
        <dt>{t('sourcesSay')}</dt>
        {card.others.map((other, i) => (
          <dd key={i}>
            <Side side={other} words={words} act={act} />
            <Sources sources={other.sources} words={words} />
          </dd>
        ))}
      </dl>
      {card.dataset.olderThanArticle && <Note tone="care">{t('older', { date: words.date(card.dataset.date) })}</Note>}
      <Related articles={card.related} words={words} />
    </>
  );
}

function Side({ side, words, act }: { readonly side: ClaimCard['says']; readonly words: CardWords; readonly act: Act }) {
  const { post, object, period, value, unit } = side;
  return (
    <>
      {post && <b>{post}</b>}
      {post && object && ', '}
      {object && <EntityLink id={object.id} label={object.label} act={act} />}
      {value !== undefined && <b>{unit ? words.quantity(value, unit) : words.number(value)}</b>}
      {period && <span class="by">{post ? inOffice(period, words) : words.period(period)}</span>}
    </>
  );
}

/** A time in office ends on the day that the source names, not on the one before. */
function inOffice(period: string, words: CardWords): string {
  const [from, to] = period.split('/');
  return to === undefined ? words.period(period) : words.tenure(from === '..' ? undefined : from, to === '..' ? undefined : to);
}
