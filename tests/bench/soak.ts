import { serve } from '../../src/drive/serve.ts';
import { soak, soakPages } from '../e2e/guest/soak.ts';
import { start } from '../e2e/support.ts';

/**
 * `npm run soak`: 2,000 hovers and 500 navigations in Chromium, the counters of the document and the heap before and after, and what left the
 * machine. Needs the test build (`DRAGOMAN_HOSTS=all DRAGOMAN_OPEN_CARD=1 npm run build`). `npm run soak -- [hovers] [navigations]`; exits 1
 * when a bar is missed.
 */
const [hovers = 2000, navigations = 500] = process.argv.slice(2).map(Number);
const server = await serve(soakPages());
const browser = await start('chromium', 'test', { traffic: server });
try {
  for (const { what, tried, figure, bar, met } of await soak(browser, () => server.requests(), { hovers, navigations })) {
    console.log(`${met ? 'met' : 'MISSED'}: ${what}\n  ${tried}: ${figure} (bar ${bar})`);
    if (!met) process.exitCode = 1;
  }
} finally {
  await browser.close();
  await server.close();
}
