import { useState } from 'preact/hooks';
import { siteOfText } from './add-site.ts';
import { type OptionsWords, type Parts, Section } from './parts.tsx';

/** A search box is worth its line from here on. */
const MANY = 8;

export function Sites({ state, words, port, run }: Parts) {
  const { t } = words;
  const [text, setText] = useState('');
  const { sites } = state.settings;
  const found = sites.filter((one) => one.site.includes(text.trim().toLowerCase()));
  return (
    <Section title={t('sites')}>
      <p class="small">{t('sites.what')}</p>
      {sites.length > MANY && (
        <input
          type="search"
          class="field"
          value={text}
          placeholder={t('sites.search')}
          aria-label={t('sites.search')}
          onInput={(event) => setText(event.currentTarget.value)}
        />
      )}
      {found.length === 0 && <p class="none">{t(sites.length ? 'sites.noMatch' : 'sites.none')}</p>}
      <ul class="list">
        {found.map(({ site, state: turned }) => (
          <li key={site}>
            <span class="what">{site}</span>
            <select
              aria-label={site}
              value={turned}
              onChange={(event) => run(port.setSite(site, event.currentTarget.value as 'on' | 'off'))}
            >
              <option value="on">{t('site.on')}</option>
              <option value="off">{t('site.off')}</option>
            </select>
            <Remove
              label={t('remove', { name: site })}
              onClick={() =>
                run(port.setSite(site, 'default'), {
                  text: t('removed', { name: site }),
                  undo: () => port.setSite(site, turned),
                })
              }
            />
          </li>
        ))}
      </ul>
      <AddSite words={words} onAdd={(site, turned) => run(port.setSite(site, turned))} />
    </Section>
  );
}

function AddSite({
  words,
  onAdd,
}: {
  readonly words: OptionsWords;
  readonly onAdd: (site: string, turned: 'on' | 'off') => void;
}) {
  const { t } = words;
  const [text, setText] = useState('');
  const [turned, setTurned] = useState<'on' | 'off'>('off');
  const [bad, setBad] = useState('');
  const add = (event: Event) => {
    event.preventDefault();
    const site = siteOfText(text);
    setBad(site ? '' : text);
    if (!site) return;
    setText('');
    onAdd(site, turned);
  };
  return (
    <form class="add" onSubmit={add}>
      <input
        class="field"
        value={text}
        placeholder="news.example"
        aria-label={t('sites.add')}
        autocapitalize="off"
        spellcheck={false}
        required
        onInput={(event) => setText(event.currentTarget.value)}
      />
      <select
        aria-label={t('sites.add.as')}
        value={turned}
        onChange={(event) => setTurned(event.currentTarget.value as 'on' | 'off')}
      >
        <option value="off">{t('site.off')}</option>
        <option value="on">{t('site.on')}</option>
      </select>
      <button type="submit" class="button">
        {t('sites.add.do')}
      </button>
      {bad && (
        <p class="care" role="alert">
          {t('sites.bad', { text: bad })}
        </p>
      )}
    </form>
  );
}

const COMMANDS = {
  'toggle-site': 'manifestCommandToggle',
  'next-mark': 'manifestCommandNext',
  'previous-mark': 'manifestCommandPrevious',
  'open-card': 'manifestCommandCard',
} as const;

/** The keys as they hold now; they are changed where the browser keeps them. */
export function Keys({ state, words, port }: Parts) {
  const { t } = words;
  return (
    <Section title={t('keys')}>
      <dl class="keys">
        {state.keys.map(
          ({ name, keys }) =>
            name in COMMANDS && (
              <>
                <dt>{t(COMMANDS[name as keyof typeof COMMANDS])}</dt>
                <dd>{keys ? <kbd>{keys}</kbd> : <span class="none">{t('keys.none')}</span>}</dd>
              </>
            ),
        )}
      </dl>
      {port.openKeys && (
        <button type="button" class="button" onClick={() => port.openKeys?.()}>
          {t('keys.see')}
        </button>
      )}
    </Section>
  );
}

export function MutedNames({ state, words, port, run }: Parts) {
  const { t } = words;
  const { muted } = state.settings;
  return (
    <Section title={t('muted')}>
      {muted.length === 0 && <p class="none">{t('muted.none')}</p>}
      <ul class="list">
        {muted.map((entity) => {
          const name = state.labels[entity] ?? entity;
          return (
            <li key={entity}>
              <span class="what">{name}</span>
              <Remove
                label={t('unmute', { name })}
                onClick={() =>
                  run(port.setMuted(entity, false), { text: t('unmuted', { name }), undo: () => port.setMuted(entity, true) })
                }
              />
            </li>
          );
        })}
      </ul>
    </Section>
  );
}

function Remove({ label, onClick }: { readonly label: string; readonly onClick: () => void }) {
  return (
    <button type="button" class="remove" aria-label={label} title={label} onClick={onClick}>
      <span aria-hidden="true">×</span>
    </button>
  );
}
