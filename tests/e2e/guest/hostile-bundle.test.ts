import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { record } from '../../reliability/row.ts';
import { buildOf } from '../support.ts';

const root = resolve(import.meta.dirname, '../../..');
const NODE = `Node ${process.versions.node.split('.')[0]}`;
const BROWSERS = ['chromium', 'firefox'] as const;
const filesOf = (dir: string): string[] =>
  readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((one) => one.isFile())
    .map((one) => join(one.parentPath, one.name).slice(dir.length + 1))
    .sort();
const manifestOf = (name: (typeof BROWSERS)[number]) =>
  JSON.parse(readFileSync(join(buildOf(name, 'real'), 'manifest.json'), 'utf8')) as Record<string, unknown>;

const COMMON = {
  manifest_version: 3,
  default_locale: 'en',
  permissions: ['storage', 'scripting', 'activeTab', 'contextMenus'],
  optional_host_permissions: ['*://*/*'],
  options_ui: { open_in_tab: true, page: 'options.html' },
};
/** Everything in a manifest that gives a right, opens a door, or names a file that runs. Another key is another door: none but these may be there. */
const WANTED = {
  chromium: {
    ...COMMON,
    minimum_chrome_version: '128',
    permissions: [...COMMON.permissions, 'sidePanel'],
    background: { service_worker: 'background.js' },
    side_panel: { default_path: 'sidepanel.html' },
  },
  firefox: {
    ...COMMON,
    background: { scripts: ['background.js'] },
    browser_specific_settings: {
      gecko: {
        id: 'dragoman@dragoman.example',
        strict_min_version: '149.0',
        data_collection_permissions: { required: ['none'] },
      },
    },
    // Not beside the first page that a reader opens: its width is the page's.
    sidebar_action: { default_panel: 'sidepanel.html', default_title: 'Dragoman', open_at_install: false },
  },
};
/** Words, pictures and keys: they give no right. */
const HARMLESS = ['name', 'description', 'version', 'icons', 'action', 'commands'];

test.each(BROWSERS)('the manifest for %s asks for what it always asked for, and nothing else', (name) => {
  const manifest = manifestOf(name);
  const told = Object.fromEntries(Object.entries(manifest).filter(([key]) => !HARMLESS.includes(key)));
  expect(told).toEqual(WANTED[name]);
});

