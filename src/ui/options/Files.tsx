import { useState } from 'preact/hooks';
import { saveFile } from '../components/save-file.ts';
import { type Parts, Section } from './parts.tsx';

/** Settings to a file and from one, and back to the first day; each can be undone. */
export function Files({ words, port, run }: Parts) {
  const { t } = words;
  const [problem, setProblem] = useState<string>();
  const open = async (file: File | undefined) => {
    if (!file) return;
    try {
      const before = await port.exportText();
      await port.importText(await file.text());
      setProblem(undefined);
      run(Promise.resolve(), { text: t('file.done'), undo: () => port.importText(before) });
    } catch (error) {
      setProblem(t('file.bad', { why: error instanceof Error ? error.message : String(error) }));
    }
  };
  const reset = () => {
    let before: unknown;
    const work = port.reset().then((stored) => {
      before = stored;
    });
    run(work, { text: t('reset.done'), undo: () => port.restore(before) });
  };
  return (
    <Section title={t('file')}>
      <div class="buttons">
        <button
          type="button"
          class="button"
          onClick={() => void port.exportText().then((text) => saveFile('dragoman-settings.json', 'application/json', text))}
        >
          {t('file.save')}
        </button>
        <label class="button">
          {t('file.open')}
          <input
            type="file"
            class="unseen"
            accept=".json,application/json"
            onChange={(event) => {
              const input = event.currentTarget;
              void open(input.files?.[0]).then(() => {
                input.value = '';
              });
            }}
          />
        </label>
        <button type="button" class="button" onClick={reset}>
          {t('reset')}
        </button>
      </div>
      {problem && (
        <p class="care" role="alert">
          {problem}
        </p>
      )}
    </Section>
  );
}
