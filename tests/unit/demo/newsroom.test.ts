import { parseHTML } from 'linkedom';
import { describe, expect, test } from 'vitest';
import { NEWSROOM_HOST, newsroomPages } from '../../../src/demo/newsroom.ts';

const pages = newsroomPages();
const articles = Object.entries(pages).filter(([address]) => address.endsWith('.html') && !address.endsWith('/index.html'));

test('five languages, three articles in English', () => {
  const languages = articles.map(([, html]) => /<html lang="(\w+)"/.exec(html)?.[1]).sort();
  expect(languages).toEqual(['az', 'en', 'en', 'en', 'kk', 'ru', 'tr']);
});

describe.each(articles)('%s', (_address, html) => {
  const { document } = parseHTML(html);
  const article = document.querySelector('article')!;

  test('says to people and to programs that it is constructed', () => {
    expect(document.body.firstElementChild?.className).toBe('constructed');
    expect(document.querySelector('meta[name="constructed"]')?.getAttribute('content')).toMatch(/fictional/);
    expect(document.querySelector('meta[name="robots"]')?.getAttribute('content')).toBe('noindex');
    expect(document.querySelector('.masthead .title')?.textContent).toMatch(/\((demo|демо)\)$/);
  });

  test('is an article of its day, told in three ways that agree', () => {
    const day = document.querySelector('meta[property="article:published_time"]')?.getAttribute('content');
    expect(day).toMatch(/^\d{4}-\d\d-\d\d$/);
    expect(article.querySelector('time')?.getAttribute('datetime')).toBe(day);
    const data = JSON.parse(document.querySelector('script[type="application/ld+json"]')?.textContent ?? '') as Record<
      string,
      unknown
    >;
    expect(data).toMatchObject({
      '@type': 'NewsArticle',
      datePublished: day,
      inLanguage: document.documentElement.lang,
      headline: article.querySelector('h1')?.textContent,
    });
  });

  test('has the parts of a news page and 250 to 450 words', () => {
    for (const part of ['h2', 'figcaption', 'aside', 'p a[href]']) expect(article.querySelector(part), part).not.toBeNull();
    const words = (article.textContent ?? '').split(/\s+/u).filter((word) => /\p{L}/u.test(word)).length;
    expect(words).toBeGreaterThanOrEqual(250);
    expect(words).toBeLessThanOrEqual(450);
  });

  test('links only to pages of the newsroom', () => {
    for (const link of document.querySelectorAll('a[href]')) {
      const to = new URL(link.getAttribute('href') ?? '', `http://${NEWSROOM_HOST}/`);
      expect(Object.keys(pages)).toContain(to.host + to.pathname);
    }
  });
});

test('somewhere a number is written with a no-break space in each language that does so', () => {
  for (const language of ['az', 'kk', 'ru', 'tr']) {
    const html = articles.find(([, text]) => text.includes(`<html lang="${language}"`))?.[1] ?? '';
    expect(parseHTML(html).document.querySelector('article')?.textContent).toMatch(/\d\u00a0\d{3}/);
  }
});
