import { build, type Plugin, type Rollup } from 'vite';

/** The one place that asks for registrable domains, and what it imports. */
const ASKER = /src\/extension\/site-access\.ts$/;
const IMPORT = "import { getDomain } from 'tldts';";

/**
 * Puts the list of public suffixes into the background as a function that runs when the first domain is asked for: reading its ten thousand
 * entries costs a waking background 2 to 6 ms, and a site whose outlet is known never asks. A service worker cannot import later.
 * The source, and whoever runs it unbundled, imports the library as it is.
 */
export function lateLibrary(): Plugin {
  let made: Promise<string> | undefined;
  async function bundle(entry: string): Promise<string> {
    const [{ output }] = (await build({
      configFile: false,
      logLevel: 'silent',
      build: { write: false, minify: false, lib: { entry, formats: ['iife'], name: 'library' } },
    })) as [Rollup.RollupOutput];
    return `let late;
function getDomain(host, options) {
  late ??= (() => { ${output[0].code}
    return library; })();
  return late.getDomain(host, options);
}`;
  }
  return {
    name: 'late-library',
    enforce: 'pre',
    async transform(code, id) {
      if (!ASKER.test(id)) return undefined;
      if (!code.includes(IMPORT)) throw new Error(`${id} no longer imports its list as src/cli/late-library.ts expects`);
      made ??= bundle((await this.resolve('tldts', id))!.id);
      return { code: `${code.replace(IMPORT, '')}\n${await made}`, map: null };
    },
  };
}
