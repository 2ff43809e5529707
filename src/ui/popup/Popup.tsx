import { useEffect } from 'preact/hooks';
import { COMMON } from '../../locale/common.ts';
import { makeWords } from '../../locale/index.ts';
import { POPUP } from '../../locale/popup.ts';
import { VIEWS } from '../../locale/views.ts';
import { DENSITIES, type PageReport, type Scope, type SiteReason } from '../../model/settings.ts';
import { Chips, Choices, Segments, Switch } from '../components/controls.tsx';
import { browserLanguage, dressPage } from '../components/page-language.ts';
import { TroubleNote } from '../components/TroubleNote.tsx';
import { useLoaded } from '../components/use-loaded.ts';
import type { PopupPort, PopupState } from './port.ts';

const popupWords = (language: ReturnType<typeof browserLanguage>) => makeWords(language, COMMON, VIEWS, POPUP);
type PopupWords = ReturnType<typeof popupWords>;

/** Pages where no switch could help. */
const HOPELESS: readonly SiteReason[] = ['off-forbidden', 'off-opted-out'];
const SCOPES: readonly Scope[] = ['outlets', 'every-article', 'chosen'];

/** Host and switch, why it is on or off, what was found; below that what may be changed. */
export function Popup({ port }: { readonly port: PopupPort }) {
  const { value: state, problem, reload } = useLoaded(port.load, port.onChange);
  const words = popupWords(state?.language ?? browserLanguage());
  const { t } = words;
  useEffect(() => dressPage(words.language, t('title')));
  if (!state)
    return (
      <main class="popup">
        {problem ? (
          <TroubleNote trouble="unreachable" language={words.language} />
        ) : (
          <p class="wait" role="status">
            {t('waiting')}
          </p>
        )}
      </main>
    );
  const done = (work: Promise<void>) => void work.then(reload, reload);
  const { settings } = state;
  return (
    <main class="popup">
      <TroubleNote trouble={state.trouble} language={words.language} />
      <Site state={state} words={words} port={port} done={done} />
      {state.site.on && <Found report={state.report} words={words} port={port} />}
      <section class="rows">
        <div class="row">
          <span>{t('density')}</span>
          <Segments
            name="density"
            label={t('density')}
            value={settings.density}
            choices={DENSITIES.map((value) => ({ value, label: t(`density.${value}`) }))}
            onChoose={(density) => done(port.setDensity(density))}
          />
        </div>
        <div class="row">
          <span>{t('kinds')}</span>
          <Chips
            label={t('kinds')}
            values={settings.kinds}
            choices={(['names', 'figures'] as const).map((value) => ({ value, label: t(`kinds.${value}`) }))}
            onChange={(kinds) => done(port.setKinds([...kinds, ...settings.kinds.filter((kind) => kind === 'all-figures')]))}
          />
        </div>
      </section>
      <section class="where">
        <Choices
          name="scope"
          legend={t('where')}
          value={settings.scope}
          choices={SCOPES.map((value) => ({ value, label: t(`scope.${value}`) }))}
          onChoose={(scope) => done(port.setScope(scope))}
        />
        <button type="button" class="button pause" onClick={() => done(port.setPaused(!settings.paused))}>
          {t(settings.paused ? 'resume' : 'pause')}
        </button>
      </section>
      <footer>
        <nav>
          <button type="button" class="text-button" onClick={() => port.openAtlas()}>
            {t('atlas')}
          </button>
          <button type="button" class="text-button" onClick={() => port.openOptions()}>
            {t('settings')}
          </button>
          <button type="button" class="text-button quiet" onClick={() => port.report()}>
            {t('report')}
          </button>
        </nav>
        <p class="small">{t('privacy')}</p>
      </footer>
    </main>
  );
}

interface Parts {
  readonly words: PopupWords;
  readonly port: PopupPort;
}

function Site({
  state,
  words,
  port,
  done,
}: Parts & { readonly state: PopupState; readonly done: (work: Promise<void>) => void }) {
  const { t } = words;
  const { site } = state;
  const name = site.outletName ?? site.site;
  const fixed = HOPELESS.includes(site.reason) || !site.host;
  return (
    <header class={site.on ? 'site on' : 'site'}>
      <h1>{site.host || t('noSite')}</h1>
      <Switch
        label={t('switch', { site: name || t('noSite') })}
        on={site.on}
        disabled={fixed || site.reason === 'off-paused'}
        describedBy="why"
        onTurn={(on) => done(port.turnSite(on, site.wants))}
      />
      <p id="why">{t(`reason.${site.reason}`)}</p>
      {!site.on && site.wants.length > 0 && !fixed && (
        <p class="asks">
          <button type="button" class="button first" onClick={() => done(port.turnSite(true, site.wants))}>
            {t('allow', { site: name })}
          </button>
          <button type="button" class="button" onClick={() => done(port.readOnce())}>
            {t('once')}
          </button>
        </p>
      )}
      {!fixed && site.reason !== 'off-paused' && isPart(site) && (
        <button type="button" class="text-button quiet" onClick={() => done(port.turnHost(!site.on, site.host))}>
          {t(site.on ? 'narrow.off' : 'narrow.on', { host: site.host })}
        </button>
      )}
    </header>
  );
}

/** Is the host a part of the site that the switch turns, and not just its front door? */
const isPart = ({ host, site }: PopupState['site']) => host !== site && host.replace(/^www\./, '') !== site;

/** The number of a phrase, large; the phrase around it stays as the language has it. */
function Count(props: { readonly n: number; readonly text: string; readonly words: PopupWords; readonly class?: string }) {
  const number = props.words.number(props.n);
  const [before, after] = props.text.split(number);
  return (
    <span class={props.class}>
      {before}
      <b>{number}</b>
      {after}
    </span>
  );
}

function Found({ report, words, port }: Parts & { readonly report?: PageReport }) {
  const { t } = words;
  if (!report) return <p class="found small">{t('waiting')}</p>;
  const empty = report.names + report.figures === 0;
  return (
    <section class="found">
      {empty ? (
        <p class="small">{t('nothing')}</p>
      ) : (
        <>
          <p class="counts">
            <Count n={report.names} text={t('names', { n: report.names })} words={words} />
            <Count n={report.figures} text={t('figures', { n: report.figures })} words={words} />
            {report.differ > 0 && (
              <Count n={report.differ} text={t('differ', { n: report.differ })} words={words} class="differ" />
            )}
          </p>
          <button type="button" class="button" onClick={() => port.openPanel()}>
            {t('list')}
          </button>
        </>
      )}
      {report.limits.map((limit) => (
        <p key={limit} class="small limit">
          {t(`limit.${limit}`)}
        </p>
      ))}
    </section>
  );
}
