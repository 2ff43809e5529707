import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { annotated, knowledge } from '../unit/resolve/fixture.ts';

/**
 * How many figures of the project's own sentences are read right: `tsx tests/bench/readings.ts [--errors] [--held-errors]`.
 * A reading is right when indicator, places, period, status and verdict are. Half of the table (`readings-held.json`) was never looked at
 * while the rules were made.
 */
interface Expected {
  surface: string;
  indicator: string;
  places: string;
  period?: string | null;
  verdict: string;
  status?: string;
}
interface Case {
  name: string;
  text: string;
  expected: Expected[];
}

function placesOf(indicator: string, ids: readonly (string | undefined)[]): string {
  const places = ids.filter((id) => id !== undefined).map((id) => id.slice(id.indexOf('/') + 1));
  return (knowledge.indicator(indicator)?.symmetric ? places.sort() : places).join(' ');
}

for (const [file, flag] of [
  ['readings.json', '--errors'],
  ['readings-held.json', '--held-errors'],
] as const) {
  const cases: Case[] = JSON.parse(readFileSync(join(import.meta.dirname, '../cases', file), 'utf8'));
  const count = { wanted: 0, read: 0, right: 0, silent: 0, kept: 0 };
  const errors: string[] = [];
  for (const { name, expected, ...text } of cases) {
    const want = expected.map((e) =>
      [
        e.surface,
        e.indicator,
        placesOf(
          e.indicator,
          e.places.split(' ').map((p) => `/${p}`),
        ),
        e.period ?? '',
        e.status ?? 'actual',
        e.verdict,
      ].join(' | '),
    );
    const got = annotated(text).flatMap((a) => {
      if (a.kind !== 'figure' || !a.reading) return [];
      const { indicator, geo, partner, period = '', status, verdict } = a.reading;
      return [[a.surface, indicator, placesOf(indicator, [geo, partner]), period, status, verdict].join(' | ')];
    });
    count.wanted += want.length;
    count.read += got.length;
    count.right += got.filter((g) => want.includes(g)).length;
    if (want.length === 0) count.silent++;
    if (want.length === 0 && got.length === 0) count.kept++;
    for (const w of want) if (!got.includes(w)) errors.push(`${name}: missing ${w}`);
    for (const g of got) if (!want.includes(g)) errors.push(`${name}: read as  ${g}`);
  }
  const { wanted, read, right, silent, kept } = count;
  console.log(
    `${file}: recall ${right}/${wanted}, precision ${right}/${read}, silent where nothing is to be read ${kept}/${silent}`,
  );
  if (process.argv.includes(flag)) console.log(errors.join('\n'));
}
