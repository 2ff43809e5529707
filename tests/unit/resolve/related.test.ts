import { describe, expect, test } from 'vitest';
import type { DocumentFacts } from '../../../src/model/document.ts';
import type { Article } from '../../../src/model/entity.ts';
import type { EntityId } from '../../../src/model/ids.ts';
import type { Knowledge } from '../../../src/model/knowledge.ts';
import { relatedArticles } from '../../../src/resolve/related.ts';

/** `id outlet date entities…`, copies after `=story`, observations as `o:`. */
function library(...lines: string[]) {
  const articles = lines.map((line): Article => {
    const [id, outlet, date, ...rest] = line.split(' ') as [string, string, string, ...string[]];
    const story = rest.find((r) => r.startsWith('='))?.slice(1);
    return {
      id,
      url: `https://${outlet}.example/${id}`,
      outlet: `outlet/${outlet}`,
      date,
      lang: 'en',
      title: `Title of ${id}`,
      line: id,
      entities: rest.filter((r) => r.includes('/')) as EntityId[],
      observations: rest.filter((r) => r.startsWith('o:')),
      ...(story && { sameStory: story }),
    };
  });
  const knowledge = {
    articleByUrl: (url: string) => articles.find((a) => a.url === url),
    // `o:trade/1`: a value of the series `trade`.
    observation: (id: string) => (id.startsWith('o:') ? { indicator: id.split('/')[0], geo: 'country/kz' } : undefined),
    articlesOf: (id: string) => articles.filter((a) => [...a.entities, ...a.observations].includes(id)),
  } as unknown as Knowledge;
  return (facts: DocumentFacts, focus: string[], entities: EntityId[] = [], observations: string[] = []) =>
    relatedArticles(facts, { focus, entities, observations }, knowledge, 3).map((r) =>
      r.copies > 0 ? `${r.article.id}+${r.copies}` : r.article.id,
    );
}
const page: DocumentFacts = { date: '2025-01-01', lang: 'en', outlet: 'outlet/home', url: 'https://home.example/page' };

describe('related articles', () => {
  test('share the focus, not only the surroundings', () => {
    const find = library('a wire 2025-01-01 route/titr', 'b wire 2025-01-01 country/kz');
    expect(find(page, ['route/titr'], ['country/kz', 'route/titr'])).toEqual(['a']);
  });
  test('never the page itself, nor copies of its story', () => {
    const find = library(
      'page home 2025-01-01 route/titr =s',
      'copy wire 2025-01-01 route/titr =s',
      'c wire 2024-01-01 route/titr',
    );
    expect(find(page, ['route/titr'])).toEqual(['c']);
  });
  test('nor an article of the same title where the address is not known', () => {
    const find = library('a wire 2025-01-01 route/titr', 'b wire 2025-01-01 route/titr');
    expect(find({ ...page, title: 'Title of a' }, ['route/titr'])).toEqual(['b']);
  });
  test('copies are folded, the one in the language of the page is shown', () => {
    const find = library('a wire 2025-01-01 route/titr =s', 'b post 2025-01-01 route/titr =s', 'c day 2025-01-01 route/titr');
    expect(find(page, ['route/titr'])).toEqual(['a+1', 'c']);
  });
  test('what few articles share counts more', () => {
    const many = Array.from({ length: 30 }, (_, i) => `m${i} wire 2015-01-01 country/kz`);
    const find = library(
      'rare a1 2025-01-01 country/kz person/rare',
      'common a2 2025-01-01 country/kz country/az',
      ...many,
      ...many.map((m) => m.replace('m', 'n').replace('country/kz', 'country/az')),
    );
    expect(find(page, ['country/kz'], ['country/kz', 'country/az', 'person/rare'])[0]).toBe('rare');
  });
  test('a shared value counts more than a shared name', () => {
    const find = library('name a1 2025-01-01 route/titr port/aktau', 'value a2 2025-01-01 route/titr o:1');
    expect(find(page, ['route/titr'], ['port/aktau'], ['o:1'])[0]).toBe('value');
  });
  test('many values of one series are one thing to share', () => {
    const find = library('table a1 2023-01-01 o:trade/1 o:trade/2 o:trade/3 o:trade/4', 'news a2 2024-12-20 o:trade/5');
    expect(find(page, ['o:trade/1', 'o:trade/2', 'o:trade/3', 'o:trade/4', 'o:trade/5'])).toEqual(['news', 'table']);
  });
  test('nearer in time comes first', () => {
    const find = library('old a1 2016-01-01 route/titr', 'new a2 2024-12-01 route/titr', 'late a3 2027-01-01 route/titr');
    expect(find(page, ['route/titr'])).toEqual(['new', 'late', 'old']);
  });
  test('another outlet comes before the same', () => {
    const find = library(
      'same home 2024-12-20 route/titr',
      'other wire 2024-12-01 route/titr',
      'again wire 2024-12-19 route/titr',
    );
    expect(find(page, ['route/titr'])[0]).toBe('again');
    expect(find(page, ['route/titr'])).toContain('other');
  });
  test('but not far before it', () => {
    const find = library('same home 2024-12-20 route/titr port/aktau o:1', 'other wire 2012-12-01 route/titr');
    expect(find(page, ['route/titr'], ['port/aktau'], ['o:1'])[0]).toBe('same');
  });
  test('dates known to the month or the year stand in their middle', () => {
    const find = library('month a1 2024-12 route/titr', 'year a2 2024 route/titr', 'none a3 2010 route/titr');
    expect(find(page, ['route/titr'])).toEqual(['month', 'year', 'none']);
  });
  test('the order of the library does not matter', () => {
    const lines = [
      'a wire 2024-12-20 route/titr',
      'b wire 2024-12-20 route/titr',
      'c wire 2024-12-20 route/titr',
      'd post 2024-12-20 route/titr',
    ];
    expect(library(...lines)(page, ['route/titr'])).toEqual(library(...[...lines].reverse())(page, ['route/titr']));
  });
  test('nothing shared, nothing related', () => {
    expect(library('a wire 2025-01-01 country/kz')(page, ['country/uz'], ['country/kz'])).toEqual([]);
  });
});
