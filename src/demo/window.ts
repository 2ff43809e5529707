import { launchChromium } from '../drive/chromium.ts';
import { serve } from '../drive/serve.ts';
import { askBackground } from './ask.ts';
import { NEWSROOM_HOST, newsroomPages } from './newsroom.ts';

/** Opens the newsroom in a window and waits until the reader closes it. */
export async function openWindow(extension: string, say: (line: string) => void): Promise<void> {
  const server = await serve(newsroomPages());
  const front = `http://${NEWSROOM_HOST}:${server.port}/`;
  try {
    const browser = await launchChromium({ extension, headed: true, loopback: [NEWSROOM_HOST] });
    const closed = new Promise<void>((done) => browser.context.on('close', () => done()));
    process.once('SIGINT', () => void browser.close());
    await askBackground(browser, 'setSite', { site: NEWSROOM_HOST, state: 'on', private: false });
    await browser.open(`${front}en-trade.html`);
    await browser.useTab(await browser.tab()); // the welcome page opens beside it
    say(`Chromium ${browser.version} shows ${front}en-trade.html; more articles at ${front}`);
    say('Point at an underlined name or figure. Close the window to end.');
    await closed;
    await browser.close(); // and its profile is removed
  } finally {
    await server.close();
  }
}
