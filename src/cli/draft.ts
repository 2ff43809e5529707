import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Document, isCollection, parse, visit } from 'yaml';
import { z } from 'zod';
import { writeWhole } from '../dataset/write-file.ts';

/** What a person decided about one item of a draft. */
const decision = z.enum(['open', 'accept', 'reject']);
const optional = z.string().optional();

const entityItem = z.strictObject({ decision, id: z.string(), seen: z.array(z.string()), mentions: z.number(), via: z.string() });
const observationItem = z.strictObject({
  decision,
  printed: z.string(),
  indicator: z.string(),
  geo: z.string(),
  partner: optional,
  period: optional,
  value: z.number(),
  unit: z.string(),
  comparator: z.string(),
  status: z.string(),
  basis: z.string(),
  assertedBy: optional,
  verdict: z.string(),
  /** Observations of the dataset that say the same. */
  known: z.array(z.string()),
});
const claimItem = z.strictObject({
  decision,
  claim: z.string(),
  printed: z.string(),
  about: optional,
  says: z.unknown(),
  others: z.unknown(),
});
const draftSchema = z.strictObject({
  /** Where it came from; the same bytes are not read twice. */
  file: z.string(),
  sha256: z.string(),
  dataset: z.string(),
  /** Set when everything was decided and what was accepted stands in the dataset. */
  done: z.boolean(),
  article: z.strictObject({
    decision,
    url: optional,
    outlet: optional,
    title: optional,
    date: optional,
    lang: z.string(),
    line: z.string(),
  }),
  entities: z.array(entityItem),
  observations: z.array(observationItem),
  claims: z.array(claimItem),
});
export type Draft = z.output<typeof draftSchema>;

/** A draft that a person broke while editing; the message names file and cure. */
export class DraftError extends Error {
  override readonly name = 'DraftError';
}

/** @throws DraftError */
export function readDraft(path: string): Draft {
  let value: unknown;
  try {
    value = parse(readFileSync(path, 'utf8'));
  } catch (error) {
    throw new DraftError(
      `${path} cannot be read (${(error as Error).message.split('\n')[0]}): mend it, or delete it and ingest again`,
    );
  }
  const result = draftSchema.safeParse(value);
  if (result.success) return result.data;
  const { path: where, message } = result.error.issues[0]!;
  throw new DraftError(`${path}: ${where.map(String).join('.')} ${message}: mend it, or delete it and ingest again`);
}

export function writeDraft(path: string, draft: Draft): void {
  const document = new Document(JSON.parse(JSON.stringify(draft)));
  document.commentBefore = ' decision: open, accept or reject. Then: npm run dataset:ingest -- --review';
  visit(document, {
    Collection(_, node, path) {
      // Items stand one a line; the article in a block.
      if (path.filter((parent) => isCollection(parent)).length >= 2) node.flow = true;
    },
  });
  writeWhole(path, document.toString({ lineWidth: 0, flowCollectionPadding: false }));
}

/** Drafts of a folder by the hash of what they were made from. */
export function draftsIn(dir: string): Map<string, string> {
  if (!existsSync(dir)) return new Map();
  const files = readdirSync(dir).filter((name) => name.endsWith('.yaml'));
  return new Map(files.map((name) => [readDraft(join(dir, name)).sha256, join(dir, name)]));
}
