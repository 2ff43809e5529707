import { z } from 'zod';
import { CAPS, entityId, https, text } from '../dataset/fields.ts';
import { type Dataset, readDataset } from '../dataset/load.ts';
import { ARTICLE_COLUMNS, OBSERVATION_COLUMNS } from '../dataset/source.ts';
import { type NewContent, withRows, writeRecords } from '../dataset/write-record.ts';
import { outletAt, suggestId, tailOf } from './add-records.ts';
import { type Draft, readDraft, writeDraft } from './draft.ts';
import { type Prompt, PromptEnded } from './prompt.ts';

const answer = z.enum(['a', 'r', 's', 'q'], 'answer a (accept), r (reject), s (later) or q (stop here)');

/** Asks about each open item; the draft is saved after every answer, so that a review can end anywhere and go on later. */
export async function reviewDraft(dir: string, path: string, prompt: Prompt): Promise<boolean> {
  const draft = readDraft(path);
  if (draft.done) {
    prompt.say(`${path} is done`);
    return true;
  }
  const items = [draft.article, ...draft.entities, ...draft.observations, ...draft.claims];
  const decide = async (item: { decision: Draft['article']['decision'] }, shown: string) => {
    if (item.decision !== 'open') return;
    const decided = items.filter(({ decision }) => decision !== 'open').length;
    const said = await prompt.ask(`[${decided + 1}/${items.length}] ${shown}\n  a, r, s, q`, answer);
    if (said === 'q') throw new PromptEnded();
    if (said === 's') return;
    item.decision = said === 'a' ? 'accept' : 'reject';
    writeDraft(path, draft);
  };
  const { article } = draft;
  prompt.say(`${path} (${draft.file})`);
  await decide(
    article,
    `article: ${[article.title ?? 'no title', article.outlet, article.date, article.url].filter(Boolean).join(' · ')}`,
  );
  if (article.decision === 'reject') {
    writeDraft(path, { ...draft, done: true });
    return true;
  }
  if (article.decision === 'accept') {
    article.url ??= await prompt.ask('Address', https);
    article.outlet ??= await prompt.ask('Outlet (entity id)', entityId, outletAt(readDataset(dir).dataset, article.url));
    if (!article.line) article.line = await prompt.ask('One line in your own words', text(CAPS.line));
    writeDraft(path, draft);
  }
  for (const item of draft.entities) await decide(item, `entity: ${item.id} ← ${item.seen.join(', ')} (${item.mentions})`);
  for (const item of draft.observations) {
    const what = [item.indicator, item.geo, item.partner, item.period, item.status, item.basis].filter(Boolean).join(' · ');
    await decide(item, `value: ${item.printed} → ${item.value} ${item.unit}: ${what}; ${item.verdict}`);
  }
  for (const item of draft.claims)
    await decide(
      item,
      `claim: ${item.claim}, "${item.printed}" says ${JSON.stringify(item.says)}; others ${JSON.stringify(item.others)}`,
    );
  if (items.some((item) => item.decision === 'open')) return false;
  const { files, todo } = recordsOf(dir, readDataset(dir).dataset, draft);
  writeRecords(dir, files);
  writeDraft(path, { ...draft, done: true });
  for (const { file } of files) prompt.say(`added to ${file}`);
  for (const line of todo) prompt.say(`by hand: ${line}`);
  return true;
}

/** Rows of what was accepted, and what would change records that stand already: that is left to a person. */
function recordsOf(
  dir: string,
  dataset: Dataset,
  { article, entities, observations, claims }: Draft,
): { files: NewContent[]; todo: string[] } {
  const todo: string[] = [];
  const taken = new Set([...dataset.articles.map(({ id }) => id), ...dataset.sources.map(({ slug }) => slug)]);
  const id = suggestId([article.outlet!.split('/')[1], article.date, tailOf(article.url!)], taken);
  const named = entities.flatMap((item) => (item.decision === 'accept' ? [item.id] : []));
  const row = { ...article, id, entities: named.join('|') };
  const files = [withRows(dir, `articles/${article.date?.slice(0, 4) ?? 'undated'}.csv`, ARTICLE_COLUMNS, [row])];
  const ids = new Set(dataset.observations.map((o) => o.id));
  const rows = new Map<string, Record<string, string | number | undefined>[]>();
  for (const item of observations) {
    if (item.decision !== 'accept') continue;
    if (item.known.length > 0) {
      todo.push(
        `${item.printed} is known: add ${id} to the articles of ${item.known.join(' or ')} (observations/${item.indicator}.csv)`,
      );
      continue;
    }
    const { indicator, geo, partner, period, basis } = item;
    const own = suggestId([geo, partner, period, basis === 'unknown' ? article.outlet!.split('/')[1] : basis], ids);
    ids.add(own);
    const { decision: _, known: __, ...told } = item;
    const cells = { ...told, id: own, articles: id, published: article.date, rank: 'normal' };
    rows.set(indicator, [...(rows.get(indicator) ?? []), cells]);
  }
  for (const [indicator, cells] of rows) files.push(withRows(dir, `observations/${indicator}.csv`, OBSERVATION_COLUMNS, cells));
  for (const item of claims)
    if (item.decision === 'accept')
      todo.push(`${item.claim}: "${item.printed}" differs from the dataset; mend the record if the article is right`);
  return { files, todo };
}
