import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { CardContent, EntityCard } from '../model/card-content.ts';
import { type Act, trusted } from './act.ts';
import { ClaimBody } from './ClaimCard.tsx';
import { copyText } from './copy-text.ts';
import { EntityBody } from './EntityCard.tsx';
import { FigureBody } from './FigureCard.tsx';
import { placesText } from './values.ts';
import type { CardWords } from './words.ts';

/** Other written forms of the first glance; more open on request. */
const FORMS = 3;

interface Props {
  readonly content: CardContent;
  readonly words: CardWords;
  readonly act: Act;
  /** Id for `aria-labelledby`. */
  readonly titleId: string;
  /** Pin, move, close: where the card floats. */
  readonly tools?: ComponentChildren;
  /** Is this the mark's own card, so that "not this" speaks of the mark? */
  readonly own: boolean;
}

/** Header, body by kind, footer. Also drawn inside the side panel, without tools. */
export function Card({ content, words, act, titleId, tools, own }: Props) {
  return (
    <article class="card-inner">
      <header class="head">
        <p class="kicker">{kicker(content, words)}</p>
        {tools}
        <h2 id={titleId} class={content.kind === 'figure' ? 'big' : 'title'} tabIndex={-1}>
          {titleOf(content)}
        </h2>
        {content.kind === 'entity' && <Forms key={content.entity} card={content} words={words} />}
      </header>
      <div class="body">
        {content.kind === 'entity' && <EntityBody card={content} words={words} act={act} />}
        {content.kind === 'figure' && <FigureBody card={content} words={words} />}
        {content.kind === 'claim' && <ClaimBody card={content} words={words} act={act} />}
        <Colophon key={content.annotation} content={content} words={words} />
      </div>
      <Footer key={content.annotation} content={content} words={words} act={act} own={own} />
    </article>
  );
}

/** A disputed name stays as the page prints it; others get their full form, whatever their case ending or shortness on the page. */
function titleOf(content: CardContent): string {
  return content.kind === 'entity' && !content.disputed ? content.title : content.printed;
}

function kicker(content: CardContent, words: CardWords): string {
  const { t } = words;
  if (content.kind === 'claim') return `${t('kind.claim')} · ${t(`claim.${content.claim}`)}`;
  if (content.kind === 'figure')
    return [words.capital(content.indicator?.label ?? t('kind.figure')), placesText(content)].filter(Boolean).join(' · ');
  const state = content.status && t(`state.${content.status}`);
  const printed = content.printed === titleOf(content) ? undefined : words.quote(content.printed);
  return [t(`type.${content.type}`), state, printed].filter(Boolean).join(' · ');
}

function Forms({ card, words }: { readonly card: EntityCard; readonly words: CardWords }) {
  const [all, setAll] = useState(false);
  const forms = [{ text: card.title, lang: words.language, usedBy: undefined }, ...card.forms].filter(
    (form, i, every) => form.text !== titleOf(card) && every.findIndex((one) => one.text === form.text) === i,
  );
  if (!forms.length) return null;
  const shown = all ? forms : forms.slice(0, FORMS);
  const rest = forms.length - shown.length;
  return (
    <p class="also">
      {shown.map((form, i) => (
        <>
          {i > 0 && ' · '}
          <span lang={form.lang}>{form.usedBy ? words.t('usedBy', { text: form.text, who: form.usedBy }) : form.text}</span>
        </>
      ))}
      {rest > 0 && (
        <>
          {' · '}
          <button type="button" class="link quiet" onClick={trusted(() => setAll(true))}>
            {words.t('moreForms', { n: rest })}
          </button>
        </>
      )}
    </p>
  );
}

/** Last line of the body: how old the data is, and the card as text. */
function Colophon({ content, words }: Pick<Props, 'content' | 'words'>) {
  const { t } = words;
  const [copied, setCopied] = useState(false);
  const copy = () =>
    navigator.clipboard.writeText(copyText(content, words)).then(
      () => setCopied(true),
      () => setCopied(false),
    );
  return (
    <p class="colophon">
      <span>{t('dataset', { date: words.date(content.dataset.date) })}</span>
      <button type="button" class="link quiet" onClick={trusted(copy)}>
        {t(copied ? 'copied' : 'copy')}
      </button>
    </p>
  );
}

function Footer({ content, words, act, own }: Omit<Props, 'titleId' | 'tools'>) {
  const { t } = words;
  const [why, setWhy] = useState(false);
  const [hidden, setHidden] = useState(false);
  const entity = own && content.kind === 'entity' ? content : undefined;
  const hide = (undo: boolean) => {
    setHidden(!undo);
    act({ type: 'not-this', undo });
  };
  return (
    <footer class="foot">
      {entity && why && <Why card={entity} words={words} />}
      <p>
        <button type="button" class="link strong" onClick={trusted(() => act({ type: 'atlas', route: content.atlas }))}>
          {t('openAtlas')} <span aria-hidden="true">→</span>
        </button>
        {entity && (
          <span class="acts">
            {entity.why.reasons.length > 0 && (
              <button type="button" class="link quiet" aria-expanded={why} onClick={trusted(() => setWhy(!why))}>
                {t('why')}
              </button>
            )}
            {!hidden && (
              <button type="button" class="link quiet" onClick={trusted(() => hide(false))}>
                {t('notThis')}
              </button>
            )}
          </span>
        )}
      </p>
      <div role="status">
        {hidden && (
          <>
            {t('hidden')}{' '}
            <button type="button" class="link" onClick={trusted(() => hide(true))}>
              {t('undo')}
            </button>
          </>
        )}
      </div>
    </footer>
  );
}

function Why({ card, words }: { readonly card: EntityCard; readonly words: CardWords }) {
  const { t } = words;
  const { via, reasons, others } = card.why;
  return (
    <div class="why">
      <p>{t(`why.via.${via}`)}</p>
      <ul>
        {reasons.map((reason, i) => (
          <li key={i}>{t(`reason.${reason.is}`, { text: reason.text })}</li>
        ))}
      </ul>
      {others.length > 0 && <p>{t('why.others', { list: words.list(others.map((o) => o.label)) })}</p>}
    </div>
  );
}
