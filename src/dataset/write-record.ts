import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Document, isCollection, visit } from 'yaml';
import { checkDataset } from './check.ts';
import { describeProblem, type Problem } from './problem.ts';
import { writeWhole } from './write-file.ts';

/** A file of the dataset as it shall be, relative to the dataset's folder. */
export interface NewContent {
  readonly file: string;
  readonly content: string;
}

/** The new records would break the dataset's rules; nothing was written. */
export class RecordError extends Error {
  override readonly name = 'RecordError';
  readonly problems: readonly Problem[];
  constructor(problems: readonly Problem[]) {
    super(['nothing was written:', ...problems.map((p) => `  ${describeProblem(p)}`)].join('\n'));
    this.problems = problems;
  }
}

/**
 * Writes files after a check of the whole dataset as it would be then: what was wrong before may stay, nothing new may come.
 * @throws RecordError with every new problem
 */
export function writeRecords(dir: string, files: readonly NewContent[]): void {
  const trial = mkdtempSync(join(tmpdir(), 'dragoman-trial-'));
  try {
    cpSync(dir, trial, { recursive: true });
    const known = new Set(checkDataset(trial).problems.map(({ file, where, what }) => `${file} ${where} ${what}`));
    for (const { file, content } of files) writeWhole(join(trial, file), content);
    const fresh = checkDataset(trial).problems.filter(({ file, where, what }) => !known.has(`${file} ${where} ${what}`));
    if (fresh.length > 0) throw new RecordError(fresh);
  } finally {
    rmSync(trial, { recursive: true, force: true });
  }
  for (const { file, content } of files) writeWhole(join(dir, file), content);
}

/** Cells as one line of CSV. */
export function csvLine(cells: readonly (string | number | undefined)[]): string {
  return cells
    .map((cell) => {
      const text = String(cell ?? '');
      return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
    })
    .join(',');
}

/** A CSV file with rows put at its end; a new one gets its head. */
export function withRows(
  dir: string,
  file: string,
  columns: readonly string[],
  rows: readonly Readonly<Record<string, string | number | undefined>>[],
): NewContent {
  const path = join(dir, file);
  const before = existsSync(path) ? readFileSync(path, 'utf8') : `${columns.join(',')}\n`;
  const lines = rows.map((row) => csvLine(columns.map((column) => row[column])));
  return { file, content: `${before.replace(/\n*$/, '\n')}${lines.join('\n')}\n` };
}

/** YAML as the dataset's files have it: one level in blocks, what is inside in one line each. */
export function entityYaml(entity: Readonly<Record<string, unknown>>): string {
  const document = new Document(entity);
  visit(document, {
    Collection(_, node, path) {
      // The root map, and lists of records right below it, stand in blocks.
      const depth = path.filter((parent) => isCollection(parent)).length;
      const listOfRecords = depth === 1 && 'items' in node && node.items.some(isCollection);
      node.flow = depth > 0 && !listOfRecords;
    },
  });
  return document.toString({ lineWidth: 0, flowCollectionPadding: false });
}
