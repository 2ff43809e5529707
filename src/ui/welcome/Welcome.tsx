import { useEffect, useRef, useState } from 'preact/hooks';
import type { Scope } from '../../model/settings.ts';
import { Choices } from '../components/controls.tsx';
import { browserLanguage, dressPage } from '../components/page-language.ts';
import { useLoaded } from '../components/use-loaded.ts';
import { Picture } from './Picture.tsx';
import type { WelcomePort } from './port.ts';
import { type WelcomeWords, welcomeWords } from './words.ts';

const SCOPES: readonly Scope[] = ['outlets', 'every-article', 'chosen'];

/** What it does in one picture, where it should read, and a text to try it on. */
export function Welcome({ port }: { readonly port: WelcomePort }) {
  const { value: state } = useLoaded(port.load);
  const words = welcomeWords(state?.language ?? browserLanguage());
  const { t } = words;
  useEffect(() => dressPage(words.language, 'Dragoman'));
  return (
    <main class="welcome">
      <p class="brand">Dragoman</p>
      <h1>{t('title')}</h1>
      <p class="intro">{t('lead')}</p>
      <Picture words={words} />
      {state && <Where words={words} port={port} outlets={state.outlets} scope={state.scope} />}
      {state && <Try words={words} port={port} />}
      <div class="columns">
        <section>
          <h2>{t('marks')}</h2>
          <ul class="legend">
            {(['entity', 'figure', 'differs'] as const).map((kind) => (
              <li key={kind}>
                <span class={`sample ${kind}`} aria-hidden="true">
                  {kind === 'entity' ? t('sample.a') : words.money(kind === 'figure' ? 1e9 : 556e6, 'USD')}
                </span>
                <span>{t(`mark.${kind}`)}</span>
              </li>
            ))}
          </ul>
        </section>
        <section>
          <h2>{t('keys')}</h2>
          <p>{t('keys.what')}</p>
          {port.openKeys && (
            <button type="button" class="text-button" onClick={() => port.openKeys?.()}>
              {t('keys.see')}
            </button>
          )}
        </section>
      </div>
      <ul class="promises">
        {(['promise.1', 'promise.2', 'promise.3'] as const).map((key) => (
          <li key={key}>{t(key)}</li>
        ))}
      </ul>
    </main>
  );
}

interface Parts {
  readonly words: WelcomeWords;
  readonly port: WelcomePort;
}

function Where({ words, port, outlets, scope }: Parts & { readonly outlets: number; readonly scope: Scope }) {
  const { t } = words;
  const [chosen, setChosen] = useState<Scope>(scope);
  const [answer, setAnswer] = useState<'granted' | 'refused'>();
  const notes: Record<Scope, string> = {
    outlets: t('scope.outlets.what', { n: outlets }),
    'every-article': t('scope.every-article.what'),
    chosen: t('scope.chosen.what'),
  };
  const start = () => void port.choose(chosen).then((granted) => setAnswer(granted ? 'granted' : 'refused'));
  return (
    <section class="where">
      <Choices
        name="scope"
        legend={<h2>{t('where')}</h2>}
        value={chosen}
        choices={SCOPES.map((value) => ({ value, label: t(`scope.${value}`), note: notes[value] }))}
        onChoose={(value) => {
          setChosen(value);
          setAnswer(undefined);
        }}
      />
      <p class="go">
        <button type="button" class="button first large" onClick={start}>
          {t(chosen === 'chosen' ? 'start' : 'allow')}
        </button>
        <span class="small">{t('where.why')}</span>
      </p>
      <div role="status">{answer && <p class={answer === 'granted' ? 'said' : 'care'}>{t(answer)}</p>}</div>
    </section>
  );
}

function Try({ words, port }: Parts) {
  const { t } = words;
  const text = useRef<HTMLElement>(null);
  useEffect(() => (text.current ? port.enliven(text.current, words.language) : undefined), [words.language]);
  return (
    <section class="try">
      <h2>{t('try')}</h2>
      <p class="small">{t('try.what')}</p>
      <article ref={text} key={words.language} lang={words.language}>
        <p>{t('try.text')}</p>
      </article>
    </section>
  );
}
