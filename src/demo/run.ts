import { DriveError } from '../drive/browser.ts';
import { findBrowser } from '../drive/find.ts';
import { installBrowsers } from '../drive/install.ts';
import { buildExtension } from './build.ts';
import { takePictures } from './pictures.ts';
import { makeProgress } from './progress.ts';
import { openWindow } from './window.ts';

/** `npm run demo`: with a display a window that stays open, without one pictures and a table. */
async function demo(): Promise<void> {
  const say = makeProgress(console.log);
  const headed = Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
  if (!findBrowser('chromium')) await installBrowsers(['chromium'], say);
  say('Building the extension …');
  const extension = await buildExtension(!headed);
  say('Built');
  if (headed) await openWindow(extension, say);
  else await takePictures(extension, say, console.log);
  say('Done');
}

try {
  await demo();
} catch (error) {
  console.error(error instanceof DriveError || error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
