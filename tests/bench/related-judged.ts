import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { EntityId } from '../../src/model/ids.ts';
import type { Knowledge } from '../../src/model/knowledge.ts';
import { type Related, relatedArticles } from '../../src/resolve/related.ts';

/** A page of the dataset, what a reader points at on it, and the articles that a person who read the list would want there. */
interface Judged {
  readonly name: string;
  readonly page: string;
  readonly about: EntityId | { readonly indicator: string; readonly geo: EntityId; readonly partner?: EntityId };
  /** Ids of articles; of copies of one story any counts. */
  readonly wanted: readonly string[];
}
export interface Outcome extends Judged {
  readonly shown: readonly { readonly id: string; readonly line: string; readonly wanted: boolean }[];
  /** Wanted ones among the shown, of those that could have been: of three, or of all wanted stories where they are fewer. */
  readonly precision: number;
}

const PLACES = 3;
export const JUDGED = JSON.parse(
  readFileSync(resolve(import.meta.dirname, '../cases/related-judged.json'), 'utf8'),
) as readonly Judged[];

/** Asks for each case what a card would show, with what the page is about as the dataset's record of it says. */
export function judge(knowledge: Knowledge, judged: readonly Judged[] = JUDGED): Outcome[] {
  const story = (id: string) => knowledge.article(id)?.sameStory ?? id;
  return judged.map((one) => {
    const page = knowledge.article(one.page);
    if (!page) throw new RangeError(`${one.name}: the dataset has no article ${one.page}`);
    for (const id of one.wanted)
      if (!knowledge.article(id)) throw new RangeError(`${one.name}: the dataset has no article ${id}`);
    const seriesOf = (o: { readonly indicator: string; readonly geo: EntityId; readonly partner?: EntityId }) =>
      knowledge.observations(o.indicator, o.geo, o.partner).map(({ id }) => id);
    const facts = {
      url: page.url,
      lang: page.lang,
      outlet: page.outlet,
      ...(page.title && { title: page.title }),
      ...(page.date?.length === 10 && { date: page.date }),
    };
    const focus = typeof one.about === 'string' ? [one.about] : seriesOf(one.about);
    const observations = page.observations.flatMap((id) => seriesOf(knowledge.observation(id)!));
    const found = relatedArticles(facts, { focus, entities: page.entities, observations }, knowledge, PLACES);
    const wanted = new Set(one.wanted.map(story));
    const shown = found.map(({ article }: Related) => ({
      id: article.id,
      line: article.line,
      wanted: wanted.has(story(article.id)),
    }));
    const could = Math.max(shown.length, Math.min(PLACES, wanted.size));
    return { ...one, shown, precision: shown.filter((s) => s.wanted).length / could };
  });
}

export const mean = (outcomes: readonly Outcome[]) =>
  outcomes.reduce((sum, { precision }) => sum + precision, 0) / outcomes.length;
