import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { build } from 'vite';
import { launchChromium } from '../drive/chromium.ts';
import { serve } from '../drive/serve.ts';
import { readPage } from './annotate-page.ts';
import type { read } from './in-page.ts';

/** Where a page is shown that does not say its own address. */
const NOWHERE = 'http://page.example/';
/** Time for scripts to draw what they draw after `load`. */
const SETTLE_MS = 400;

/** The reader of `in-page.ts` as one script: the value of `dragomanReader.read()`. */
async function readerScript(): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'silent',
    build: {
      write: false,
      minify: false,
      lib: { entry: resolve(import.meta.dirname, 'in-page.ts'), formats: ['iife'], name: 'dragomanReader' },
    },
  });
  const [first] = Array.isArray(built) ? built : [built];
  if (!first || !('output' in first)) throw new Error('the page reader was not built');
  return `(() => { ${first.output[0].code}; return dragomanReader.read(); })()`;
}

/**
 * Facts and blocks of a saved page as Chromium shows it: under its own address, with its scripts, and with nothing from the network.
 * @throws PageError where the file cannot be read, DriveError where there is no browser
 */
export async function readInBrowser(path: string): Promise<ReturnType<typeof read>> {
  const { facts: known } = readPage(path);
  const address = new URL(known.url ?? NOWHERE);
  const script = await readerScript();
  const page = { body: readFileSync(path), headers: { 'content-type': 'text/html' } };
  const traffic = await serve({ [address.hostname + address.pathname]: page });
  try {
    const browser = await launchChromium({ traffic });
    try {
      await browser.open(`http://${address.hostname}${address.pathname}`);
      await new Promise((done) => setTimeout(done, SETTLE_MS));
      const { facts, blocks } = await browser.evaluate<[], ReturnType<typeof read>>(script);
      return { facts: { ...facts, url: known.url }, blocks };
    } finally {
      await browser.close();
    }
  } finally {
    await traffic.close();
  }
}
