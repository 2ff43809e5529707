import type { FigureCandidate } from '../model/figure.ts';
import type { EntityId, EntityType } from '../model/ids.ts';
import type { Indicator } from '../model/indicator.ts';
import type { Knowledge } from '../model/knowledge.ts';
import type { Established } from './established.ts';
import { type CueMark, gap, overlap, type Phrase, senses, verbLast } from './phrases.ts';
import { type Place, placesOf } from './places.ts';

/** Where a figure is about. `named`: how many of the places the sentence itself names. */
export interface Location {
  readonly geo: EntityId;
  readonly partner?: EntityId;
  readonly named: number;
}

export interface Ask {
  readonly phrase: Phrase;
  readonly figure: FigureCandidate;
  readonly cue: CueMark;
  readonly indicator: Indicator;
  /** Figures of the sentence that could be levels of the same indicator. */
  readonly rivals: readonly FigureCandidate[];
  /** The reading just before, in the same block: its places, how many sentences back, and where its figure starts. */
  readonly before?: { readonly geo: EntityId; readonly partner?: EntityId; readonly back: number; readonly at: number };
}

/** A preposition stands right before its place, a pointing word near what it governs. In characters. */
const TOUCH = 6;
const NEAR = 30;
/** The other side without a mark of its own stands right behind the word: "transit of Kazakh oil via B". In characters. */
const BESIDE = 12;
/** Types of what carries goods that are not its own. */
const CARRIERS: readonly EntityType[] = ['infrastructure', 'route'];

/** Finds geo and partner as far as the sentence or what stands before it makes them sure; undefined where it does not. */
export function locate(ask: Ask, established: Established, knowledge: Knowledge): Location | undefined {
  const { indicator } = ask;
  const found = !indicator.partnerTypes
    ? single(ask, established, knowledge)
    : indicator.symmetric
      ? (symmetric(ask, established, knowledge) ?? alone(ask, established, knowledge))
      : directed(ask, established, knowledge);
  if (!found) return undefined;
  if (indicator.requires.includes('partner') && !found.partner) return undefined;
  return found;
}

/** A pair of which one side may stay open ("the fund's capital"): then the other alone will do. */
const alone = (ask: Ask, established: Established, knowledge: Knowledge) =>
  ask.indicator.requires.includes('partner') ? undefined : single(ask, established, knowledge);

/** Bodies that are counted as places only where the dataset does so: a bloc trades, a ministry that is quoted does not. */
const BODIES: readonly EntityType[] = ['organisation', 'company', 'programme', 'forum'];

/** What can be geo or partner in the sentence: places, and bodies of which the dataset has values. */
function sides({ phrase, indicator }: Ask, knowledge: Knowledge): Place[] {
  const all = placesOf(phrase, [...new Set([...indicator.geoTypes, ...(indicator.partnerTypes ?? [])])], knowledge);
  const counted = (a: Place) =>
    knowledge.observations(indicator.slug, a.id).length > 0 ||
    all.some(
      (b) =>
        knowledge.observations(indicator.slug, a.id, b.id).length + knowledge.observations(indicator.slug, b.id, a.id).length > 0,
    );
  return all.filter((p) => !BODIES.includes(p.type) || counted(p));
}

/** The places of the last reading, if the indicator can have them. */
function inherited({ before, indicator }: Ask): Location | undefined {
  if (!before) return undefined;
  const fits = (id: EntityId | undefined, types: readonly EntityType[] | undefined) =>
    !id || !!types?.includes(id.slice(0, id.indexOf('/')) as EntityType);
  const { geo, partner } = before;
  if (!fits(geo, indicator.geoTypes) || !fits(partner, indicator.partnerTypes)) return undefined;
  if (indicator.requires.includes('partner') && !partner) return undefined;
  return { geo, ...(partner && { partner }), named: 0 };
}

function symmetric(ask: Ask, established: Established, knowledge: Knowledge): Location | undefined {
  const { phrase, rivals, before } = ask;
  const places = sides(ask, knowledge);
  const pointing = senses(phrase, 'pair').length > 0;
  const pair = (a: EntityId, b: EntityId, named: number): Location => ({ geo: a, partner: b, named });
  const served = established.offices(phrase);
  if (served && places.every((p) => served.includes(p.id)) && places.length < 2) return pair(served[0], served[1], places.length);
  if (places.length === 0) {
    // What was just read is what a bare "turnover" goes on about, also when it cannot be a pair: then this is no pair either.
    if (before && before.back <= 2 && !pointing) return inherited(ask);
    const two = established.pair(phrase, { pointing });
    return two && pair(two[0], two[1], 0);
  }
  if (places.length === 1) {
    const [one] = places as [Place];
    const joined = pointing || senses(phrase, 'between').some((c) => c.end <= one.start && gap(c, one) <= TOUCH);
    if (!joined && before?.back === 1 && [before.geo, before.partner].includes(one.id)) return inherited(ask);
    const two = established.pair(phrase, { pointing: joined, having: one.id });
    if (!two) return undefined;
    const partner = two[0] === one.id ? two[1] : two[0];
    return pair(one.id, partner, 1);
  }
  const hub = listed(ask, places);
  if (hub) return hub;
  if (places.length === 2) {
    const [a, b] = places as [Place, Place];
    if (within(phrase, a) && gap(a, b) <= TOUCH) return undefined;
    const parted = rivals.length > 1 && rivals.some((f) => f.start >= a.end && f.end <= b.start);
    return parted ? undefined : pair(a.id, b.id, 2);
  }
  for (const c of senses(phrase, 'between')) {
    const after = places.filter((p) => p.start >= c.end);
    const [a, b, more] = after;
    const tied = a && b && gap(c, a) <= NEAR && gap(a, b) <= NEAR && !(more && gap(b, more) <= TOUCH);
    if (tied && Math.abs(c.start - ask.cue.end) <= 2 * NEAR) return pair(a.id, b.id, 2);
  }
  return undefined;
}

