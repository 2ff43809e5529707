import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { browserLanguage, dressPage } from '../components/page-language.ts';
import { useLoaded } from '../components/use-loaded.ts';
import { atlasWords, type Kit, makeKit } from './kit.ts';
import { ArticlePage } from './pages/ArticlePage.tsx';
import { ContradictionsPage } from './pages/ContradictionsPage.tsx';
import { EntityPage } from './pages/EntityPage.tsx';
import { Home } from './pages/Home.tsx';
import { IndicatorPage } from './pages/IndicatorPage.tsx';
import { SearchPage } from './pages/SearchPage.tsx';
import { SourcePage } from './pages/SourcePage.tsx';
import type { AtlasPort } from './port.ts';
import { link, parseRoute, type Route } from './route.ts';
import { prepareSearch, type Search } from './search.ts';

/** Typing pauses this long before the address follows, in ms: one history entry a search, not one a letter. */
const TYPING = 120;

function useRoute(): Route {
  const [hash, setHash] = useState(location.hash);
  useEffect(() => {
    const follow = () => setHash(location.hash);
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, []);
  return useMemo(() => parseRoute(hash), [hash]);
}

/** One window on the whole dataset: search on top, a record below, the date of the data at its foot. */
export function Atlas({ port }: { readonly port: AtlasPort }) {
  const { value, problem } = useLoaded(port.open);
  const words = atlasWords(value?.language ?? browserLanguage());
  const kit = useMemo(() => value && makeKit(value.records, value.language), [value]);
  const [search, setSearch] = useState<Search>();
  useEffect(() => {
    if (value) void prepareSearch(value.records).then((made) => setSearch(() => made));
  }, [value]);
  const route = useRoute();
  const main = useRef<HTMLElement>(null);
  const entered = useRef(false);
  const place = JSON.stringify(route.page === 'search' ? 'search' : { ...route, value: undefined });
  // A new place moves the focus, as a new page would.
  useEffect(() => {
    const heading = main.current?.querySelector('h1')?.textContent;
    dressPage(words.language, [heading, `Dragoman ${words.t('title')}`].filter(Boolean).join(' – '));
    if (entered.current && route.page !== 'search' && !('value' in route)) {
      scrollTo(0, 0);
      main.current?.focus({ preventScroll: true });
    }
    if (kit) entered.current = true;
  }, [place, kit]);
  return (
    <div class="atlas">
      <header class="top-bar">
        <a class="brand" href={link.home} title={words.t('home')}>
          Dragoman
        </a>
        <SearchBox label={words.t('search')} hint={words.t('searchHint')} text={route.page === 'search' ? route.text : ''} />
      </header>
      <main ref={main} tabIndex={-1}>
        {problem && <p class="care">{words.t('unreadable', { why: problem })}</p>}
        {!kit && !problem && <p class="small">{words.t('opening')}</p>}
        {kit && <Page route={route} kit={kit} search={search} />}
      </main>
      {kit && (
        <footer class="foot small">
          {words.t('dataset', { date: words.date(kit.records.date) })} · {kit.records.version} · CC BY 4.0
        </footer>
      )}
    </div>
  );
}

function Page({ route, kit, search }: { readonly route: Route; readonly kit: Kit; readonly search?: Search }) {
  const { records, words } = kit;
  switch (route.page) {
    case 'home':
      return <Home kit={kit} />;
    case 'search':
      if (!route.text.trim()) return <Home kit={kit} />;
      return <SearchPage text={route.text} found={search?.(route.text)} kit={kit} />;
    case 'contradictions':
      return <ContradictionsPage kit={kit} />;
    case 'entity': {
      const entity = records.entity(route.id);
      if (entity) return <EntityPage key={entity.id} entity={entity} kit={kit} />;
      break;
    }
    case 'indicator': {
      const indicator = records.indicator(route.slug);
      if (indicator)
        return <IndicatorPage key={JSON.stringify({ ...route, value: '' })} {...route} indicator={indicator} kit={kit} />;
      break;
    }
    case 'article': {
      const article = records.article(route.id);
      if (article) return <ArticlePage key={article.id} article={article} kit={kit} />;
      break;
    }
    case 'source': {
      const source = records.source(route.slug);
      if (source) return <SourcePage key={source.slug} source={source} kit={kit} />;
    }
  }
  return (
    <>
      <h1>{words.t('notFound')}</h1>
      <p class="lead">{words.t('notFound.cure')}</p>
    </>
  );
}

function SearchBox({ label, hint, text }: { readonly label: string; readonly hint: string; readonly text: string }) {
  const [typed, setTyped] = useState(text);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  useEffect(() => setTyped(text), [text]);
  const go = (value: string) => {
    const target = link.search(value);
    if (location.hash.startsWith('#/search')) {
      history.replaceState(null, '', target);
      dispatchEvent(new HashChangeEvent('hashchange'));
    } else location.hash = target;
  };
  return (
    <search>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          go(typed);
        }}
      >
        <input
          type="search"
          value={typed}
          aria-label={label}
          placeholder={label}
          title={hint}
          autocomplete="off"
          spellcheck={false}
          onInput={(event) => {
            const { value } = event.currentTarget;
            setTyped(value);
            clearTimeout(timer.current);
            timer.current = setTimeout(() => {
              timer.current = undefined;
              if (value.trim()) go(value);
            }, TYPING);
          }}
          // Whoever goes on to a result at once must not be called back by the letters typed last.
          onBlur={() => {
            if (timer.current === undefined) return;
            clearTimeout(timer.current);
            timer.current = undefined;
            if (typed.trim()) go(typed);
          }}
        />
      </form>
    </search>
  );
}
