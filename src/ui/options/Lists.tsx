import { useState } from 'preact/hooks';
import { type Parts, Section } from './parts.tsx';

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
