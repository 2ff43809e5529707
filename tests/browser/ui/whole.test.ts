import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildAssets } from '../../../src/cli/assets.ts';
import { DATASET_DIR } from '../../../src/cli/paths.ts';
import { LANGUAGES, type Language } from '../../../src/model/ids.ts';
import { axe, dress, makeStage, overflows, picture, type Stage } from './browser.ts';
import { bundle } from './bundle.ts';
import { cardPage, viewPage } from './pages.ts';
import type { CardStage } from './stage-card.ts';
import { contentOf, SENTENCES } from './whole-cards.ts';

/** What the curated dataset makes of card and atlas: long names, many values, many copies. Invented records are too well behaved. */
declare const stage: CardStage & { open(language: string): void };

let browser: Stage;
beforeAll(async () => {
  const [atlas, card] = await Promise.all([bundle('tests/browser/ui/stage-whole.ts'), bundle('tests/browser/ui/stage-card.ts')]);
  const records = buildAssets(DATASET_DIR, 'chromium')['records.bin'] as Uint8Array;
  browser = await makeStage({
    '/atlas': { type: 'text/html', body: viewPage(atlas) },
    '/card': { type: 'text/html', body: cardPage(card.js) },
    '/records.bin': { type: 'application/octet-stream', body: records },
  });
});
afterAll(async () => {
  expect(browser.strays).toEqual([]);
  await browser.close();
});

const atlasAt = async (route: string, language: Language, width = 1100): Promise<Page> => {
  const page = await browser.open(`/atlas#/${route}`, { width });
  await page.evaluate((l) => stage.open(l), language);
  await page.locator('main h1').waitFor({ state: 'attached' });
  expect(await page.locator('main h1').textContent()).not.toBe('');
  await page.waitForTimeout(route.startsWith('indicator') ? 500 : 60);
  return page;
};

const PAGES: [name: string, route: string][] = [
  ['home', ''],
  ['country', 'entity/country/kz'],
  ['president', 'entity/person/tokayev'],
  ['corridor', 'entity/route/titr'],
  ['bloc', 'entity/organisation/ots'],
  ['pair', 'indicator/bilateral-trade-turnover/country/kz/country/az'],
  ['cargo', 'indicator/cargo-volume/route/titr'],
  ['indicator', 'indicator/bilateral-trade-turnover'],
  ['source', 'source/wikidata-offices'],
  ['contradictions', 'contradictions'],
  ['search', 'search?q=тоқаев'],
];

describe.each(PAGES)('atlas: %s', (name, route) => {
  test('has no barrier and fits, wide and narrow', async () => {
    const page = await atlasAt(route, 'en');
    for (const scheme of ['light', 'dark'] as const) {
      await dress(page, { width: 1100, scheme });
      expect(await axe(page)).toEqual([]);
      expect(await overflows(page)).toEqual([]);
      await picture(page, `atlas-whole_${name}-${scheme}`, { full: true });
    }
    await dress(page, { width: 360, height: 740 });
    await page.waitForTimeout(100);
    expect(await overflows(page)).toEqual([]);
    await picture(page, `atlas-whole_${name}-narrow`, { full: true });
  });
  test.each(LANGUAGES.filter((language) => language !== 'en'))('fits in %s', async (language) => {
    const page = await atlasAt(route, language);
    expect(await overflows(page)).toEqual([]);
    await picture(page, `atlas-whole_${name}-${language}`, { full: true });
  });
});

describe.each(SENTENCES)('card: $name', ({ name }) => {
  test.each(LANGUAGES)('has no barrier and fits in %s', async (language) => {
    const page = await browser.open('/card', { width: 460, height: 1000 });
    const content = contentOf(name, language);
    await page.evaluate(
      ([one, lang]) => {
        document.documentElement.lang = lang as string;
        stage.show(one as never, 'm1', false);
      },
      [content, language] as const,
    );
    await page.locator('dragoman-card .frame h2').waitFor();
    expect(await axe(page, 'dragoman-card')).toEqual([]);
    expect(await overflows(page)).toEqual([]);
    await picture(page, `card-whole_${name}-${language}`);
  });
});