test('docs/permissions.md gives a reason for each permission, and for none that nobody asks', () => {
  const table = [
    ...readFileSync(join(root, 'docs/permissions.md'), 'utf8').matchAll(/^\| `([^`]+)` \| ([^|]+) \| ([^|]+) \|$/gm),
  ];
  const explained = table.filter(([, , , why]) => why!.trim().length > 20).map(([, name]) => name!);
  const asked = new Set(
    BROWSERS.flatMap((name) => {
      const { permissions, optional_host_permissions: hosts } = manifestOf(name) as Record<string, string[]>;
      return [...permissions!, ...hosts!];
    }),
  );
  record({
    id: 'permissions-explained',
    part: 'hostile',
    what: 'Each permission has its reason in docs/permissions.md, and each reason its permission.',
    tried: `2 manifests, ${asked.size} permissions`,
    figure: `${[...asked].filter((one) => !explained.includes(one)).length} unexplained, ${explained.filter((one) => !asked.has(one)).length} idle`,
    bar: '0 unexplained, 0 idle',
    met: explained.length === asked.size && explained.every((one) => asked.has(one)),
    browser: NODE,
  });
  expect([...explained].sort()).toEqual([...asked].sort());
});

/** Ways from text to markup or code, and code from elsewhere. */
const SINKS: readonly (readonly [string, RegExp])[] = [
  ['innerHTML, outerHTML', /\b(?:inner|outer)HTML\b/],
  ['insertAdjacentHTML', /\binsertAdjacentHTML\b/],
  ['document.write', /\bdocument\.write/],
  ['a parser of markup', /\b(?:createContextualFragment|DOMParser|setHTMLUnsafe|parseHTMLUnsafe|srcdoc)\b/],
  ['eval', /\beval\s*\(/],
  ['the constructor of functions', /\bnew Function\b|[^.\w]Function\s*\(|=\s*Function\b(?!\.)/],
  ['a timer with text', /\bset(?:Timeout|Interval)\(\s*["'`]/],
  ['code from elsewhere', /\bimport\s*\(\s*["'`](?!\.{0,2}\/)|\bimportScripts\b|\bnew (?:Shared)?Worker\b/],
  ['an address that is code', /javascript:/],
];
const HTML_SINKS: readonly (readonly [string, RegExp])[] = [
  ['a script or style from elsewhere', /<(?:script|link|iframe|img)\b[^>]*(?:src|href)=["']?(?!\/(?!\/))[^"'\s>]/],
  ['a script in the page', /<script(?![^>]*\bsrc=)/],
  ['a handler in the page', /<[^>]*\son\w+\s*=/],
];

test('nothing that is shipped makes markup or code from text, or fetches code', () => {
  const found: string[] = [];
  let read = 0;
  for (const name of BROWSERS) {
    const dir = buildOf(name, 'real');
    for (const file of filesOf(dir)) {
      const list = file.endsWith('.js') ? SINKS : file.endsWith('.html') ? HTML_SINKS : [];
      if (!list.length) continue;
      read += 1;
      const text = readFileSync(join(dir, file), 'utf8');
      for (const [what, pattern] of list) if (pattern.test(text)) found.push(`${name} ${file}: ${what}`);
    }
  }
  record({
    id: 'no-sinks',
    part: 'hostile',
    what: 'What is shipped has no way from text to markup or code, and no code from elsewhere.',
    tried: `${read} files, ${SINKS.length + HTML_SINKS.length} kinds of ways`,
    figure: `${found.length} found`,
    bar: '0 found',
    met: found.length === 0,
    browser: NODE,
  });
  expect(read).toBeGreaterThan(20);
  expect(found).toEqual([]);
});

describe('two builds of the same source', () => {
  const hashes = (dir: string) =>
    Object.fromEntries(
      filesOf(dir).map((file) => [
        file,
        createHash('sha256')
          .update(readFileSync(join(dir, file)))
          .digest('hex'),
      ]),
    );

  test('are equal byte for byte, in another directory too', () => {
    const other = mkdtempSync(join(tmpdir(), 'dragoman-build-'));
    try {
      for (const name of ['assets', 'entrypoints', 'src', 'package.json', 'tsconfig.json', 'wxt.config.ts'])
        cpSync(join(root, name), join(other, name), { recursive: true });
      symlinkSync(join(root, 'node_modules'), join(other, 'node_modules'));
      const differ: string[] = [];
      let count = 0;
      for (const name of BROWSERS) {
        const target = name === 'chromium' ? 'chrome' : 'firefox';
        execFileSync('npx', ['--no-install', 'wxt', 'build', '-b', target], {
          cwd: other,
          stdio: ['ignore', 'ignore', 'inherit'],
          env: { ...process.env, NODE_ENV: 'production' },
        });
        const [first, second] = [hashes(buildOf(name, 'real')), hashes(join(other, `.output/${target}-mv3`))];
        const names = new Set([...Object.keys(first), ...Object.keys(second)]);
        count += names.size;
        for (const file of names) if (first[file] !== second[file]) differ.push(`${name} ${file}`);
      }
      record({
        id: 'builds-equal',
        part: 'hostile',
        what: 'Two builds of the same source are equal byte for byte.',
        tried: `2 builds in 2 directories for 2 browsers, ${count} files`,
        figure: `${differ.length} files differ`,
        bar: '0 files differ',
        met: differ.length === 0,
        browser: NODE,
      });
      expect(differ).toEqual([]);
    } finally {
      rmSync(other, { recursive: true, force: true });
    }
  });
});
