import { useEffect, useState } from 'preact/hooks';
import type { EntityId } from '../../model/ids.ts';
import { Segments } from '../components/controls.tsx';
import { browserLanguage, dressPage } from '../components/page-language.ts';
import { TroubleNote } from '../components/TroubleNote.tsx';
import { useLoaded } from '../components/use-loaded.ts';
import { FILTERS, type Filter, groupMentions } from './groups.ts';
import { MentionGroup } from './MentionGroup.tsx';
import { type PanelPort, type PanelState, SHEET_FORMATS, type SheetFormat } from './port.ts';
import { type PanelWords, panelWords } from './words.ts';

const FORMAT_NAMES: Record<SheetFormat, string> = { csv: 'CSV', markdown: 'Markdown', 'json-ld': 'JSON-LD' };

/** Every mention of the page: the way for keyboards and screen readers, and the only one where a browser cannot paint marks. */
export function Panel({ port }: { readonly port: PanelPort }) {
  const { value: state, problem, reload } = useLoaded(port.load, port.onChange);
  const [filter, setFilter] = useState<Filter>('all');
  const [at, setAt] = useState<string>();
  const [muted, setMuted] = useState<{ entity: EntityId; label: string }>();
  const words = panelWords(state?.language ?? browserLanguage());
  const { t } = words;
  useEffect(() => dressPage(words.language, t('title')));
  if (!state) return <main class="panel">{problem && <TroubleNote trouble="unreachable" language={words.language} />}</main>;

  const groups = groupMentions(state, filter);
  const lines = groups.flatMap((group) => group.mentions).sort((a, b) => order(state, a.id) - order(state, b.id));
  const here = lines.findIndex((line) => line.id === at);
  const go = (id: string) => {
    setAt(id);
    void port.jump(id);
  };
  const step = (by: 1 | -1) => {
    const from = here < 0 ? (by > 0 ? -1 : 0) : here;
    const line = lines[(from + by + lines.length) % lines.length];
    if (line) go(line.id);
  };
  const mute = (entity: EntityId, label: string, on: boolean) => {
    setMuted(on ? { entity, label } : undefined);
    void port.setMuted(entity, on).then(reload);
  };
  return (
    <main class="panel">
      <header class="top">
        <h1>{t('title')}</h1>
        {state.mentions.length > 0 && (
          <Segments
            name="filter"
            label={t('show')}
            value={filter}
            choices={FILTERS.map((value) => ({ value, label: t(`filter.${value}`) }))}
            onChoose={setFilter}
          />
        )}
        {lines.length > 0 && (
          <div class="steps">
            <button type="button" class="button" onClick={() => step(-1)}>
              <span aria-hidden="true">↑</span> {t('previous')}
            </button>
            <button type="button" class="button" onClick={() => step(1)}>
              <span aria-hidden="true">↓</span> {t('next')}
            </button>
            <span class="small" role="status">
              {here >= 0 && t('position', { i: here + 1, count: lines.length })}
            </span>
          </div>
        )}
      </header>
      <div role="status">
        {muted && (
          <p class="said">
            {t('muted', { name: muted.label })}
            <button type="button" class="text-button" onClick={() => mute(muted.entity, muted.label, false)}>
              {t('undo')}
            </button>
          </p>
        )}
      </div>
      {groups.length === 0 ? (
        <p class="empty">{t(!state.on ? 'off' : state.mentions.length ? 'emptyFilter' : 'empty')}</p>
      ) : (
        <ul class="groups">
          {groups.map((group) => (
            <MentionGroup
              key={group.key}
              group={group}
              at={at}
              words={words}
              port={port}
              onJump={go}
              onMute={(entity) => mute(entity, group.label, true)}
            />
          ))}
        </ul>
      )}
      {state.mentions.length > 0 && <Sheet words={words} port={port} />}
    </main>
  );
}

const order = (state: PanelState, id: string) => state.mentions.findIndex((line) => line.id === id);

function Sheet({ words, port }: { readonly words: PanelWords; readonly port: PanelPort }) {
  const { t } = words;
  const [format, setFormat] = useState<SheetFormat>('csv');
  const [saved, setSaved] = useState(false);
  const choose = (next: SheetFormat) => {
    setFormat(next);
    setSaved(false);
  };
  return (
    <section class="sheet">
      <h2>{t('export')}</h2>
      <p class="small">{t('export.what')}</p>
      <div class="sheet-row">
        <Segments
          name="format"
          label={t('export')}
          value={format}
          choices={SHEET_FORMATS.map((value) => ({ value, label: FORMAT_NAMES[value] }))}
          onChoose={choose}
        />
        <button type="button" class="button first" onClick={() => void port.saveSheet(format).then(() => setSaved(true))}>
          {t('export.save', { format: FORMAT_NAMES[format] })}
        </button>
      </div>
      <p role="status" class="small">
        {saved && t('saved')}
      </p>
    </section>
  );
}
