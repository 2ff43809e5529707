import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { defineConfig } from 'wxt';
import { joinCatalogues } from './src/cli/join-catalogues.ts';
import { lateLibrary } from './src/cli/late-library.ts';
import { withoutTextSinks } from './src/cli/no-text-sinks.ts';
import { findBrowser } from './src/drive/find.ts';

const root = import.meta.dirname;
/** The test build: every host granted at install, so that no test has to click a permission prompt. `npm run zip` refuses to pack it. */
const allHosts = process.env.DRAGOMAN_HOSTS === 'all';
/** axe and pictures cannot look into a closed root: a test build may open it. */
const openCard = process.env.DRAGOMAN_OPEN_CARD === '1';
const LANGUAGES = ['en', 'ru', 'az', 'kk', 'tr'] as const;

/** `_locales/<lang>/messages.json` for the few strings that the manifest itself shows, drawn from the interface catalogue. */
function manifestMessages(lang: string): string {
  const shell = JSON.parse(readFileSync(resolve(root, `assets/locales/${lang}/shell.json`), 'utf8')) as Record<string, unknown>;
  const messages: Record<string, { message: string }> = {};
  for (const [key, value] of Object.entries(shell)) {
    if (key.startsWith('manifest') && typeof value === 'string') messages[key] = { message: value };
  }
  return JSON.stringify(messages);
}

export default defineConfig({
  entrypointsDir: 'entrypoints',
  outDir: '.output',
  outDirTemplate: `{{browser}}-mv{{manifestVersion}}{{modeSuffix}}${allHosts || openCard ? '-test' : ''}`,
  imports: false,
  manifestVersion: 3,
  modules: ['@wxt-dev/webextension-polyfill'],
  // `npm run dev` opens the browser that the tests use; without a display it only builds and watches.
  webExt: {
    disabled: process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY,
    binaries: Object.fromEntries(
      (['chromium', 'firefox'] as const).flatMap((name) => {
        const path = findBrowser(name);
        return path ? [[name === 'chromium' ? 'chrome' : name, path]] : [];
      }),
    ),
    chromiumArgs: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  },
  vite: () => ({
    plugins: [joinCatalogues(), lateLibrary(), withoutTextSinks],
    esbuild: { jsx: 'automatic', jsxImportSource: 'preact' },
    define: { __OPEN_CARD__: JSON.stringify(openCard) },
    build: { target: 'es2022', sourcemap: false },
  }),
  manifest: ({ browser }) => ({
    name: '__MSG_manifestName__',
    description: '__MSG_manifestDescription__',
    default_locale: 'en',
    minimum_chrome_version: browser === 'firefox' ? undefined : '128',
    permissions: ['storage', 'scripting', 'activeTab', 'contextMenus', ...(browser === 'firefox' ? [] : ['sidePanel'])],
    ...(allHosts ? { host_permissions: ['*://*/*'] } : { optional_host_permissions: ['*://*/*'] }),
    icons: { 16: 'icons/on-16.png', 32: 'icons/on-32.png', 48: 'icons/on-48.png', 128: 'icons/on-128.png' },
    action: { default_title: '__MSG_manifestName__', default_icon: { 16: 'icons/off-16.png', 32: 'icons/off-32.png' } },
    commands: {
      'toggle-site': { description: '__MSG_manifestCommandToggle__', suggested_key: { default: 'Alt+Shift+D' } },
      'next-mark': { description: '__MSG_manifestCommandNext__', suggested_key: { default: 'Alt+Shift+N' } },
      'previous-mark': { description: '__MSG_manifestCommandPrevious__', suggested_key: { default: 'Alt+Shift+P' } },
      'open-card': { description: '__MSG_manifestCommandCard__', suggested_key: { default: 'Alt+Shift+C' } },
    },
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            gecko: {
              id: 'dragoman@dragoman.example',
              strict_min_version: '149.0',
              data_collection_permissions: { required: ['none'] },
            },
          },
        }
      : {}),
  }),
  hooks: {
    'build:publicAssets': async (wxt, files) => {
      const { buildAssets } = await import('./src/cli/assets.ts');
      const made = buildAssets(resolve(root, 'assets/dataset'), wxt.config.browser === 'firefox' ? 'firefox' : 'chromium');
      const dir = resolve(root, '.output/assets', wxt.config.browser);
      mkdirSync(dir, { recursive: true });
      for (const [name, bytes] of Object.entries(made)) {
        const path = resolve(dir, name);
        writeFileSync(path, bytes);
        files.push({ absoluteSrc: path, relativeDest: name });
      }
      for (const lang of LANGUAGES)
        files.push({ contents: manifestMessages(lang), relativeDest: `_locales/${lang}/messages.json` });
      const icons = resolve(root, 'assets/icons/png');
      for (const name of readdirSync(icons)) files.push({ absoluteSrc: resolve(icons, name), relativeDest: `icons/${name}` });
    },
  },
});
