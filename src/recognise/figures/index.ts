import type { FigureCandidate } from '../../model/figure.ts';

const NUMBER = '(\\d+(?:[,\\u00a0]\\d{3})*(?:\\.\\d+)?)';
const SCALE = { thousand: 1e3, million: 1e6, mln: 1e6, mn: 1e6, m: 1e6, billion: 1e9, bn: 1e9, b: 1e9, trillion: 1e12 } as const;
const FIGURE = new RegExp(
  `([$€£]\\s?)?${NUMBER}(?:\\s?(thousand|million|billion|trillion|mln|mn|bn|m|b)(?!\\p{L}))?(?:\\s?(%|percent|per cent)|\\s(\\p{Ll}+s)(?!\\p{L}))?`,
  'giu',
);
const SIGN: Record<string, string> = { $: 'USD', '€': 'EUR', '£': 'GBP' };

/**
 * Finds the figures written in one block of text: money, percentages, quantities, multiples, periods, plain numbers.
 * Spans are UTF-16 offsets into `text`, in order and without overlap. `date` is the article's ISO day; relative periods need it.
 */
export function recogniseFigures(text: string, _options: { lang?: string; date?: string } = {}): FigureCandidate[] {
  return [...text.matchAll(FIGURE)].map((m) => {
    const scale = m[3] ? SCALE[m[3].toLowerCase() as keyof typeof SCALE] : 1;
    const value = Number(m[2]!.replace(/[,\u00a0]/g, '')) * scale;
    const currency = m[1] && SIGN[m[1].trim()];
    const span = { start: m.index, end: m.index + m[0].length, surface: m[0] };
    if (m[4]) return { ...span, figure: { kind: 'percent', value, unit: 'percent' } };
    if (currency) return { ...span, figure: { kind: 'money', value, currency } };
    if (m[5]) return { ...span, figure: { kind: 'quantity', value, unit: m[5].replace(/s$/, '') } };
    return { ...span, figure: { kind: 'number', value } };
  });
}
