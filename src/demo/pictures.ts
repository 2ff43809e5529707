import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Chromium } from '../drive/chromium.ts';
import { launchChromium } from '../drive/chromium.ts';
import { serve } from '../drive/serve.ts';
import type { Annotation } from '../model/annotation.ts';
import { askBackground, askPage, tabOf } from './ask.ts';
import { bringUp, shownMarks } from './marks.ts';
import { NEWSROOM_HOST, newsroomPages } from './newsroom.ts';
import { annotationTable } from './table.ts';

const OUT = resolve(import.meta.dirname, '../../.output/demo');
const ARTICLE = `http://${NEWSROOM_HOST}/en-trade.html`;

const isMarked = (kind: Annotation['kind']) => (annotation: Annotation) => annotation.kind === kind && annotation.marked;
const pause = (ms: number) => new Promise((done) => setTimeout(done, ms));

/** Waits until a card with content is up (the build has an open root). */
async function cardIsUp(browser: Chromium): Promise<void> {
  await browser.waitFor(() => (document.querySelector('dragoman-card')?.shadowRoot?.textContent ?? '').trim().length > 20);
  await pause(400); // let it finish its entrance
}

async function openArticle(browser: Chromium, url: string): Promise<readonly Annotation[]> {
  await browser.open(url);
  await browser.waitFor(() => [...CSS.highlights.values()].some((highlight) => highlight.size > 0));
  const tab = await tabOf(browser, url);
  return (await askPage(browser, tab, 'annotations', null)).annotations;
}

/** Reads an article without a window, points at a name and at a figure, saves pictures and says what was annotated. Throws when something expected does not show. */
export async function takePictures(extension: string, say: (line: string) => void, print: (line: string) => void): Promise<void> {
  rmSync(OUT, { recursive: true, force: true });
  mkdirSync(OUT, { recursive: true });
  const save = (name: string, png: Buffer) => {
    writeFileSync(resolve(OUT, `${name}.png`), png);
    say(`Picture .output/demo/${name}.png`);
  };
  const server = await serve(newsroomPages());
  const browser = await launchChromium({ extension, traffic: server, size: { width: 1180, height: 860 } });
  try {
    say(`Chromium ${browser.version}, newsroom at http://${NEWSROOM_HOST}/ (loopback)`);
    await askBackground(browser, 'setSite', { site: NEWSROOM_HOST, state: 'on', private: false });
    const annotations = await openArticle(browser, ARTICLE);
    say(`${(await shownMarks(browser)).length} marks on the screen, ${annotations.length} annotations in the article`);
    await browser.hover(5, 5);
    save('marks', await browser.screenshot());

    const name = annotations.filter(isMarked('entity')).find((one) => one.kind === 'entity' && one.type === 'person');
    const figure = annotations
      .filter(isMarked('figure'))
      .find((one) => one.kind === 'figure' && one.reading?.observations.length);
    for (const [picture, annotation] of [
      ['entity-card', name],
      ['figure-card', figure],
    ] as const) {
      if (!annotation) throw new Error(`Nothing to point at for ${picture}`);
      const mark = await bringUp(browser, annotation.surface);
      await browser.hover(mark.x, mark.y);
      await cardIsUp(browser);
      save(picture, await browser.screenshot());
      await browser.press('Escape');
      await browser.hover(5, 5);
      await pause(1_200); // a card soon after another would open faster than a first one
    }

    const popup = await browser.openPopup();
    await popup.waitFor(() => (document.body.textContent ?? '').includes('courier.example'));
    await pause(300);
    save('popup', await popup.screenshot());
    await popup.close();

    const tab = await tabOf(browser, ARTICLE);
    const article = await browser.tab();
    await browser.newTab(browser.extensionUrl(`sidepanel.html?tab=${tab}`));
    await browser.waitFor(() => (document.body.textContent ?? '').trim().length > 200);
    save('panel', await browser.screenshot());
    await browser.extensionPage('atlas.html#/entity/country/kz');
    await browser.waitFor(() => (document.body.textContent ?? '').trim().length > 200);
    await pause(300);
    save('atlas', await browser.screenshot());
    await browser.closeTab();
    await browser.useTab(article);

    print(`\n${ARTICLE}`);
    for (const line of annotationTable(annotations)) print(line);
    const others = Object.keys(newsroomPages()).filter((page) => page.endsWith('.html') && !/index|en-trade/.test(page));
    for (const page of others) {
      const list = await openArticle(browser, `http://${page}`);
      print(`\nhttp://${page}`);
      for (const line of annotationTable(list)) print(line);
    }
    const elsewhere = browser.requests().filter(({ host }) => host !== NEWSROOM_HOST);
    print(`\nRequests to anywhere but the newsroom: ${elsewhere.length}`);
  } finally {
    await browser.close();
    await server.close();
  }
}
