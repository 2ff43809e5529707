import { expect, test } from 'vitest';
import { readName } from '../../browser/ui/gallery.ts';

test.each([
  ['card-figure-dark.png', 'card', 'figure', 'Chromium', 'en', 'dark'],
  ['popup-on-nothing-narrow.png', 'popup', 'on-nothing', 'Chromium', 'en', 'narrow'],
  ['options-kk.png', 'options', 'usual', 'Chromium', 'kk', 'light'],
  ['card-person-zoom-200.png', 'card', 'person', 'Chromium', 'en', 'zoom-200'],
  ['popup-on-firefox-ru-dark.png', 'popup', 'on', 'Firefox', 'ru', 'dark'],
  ['atlas-whole_country-tr.png', 'atlas', 'whole dataset: country', 'Chromium', 'tr', 'light'],
])('%s', (file, view, state, browser, language, look) => {
  expect(readName(file)).toEqual({ file, view, state, browser, language, look });
});
