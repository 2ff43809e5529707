import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { type Chromium, launchChromium } from '../drive/chromium.ts';
import { serve } from '../drive/serve.ts';
import type { Annotation, FigureAnnotation } from '../model/annotation.ts';
import { askBackground, askPage, tabOf } from './ask.ts';
import { bringUp, shownMarks } from './marks.ts';
import { NEWSROOM_HOST, newsroomPages } from './newsroom.ts';
import { annotationTable } from './table.ts';

const OUT = resolve(import.meta.dirname, '../../.output/demo');
const address = (name: string) => `http://${NEWSROOM_HOST}/${name}`;
/** The article whose names, figures, popup, panel and record are pictured, and the one whose handout prints tonnes as dollars. */
const FIRST = address('en-trade.html');
const CORRIDOR = address('en-corridor.html');
const REGION = address('en-region.html');
const PAGE = { width: 1180, height: 860 };
/** As wide as a side panel usually is. */
const PANEL = { width: 400, height: 860 };

const pause = (ms: number) => new Promise((done) => setTimeout(done, ms));
const isReadFigure = (one: Annotation): one is FigureAnnotation => one.kind === 'figure' && one.marked && one.reading !== null;

/** What is to be pointed at must be there, or the demo has failed. */
function need<T>(found: T | undefined, what: string): T {
  if (found === undefined) throw new Error(`The article shows no ${what}`);
  return found;
}

async function readArticle(browser: Chromium, url: string): Promise<readonly Annotation[]> {
  await browser.open(url);
  await browser.waitFor(() => [...CSS.highlights.values()].some((highlight) => highlight.size > 0));
  const tab = await tabOf(browser, url);
  return (await askPage(browser, tab, 'annotations', null)).annotations;
}

/** Points at the mark, waits for its card (the build's root is open), pictures it, and closes it. */
async function pictureCard(browser: Chromium, annotation: Annotation): Promise<Buffer> {
  const mark = await bringUp(browser, annotation.surface);
  await browser.hover(mark.x, mark.y);
  await browser.waitFor(() => (document.querySelector('dragoman-card')?.shadowRoot?.textContent ?? '').trim().length > 20);
  await pause(400); // its entrance
  const picture = await browser.screenshot();
  await browser.press('Escape');
  await browser.hover(5, 5);
  await pause(1_200); // soon after another a card opens faster than a first one
  return picture;
}

async function picturePopup(browser: Chromium): Promise<Buffer> {
  const popup = await browser.openPopup();
  await popup.waitFor((host: string) => (document.body.textContent ?? '').includes(host), [NEWSROOM_HOST] as [string]);
  await pause(300);
  const picture = await popup.screenshot();
  await popup.close();
  return picture;
}

/** Pictures a page of the extension in a tab of its own. */
async function picturePage(browser: Chromium, path: string, size: { width: number; height: number }): Promise<Buffer> {
  const before = await browser.tab();
  await browser.newTab('about:blank');
  await browser.page().setViewportSize(size);
  await browser.extensionPage(path);
  await browser.waitFor(() => (document.body.textContent ?? '').trim().length > 200);
  await pause(300);
  const picture = await browser.screenshot();
  await browser.closeTab();
  await browser.useTab(before);
  return picture;
}

/**
 * Reads the newsroom without a window: pictures of marks, cards, popup, panel and atlas into `.output/demo`, and a table of what was
 * annotated. Throws when something that should show does not.
 */
export async function takePictures(extension: string, say: (line: string) => void, print: (line: string) => void): Promise<void> {
  rmSync(OUT, { recursive: true, force: true });
  mkdirSync(OUT, { recursive: true });
  const save = (name: string, png: Buffer) => {
    writeFileSync(resolve(OUT, `${name}.png`), png);
    say(`Picture .output/demo/${name}.png`);
  };
  const server = await serve(newsroomPages());
  const browser = await launchChromium({ extension, traffic: server, size: PAGE });
  try {
    say(`Chromium ${browser.version} reads the newsroom at ${address('')} (loopback)`);
    await askBackground(browser, 'setSite', { site: NEWSROOM_HOST, state: 'on', private: false });
    const found = await readArticle(browser, FIRST);
    say(`${(await shownMarks(browser)).length} marks on the first screen of ${FIRST}`);
    save('marks', await browser.screenshot());
    const person = need(
      found.find((one) => one.kind === 'entity' && one.marked && one.type === 'person'),
      'person',
    );
    save('entity-card', await pictureCard(browser, person));
    const figure = need(found.find(isReadFigure), 'figure that was understood');
    save('figure-card', await pictureCard(browser, figure));
    save('popup', await picturePopup(browser));
    save('panel', await picturePage(browser, `sidepanel.html?tab=${await tabOf(browser, FIRST)}`, PANEL));
    const { indicator, geo, partner } = figure.reading!;
    save(
      'atlas',
      await picturePage(browser, `atlas.html#/indicator/${indicator}?geo=${geo}${partner ? `&partner=${partner}` : ''}`, PAGE),
    );

    const corridor = await readArticle(browser, CORRIDOR);
    const suspected = need(
      corridor.filter(isReadFigure).find(({ reading }) => reading?.suspected),
      'figure whose unit is in doubt',
    );
    save('unit-card', await pictureCard(browser, suspected));
    const region = await readArticle(browser, REGION);
    const claim = need(
      region.find(({ kind }) => kind === 'claim'),
      'claim about a post',
    );
    save('claim-card', await pictureCard(browser, claim));

    for (const name of Object.keys(newsroomPages())) {
      if (!name.endsWith('.html') || name.endsWith('/index.html')) continue;
      print(`\nhttp://${name}`);
      for (const line of annotationTable(await readArticle(browser, `http://${name}`))) print(line);
    }
    const elsewhere = browser.requests().filter(({ host }) => host !== NEWSROOM_HOST);
    print(`\nRequests to anywhere but the newsroom: ${elsewhere.length}`);
  } finally {
    await browser.close();
    await server.close();
  }
}
