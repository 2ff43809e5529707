import { describe, expect, it } from 'vitest';
import { buildPacks } from '../../../src/dataset/build-packs.ts';
import { loadDataset } from '../../../src/dataset/load.ts';
import { openNamesPack } from '../../../src/dataset/open-names-pack.ts';
import { JUDGED, judge, mean } from '../../bench/related-judged.ts';

const { knowledge } = openNamesPack(buildPacks(loadDataset('assets/dataset')).names);

/** What readers are promised about the articles that a card lists, over cases judged by hand. */
describe('related articles', () => {
  const outcomes = judge(knowledge);
  it('has at least thirty cases, each of its own', () => {
    expect(outcomes.length).toBeGreaterThanOrEqual(30);
    expect(new Set(JUDGED.map(({ page, about }) => JSON.stringify([page, about]))).size).toBe(JUDGED.length);
  });
  it('shows what a reader would want in four of five places', () => expect(mean(outcomes)).toBeGreaterThanOrEqual(0.8));
  it('never shows the page, nor two copies of one story', () => {
    for (const { page, shown } of outcomes) {
      const stories = [page, ...shown.map(({ id }) => id)].map((id) => knowledge.article(id)?.sameStory ?? id);
      expect(new Set(stories).size).toBe(stories.length);
    }
  });
});
