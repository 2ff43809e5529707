import { resolve } from 'node:path';
import { build } from 'vite';

const root = resolve(import.meta.dirname, '../../..');

export interface Bundle {
  readonly js: string;
  readonly css: string;
}

/** Bundles one module of `tests/browser/ui/stage` (or any other) as a browser would get it; `open`: with the card's root open. */
export async function bundle(entry: string, { open = true }: { open?: boolean } = {}): Promise<Bundle> {
  const result = await build({
    root,
    configFile: false,
    logLevel: 'error',
    esbuild: { jsx: 'automatic', jsxImportSource: 'preact', charset: 'utf8' },
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
