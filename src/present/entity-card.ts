import type { EntityAnnotation } from '../model/annotation.ts';
import type { EntityCard, RoleLine } from '../model/card-content.ts';
import type { Entity, Relation } from '../model/entity.ts';
import type { EntityId } from '../model/ids.ts';
import type { Observation } from '../model/indicator.ts';
import type { Records } from '../model/records.ts';
import { holdsAt } from '../resolve/intervals.ts';
import type { Lines } from './lines.ts';

/** Latest values that a card has room for. */
const LATEST = 6;

type EntityBody = Omit<EntityCard, 'annotation' | 'printed' | 'related' | 'atlas' | 'dataset'>;

/** What the card of an entity says; roles at the article's date where it is known. */
export function entityBody(
  annotation: EntityAnnotation,
  entity: Entity,
  date: string | undefined,
  records: Records,
  lines: Lines,
): EntityBody {
  const roles = entity.relations
    .filter((r) => r.predicate === 'holds-role')
    .sort((a, b) => (b.from ?? '').localeCompare(a.from ?? ''));
  const wikidata = entity.sameAs?.wikidata;
  return {
    kind: 'entity',
    entity: entity.id,
    type: annotation.type,
    title: lines.text(entity.label),
    forms: formsOf(entity),
    line: lines.text(entity.line),
    ...(entity.status && entity.status !== 'active' && { status: entity.status }),
    ...(date && { at: date }),
    rolesAt: date ? roles.filter((r) => holdsAt(r, date)).map((r) => roleLine(r, lines)) : [],
    roles: roles.map((r) => roleLine(r, lines)),
    relations: entity.relations
      .filter((r) => r.predicate !== 'holds-role')
      .map((r) => ({
        predicate: r.predicate,
        other: lines.entity(r.object),
        ...(r.from && { from: r.from }),
        ...(r.to && { to: r.to }),
        ...(r.disputed && { disputed: true }),
        sources: lines.sources(r.sources),
      })),
    stops: (entity.stops ?? []).map(lines.entity),
    latest: latestOf(entity.id, records, lines),
    ...(entity.website && { website: entity.website }),
    ...(wikidata && { wikidata }),
    ...(entity.ownership?.stateOwned && {
      stateOwned: { text: entity.ownership.text, sources: lines.sources(entity.ownership.sources) },
    }),
    ...(entity.disputed && {
      disputed: { text: lines.text(entity.disputed.text), sources: lines.sources(entity.disputed.sources) },
    }),
    why: { via: annotation.via, reasons: annotation.evidence, others: (annotation.others ?? []).map(lines.entity) },
    sources: lines.sources(entity.sources),
  };
}

function roleLine({ post, object, from, to, asOf, sources }: Relation, lines: Lines): RoleLine {
  return {
    post: post ? lines.post(post) : '',
    object: lines.entity(object),
    ...(from && { from }),
    ...(to && { to }),
    ...(asOf && { asOf }),
    sources: lines.sources(sources),
  };
}

/** Other written forms, each once; the labels of the other languages first, unless the name is disputed; then alphabetically. Misspellings stay inside. */
function formsOf(entity: Entity): EntityCard['forms'] {
  const seen = new Set<string>();
  const labels = new Set(entity.disputed ? [] : Object.values(entity.label));
  const rank = (text: string) => (labels.has(text) ? 0 : 1);
  return entity.names
    .filter(
      (n) => n.kind !== 'misspelling' && n.kind !== 'demonym' && n.kind !== 'metonym' && !seen.has(n.text) && seen.add(n.text),
    )
    .map(({ text, lang, usedBy }) => ({ text, lang, ...(usedBy && { usedBy }) }))
    .sort((a, b) => rank(a.text) - rank(b.text) || a.text.localeCompare(b.text));
}

/** What was meant to come or may come yet: shown where nothing has been counted. */
const YET: readonly Observation['status'][] = ['target', 'plan', 'forecast'];

/** The newest value of each indicator and pair: what was counted before what was only meant, newest first. */
function latestOf(id: EntityId, records: Records, lines: Lines): EntityCard['latest'] {
  const newest = new Map<string, Observation>();
  for (const key of records.observationsOf(id)) {
    const o = records.observation(key);
    if (!o || o.status === 'misprint' || o.rank === 'deprecated') continue;
    const pair = [o.indicator, ...[o.geo, o.partner].sort()].join(' ');
    const held = newest.get(pair);
    if (!held || (YET.includes(held.status) && !YET.includes(o.status))) newest.set(pair, o);
  }
  const yet = (o: Observation) => Number(YET.includes(o.status));
  return [...newest.values()]
    .sort((a, b) => yet(a) - yet(b) || (b.period ?? '').localeCompare(a.period ?? ''))
    .slice(0, LATEST)
    .map((o) => {
      const other = o.geo === id ? o.partner : o.geo;
      return { ...lines.value(o), indicator: lines.indicator(o.indicator), ...(other && { partner: lines.entity(other) }) };
    });
}
