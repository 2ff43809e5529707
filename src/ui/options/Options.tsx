import { useEffect, useState } from 'preact/hooks';
import { LANGUAGES, type Language } from '../../model/ids.ts';
import { DENSITIES, MARK_KINDS, PACES, type Scope } from '../../model/settings.ts';
import { Choices, Switch } from '../components/controls.tsx';
import { browserLanguage, dressPage } from '../components/page-language.ts';
import { TroubleNote } from '../components/TroubleNote.tsx';
import { useLoaded } from '../components/use-loaded.ts';
import { Files } from './Files.tsx';
import { Keys, MutedNames, Sites } from './Lists.tsx';
import { type Done, optionsWords, Section } from './parts.tsx';
import type { OptionsPort } from './port.ts';

const SCOPES: readonly Scope[] = ['outlets', 'every-article', 'chosen'];
export function Options({ port }: { readonly port: OptionsPort }) {
  const { value: state, problem, reload } = useLoaded(port.load, port.onChange);
  const [done, setDone] = useState<Done>();
  const words = optionsWords(state?.language ?? browserLanguage());
  const { t } = words;
  useEffect(() => dressPage(words.language, `${t('title')} – Dragoman`));
  if (!state) return <main class="options">{problem && <TroubleNote trouble="unreachable" language={words.language} />}</main>;
  const { settings } = state;
  const run = (work: Promise<void>, after?: Done) =>
    // What was refused is loaded as it is, with the trouble that says why.
    void work
      .then(
        () => setDone(after),
        () => setDone(undefined),
      )
      .then(reload);
  const parts = { state, words, port, run };
  return (
    <main class="options">
      <h1>{t('title')}</h1>
      <TroubleNote trouble={state.trouble} language={words.language} />
      <Section title={t('reading')}>
        <Choices
          name="scope"
          legend={t('where')}
          value={settings.scope}
          choices={SCOPES.map((value) => ({ value, label: t(`scope.${value}`) }))}
          onChoose={(scope) => run(port.setScope(scope))}
        />
        <div class="switch-row">
          <span>{t('paused')}</span>
          <Switch label={t('paused')} on={settings.paused} onTurn={(paused) => run(port.setPaused(paused))} />
        </div>
      </Section>
      <Section title={t('marks')}>
        <Choices
          name="density"
          legend={t('density')}
          value={settings.density}
          choices={DENSITIES.map((value) => ({ value, label: t(`density.${value}`), note: t(`density.${value}.what`) }))}
          onChoose={(density) => run(port.setDensity(density))}
        />
        <fieldset class="choices">
          <legend>{t('kinds')}</legend>
          {MARK_KINDS.map((kind) => (
            <label key={kind}>
              <input
                type="checkbox"
                checked={settings.kinds.includes(kind)}
                onChange={() =>
                  run(
                    port.setKinds(
                      MARK_KINDS.filter((k) => (k === kind ? !settings.kinds.includes(k) : settings.kinds.includes(k))),
                    ),
                  )
                }
              />
              <span>{t(`kinds.${kind}`)}</span>
              <span class="small">{t(`kinds.${kind}.what`)}</span>
            </label>
          ))}
        </fieldset>
        <Choices
          name="opening"
          legend={t('opening')}
          value={settings.opening}
          choices={(['hover', 'click'] as const).map((value) => ({ value, label: t(`opening.${value}`) }))}
          onChoose={(opening) => run(port.setOpening(opening))}
        />
        {settings.opening === 'hover' && (
          <Choices
            name="pace"
            legend={t('pace')}
            value={settings.pace}
            choices={PACES.map((value) => ({ value, label: t(`pace.${value}`), note: t(`pace.${value}.what`) }))}
            onChoose={(pace) => run(port.setPace(pace))}
          />
        )}
      </Section>
      <Sites {...parts} />
      <MutedNames {...parts} />
      <Section title={t('language')}>
        <select
          aria-label={t('language')}
          value={settings.language ?? ''}
          onChange={(event) => run(port.setLanguage((event.currentTarget.value || null) as Language | null))}
        >
          <option value="">{t('language.browser')}</option>
          {LANGUAGES.map((language) => (
            <option key={language} value={language} lang={language}>
              {optionsWords(language).t(`lang.${language}`)}
            </option>
          ))}
        </select>
      </Section>
      <Keys {...parts} />
      <Section title={t('data')}>
        <dl class="data">
          <dt>{t('data.version')}</dt>
          <dd>{state.dataset.version}</dd>
          <dt>{t('data.date')}</dt>
          <dd>{state.dataset.date && words.date(state.dataset.date)}</dd>
        </dl>
        <p class="small">{t('data.how')}</p>
      </Section>
      <Files {...parts} />
      <footer class="small">
        {t('privacy')}{' '}
        <button type="button" class="text-button quiet" onClick={() => port.report()}>
          {t('report')}
        </button>
      </footer>
      <div role="status" class="done">
        {done && (
          <p class="said">
            {done.text}
            {done.undo && (
              <button type="button" class="text-button" onClick={() => run(done.undo!())}>
                {t('undo')}
              </button>
            )}
          </p>
        )}
      </div>
    </main>
  );
}