/** "Kazakhstan's trade with Azerbaijan reached A, with Georgia B": one side for all figures, the other beside each. */
function listed({ figure, rivals }: Ask, places: readonly Place[]): Location | undefined {
  if (rivals.length < 2 || places.length < 3) return undefined;
  const first = rivals[0]!;
  const lead = places.filter((p) => p.end <= first.start);
  const at = rivals.indexOf(figure);
  const upTo = rivals[at + 1]?.start ?? Number.POSITIVE_INFINITY;
  const follows = places.filter((p) => p.start >= figure.end && p.start < upTo);
  if (lead.length === 1) return follows.length === 1 ? { geo: lead[0]!.id, partner: follows[0]!.id, named: 2 } : undefined;
  if (lead.length !== 2) return undefined;
  const from = rivals[at - 1]?.end ?? 0;
  const own = at === 0 ? lead.slice(1) : places.filter((p) => p.start >= from && p.end <= figure.start);
  return own.length === 1 ? { geo: lead[0]!.id, partner: own[0]!.id, named: 2 } : undefined;
}

/** "Exports of flowers from E reached …", where nobody knows E: it is not about the places that are known. */
function strangerSells({ phrase, cue, figure }: Ask, places: readonly Place[]): boolean {
  const known = [...places, ...phrase.periods, ...phrase.figures];
  return (
    !verbLast(phrase.lang) &&
    senses(phrase, 'from').some(
      (c) => c.start >= cue.end && c.end <= figure.start && !known.some((k) => k.end > c.end && gap(c, k) <= 2 * TOUCH),
    )
  );
}

/** "A invested X in B, and B invested Y in A": each named twice, so the second figure goes the other way. */
const there = (phrase: Phrase, places: readonly Place[]) =>
  places.length === 2 && places.every((p) => phrase.entities.filter((e) => e.entity === p.id).length > 1);

/** "Via A", "A üzərindən". */
const crossed = (phrase: Phrase, place: Place) =>
  senses(phrase, 'via').some(
    (c) => (verbLast(phrase.lang) ? c.start >= place.end : c.end <= place.start) && gap(c, place) <= TOUCH,
  );

/** "Turnover of a chain in A and B": what happens in two places does not go from one to the other. */
function within(phrase: Phrase, place: Place): boolean {
  if (senses(phrase, 'between').some((c) => gap(c, place) <= NEAR)) return false;
  return senses(phrase, 'in').some((c) => c.end <= place.start && gap(c, place) <= 1);
}

