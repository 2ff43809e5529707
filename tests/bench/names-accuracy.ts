import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readWholeDataset } from '../unit/resolve-link/gold.ts';
import { type Share, shares } from './names-shares.ts';

/** Files of the evaluation that the scorer knows. */
const FILES = ['gold-seed.jsonl', 'gold-dev.jsonl', 'traps-dev.jsonl'];

/**
 * Annotates the evaluation's texts with the command line, as anyone would, and prints what its scorer says.
 * The texts belong to others and stay outside the project: `folder` is what DRAGOMAN_EVAL names.
 */
export function benchAccuracy(folder: string, print: (line: string) => void): void {
  const names = join(folder, 'names');
  const input = FILES.map((file) => readFileSync(join(names, file), 'utf8').trimEnd()).join('\n');
  const annotated = spawnSync('npm', ['run', '-s', 'annotate', '--', '--jsonl'], {
    input: `${input}\n`,
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  });
  if (annotated.status !== 0) throw new Error(`annotate ended with ${annotated.status}: ${annotated.stderr.slice(-500)}`);
  const scratch = mkdtempSync(join(tmpdir(), 'dragoman-names-'));
  try {
    const file = join(scratch, 'predictions.jsonl');
    writeFileSync(file, annotated.stdout);
    print(spawnSync('node', [join(names, 'score.mjs'), file], { encoding: 'utf8' }).stdout);
    for (const gold of FILES.filter((name) => name.startsWith('gold'))) {
      print(`${gold}: what the dataset has`);
      shares(goldShares(names, gold, annotated.stdout), print);
    }
  } finally {
    rmSync(scratch, { recursive: true });
  }
}

interface Gold {
  readonly id: string;
  readonly lang: string;
  readonly mentions: readonly { readonly start: number; readonly end: number; readonly slug: string; readonly kind: string }[];
}
interface Key {
  readonly types?: readonly string[];
  readonly wikidata?: string | null;
  readonly names?: readonly string[];
}
interface Linked {
  readonly start: number;
  readonly end: number;
  readonly entity: string;
  readonly name: string;
  readonly sameAs?: Readonly<Record<string, string>>;
}

/** Kinds that the scorer leaves optional. */
const OPTIONAL = new Set(['nested', 'nominal']);
const lines = <T>(text: string) =>
  text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as T);
const fold = (text: string) =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** The scorer's rule of what links, asked of the whole dataset as well: could this mention have been linked at all? */
function goldShares(folder: string, file: string, annotated: string): Share[] {
  const keys = JSON.parse(readFileSync(join(folder, 'entities.json'), 'utf8')) as Record<string, Key>;
  const links = (slug: string, { entity, name, sameAs }: Omit<Linked, 'start' | 'end'>) => {
    const key = keys[slug];
    if (key?.types && !key.types.includes(entity.slice(0, entity.indexOf('/')))) return false;
    if (key?.wikidata && sameAs?.wikidata === key.wikidata) return true;
    return entity.split('/').pop() === slug || [slug, ...(key?.names ?? [])].map(fold).includes(fold(name));
  };
  const { knowledge } = readWholeDataset();
  const ids = new Set<string>();
  const all: Omit<Linked, 'start' | 'end'>[] = [];
  // Every entity has a name; names are numbered from 0 without a gap.
  for (let i = 0; ; i++) {
    try {
      const { entity } = knowledge.name(i);
      if (ids.has(entity)) continue;
      ids.add(entity);
      const brief = knowledge.entity(entity)!;
      all.push({ entity, name: brief.label.en, ...(brief.sameAs && { sameAs: brief.sameAs }) });
    } catch (error) {
      if (error instanceof RangeError) break;
      throw error;
    }
  }
  const found = new Map(
    lines<{ id: string; annotations: readonly (Linked & { kind: string })[] }>(annotated).map(({ id, annotations }) => [
      id,
      annotations.filter(({ kind }) => kind === 'entity'),
    ]),
  );
  const known = new Map<string, boolean>();
  const has = (slug: string) => {
    if (!known.has(slug))
      known.set(
        slug,
        all.some((entity) => links(slug, entity)),
      );
    return known.get(slug)!;
  };
  return lines<Gold>(readFileSync(join(folder, file), 'utf8')).flatMap(({ id, lang, mentions }) =>
    mentions
      .filter(({ kind }) => !OPTIONAL.has(kind))
      .map(({ start, end, slug, kind }) => ({
        lang,
        kind,
        known: has(slug),
        right: found.get(id)?.some((a) => a.start === start && a.end === end && links(slug, a)) ?? false,
      })),
  );
}
