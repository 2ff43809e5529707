import { expect, test } from 'vitest';
import { siteOfText } from '../../../src/ui/options/add-site.ts';

test.each([
  ['news.example', 'news.example'],
  ['  News.Example ', 'news.example'],
  ['https://www.news.example/world/1.html?x=1', 'news.example'],
  ['live.news.example.', 'live.news.example'],
  ['новости.қаз', 'xn--b1amnebsh.xn--80ao21a'],
  ['127.0.0.1:8080', '127.0.0.1'],
  ['localhost', 'localhost'],
  ['news', undefined],
  ['two words.example', undefined],
  ['chrome://settings', undefined],
  ['', undefined],
])('%s', (text, expected) => {
  expect(siteOfText(text)).toBe(expected);
});
