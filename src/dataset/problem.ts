/** Something to mend in the dataset's files. */
export interface Problem {
  /** Relative to the dataset's folder. */
  readonly file: string;
  /** From 1; absent where the file as a whole is meant. */
  readonly line?: number;
  /** `relations.0.from of person/berikova`; empty where the whole record is meant. */
  readonly where: string;
  readonly what: string;
  /** How to mend it. */
  readonly mend: string;
}

/** Cuts "what is the matter: how to mend it" in two; messages of the schemas are written so. */
export function problem(file: string, line: number | undefined, where: string, message: string): Problem {
  const cut = message.indexOf(': ');
  const [what, mend] = cut < 0 ? [message, 'see docs/dataset.md'] : [message.slice(0, cut), message.slice(cut + 2)];
  return line === undefined ? { file, where, what, mend } : { file, line, where, what, mend };
}

/** `entities/country/kz.yaml:12  label.ru of country/kz is missing: add it` */
export function describeProblem({ file, line, where, what, mend }: Problem): string {
  return `${file}${line === undefined ? '' : `:${line}`}  ${where ? `${where} ` : ''}${what}: ${mend}`;
}

export function sortProblems(problems: readonly Problem[]): Problem[] {
  return [...problems].sort((a, b) => (a.file === b.file ? (a.line ?? 0) - (b.line ?? 0) : a.file < b.file ? -1 : 1));
}

/** The dataset cannot be used; every reason is in `problems`. */
export class DatasetError extends Error {
  override readonly name = 'DatasetError';
  readonly problems: readonly Problem[];
  constructor(dir: string, problems: readonly Problem[]) {
    const shown = problems.slice(0, 20).map((p) => `  ${describeProblem(p)}`);
    const rest = problems.length > shown.length ? [`  … and ${problems.length - shown.length} more`] : [];
    super([`${dir} has ${problems.length} to mend (npm run dataset:check lists all)`, ...shown, ...rest].join('\n'));
    this.problems = problems;
  }
}
