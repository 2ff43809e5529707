import { resolve } from 'node:path';
import { build, type Plugin } from 'vite';
import { joinCatalogues } from '../../../src/cli/join-catalogues.ts';

const root = resolve(import.meta.dirname, '../../..');

export interface Bundle {
  readonly js: string;
  readonly css: string;
}

/** English 40 % longer, in brackets that show a clipped end: what a language yet to come may do to the layout. */
const pseudo: Plugin = {
  name: 'pseudo-locale',
  enforce: 'pre',
  transform(code, id) {
    if (!/assets\/locales\/en\/\w+\.json$/.test(id)) return undefined;
    const longer = (text: string) => {
      const words = text
        .split(' ')
        .map((word) =>
          /[{}]/.test(word) ? word : word + 'ōü'.repeat(Math.ceil(word.length / 5)).slice(0, Math.ceil(word.length * 0.4)),
        );
      return `[${words.join(' ')}]`;
    };
    return JSON.stringify(JSON.parse(code, (_, value) => (typeof value === 'string' ? longer(value) : value)));
  },
};

/** Bundles one module of `tests/browser/ui/stage` (or any other) as a browser would get it; `open`: with the card's root open. */
export async function bundle(
  entry: string,
  { open = true, pseudoLocale = false }: { open?: boolean; pseudoLocale?: boolean } = {},
): Promise<Bundle> {
  const result = await build({
    root,
    configFile: false,
    mode: 'production',
    logLevel: 'error',
    plugins: [pseudoLocale ? pseudo : joinCatalogues()],
    esbuild: { jsx: 'automatic', jsxImportSource: 'preact', charset: 'utf8', jsxDev: false },
    define: { __OPEN_CARD__: String(open), 'process.env.NODE_ENV': '"production"' },
    build: {
      write: false,
      target: 'es2022',
      cssCodeSplit: false,
      lib: { entry: resolve(root, entry), formats: ['iife'], name: 'stage', fileName: 'stage' },
    },
  });
  const outputs = (Array.isArray(result) ? result : [result]).flatMap((one) => ('output' in one ? one.output : []));
  const js = outputs.find((one) => one.type === 'chunk')!.code;
  const css = outputs.find((one) => one.type === 'asset' && one.fileName.endsWith('.css'));
  return { js, css: css && css.type === 'asset' ? String(css.source) : '' };
}
