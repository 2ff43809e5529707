import type { Annotation, CitedObservation, Reading } from '../model/annotation.ts';
import type { Figure } from '../model/figure.ts';

/** A figure as the command line prints it: a period's written form stands in `value`, the step is left out. */
function printFigure({ kind, value, range, period, currency, unit, approx }: Figure) {
  return { kind, ...(range ? { range } : { value: value ?? period }), unit, currency, approx };
}

const printObservation = ({ id, value, basis, url }: CitedObservation) => ({ id, value, basis, url });

function printReading(reading: Reading) {
  const { status, observations, suspected, ...rest } = reading;
  return {
    ...rest,
    ...(status !== 'actual' && { status }),
    observations: observations.map(printObservation),
    ...(suspected && { suspected: { unit: suspected.unit, observations: suspected.observations.map(printObservation) } }),
  };
}

/** An annotation as one JSON object of the command line; `at` is where its block starts in the text. */
export function printAnnotation(annotation: Annotation, at: number): Record<string, unknown> {
  const { kind, surface, marked } = annotation;
  const head = { kind, start: at + annotation.start, end: at + annotation.end, surface };
  if (annotation.kind === 'entity') {
    const { entity, type, name, sameAs, role, evidence } = annotation;
    // The printed list of ways has no word of its own for a slip of the pen: it is one more way to write the name.
    const via = annotation.via === 'misspelling' ? 'transliteration' : annotation.via;
    return { ...head, entity, type, name, sameAs, via, role, evidence, marked };
  }
  if (annotation.kind === 'figure') {
    const { figure, reading } = annotation;
    return { ...head, figure: printFigure(figure), reading: reading && printReading(reading), marked };
  }
  const { claim, about, says, others } = annotation;
  return { ...head, claim, about, says, others, marked };
}
