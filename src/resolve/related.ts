import type { DocumentFacts } from '../model/document.ts';
import type { Article } from '../model/entity.ts';
import type { EntityId } from '../model/ids.ts';
import type { Knowledge } from '../model/knowledge.ts';
import { dayNumber } from '../model/period.ts';
import { groupBy } from './phrases.ts';

/** What the page is about, as far as another article can share it. */
export interface Shared {
  /** What the reader asked about: articles that have none of these are not related. Entity or observation ids. */
  readonly focus: readonly string[];
  /** Everything else that was recognised on the page. */
  readonly entities: readonly EntityId[];
  readonly observations: readonly string[];
}
export interface Related {
  readonly article: Article;
  /** Other articles with the same story, folded into this one. */
  readonly copies: number;
  readonly score: number;
}

/** An article half a year away counts half as near. In days. */
const HALF_NEAR = 182;
/** What nearness leaves to an article of another decade: a fifth of what one of the same day has. */
const FAR = 0.25;
/** A second article of one outlet, or one of the page's own, gives way to another outlet unless it is clearly closer. */
const SAME_OUTLET = 0.75;

/**
 * Articles that share entities and values with the page, the best first: what few articles share counts more, then nearness in time;
 * another outlet comes before the same, copies of one story are one. Never the page itself, nor copies of its story.
 */
export function relatedArticles(facts: DocumentFacts, shared: Shared, knowledge: Knowledge, limit = 3): Related[] {
  const own = facts.url ? knowledge.articleByUrl(facts.url) : undefined;
  const isPage = (a: Article) =>
    a.id === own?.id ||
    (own?.sameStory !== undefined && a.sameStory === own.sameStory) ||
    (facts.title !== undefined && a.title === facts.title);
  const scores = new Map<string, { article: Article; score: number }>();
  const focus = new Set(shared.focus);
  const add = (ids: readonly string[], factor: number, asked: boolean) => {
    // Values of one series are one thing to share: an article with ten of them is no ten times nearer.
    for (const group of groupBy([...new Set(ids)], (id) => seriesOf(id, knowledge)).values()) {
      const articles = new Map(group.flatMap((id) => knowledge.articlesOf(id)).map((article) => [article.id, article]));
      for (const [id, article] of articles) {
        const entry = scores.get(id) ?? { article, score: 0 };
        if (!scores.has(id) && !asked) continue;
        entry.score += factor / Math.log2(1 + articles.size);
        scores.set(id, entry);
      }
    }
  };
  const around = (ids: readonly string[]) => ids.filter((id) => !focus.has(id));
  add(shared.focus, 3, true);
  add(around(shared.observations), 2, false);
  add(around(shared.entities), 1, false);

  const near = (article: Article) => {
    if (!facts.date || !article.date) return 0.5;
    // A date known to the month or year stands for its middle.
    const day = `${article.date}${['-07-01', '-15', ''][(article.date.length - 4) / 3]}`;
    const days = Math.abs(dayNumber(day) - dayNumber(facts.date));
    return HALF_NEAR / (HALF_NEAR + days);
  };
  const candidates = [...scores.values()]
    .filter(({ article }) => !isPage(article))
    .map(({ article, score }) => ({ article, score: score * (FAR + near(article)) }));
  const stories = [...groupBy(candidates, ({ article }) => article.sameStory ?? article.id).values()].map((group): Related => {
    const [best] = group.sort(
      (a, b) => b.score - a.score || rank(a.article, facts) - rank(b.article, facts) || (a.article.id < b.article.id ? -1 : 1),
    );
    return { ...best!, copies: group.length - 1 };
  });
  return pick(stories, facts, limit);
}

/** What a value belongs to; an entity's id is its own group. */
function seriesOf(id: string, knowledge: Knowledge): string {
  const o = knowledge.observation(id);
  return o ? [o.indicator, ...[o.geo, o.partner ?? ''].sort()].join(' ') : id;
}

/** Of copies the reader gets the one in the page's language, and one with a title. */
const rank = (a: Article, facts: DocumentFacts) => (a.lang === facts.lang ? 0 : 2) + (a.title ? 0 : 1);

function pick(stories: readonly Related[], facts: DocumentFacts, limit: number): Related[] {
  const left = [...stories];
  const picked: Related[] = [];
  const seen = new Set<string>(facts.outlet ? [facts.outlet] : []);
  while (picked.length < limit && left.length > 0) {
    const value = (r: Related) => r.score * (seen.has(r.article.outlet) ? SAME_OUTLET : 1);
    left.sort((a, b) => value(b) - value(a) || (a.article.id < b.article.id ? -1 : 1));
    const next = left.shift()!;
    seen.add(next.article.outlet);
    picked.push(next);
  }
  return picked;
}
