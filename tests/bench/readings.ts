import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildPacks } from '../../src/dataset/build-packs.ts';
import { loadDataset } from '../../src/dataset/load.ts';
import { openNamesPack } from '../../src/dataset/open-names-pack.ts';
import type { Annotation } from '../../src/model/annotation.ts';
import type { EntityId } from '../../src/model/ids.ts';
import type { Knowledge } from '../../src/model/knowledge.ts';
import { annotate } from '../../src/resolve/annotate.ts';
import { annotated, blocksOf, knowledge as small, type Text } from '../unit/resolve/fixture.ts';

/**
 * How many figures of the project's own sentences are read right: `tsx tests/bench/readings.ts [--errors] [--held-errors]`.
 * A reading is right when indicator, places, period, status and verdict are. Of every table half (`…-held.json`) was never looked at
 * while the rules were made. The first two are read with the small dataset of the tests, the `news` ones with the real one.
 */
interface Expected {
  surface: string;
  indicator: string;
  places: string;
  /** Any of several, parted by `|`, where the sentence leaves it open. */
  period?: string | null;
  verdict: string;
  status?: string;
}
interface Case extends Text {
  name?: string;
  expected: Expected[];
}

const root = join(import.meta.dirname, '../..');
const reader = openNamesPack(buildPacks(loadDataset(join(root, 'assets/dataset'))).names);
const real = ({ text, ...facts }: Text) => annotate({ facts, blocks: blocksOf(text) }, reader).annotations;

interface Table {
  readonly file: string;
  readonly flag: string;
  readonly read: (text: Text) => readonly Annotation[];
  readonly knowledge: Knowledge;
}
const tables: readonly Table[] = [
  { file: 'readings.json', flag: '--errors', read: annotated, knowledge: small },
  { file: 'readings-held.json', flag: '--held-errors', read: annotated, knowledge: small },
  { file: 'readings-news.json', flag: '--errors', read: real, knowledge: reader.knowledge },
  { file: 'readings-news-held.json', flag: '--held-errors', read: real, knowledge: reader.knowledge },
];

const oneOf = (wanted: string | null | undefined, got: string | undefined) => (wanted ?? '').split('|').includes(got ?? '');
const percent = (a: number, b: number) => `${((100 * a) / Math.max(1, b)).toFixed(1)} %`;

for (const { file, flag, read, knowledge } of tables) {
  const cases: Case[] = JSON.parse(readFileSync(join(root, 'tests/cases', file), 'utf8'));
  const placesOf = (indicator: string, places: readonly string[]) =>
    (knowledge.indicator(indicator)?.symmetric ? [...places].sort() : places).join(' ');
  const slug = (id: EntityId) => id.slice(id.indexOf('/') + 1);
  const count = { wanted: 0, read: 0, right: 0, silent: 0, kept: 0 };
  const errors: string[] = [];
  for (const { name, expected, ...text } of cases) {
    const got = read(text).flatMap((a) => (a.kind === 'figure' && a.reading ? [{ surface: a.surface, ...a.reading }] : []));
    const left = new Set(got);
    for (const e of expected) {
      const hit = got.find(
        (g) =>
          left.has(g) &&
          (g.surface.startsWith(e.surface) || e.surface.startsWith(g.surface)) &&
          g.indicator === e.indicator &&
          placesOf(g.indicator, [g.geo, ...(g.partner ? [g.partner] : [])].map(slug)) ===
            placesOf(e.indicator, e.places.split(' ')) &&
          oneOf(e.period, g.period) &&
          oneOf(e.status ?? 'actual', g.status) &&
          oneOf(e.verdict, g.verdict),
      );
      if (hit) left.delete(hit);
      else errors.push(`${name ?? text.text}: missing ${JSON.stringify(e)}`);
    }
    for (const { surface, indicator, geo, partner, period, status, verdict } of left)
      errors.push(
        `${name ?? text.text}: read as ${JSON.stringify({ surface, indicator, geo, partner, period, status, verdict })}`,
      );
    count.wanted += expected.length;
    count.read += got.length;
    count.right += got.length - left.size;
    if (expected.length === 0) count.silent++;
    if (expected.length === 0 && got.length === 0) count.kept++;
  }
  const { wanted, right, silent, kept } = count;
  console.log(
    `${file}: recall ${right}/${wanted} (${percent(right, wanted)}), precision ${right}/${count.read} (${percent(right, count.read)}), silent where nothing is to be read ${kept}/${silent}`,
  );
  if (process.argv.includes(flag)) console.log(errors.join('\n'));
}
