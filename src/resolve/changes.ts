import { announcers, HEAD, indicatorsOf } from './announce.ts';
import { best, type Draft, lately, type Placed, type Reader, said, timed, withBefore } from './draft.ts';
import { locate } from './locate.ts';
import { type CueMark, gap, type Phrase, senses } from './phrases.ts';
import { directionOf, statusOf } from './tone.ts';
import { type Fit, fitOf } from './units.ts';
import { baseOf, periodOf } from './when.ts';

/** Characters between a number and the noun of what it counts: "tonnes of cargo". */
const NOUN = 4;

/** "Up 18.5 percent", "sevenfold": a change of what the sentence is about. */
export function readChange(reader: Reader): Draft | undefined {
  const { phrase, figure, drafts, established, knowledge } = reader;
  const direction = directionOf(phrase, figure);
  if (figure.figure.kind === 'percent') {
    const share = senses(phrase, 'share').some((c) => gap(c, figure) <= HEAD);
    if (!direction || share || figure.figure.unit === 'percentage-point') return undefined;
  }
  const by = figure.figure.kind === 'percent' ? 'percent' : 'ratio';
  const against = baseOf(phrase);
  const change = { by, falls: direction === 'fall', ...(against && { against }) } as const;
  const fit: Fit = { as: 'change', by };
  const announced = announcers(reader)
    .map((cues) => cues.filter((c) => !isPart(phrase, c) && !parted(reader, c)))
    .filter((cues) => cues.length > 0);
  const level = lately(drafts, phrase, 0, (d) => !d.change && d.figure.end <= figure.start);
  // "4.5 million tonnes of cargo, up 8 percent": a word that touches the level is what was counted there.
  const between = (c: CueMark) => c.start > (level?.figure.end ?? 0) + NOUN && c.end <= figure.start;
  if (level && !announced.some(([c]) => c && between(c))) {
    const { change: _, ...same } = level;
    return { ...same, figure, fit, change };
  }
  for (const cues of announced) {
    const indicators = indicatorsOf(cues, phrase, knowledge).filter(
      (i) => i.nature !== 'target' && fitOf(figure.figure, i, false)?.as === 'change',
    );
    if (indicators.length === 0 || !governs(reader, cues[0]!)) continue;
    const readings = indicators.flatMap((indicator): Placed[] => {
      const at = locate(
        { phrase, figure, cue: cues[0]!, indicator, rivals: [figure], ...withBefore(reader) },
        established,
        knowledge,
      );
      if (!at) return [];
      const period = periodOf(phrase, figure, [figure], timed(reader, indicator, 'actual'));
      return [
        {
          ...at,
          phrase,
          figure,
          indicator,
          fit,
          change,
          ...(period && { period }),
          status: statusOf(phrase, figure, [figure]),
          ...said(reader),
        },
      ];
    });
    return best(readings);
  }
  return undefined;
}

/** "Containers" in "container trains": a change has no unit that would tell which of the two is meant. */
const isPart = (phrase: Phrase, cue: CueMark) =>
  phrase.cues.some(
    (c) => c.kind === 'indicator' && c.start <= cue.start && c.end >= cue.end && c.end - c.start > cue.end - cue.start,
  );

/** Another figure of which nothing is known stands between the word and the change: the clause is another. */
const parted = ({ phrase, figure, drafts }: Reader, cue: CueMark) =>
  phrase.figures.some(
    (f) => f.start >= cue.end && f.end <= figure.start && f.figure.kind !== 'multiple' && !drafts.some((d) => d.figure === f),
  );

/** A word after the figure owns the change only if the word of change stands between them: "a 12 percent rise in trade". */
function governs({ phrase, figure }: Reader, cue: CueMark): boolean {
  if (cue.start < figure.end || figure.figure.kind === 'multiple') return true;
  return senses(phrase, 'rise', 'fall').some((c) => c.start >= figure.end && c.end <= cue.start);
}
