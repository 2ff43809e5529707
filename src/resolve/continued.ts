import type { EntityAnnotation } from '../model/annotation.ts';
import { indicatorsOf } from './announce.ts';
import { best, type Draft, dot, lately, type Placed, type Reader, recent, said, timed } from './draft.ts';
import { locate } from './locate.ts';
import { gap, overlap, type Phrase, senses } from './phrases.ts';
import { statusOf } from './tone.ts';
import { fitOf, isCount } from './units.ts';
import { periodOf } from './when.ts';
import { behind, wished } from './wishes.ts';

/**
 * A level without a word of its own goes on with what was just read: "$463 million in 2022 and $529 million in 2023", "with Uzbekistan
 * $4.2 billion", "and $5 billion is expected". Something must tie the two: a word of change or tone, another time, another partner.
 */
export function goneOn(reader: Reader): Draft | undefined {
  const { phrase, figure, drafts, established, knowledge } = reader;
  const alike = (d: Draft) => !d.change && dot(d.figure) === dot(figure);
  const last = lately(drafts, phrase, 1, alike) ?? paragraphBefore(reader, alike);
  if (!last) return spokenOf(reader);
  if (last.indicator.nature === 'target') return nextTarget(reader, last);
  if (isCount(last.indicator.unit)) return undefined;
  const { indicator } = last;
  const fit = fitOf(figure.figure, indicator, false);
  if (!fit || fit.as !== last.fit.as) return undefined;
  const rivals = phrase.figures.filter((f) => dot(f) === dot(figure));
  const status = statusOf(phrase, figure, rivals);
  const period = periodOf(phrase, figure, rivals, timed(reader, indicator, status, behind(phrase, rivals, figure, status)));
  const meant = wished(reader, indicator, status, period);
  if (!meant) return undefined;
  const { geo, partner } = last;
  const draft = { phrase, figure, indicator: meant, fit, ...(period && { period }), status, ...said(reader) };
  const links = senses(phrase, ...LINKS);
  if (last.phrase !== phrase) {
    const strangers = phrase.entities.some((e) => isStranger(e, phrase, last));
    const announced = phrase.cues.some((c) => c.kind === 'indicator');
    if (links.length === 0 || strangers || announced) return undefined;
    return { ...draft, geo, ...(partner && { partner }) };
  }
  const cue = phrase.cues.find((c) => c.kind === 'indicator' && c.ref === indicator.slug);
  const other = cue && indicator.partnerTypes && locate({ phrase, figure, cue, indicator, rivals }, established, knowledge);
  if (other && other.named === 2 && (other.geo !== geo || other.partner !== partner)) {
    const { named: _, ...places } = other;
    return { ...draft, ...places };
  }
  const named = phrase.entities.some((e) => e.start >= last.figure.end && e.end <= figure.start && e.type !== 'person');
  const tied = period !== last.period || links.some((c) => c.start >= last.figure.end && c.end <= figure.start);
  return tied && !named ? { ...draft, geo, ...(partner && { partner }) } : undefined;
}

/** Senses that tie a bare number to what was just read. */
const LINKS = ['target', 'forecast', 'plan', 'reach', 'rise', 'fall', 'compared', 'year-before', 'same-time'] as const;

/** Sentences back in which a paragraph's number is still what "the same year" speaks of. */
const PARAGRAPH = 4;
/** Characters between a country and the office of it that counted: "Kazakhstan's Bureau of National Statistics". */
const OFFICE = 4;

/** Somebody new changes the subject; whoever counted does not, nor the country of its office, nor one of the two in question. */
function isStranger(e: EntityAnnotation, phrase: Phrase, last: Draft): boolean {
  if (e.type === 'person' || e.type === 'outlet') return false;
  const counted = phrase.cues.filter((c) => c.kind === 'basis');
  if (counted.some((c) => overlap(c, e))) return false;
  return !(counted.some((c) => gap(c, e) <= OFFICE) && [last.geo, last.partner].includes(e.entity));
}

/** The next paragraph goes on with what was read only where it counts its time from there: "A year earlier it was …". */
function paragraphBefore({ phrase, phrases, drafts, figure }: Reader, will: (d: Draft) => boolean): Draft | undefined {
  if (senses(phrase, 'year-before', 'same-time').length === 0) return undefined;
  const last = recent(drafts, phrase, PARAGRAPH, will);
  if (!last) return undefined;
  // A number of which nothing is known stands in between: the article speaks of something else.
  const between = phrases.slice(last.phrase.index + 1, phrase.index).flatMap((p) => p.figures);
  return between.some((f) => dot(f) === dot(figure)) ? undefined : last;
}

/** "Trade of A with B fell short of hopes. It totaled …": the sentence before names what is counted and where, and has no number. */
function spokenOf(reader: Reader): Draft | undefined {
  const { phrase, phrases, figure, established, knowledge } = reader;
  const before = phrases[phrase.index - 1];
  if (before?.block !== phrase.block || before.figures.some((f) => dot(f) === dot(figure))) return undefined;
  if (phrase.entities.some((e) => e.type !== 'person' && e.type !== 'outlet')) return undefined;
  // "The volume", "the turnover": a word that could announce, and cannot be this unit, points back.
  const own = phrase.cues.filter((c) => c.kind === 'indicator');
  if (indicatorsOf(own, phrase, knowledge).some((i) => fitOf(figure.figure, i, false))) return undefined;
  if (own.length === 0 && senses(phrase, ...LINKS).length === 0) return undefined;
  const cues = before.cues.filter((c) => c.kind === 'indicator' && !c.ref.endsWith('-growth'));
  const rivals = phrase.figures.filter((f) => dot(f) === dot(figure));
  const readings = cues.flatMap((cue): Placed[] => {
    const [indicator] = indicatorsOf([cue], before, knowledge);
    const fit = indicator && fitOf(figure.figure, indicator, false);
    if (!indicator || fit?.as !== 'level' || isCount(indicator.unit)) return [];
    const at = locate({ phrase: before, figure, cue, indicator, rivals: [] }, established, knowledge);
    if (!at || at.named === 0) return [];
    const status = statusOf(phrase, figure, rivals);
    const period = periodOf(phrase, figure, rivals, timed(reader, indicator, status));
    const meant = wished(reader, indicator, status, period);
    if (!meant) return [];
    return [{ ...at, phrase, figure, indicator: meant, fit, ...(period && { period }), status, ...said(reader) }];
  });
  return best(readings);
}

/** "The goal between A and B is nearer: $1 billion", behind a goal of another pair. */
function nextTarget(reader: Reader, { indicator, phrase: before }: Draft): Draft | undefined {
  const { phrase, figure, established, knowledge } = reader;
  const fit = fitOf(figure.figure, indicator, false);
  const rivals = phrase.figures.filter((f) => dot(f) === dot(figure));
  const cue = senses(phrase, 'target')[0];
  if (before === phrase || !cue || fit?.as !== 'level' || rivals.length > 1) return undefined;
  if (phrase.cues.some((c) => c.kind === 'indicator')) return undefined;
  const at = locate({ phrase, figure, cue, indicator, rivals }, established, knowledge);
  if (at?.named !== 2) return undefined;
  const { named: _, ...places } = at;
  const period = periodOf(phrase, figure, rivals, timed(reader, indicator, 'target'));
  return { ...places, phrase, figure, indicator, fit, ...(period && { period }), status: 'target', ...said(reader) };
}
