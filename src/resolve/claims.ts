import type { ClaimAnnotation } from '../model/annotation.ts';
import type { DocumentFacts } from '../model/document.ts';
import type { FigureCandidate } from '../model/figure.ts';
import type { Knowledge } from '../model/knowledge.ts';
import { overlaps, parsePeriod } from '../model/period.ts';
import { arithmeticClaims, changeClaims, shareClaims, sumClaims } from './arithmetic.ts';
import type { Draft } from './draft.ts';
import { lengthOf } from './intervals.ts';
import { gap, overlap, type Phrase, senses } from './phrases.ts';
import { roleClaims, sourcesOf } from './role-claims.ts';
import { superlativeClaims } from './superlatives.ts';

/** Characters between the word of an event and its date. */
const DATED = 60;

/** Statements of the article that differ from what our sources or its own numbers give; silent wherever one side is unsure. No two overlap. */
export function findClaims(
  phrases: readonly Phrase[],
  drafts: ReadonlyMap<FigureCandidate, Draft>,
  own: ReadonlySet<string>,
  facts: DocumentFacts,
  knowledge: Knowledge,
): ClaimAnnotation[] {
  const claims = phrases.flatMap((phrase) => [
    ...roleClaims(phrase, facts, knowledge),
    ...dateClaims(phrase, knowledge),
    ...arithmeticClaims(phrase, drafts),
    ...sumClaims(phrase, phrases[phrase.index - 1], drafts),
    ...changeClaims(phrase, phrases, drafts),
    ...shareClaims(phrase, drafts),
    ...superlativeClaims(phrase, drafts, own, knowledge),
  ]);
  return claims.filter((c, i) => !claims.slice(0, i).some((o) => o.block === c.block && overlap(o, c)));
}

/** "Proposed in June 2024", where the dataset has the day and no other such event of the thing fits. */
function dateClaims(phrase: Phrase, knowledge: Knowledge): ClaimAnnotation[] {
  const dates = phrase.periods.filter((p) => lengthOf(parsePeriod(p.figure.period ?? '') ?? { start: null, end: null }) <= 366);
  const [date, ...more] = dates;
  if (!date || more.length > 0) return [];
  const printed = parsePeriod(date.figure.period!)!;
  const near = senses(phrase, 'proposed', 'signed', 'founded')
    .filter((c) => gap(c, date) <= DATED)
    .sort((a, b) => gap(a, date) - gap(b, date))[0];
  if (!near) return [];
  const things = [...new Set(phrase.entities.map((e) => e.entity))].flatMap((id) => {
    const events = knowledge.events(id).filter((e) => e.sense === near.ref);
    return events.length > 0 ? [{ id, events }] : [];
  });
  const [thing, ...others] = things;
  if (!thing || others.length > 0) return [];
  const periods = thing.events.map((e) => ({ e, at: parsePeriod(e.period) }));
  if (periods.some(({ at }) => !at || overlaps(at, printed))) return [];
  return [
    {
      kind: 'claim',
      id: `${phrase.block.id}:${date.start}:claim`,
      block: phrase.block.id,
      start: date.start,
      end: date.end,
      surface: date.surface,
      marked: true,
      claim: 'event-date',
      about: thing.id,
      says: { period: date.figure.period!, sources: [] },
      others: periods.map(({ e }) => ({
        ...(e.place && { object: e.place }),
        period: e.period,
        sources: sourcesOf(e.sources, knowledge),
      })),
    },
  ];
}
