import type { FigureCandidate } from '../model/figure.ts';
import type { EntityType } from '../model/ids.ts';
import type { Indicator } from '../model/indicator.ts';
import type { Knowledge } from '../model/knowledge.ts';
import { dot, type Reader } from './draft.ts';
import { type CueMark, gap, groupBy, overlap, type Phrase, senses, verbLast } from './phrases.ts';
import { type Fit, fitOf } from './units.ts';

/** Characters within which an announcing word belongs to a bare count: "1,100 foreign enterprises". */
export const HEAD = 20;
/** Announcing words for one figure, by place, the likeliest first. */
export function announcers({ phrase, figure }: Reader): CueMark[][] {
  const cues = phrase.cues.filter((c) => c.kind === 'indicator');
  const same = phrase.figures.filter((f) => f !== figure && dot(f) === dot(figure));
  const free = (from: number, to: number) => !same.some((f) => f.start >= from && f.end <= to);
  // Of two that overlap the longer one says more: "foreign direct investment" and "investment volume".
  const near = (a: CueMark, b: CueMark) =>
    overlap(a, b) && a.start !== b.start ? b.end - b.start - (a.end - a.start) : gap(a, figure) - gap(b, figure);
  const own = cues.filter((c) => overlap(c, figure));
  const before = cues.filter((c) => c.end <= figure.start && free(c.end, figure.start)).sort(near);
  const after = cues.filter((c) => c.start >= figure.end && free(figure.end, c.start)).sort(near);
  const first = [...same, figure].reduce((a, b) => (a.start < b.start ? a : b));
  const figuresLead = !cues.some((c) => c.end <= first.start);
  const ordered = [...own, ...(figuresLead ? [...after, ...before] : [...before, ...after])];
  return [...groupBy(ordered, (c) => c.start).values()].filter((cues) => !idle(phrase, cues[0]!, figure));
}

/** Senses that make a number out of a word that means much else. */
const AMOUNT = ['reach', 'rise', 'fall', 'target', 'forecast', 'plan', 'compared'] as const;
/** Characters between a bare word and a figure that belongs to it: "trade of $4 billion". */
const TOUCH = 6;
/** Characters between "trade" and the place behind its "with" or "between". */
const WITH = 9;
const SIDES: readonly EntityType[] = ['country', 'region'];
/** Characters between a figure and the verb that closes its clause. */
const VERB = 14;

/** A word that means much else ("trade accusations", "grain for $5") and has no word of amount between itself and the figure. */
function idle(phrase: Phrase, cue: CueMark, figure: FigureCandidate): boolean {
  const bare = senses(phrase, 'bare').some((c) => c.start === cue.start && c.end === cue.end);
  if (!bare || gap(cue, figure) <= TOUCH) return false;
  // "Trade with A": a word that takes a place is the thing that is counted.
  if (phrase.entities.some((e) => SIDES.includes(e.type) && e.start >= cue.end && gap(cue, e) <= WITH)) return false;
  const [from, to] = cue.end <= figure.start ? [cue.end, figure.start] : [figure.end, cue.start];
  // Where the verb stands last, so does the word of amount.
  const until = verbLast(phrase.lang) ? Math.max(to, figure.end + VERB) : to;
  return !senses(phrase, ...AMOUNT).some((c) => c.start >= from && c.start <= until) && figure.figure.kind !== 'multiple';
}

/** Indicators that words of this sentence announce at one place and none rules out. */
export function indicatorsOf(cues: readonly CueMark[], phrase: Phrase, knowledge: Knowledge): Indicator[] {
  return cues
    .filter((c) => !phrase.cues.some((n) => n.kind === 'not-indicator' && n.ref === c.ref))
    .flatMap((c) => knowledge.indicator(c.ref) ?? []);
}

/** Characters between a number and its "a day". */
const RATE = 4;
/** "1,200 containers a day" are no total of any time. */
const isRate = ({ phrase }: Reader, figure: FigureCandidate) => senses(phrase, 'per-day').some((c) => gap(c, figure) <= RATE);

/** "85,3 тысячи азербайджанцев": the name of a people is the noun of the count. */
const ofPeople = ({ phrase }: Reader, figure: FigureCandidate) =>
  phrase.entities.some((e) => e.via === 'demonym' && e.start >= figure.end && gap(e, figure) <= 1);

export function fits(reader: Reader, indicator: Indicator, cue: CueMark, figure = reader.figure): Fit | undefined {
  if (indicator.nature === 'flow' && isRate(reader, figure)) return undefined;
  const beside = overlap(cue, figure) || (cue.start >= figure.end && gap(cue, figure) <= HEAD);
  return fitOf(figure.figure, indicator, beside || (indicator.unit === 'person' && ofPeople(reader, figure)));
}
