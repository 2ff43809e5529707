import { type Row, record } from '../../reliability/row.ts';

/** Keeps rows and prints each against its bar. A row that names no browser is of the one that `browser` gives. */
export interface Sheet {
  row(row: Omit<Row, 'part' | 'browser'> & { readonly browser?: string }): void;
  readonly missed: number;
}

export function makeSheet(browser: () => string): Sheet {
  let missed = 0;
  return {
    row: (row) => {
      const kept = record({ part: 'speed', ...row, browser: row.browser ?? browser() });
      if (!kept.met) missed += 1;
      console.log(
        `${kept.met ? 'met   ' : 'MISSED'} ${kept.id} (${kept.browser}): ${kept.figure}; bar: ${kept.bar}; tried: ${kept.tried}`,
      );
    },
    get missed() {
      return missed;
    },
  };
}
