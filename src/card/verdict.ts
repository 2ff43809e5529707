import type { FigureCard, ValueLine } from '../model/card-content.ts';
import { citedValues, valueText, whoOf } from './values.ts';
import type { CardWords } from './words.ts';

export interface VerdictText {
  /** `agree` jade, `care` saffron, `quiet` neither. */
  readonly tone: 'agree' | 'care' | 'quiet';
  readonly head?: string;
  readonly text: string;
}

/** How many names or values a sentence bears; the plot below shows all. */
const NAMED = 2;
/** From double or half on, "2.4×" is read faster than a percentage. */
const FAR = 1;

/** The verdict as a reader hears it: what differs and by how much, never who is right. */
export function verdictText(card: FigureCard, words: CardWords): VerdictText {
  const { t } = words;
  const { reading } = card;
  const list = words.list(
    neighbours(card).map((line) => t('valueBy', { value: valueText(line, words), who: whoOf(line, words) })),
  );
  if (!reading) return { tone: 'quiet', text: t('silent') };
  switch (reading.verdict) {
    case 'same-as': {
      const all = citedValues(card);
      const equal = all.filter(({ id }) => reading.equals?.includes(id) ?? true);
      const names = new Set(equal.map((line) => whoOf(line, words)));
      const same = t('verdict.same-as.text', { list: words.list([...names].slice(0, NAMED)) });
      const others = all.filter((line) => !equal.includes(line)).sort((a, b) => a.value - b.value);
      const [low, high] = [others[0], others.at(-1)];
      if (!low || !high) return { tone: 'agree', head: t('verdict.same-as.head'), text: same };
      const range = { low: valueText(low, words), high: valueText(high, words) };
      const rest =
        range.low === range.high ? t('verdict.same-as.other', { value: range.low }) : t('verdict.same-as.others', range);
      // One that agrees is no agreement of all: said in the same breath, without the colour of agreement.
      return { tone: 'care', head: t('verdict.same-as.some'), text: `${same} ${rest}` };
    }
    case 'between':
      return { tone: 'care', head: t('verdict.between.head'), text: t('verdict.between.text', { list }) };
    case 'outside':
      return { tone: 'care', head: outside(reading.difference?.ratio, words), text: t('verdict.between.text', { list }) };
    case 'not-comparable':
      return {
        tone: 'quiet',
        head: t('verdict.not-comparable.head'),
        text: t(`reason.not.${reading.reason ?? 'scope'}`),
      };
    case 'only-here':
      return { tone: 'quiet', head: t('verdict.only-here.head'), text: t('verdict.only-here.text') };
    case 'no-data':
      return { tone: 'quiet', head: t('verdict.no-data.head'), text: t('verdict.no-data.text') };
  }
}

/** The nearest value below and the nearest above. */
function neighbours(card: FigureCard): readonly ValueLine[] {
  const { value, range } = card.figure;
  const own = value ?? (range ? (range[0] + range[1]) / 2 : 0);
  const near = [...citedValues(card)].sort((a, b) => Math.abs(a.value - own) - Math.abs(b.value - own));
  const sides = [near.find((line) => line.value < own), near.find((line) => line.value >= own)];
  return sides.filter((line) => line !== undefined);
}

/** "6 sources report 4.48 to 4.5 million tonnes for 2024": a range once instead of a list, nobody named, nothing called wrong. */
export function suspectedText(
  { values, voices }: NonNullable<FigureCard['suspected']>,
  period: string | undefined,
  words: CardWords,
): string {
  const { t } = words;
  const sorted = [...values].sort((a, b) => a.value - b.value);
  const [low, high] = [sorted[0], sorted.at(-1)];
  if (!low || !high) return '';
  if (values.length === 1) return t('suspected.one', { value: valueText(low, words), who: whoOf(low, words) });
  const [from, to] = [words.quantity(low.value, low.unit), words.quantity(high.value, high.unit)];
  const value = from === to ? from : t('value.range', { low: from, high: to });
  return t(period ? 'suspected.text' : 'suspected.undated', {
    n: voices,
    value,
    ...(period && { period: words.period(period) }),
  });
}

function outside(ratio: number | undefined, words: CardWords): string {
  if (ratio === undefined) return words.t('verdict.outside');
  if (ratio >= FAR) return words.t('verdict.outside.far', { times: words.quantity(1 + ratio, 'ratio', 2) });
  const percent = words.percent(Math.abs(ratio) * 100, 2);
  return words.t(ratio > 0 ? 'verdict.outside.above' : 'verdict.outside.below', { percent });
}
