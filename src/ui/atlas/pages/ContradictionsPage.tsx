import { contradictions } from '../contradictions.ts';
import type { Kit } from '../kit.ts';
import { PageTools } from '../PageTools.tsx';
import { Strips } from '../Strip.tsx';

/** Where sources differ, best evidenced first. */
export function ContradictionsPage({ kit }: { readonly kit: Kit }) {
  const { t } = kit.words;
  const found = contradictions(kit);
  return (
    <article>
      <h1>{t('contradictions')}</h1>
      <p class="lead">{t('contradictions.lead')}</p>
      <PageTools kit={kit} name={t('contradictions')} file="contradictions" values={found.flatMap((c) => c.values)} />
      {found.length === 0 && <p>{t('contradictions.none')}</p>}
      <Strips found={found} kit={kit} />
    </article>
  );
}
