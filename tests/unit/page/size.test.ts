import { gzipSync } from 'node:zlib';
import { build, type Rollup } from 'vite';
import { expect, test } from 'vitest';

/** Bytes, gzip. The page script has 30 kB in all, card controller and calls included. */
const BUDGET = 22_500;

/** What the page script takes from these folders. */
const SOURCE = new URL('../../../src/', import.meta.url).pathname;
const ENTRY = `export { judgePage } from '${SOURCE}article/page-kind.ts';
export { startSession } from '${SOURCE}page/session.ts';`;

test('page and article together fit their budget, and pull in nothing else', async () => {
  const made = (await build({
    configFile: false,
    logLevel: 'silent',
    plugins: [{ name: 'entry', resolveId: (id) => (id === 'entry' ? id : null), load: (id) => (id === 'entry' ? ENTRY : null) }],
    build: {
      write: false,
      minify: 'esbuild',
      target: 'es2022',
      rollupOptions: { input: 'entry', preserveEntrySignatures: 'strict', output: { format: 'iife', name: 'page' } },
    },
  })) as Rollup.RollupOutput;
  const chunk = made.output[0];
  const folders = new Set(Object.keys(chunk.modules).map((path) => /\/src\/(\w+)\//.exec(path)?.[1] ?? path));
  expect([...folders].sort()).toEqual(['article', 'entry', 'model', 'page']);
  expect(gzipSync(chunk.code, { level: 9 }).length).toBeLessThan(BUDGET);
});
