import { useState } from 'preact/hooks';
import type { Observation } from '../../model/indicator.ts';
import { saveFile } from '../components/save-file.ts';
import { csv, jsonLd } from './export.ts';
import type { Kit } from './kit.ts';

/** Cite it, print it, take its values along. */
export function PageTools({
  kit,
  name,
  file,
  values,
}: {
  readonly kit: Kit;
  readonly name: string;
  readonly file: string;
  readonly values: readonly Observation[];
}) {
  const { t } = kit.words;
  const [copied, setCopied] = useState(false);
  const copy = () => navigator.clipboard.writeText(location.href).then(() => setCopied(true));
  return (
    <p class="page-tools">
      <button type="button" class="text-button quiet" onClick={() => void copy()}>
        {t(copied ? 'copied' : 'copyLink')}
      </button>
      <button type="button" class="text-button quiet" onClick={() => print()}>
        {t('print')}
      </button>
      {values.length > 0 && (
        <>
          <button type="button" class="text-button quiet" onClick={() => saveFile(`${file}.csv`, 'text/csv', csv(values, kit))}>
            {t('saveCsv')}
          </button>
          <button
            type="button"
            class="text-button quiet"
            onClick={() => saveFile(`${file}.jsonld`, 'application/ld+json', jsonLd(name, values, kit))}
          >
            {t('saveJson')}
          </button>
        </>
      )}
    </p>
  );
}