/** Exports, investments, companies from somewhere: which place is which side must be said. */
function directed(ask: Ask, established: Established, knowledge: Knowledge): Location | undefined {
  const { phrase, indicator, cue, figure, rivals } = ask;
  const fromGeo = (indicator.direction ?? (indicator.nature === 'stock' ? 'to-geo' : 'from-geo')) === 'from-geo';
  // Two capitals are two governments, which meet and agree; goods go from a country that is named.
  const places = sides(ask, knowledge).filter((p) => p.via !== 'metonym');
  if (places.length === 0) return inherited(ask) ?? single(ask, established, knowledge);
  // "Exports of A to B amounted to X, imports to Y": whose exports they were, theirs are the imports.
  if (ask.before?.back === 0 && places.every((p) => p.end <= ask.before!.at)) return inherited(ask);
  if (places.length > 2) return listed(ask, places);
  if (strangerSells(ask, places) || (rivals[0] !== figure && there(phrase, places))) return undefined;
  const side = (p: Place): 'origin' | 'destination' | undefined => {
    if (senses(phrase, 'from').some((c) => c.end <= p.start && gap(c, p) <= TOUCH)) return 'origin';
    if (senses(phrase, 'to').some((c) => c.end <= p.start && gap(c, p) <= TOUCH)) return 'destination';
    const ending = phrase.block.candidates.names.find((n) => n.start === p.start && n.end === p.end)?.ending;
    if (ending && /^['’]?(?:[dt][aəe]n|[дт][ае]н|н[ае]н)$/u.test(ending)) return 'origin';
    if (ending && /^['’]?(?:[yn]?[aəe]|[ғқгк][ае])$/u.test(ending)) return 'destination';
    if (crossed(phrase, p)) return 'destination';
    // "Kazakh oil": whose it is stands in the very word.
    if (phrase.cues.some((c) => c.kind === 'indicator' && c.ref === indicator.slug && overlap(c, p))) return 'origin';
    if (indicator.nature === 'stock' && senses(phrase, 'in').some((c) => c.end <= p.start && gap(c, p) <= 1))
      return 'destination';
    return undefined;
  };
  // Without such a word people and firms come from where they are named after, and are where the country is named.
  const likely = (p: Place) =>
    fromGeo || indicator.nature !== 'stock' ? undefined : p.via === 'demonym' ? 'origin' : 'destination';
  const told = places.some(side);
  const as = (geo: EntityId | undefined, partner: EntityId | undefined): Location | undefined =>
    geo ? { geo, ...(partner && { partner }), named: places.length } : undefined;
  const sided = places.map((p) => ({ id: p.id, is: told ? side(p) : likely(p), p }));
  const geoSide = fromGeo ? 'origin' : 'destination';
  if (places.length === 1) {
    const [{ id, is }] = sided as [(typeof sided)[number]];
    const other = partnerOf(ask, id, established);
    return is === undefined || is === geoSide ? as(id, other) : as(other ?? lone(ask, established), id);
  }
  // What carries is no owner: oil of a country through a pipeline.
  const carrier = places.find((p) => CARRIERS.includes(p.type));
  const owner = places.find((p) => !CARRIERS.includes(p.type));
  if (carrier && !owner && places.length > 1) return undefined;
  if (carrier && owner && indicator.partnerTypes?.includes(carrier.type)) return as(owner.id, carrier.id);
  const geo = sided.find((s) => s.is === geoSide);
  const partner = sided.find((s) => s.is && s.is !== geoSide);
  if (geo && partner) return as(geo.id, partner.id);
  if (geo) return as(geo.id, sided.find((s) => s !== geo)!.id);
  if (partner) return as(sided.find((s) => s !== partner)!.id, partner.id);
  // Neither is marked: whoever stands before or in the word does it ("transit of Kazakh oil via B"), whoever stands after it is the other side.
  const [a, b] = sided as [(typeof sided)[number], (typeof sided)[number]];
  const pivot = cue.start < figure.start ? cue : figure;
  return a.p.end <= pivot.end && b.p.start >= pivot.end && gap(pivot, b.p) <= BESIDE ? as(a.id, b.id) : undefined;
}

/** The other side where the sentence before names it together with this one. */
function partnerOf({ phrase }: Ask, id: EntityId, established: Established): EntityId | undefined {
  const two = established.pair(phrase, { pointing: senses(phrase, 'pair').length > 0, having: id });
  return two?.find((other) => other !== id);
}

function lone({ phrase, indicator }: Ask, established: Established): EntityId | undefined {
  return established.last(phrase, indicator.geoTypes, 'block');
}

/** One place only: the one that the sentence names, the most local first, or the one that it points back to. */
function single(ask: Ask, established: Established, knowledge: Knowledge): Location | undefined {
  const { phrase, indicator, cue, figure } = ask;
  const places = sides(ask, knowledge).filter((p) => indicator.geoTypes.includes(p.type));
  const one = (id: EntityId | undefined, named: number): Location | undefined => (id ? { geo: id, named } : undefined);
  const points = (['this-route', 'this-region'] as const).filter((s) => senses(phrase, s).length > 0);
  const local = places.filter((p) => p.type !== 'country');
  if (local.length === 1) return one(local[0]!.id, 1);
  if (local.length === 0) {
    if (points.includes('this-route') && indicator.geoTypes.includes('route')) {
      const route = established.last(phrase, ['route'], 'article');
      if (route) return one(route, 0);
    }
    if (points.includes('this-region') && indicator.geoTypes.includes('region')) {
      const region = established.last(phrase, ['region'], 'article');
      if (region) return one(region, 0);
    }
    if (places.length === 1) return one(places[0]!.id, 1);
    if (places.length === 0) {
      // A country that cannot be the place ("trains from C") makes it unsure that the sentence goes on about the one before.
      if (!indicator.geoTypes.includes('country') && phrase.entities.some((e) => e.type === 'country')) return undefined;
      const kept = inherited(ask);
      if (kept) return kept;
      const types = indicator.geoTypes.filter((t) => t !== 'country');
      const office = indicator.geoTypes.includes('country') ? established.office(phrase) : undefined;
      if (office) return one(office, 0);
      return one(
        established.last(phrase, types.length && !indicator.geoTypes.includes('country') ? types : indicator.geoTypes, 'block'),
        0,
      );
    }
  }
  // Several: the one that stands right beside the word or the figure, if only one does.
  const beside = (local.length ? local : places).filter((p) => gap(p, cue) <= TOUCH || gap(p, figure) <= TOUCH);
  return beside.length === 1 ? one(beside[0]!.id, 1) : undefined;
}
