import { makeWords } from '../../locale/index.ts';
import { VIEWS } from '../../locale/views.ts';
import type { Language } from '../../model/ids.ts';
import type { Trouble } from '../../model/settings.ts';

/** What is amiss with settings or dataset, and what the reader can do; nothing while all is well. */
export function TroubleNote({
  trouble,
  language,
}: {
  readonly trouble: Trouble | 'unreachable' | undefined;
  readonly language: Language;
}) {
  if (!trouble) return null;
  return (
    <p class="care" role="alert">
      {makeWords(language, VIEWS).t(`trouble.${trouble}`)}
    </p>
  );
}
