import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CsvError, parse as parseCsv } from 'csv-parse/sync';
import { isMap, isNode, isScalar, LineCounter, type Node, parseDocument } from 'yaml';
import type { z } from 'zod';
import { type Problem, problem } from './problem.ts';

type Path = readonly PropertyKey[];
/** Where a record stands: its file, and the line of one of its fields. */
export interface Place {
  readonly file: string;
  line(path?: Path): number;
}
/** A record with its place. */
export interface Placed<T> {
  readonly value: T;
  readonly place: Place;
}

/** Where slips are gathered. */
export interface Sink {
  readonly problems: Problem[];
  /** Ids and slugs of records that are there but cannot be used: naming them is no second slip. */
  readonly broken: Set<string>;
}

/** Private matters that the people policy keeps out; named so that the message can say why. */
const PRIVATE_KEYS =
  /^(born|birth.*|died|death.*|age|family|spouse|wife|husband|children|parents?|father|mother|religion|faith|ethnicity|health|home|address|phone|email|wealth)$/i;

function messageOf(issue: z.core.$ZodIssue): string {
  if (issue.code === 'unrecognized_keys') {
    const priv = issue.keys.find((key) => PRIVATE_KEYS.test(key));
    if (priv) return `has "${priv}", which is private (people policy): remove it`;
    return `has the unknown ${issue.keys.length > 1 ? 'keys' : 'key'} ${issue.keys.map((k) => `"${k}"`).join(', ')}: remove it, or see docs/dataset.md for its right name`;
  }
  if (issue.code === 'invalid_key') return issue.issues[0]?.message ?? issue.message;
  if (issue.input === undefined && (issue.code === 'invalid_type' || issue.code === 'invalid_union')) return 'is missing: add it';
  return issue.message.startsWith('Invalid input: ') ? `has the wrong shape: ${issue.message.slice(15)}` : issue.message;
}

/** Every slip of a value against its schema; `name` says whose it is. */
function slips(error: z.ZodError, place: Place, name: string): Problem[] {
  return error.issues.map((issue) => {
    const path = issue.path.map(String).join('.');
    const where = [path, name].filter(Boolean).join(' of ');
    const line = place.line(issue.code === 'unrecognized_keys' && issue.keys[0] ? [...issue.path, issue.keys[0]] : issue.path);
    return problem(place.file, line, where, messageOf(issue));
  });
}

function readText(dir: string, file: string, { problems, broken }: Sink): string | undefined {
  let bytes: Buffer;
  try {
    bytes = readFileSync(join(dir, file));
  } catch {
    broken.add(file);
    problems.push(problem(file, undefined, '', 'is missing or cannot be read: create it as docs/dataset.md shows'));
    return undefined;
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    broken.add(file);
    problems.push(problem(file, undefined, '', 'is not UTF-8: save it as UTF-8'));
    return undefined;
  }
}

/** Names a record in messages by its id or slug. */
function nameOf(value: unknown): string {
  if (typeof value !== 'object' || value === null) return '';
  const { id, slug } = value as { id?: unknown; slug?: unknown };
  return typeof id === 'string' ? id : typeof slug === 'string' ? slug : '';
}

interface YamlFile {
  readonly value: unknown;
  readonly place: Place;
}

function openYaml(dir: string, file: string, sink: Sink): YamlFile | undefined {
  const { problems, broken } = sink;
  const text = readText(dir, file, sink);
  if (text === undefined) return undefined;
  const lines = new LineCounter();
  const doc = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  // What follows the first error is mostly its echo.
  const [error] = doc.errors;
  if (error) {
    broken.add(file);
    const at = lines.linePos(error.pos[0]).line;
    problems.push(
      problem(file, at, '', `is broken YAML (${error.message.split('\n')[0]}): quote the text or mend the indentation`),
    );
    return undefined;
  }
  let value: unknown;
  try {
    value = doc.toJS({ maxAliasCount: 0 });
  } catch {
    broken.add(file);
    problems.push(problem(file, undefined, '', 'uses YAML aliases (*name): write the value out'));
    return undefined;
  }
  /** The line of the deepest part of the path that is there; of its key where it has one. */
  const line = (path: Path = []) => {
    let node: unknown = doc.contents;
    let found = 1;
    for (const part of path) {
      if (isMap(node)) {
        const pair = node.items.find(({ key }) => (isScalar(key) ? String(key.value) : String(key)) === String(part));
        if (!pair) break;
        node = pair.value;
        if (isNode(pair.key) && (pair.key as Node).range) found = lines.linePos((pair.key as Node).range![0]).line;
      } else if (isNode(node) && 'get' in node && typeof node.get === 'function') {
        node = node.get(part, true);
        if (!isNode(node)) break;
        if (node.range) found = lines.linePos(node.range[0]).line;
      } else break;
    }
    return found;
  };
  return { value, place: { file, line } };
}

