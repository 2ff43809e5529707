import { recogniseFigures } from '../../src/recognise/figures/index.ts';

/** Our recogniser as the benchmark of figures wants it. */
export const name = 'dragoman';
export function recognise(text, lang, options = {}) {
  return recogniseFigures(text, { lang, date: options.ref?.slice(0, 10) }).map(({ start, end, figure }) => ({
    start,
    end,
    ...figure,
    value: figure.kind === 'period' ? figure.period : figure.value,
  }));
}
