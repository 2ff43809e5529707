import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { build, type Rollup } from 'vite';
import { expect, test } from 'vitest';

/**
 * The rule of arrows (docs/architecture.md): which folder may import which. A folder may always import itself.
 * `entrypoints`, `cli` and `demo` join parts and may import every folder of src.
 */
const MAY: Record<string, readonly string[]> = {
  model: [],
  lexicon: ['model'],
  recognise: ['model', 'lexicon'],
  resolve: ['model', 'lexicon', 'recognise'],
  present: ['model', 'resolve'],
  dataset: ['model', 'lexicon'],
  article: ['model'],
  page: ['model', 'article'],
  locale: ['model'],
  card: ['model', 'locale'],
  ui: ['model', 'locale', 'present'],
  extension: ['model'],
  drive: [],
};
const JOINERS = ['cli', 'demo', 'entrypoints'];
/** Packages that only these folders may name. */
const ONLY_IN: Record<string, readonly string[]> = {
  zod: ['dataset', 'cli'],
  'webextension-polyfill': ['extension'],
  preact: ['card', 'ui', 'entrypoints'],
};

const root = resolve(import.meta.dirname, '..');
function files(dir: string): string[] {
  return readdirSync(dir).flatMap((name) => {
    const path = join(dir, name);
    if (statSync(path).isDirectory()) return files(path);
    return /\.tsx?$/.test(name) ? [path] : [];
  });
}
function imports(file: string): string[] {
  const text = readFileSync(file, 'utf8');
  return [...text.matchAll(/(?:from|import)\s*\(?\s*['"]([^'"]+)['"]/g)].map((m) => m[1]!);
}
/** `src/page/marks.ts` → `page`; `entrypoints/…` → `entrypoints`. */
function room(path: string): string {
  const parts = relative(root, path).split('/');
  return parts[0] === 'src' ? parts[1]! : parts[0]!;
}

test('imports follow the rule of arrows', () => {
  const slips: string[] = [];
  for (const file of [...files(join(root, 'src')), ...files(join(root, 'entrypoints'))]) {
    const from = room(file);
    for (const what of imports(file)) {
      const where = relative(root, file);
      if (what.startsWith('.')) {
        const to = room(resolve(dirname(file), what));
        if (to === from || to === 'assets' || JOINERS.includes(from)) continue;
        if (!MAY[from]?.includes(to))
          slips.push(`${where} imports ${to}: ${from} may import ${MAY[from]?.join(', ') || 'nothing'}`);
      } else {
        const name = what.startsWith('@') ? what.split('/').slice(0, 2).join('/') : what.split('/')[0]!;
        const only = ONLY_IN[name];
        if (only && !only.includes(from)) slips.push(`${where} imports ${name}, which only ${only.join(', ')} may`);
      }
    }
  }
  expect(slips).toEqual([]);
});

test('only src/extension names the browser API', () => {
  const slips = [...files(join(root, 'src')), ...files(join(root, 'entrypoints'))]
    .filter((file) => room(file) !== 'extension' && room(file) !== 'drive' && room(file) !== 'demo')
    .filter((file) =>
      /(?<![\w.'"`/-])(?:chrome|browser)\.(?:runtime|storage|tabs|scripting|action|permissions|i18n|commands|contextMenus|menus|sidePanel|sidebarAction)\b/.test(
        readFileSync(file, 'utf8').replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, ''),
      ),
    )
    .map((file) => relative(root, file));
  expect(slips).toEqual([]);
});

test.each([
  ['page-gate', '/src/page/await-article.ts'],
  ['page-script', '/src/page/session.ts'],
])('the bundle of %s carries no polyfill, no schema library, no drawing library and no pack', async (entry, own) => {
  const made = (await build({
    configFile: false,
    root,
    logLevel: 'silent',
    define: { __OPEN_CARD__: 'false' },
    build: { write: false, minify: false, lib: { entry: join(root, `entrypoints/${entry}.ts`), formats: ['es'] } },
  })) as Rollup.RollupOutput[];
  const modules = made[0]!.output.flatMap((one) => (one.type === 'chunk' ? Object.keys(one.modules) : []));
  const rooms = (name: string) => modules.filter((id) => id.includes(name)).map((id) => relative(root, id));
  // A control: what the script is made of is there.
  expect(rooms(own)).toHaveLength(1);
  for (const name of [
    '/webextension-polyfill/',
    '/zod/',
    '/preact/',
    '/tldts',
    '/src/dataset/',
    '/src/recognise/',
    '/src/resolve/',
    '/src/extension/calls-schema.ts',
  ])
    expect(rooms(name), name).toEqual([]);
});
