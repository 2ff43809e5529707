import type { DocumentFacts } from '../model/document.ts';
import type { Article } from '../model/entity.ts';
import type { Approximation } from '../model/figure.ts';
import type { Observation } from '../model/indicator.ts';
import type { Knowledge } from '../model/knowledge.ts';
import { dayNumber } from '../model/period.ts';
import { equal } from './compare.ts';
import type { Draft } from './draft.ts';
import { sameSpan, sameWritten } from './intervals.ts';
import { gap, senses } from './phrases.ts';

/** Characters between "exceeded" and its figure. */
const TOUCH = 3;

/** An article of the dataset about something that the page reads. */
interface Known {
  readonly article: Article;
  /** Readings of the page that it prints too. */
  readonly prints: ReadonlySet<Draft>;
  /** Its observations that the page prints. */
  readonly values: ReadonlySet<string>;
}

/**
 * The records of the dataset that are this article or a copy of its story, and therefore no witnesses for it (docs/adr/0070).
 * By its address where that is known; else whatever nothing tells apart from it: same title, or no other outlet, day or language, and the
 * same values about the same things. Whoever prints nearly nothing but its values on its day retells it.
 */
export function ownArticles(facts: DocumentFacts, drafts: readonly Draft[], knowledge: Knowledge): ReadonlySet<string> {
  const byUrl = facts.url ? knowledge.articleByUrl(facts.url) : undefined;
  const seen = new Map<string, Known & { readonly prints: Set<Draft>; readonly values: Set<string> }>();
  for (const draft of drafts) {
    for (const o of knowledge.observations(draft.indicator.slug, draft.geo, draft.partner)) {
      const prints = printsIt(draft, o);
      for (const id of o.articles) {
        const article = seen.get(id)?.article ?? knowledge.article(id);
        if (!article) continue;
        const entry = seen.get(id) ?? { article, prints: new Set(), values: new Set() };
        if (prints) {
          entry.prints.add(draft);
          entry.values.add(o.id);
        }
        seen.set(id, entry);
      }
    }
  }
  const known = [...seen.values()];
  const own = [...(byUrl ? [byUrl] : recognised(facts, known)), ...retold(facts, known)];
  const stories = new Set(own.flatMap((a) => a.sameStory ?? []));
  const copies = known.filter(({ article }) => article.sameStory && stories.has(article.sameStory));
  return new Set([...own.map((a) => a.id), ...copies.map((c) => c.article.id)]);
}

function printsIt(draft: Draft, o: Observation): boolean {
  if (draft.fit.as === 'change') return false;
  // Whoever prints the number in the right unit tells it otherwise, and is a witness.
  if (draft.fit.as === 'other-unit' && o.unit !== draft.figure.figure.currency) return false;
  const { period } = draft;
  if (period && o.period && !sameWritten(period, o.period) && !sameSpan(period, o.period)) return false;
  return equal({ ...draft.fit, ...approxOf(draft) }, o.value);
}

export function approxOf({ figure, phrase }: Draft): { readonly approx?: Approximation } {
  const { approx } = figure.figure;
  if (approx) return { approx };
  return senses(phrase, 'exceed').some((cue) => gap(cue, figure) <= TOUCH) ? { approx: 'gt' } : {};
}

function recognised(facts: DocumentFacts, known: readonly Known[]): Article[] {
  const titled = known.filter(({ article }) => facts.title && article.title && plain(article.title) === plain(facts.title));
  if (titled.length > 0) return titled.map((k) => k.article);
  const possible = known.filter(({ article, prints }) => prints.size > 0 && couldBe(article, facts));
  const most = Math.max(0, ...possible.map((k) => k.prints.size));
  const best = possible.filter((k) => k.prints.size === most).map((k) => k.article);
  // Without day and outlet many may fit, and this one is at most one of them: the others stay witnesses.
  return facts.date || facts.outlet ? best : best.sort((a, b) => (a.id < b.id ? -1 : 1)).slice(0, 1);
}

/** So many values, and so much of all that it prints, make an article of the same day the same story told again. */
const RETOLD = { values: 4, share: 2 / 3 };
function retold(facts: DocumentFacts, known: readonly Known[]): Article[] {
  return known.flatMap(({ article, values }) => {
    const again = values.size >= RETOLD.values && values.size >= article.observations.length * RETOLD.share;
    return again && facts.date && article.date && sameDay(article.date, facts.date) ? [article] : [];
  });
}

/** Does nothing that is known of the page tell it apart from the article? */
function couldBe(article: Article, facts: DocumentFacts): boolean {
  if (facts.outlet ? article.outlet !== facts.outlet : facts.url && hostOf(article.url) !== hostOf(facts.url)) return false;
  if (facts.lang && article.lang.slice(0, 2) !== facts.lang.slice(0, 2)) return false;
  if (!facts.date || !article.date) return true;
  return sameDay(article.date, facts.date);
}

/** A page's day may be one beside the record's: newsrooms and readers live in different time zones. A record may know only month or year. */
function sameDay(recorded: string, day: string): boolean {
  return recorded.length === 10 ? Math.abs(dayNumber(recorded) - dayNumber(day)) <= 1 : day.startsWith(recorded);
}

const plain = (title: string) =>
  title
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
const hostOf = (url: string) =>
  /^https?:\/\/([^/?#:]+)/i
    .exec(url)?.[1]
    ?.toLowerCase()
    .replace(/^(?:www|m|amp)\./, '');
