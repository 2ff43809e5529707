import { describe, expect, it, vi } from 'vitest';
import { MAX_ZIPPED, packSizes } from '../../../src/cli/pack-sizes.ts';
import { buildPacks } from '../../../src/dataset/build-packs.ts';
import { distinctNames } from '../../../src/dataset/derived-names.ts';
import { loadDataset } from '../../../src/dataset/load.ts';
import { openNamesPack } from '../../../src/dataset/open-names-pack.ts';
import { openRecordsPack } from '../../../src/dataset/open-records-pack.ts';

/** The packs of the committed dataset. */
const dataset = loadDataset('assets/dataset');
const { names, records } = buildPacks(dataset);

/** How many stored values a piece of work decodes. */
function decodes(work: () => void): number {
  const parse = vi.spyOn(JSON, 'parse');
  work();
  const { length } = parse.mock.calls;
  parse.mockRestore();
  return length;
}

describe('packs', () => {
  it('stay under their size when compressed together', () => {
    expect(MAX_ZIPPED).toBe(500_000);
    expect(packSizes(dataset).zipped).toBeLessThanOrEqual(MAX_ZIPPED);
  });

  it('decode nothing but the version at opening', () => {
    expect(decodes(() => openNamesPack(names))).toBe(1);
    expect(decodes(() => openRecordsPack(records))).toBe(1);
  });

  it.each(['country/kz', 'person/tokayev', 'route/titr', 'outlet/trend'] as const)('read %s without decoding the rest', (id) => {
    const pack = openRecordsPack(records);
    expect(decodes(() => expect(pack.entity(id)?.id).toBe(id))).toBe(1);
  });

  it('give back every record whole', () => {
    const pack = openRecordsPack(records);
    for (const { id, label, line, relations } of dataset.entities)
      expect(pack.entity(id)).toMatchObject(JSON.parse(JSON.stringify({ id, label, line, relations })));
    for (const { note: _, ...observation } of dataset.observations)
      expect(pack.observation(observation.id)).toMatchObject(JSON.parse(JSON.stringify(observation)));
    for (const article of dataset.articles) expect(pack.article(article.id)).toEqual(JSON.parse(JSON.stringify(article)));
  });

  it('give back the names in their order, evidence with them', () => {
    const { knowledge } = openNamesPack(names);
    const first = dataset.entities[0]!;
    distinctNames(first.names).forEach((name, i) => {
      expect(knowledge.name(i)).toEqual({ ...JSON.parse(JSON.stringify(name)), entity: first.id });
    });
    for (const { id, label } of dataset.entities) expect(knowledge.entity(id)?.label).toEqual({ en: label.en });
  });
});
