import type { EntityId } from '../../../model/ids.ts';
import { typeOf } from '../../../model/ids.ts';
import { indicatorLabel, type Kit } from '../kit.ts';
import { link } from '../route.ts';
import type { Found } from '../search.ts';

/** `found`: undefined while the index is being made. */
export function SearchPage({
  text,
  found,
  kit,
}: {
  readonly text: string;
  readonly found?: readonly Found[];
  readonly kit: Kit;
}) {
  const { words, lines, records } = kit;
  const { t } = words;
  const describe = ({ kind, id, label }: Found) => {
    if (kind === 'entity')
      return {
        href: link.entity(id as EntityId),
        label: lines.entity(id as EntityId).label,
        kind: t(`type.${typeOf(id as EntityId)}`),
        line: lines.text(records.entity(id as EntityId)?.line ?? { en: '' }),
      };
    if (kind === 'indicator')
      return { href: link.indicator(id), label: indicatorLabel(kit, id), kind: t('kind.indicator'), line: '' };
    if (kind === 'source') return { href: link.source(id), label, kind: t('kind.source'), line: '' };
    const article = records.article(id);
    const line = [article && lines.entity(article.outlet).label, article?.date && words.date(article.date)];
    return { href: link.article(id), label, kind: t('kind.article'), line: line.filter(Boolean).join(' · ') };
  };
  return (
    <>
      <h1 class="unseen">{text}</h1>
      <p role="status" class="small">
        {!found ? t('opening') : found.length ? t('results', { n: found.length }) : t('noResults', { text })}
      </p>
      <ul class="results">
        {found?.map((one) => {
          const { href, label, kind, line } = describe(one);
          return (
            <li key={href}>
              <a href={href}>{label}</a>
              <span class="small">{[kind, line].filter(Boolean).join(' · ')}</span>
            </li>
          );
        })}
      </ul>
    </>
  );
}
