import type { Annotation, EntityAnnotation } from '../model/annotation.ts';
import type { EntityCard } from '../model/card-content.ts';
import type { EntityId } from '../model/ids.ts';
import type { Records } from '../model/records.ts';
import { seriesOf } from './figure-card.ts';
import { type Lines, ROUTES } from './lines.ts';

/** Bilateral indicators that tell most about two places, the most telling first. */
const TOLD = ['bilateral-trade-turnover', 'exports', 'cargo-volume'] as const;
/** Points below which there is no series to speak of. */
const LEAST = 3;

/** The nearest other entity of the same block with which the dataset has a series. */
export function pairOf(
  annotation: EntityAnnotation,
  beside: readonly Annotation[],
  records: Records,
  lines: Lines,
): EntityCard['pair'] {
  const near = beside
    .filter(
      (one): one is EntityAnnotation =>
        one.kind === 'entity' && one.block === annotation.block && one.entity !== annotation.entity,
    )
    .sort((a, b) => Math.abs(a.start - annotation.start) - Math.abs(b.start - annotation.start));
  const others = [...(annotation.pair ? [annotation.pair] : []), ...near.map(({ entity }) => entity)];
  for (const other of new Set(others)) {
    for (const slug of TOLD) {
      const found = pairSeries(slug, annotation.entity, other, records, lines);
      if (found) return found;
    }
  }
  return undefined;
}

function pairSeries(slug: string, geo: EntityId, partner: EntityId, records: Records, lines: Lines): EntityCard['pair'] {
  const observations = records.series(slug, geo, partner).flatMap((id) => records.observation(id) ?? []);
  const series = seriesOf(observations, lines);
  if (series.reduce((sum, { points }) => sum + points.length, 0) < LEAST) return undefined;
  return {
    other: lines.entity(partner),
    indicator: lines.indicator(slug),
    unit: records.indicator(slug)?.unit ?? '',
    series,
    atlas: ROUTES.pair(slug, geo, partner),
  };
}
