import type { Statistics, Tally } from '../dataset/statistics.ts';
import { MAX_ZIPPED, type PackSizes } from './pack-sizes.ts';

/** Lines of a list that the table shows; `--json` and `--all` have everything. */
const SHOWN = 12;

const number = new Intl.NumberFormat('en', { maximumFractionDigits: 3 });
const column = (rows: readonly (readonly [string, string])[]) => {
  const width = Math.max(0, ...rows.map(([left]) => left.length));
  return rows.map(([left, right]) => `  ${left.padEnd(width)}  ${right}`);
};

/** The statistics as a table for people. */
export function renderStatistics(statistics: Statistics & { readonly packs: PackSizes }, all: boolean): string {
  const some = <T>(items: readonly T[], show: (shown: readonly T[]) => string[]) => {
    const shown = all ? items : items.slice(0, SHOWN);
    return [...show(shown), ...(shown.length < items.length ? [`  … ${items.length - shown.length} more`] : [])];
  };
  const tally = (rows: Tally) =>
    some(rows, (shown) => column(shown.map(([key, count]) => [key, number.format(count).padStart(7)])));
  const { counts, coverage, contradictions, singleSource, stale, packs } = statistics;
  const kilobytes = (bytes: number) => `${number.format(Math.round(bytes / 100) / 10)} kB`;
  return [
    `dataset ${statistics.version}`,
    ...column(Object.entries(counts).map(([key, count]) => [key, number.format(count).padStart(7)])),
    '',
    `packs: ${kilobytes(packs.zipped)} compressed together (at most ${kilobytes(MAX_ZIPPED)})`,
    ...(['names', 'records'] as const).map(
      (pack) => `  ${pack}.bin ${kilobytes(packs[pack].bytes)}, compressed ${kilobytes(packs[pack].zipped)}`,
    ),
    ...Object.entries(coverage).flatMap(([title, rows]) => ['', title, ...tally(rows)]),
    '',
    `contradictions: ${contradictions.length} (same thing, same period, values apart by more than rounding; best evidenced first)`,
    ...some(contradictions, (shown) =>
      shown.map(({ indicator, pair, period, spread, voices, values }) => {
        const said = values.map(({ value, basis }) => `${number.format(value)} (${basis})`).join(', ');
        return `  ${indicator} ${pair.join(' – ')} ${period}: ${said}; ${Math.round(spread * 100)} % apart, ${voices} voices`;
      }),
    ),
    '',
    `reported by one voice only: ${singleSource.length}`,
    ...some(singleSource, (shown) => shown.map((id) => `  ${id}`)),
    '',
    `stale: ${stale.length}`,
    ...some(stale, (shown) => column(shown.map(({ id, since, why }) => [id, `${why.replaceAll('-', ' ')} ${since}`]))),
  ].join('\n');
}