/** A YAML file that holds one value. Undefined when it cannot be used; why is added to `problems`. */
export function readYaml<S extends z.ZodType>(dir: string, file: string, schema: S, sink: Sink): Placed<z.output<S>> | undefined {
  const opened = openYaml(dir, file, sink);
  if (!opened) return undefined;
  const result = schema.safeParse(opened.value, { reportInput: true });
  if (result.success) return { value: result.data, place: opened.place };
  sink.problems.push(...slips(result.error, opened.place, nameOf(opened.value)));
  return undefined;
}

/** A YAML file that holds a list: each item is judged for itself, so that one broken item does not hide the others. */
export function readYamlList<S extends z.ZodType>(dir: string, file: string, schema: S, sink: Sink): Placed<z.output<S>>[] {
  const { problems, broken } = sink;
  const opened = openYaml(dir, file, sink);
  if (!opened) return [];
  if (opened.value === null) return [];
  if (!Array.isArray(opened.value)) {
    broken.add(file);
    problems.push(problem(file, 1, '', 'is no list: start each record with "- "'));
    return [];
  }
  return opened.value.flatMap((item, i) => {
    const place: Place = { file, line: (path = []) => opened.place.line([i, ...path]) };
    const result = schema.safeParse(item, { reportInput: true });
    if (result.success) return [{ value: result.data, place }];
    broken.add(nameOf(item));
    problems.push(...slips(result.error, place, nameOf(item) || `record ${i + 1}`));
    return [];
  });
}

/** A CSV file with exactly these columns in this order. */
export function readCsv<S extends z.ZodType>(
  dir: string,
  file: string,
  columns: readonly string[],
  schema: S,
  sink: Sink,
): Placed<z.output<S>>[] {
  const { problems, broken } = sink;
  const text = readText(dir, file, sink);
  if (text === undefined) return [];
  let rows: { record: string[]; info: { lines: number } }[];
  try {
    rows = parseCsv(text, {
      bom: true,
      info: true,
      relax_column_count: true,
      record_delimiter: ['\r\n', '\n'],
      skip_empty_lines: true,
    }) as never;
  } catch (error) {
    broken.add(file);
    const line = error instanceof CsvError && typeof error.lines === 'number' ? error.lines : undefined;
    problems.push(problem(file, line, '', 'is broken CSV: check the quotes (a quote inside a quoted cell is doubled)'));
    return [];
  }
  const [head, ...body] = rows;
  if (!head || head.record.join() !== columns.join()) {
    broken.add(file);
    problems.push(problem(file, 1, '', `has other columns than it should: write ${columns.join(',')}`));
    return [];
  }
  return body.flatMap(({ record, info }) => {
    const place: Place = { file, line: () => info.lines };
    broken.add(record[0] ?? '');
    if (record.length !== columns.length) {
      const many = `has ${record.length} cells instead of ${columns.length}`;
      problems.push(problem(file, info.lines, record[0] ?? '', `${many}: quote cells that hold a comma`));
      return [];
    }
    const row = Object.fromEntries(columns.map((column, i) => [column, record[i]!]));
    const result = schema.safeParse(row, { reportInput: true });
    if (result.success) {
      broken.delete(record[0]!);
      return [{ value: result.data, place }];
    }
    problems.push(...slips(result.error, place, record[0] ?? ''));
    return [];
  });
}
