import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { bundle } from './bundle.ts';

/** What a page or a popup has to load, in bytes after gzip. The page script's own budget is measured with the built extension. */
const BUDGETS = [
  { name: 'card with five languages and its style', entry: 'src/card/card-host.ts', most: 35_000 },
  { name: 'card controller, a part of the page script', entry: 'src/card/controller.ts', most: 3_000 },
  { name: 'popup', entry: 'src/ui/popup/mount.tsx', most: 40_000 },
];

test.each(BUDGETS)('$name stays under $most', async ({ entry, most }) => {
  const { js, css } = await bundle(entry, { open: false });
  const size = gzipSync(js).length + (css ? gzipSync(css).length : 0);
  console.info(`${entry}: ${size} bytes`);
  expect(size).toBeGreaterThan(1_000);
  expect(size).toBeLessThanOrEqual(most);
});
