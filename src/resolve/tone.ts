import type { Reading } from '../model/annotation.ts';
import type { FigureCandidate } from '../model/figure.ts';
import type { EntityId } from '../model/ids.ts';
import type { Knowledge, Sense } from '../model/knowledge.ts';
import { type CueMark, gap, type Phrase, senses, verbLast } from './phrases.ts';

/** Characters between a word of change and its figure. */
const MOVED = 6;

const WISHES: readonly Sense[] = ['target', 'forecast', 'plan'];

/**
 * Has it happened, or is it wanted, expected, planned? The word that governs the figure decides: the last one before it, or after it where
 * the verb stands last, never across another level.
 */
export function statusOf(phrase: Phrase, figure: FigureCandidate, rivals: readonly FigureCandidate[]): Reading['status'] {
  const marks = senses(phrase, ...WISHES, 'reach').filter((c) => !(c.start >= figure.start && c.end <= figure.end));
  const others = rivals.filter((r) => r !== figure);
  const free = (from: number, to: number) => !others.some((r) => r.start >= from && r.end <= to);
  const before = marks.filter((c) => c.end <= figure.start && free(c.end, figure.start)).at(-1);
  const after = marks.find((c) => c.start >= figure.end && free(figure.end, c.start));
  const near = after && gap(after, figure) <= 3 && WISHES.includes(after.ref as Sense) ? after : undefined;
  // "Grew by 26 percent, adding that the goal is …": what has risen or fallen is past, whatever is wanted further on.
  const moved = senses(phrase, 'rise', 'fall').some((c) => c.end <= figure.start && gap(c, figure) <= MOVED);
  const first = verbLast(phrase.lang) ? (after ?? before) : (near ?? before ?? (moved ? undefined : wished(after)));
  // "Reached" says nothing against a wish close by: "the goal of reaching $1 billion". A wish before the next level is that one's.
  const next = rivals.find((r) => r.start >= figure.end);
  const wish =
    first?.ref === 'reach'
      ? marks.find(
          (c) =>
            WISHES.includes(c.ref as Sense) && gap(c, first) <= 12 && !(next && c.start >= figure.end && c.end <= next.start),
        )
      : first;
  const sense = (wish ?? first)?.ref;
  return sense === 'target' || sense === 'forecast' || sense === 'plan' ? sense : 'actual';
}

const wished = (mark: CueMark | undefined) => (mark && WISHES.includes(mark.ref as Sense) ? mark : undefined);

/** Up or down: the word of change nearest to the figure, within its clause. */
export function directionOf(phrase: Phrase, figure: FigureCandidate): 'rise' | 'fall' | undefined {
  const others = phrase.figures.filter((f) => f !== figure);
  const near = senses(phrase, 'rise', 'fall')
    .filter((c) => gap(c, figure) <= 60)
    .filter(
      (c) => !others.some((f) => (f.start >= c.end && f.end <= figure.start) || (f.start >= figure.end && f.end <= c.start)),
    )
    .sort((a, b) => gap(a, figure) - gap(b, figure))[0];
  return near?.ref as 'rise' | 'fall' | undefined;
}

/** Who counted, where the sentence or else its block says it once. */
export function basisOf(phrase: Phrase, phrases: readonly Phrase[], knowledge: Knowledge): string | undefined {
  const named = (p: Phrase) => {
    const slugs = p.cues.filter((c) => c.kind === 'basis' && knowledge.basis(c.ref)).map((c) => c.ref);
    return new Set(slugs);
  };
  const own = named(phrase);
  if (own.size > 0) return own.size === 1 ? [...own][0] : undefined;
  const beside = new Set(
    [phrases[phrase.index - 1], phrases[phrase.index + 1]]
      .filter((p) => p?.block === phrase.block)
      .flatMap((p) => [...named(p!)]),
  );
  return beside.size === 1 ? [...beside][0] : undefined;
}

/** Characters between a name and its word of saying: "X said", "said X", "X also noted". */
const SAYS = 7;

/**
 * Who said it: the person whose name stands at a word of saying. Where the sentence has such a word and no name at it ("she noted"), the
 * one who spoke last in the article.
 */
export function speakerOf(phrase: Phrase, phrases: readonly Phrase[]): EntityId | undefined {
  if (senses(phrase, 'said').length === 0) return undefined;
  for (let i = phrase.index; i >= 0 && phrases[i]!.block.article === phrase.block.article; i--) {
    const named = namedSpeakers(phrases[i]!);
    if (named.length > 0) return named.length === 1 ? named[0] : undefined;
  }
  return undefined;
}

function namedSpeakers(phrase: Phrase): EntityId[] {
  const people = phrase.entities.filter((e) => e.type === 'person');
  const posts = phrase.cues.filter((c) => c.kind === 'post');
  const speakers = senses(phrase, 'said').flatMap((said) =>
    people.filter((p) => {
      // "said Minister of Trade X": a post in between belongs to the name.
      const from = posts.filter((c) => c.end <= p.start && gap(c, p) <= SAYS).map((c) => c.start);
      return gap(said, { start: Math.min(p.start, ...from), end: p.end }) <= SAYS;
    }),
  );
  return [...new Set(speakers.map((p) => p.entity))];
}
