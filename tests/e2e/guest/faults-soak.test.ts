import { expect, test } from 'vitest';
import { serve } from '../../../src/drive/serve.ts';
import { start } from '../support.ts';
import { BROWSERS } from './guest.ts';
import { soak, soakPages } from './soak.ts';

test.each(BROWSERS)('a day of reading in %s: nothing grows, and nothing leaves', async (name) => {
  const server = await serve(soakPages());
  const browser = await start(name, 'test', { traffic: server });
  try {
    // Firefox tells no counters: there only what leaves is looked at, and moving on adds nothing to that.
    const rows = await soak(browser, () => server.requests(), {
      hovers: 200,
      navigations: name === 'chromium' ? 100 : PAGES_ONCE,
    });
    expect(rows).toHaveLength(name === 'chromium' ? 2 : 1);
    expect(rows.filter(({ met }) => !met).map(({ figure }) => figure)).toEqual([]);
  } finally {
    await browser.close();
    await server.close();
  }
});
/** Each page once more. */
const PAGES_ONCE = 20;
