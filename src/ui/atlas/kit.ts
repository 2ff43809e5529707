import { ATLAS } from '../../locale/atlas.ts';
import { COMMON } from '../../locale/common.ts';
import { makeWords } from '../../locale/index.ts';
import { VIEWS } from '../../locale/views.ts';
import type { EntityId, Language } from '../../model/ids.ts';
import type { Observation } from '../../model/indicator.ts';
import type { Records } from '../../model/records.ts';
import { type Lines, makeLines } from '../../present/lines.ts';
import { indexRelations, type RelationIndex } from './relation-index.ts';

export const atlasWords = (language: Language) => makeWords(language, COMMON, VIEWS, ATLAS);
export type AtlasWords = ReturnType<typeof atlasWords>;

/** What every page of the atlas draws from. */
export interface Kit {
  readonly records: Records;
  readonly words: AtlasWords;
  /** Labels and links in the reader's language. */
  readonly lines: Lines;
  /** Made when it is first asked for. */
  readonly relations: () => RelationIndex;
}

export function makeKit(records: Records, language: Language): Kit {
  let index: RelationIndex | undefined;
  return {
    records,
    words: atlasWords(language),
    lines: makeLines(records, language),
    relations: () => {
      index ??= indexRelations(records);
      return index;
    },
  };
}

/** What an indicator is called at the start of a line. */
export const indicatorLabel = ({ words, lines }: Kit, slug: string): string => words.capital(lines.indicator(slug).label);

export function observations({ records }: Kit, ids: readonly string[]): readonly Observation[] {
  return ids.map((id) => records.observation(id)).filter((o) => o !== undefined);
}

export function allObservations(kit: Kit): readonly Observation[] {
  return observations(kit, kit.records.ids('observation'));
}

/** Figures of the future and mended misprints: shown, but never in a line with what happened. */
export const isActual = (o: Pick<Observation, 'status'>): boolean =>
  o.status !== 'target' && o.status !== 'plan' && o.status !== 'forecast' && o.status !== 'misprint';

/** "Kazakhstan – Azerbaijan". */
export function placesOf({ lines }: Kit, geo: EntityId, partner?: EntityId): string {
  return [geo, partner]
    .filter((id) => id !== undefined)
    .map((id) => lines.entity(id).label)
    .join(' – ');
}

/** One key for both orders of a symmetric pair. */
export function pairKey(kit: Kit, o: Pick<Observation, 'indicator' | 'geo' | 'partner'>): string {
  const places = [o.geo, o.partner ?? ''];
  if (kit.records.indicator(o.indicator)?.symmetric) places.sort();
  return [o.indicator, ...places].join(' ');
}
