import type { FigureCard, SourceLink, ValueLine } from '../model/card-content.ts';
import type { Figure } from '../model/figure.ts';
import type { CardWords } from './words.ts';

const APPROX = { about: 'value.about', gt: 'value.over', ge: 'value.at-least', lt: 'value.under', le: 'value.up-to' } as const;

/** The printed figure as it was read: "about $350 m". */
export function figureText(figure: Figure, words: CardWords): string {
  if (figure.period) return words.period(figure.period);
  const unit =
    figure.currency ?? (figure.kind === 'multiple' ? 'ratio' : (figure.unit ?? (figure.kind === 'percent' ? 'percent' : '')));
  const one = (value: number) => (unit ? words.quantity(value, unit) : words.compact(value));
  const value = figure.range
    ? words.t('value.range', { low: one(figure.range[0]), high: one(figure.range[1]) })
    : one(figure.value ?? 0);
  return figure.approx ? words.t(APPROX[figure.approx], { value }) : value;
}

/** A reported value with its comparator: "over $1.3 bn". */
export function valueText(line: Pick<ValueLine, 'value' | 'unit' | 'comparator'>, words: CardWords): string {
  return words.t(`value.${line.comparator}`, { value: words.quantity(line.value, line.unit) });
}

/** Values that read alike, as one. */
export interface ValueGroup {
  readonly value: number;
  readonly text: string;
  readonly lines: readonly ValueLine[];
}

/** Values by their written form, in order of the first of each. */
export function groupValues(values: readonly ValueLine[], words: CardWords): ValueGroup[] {
  const groups = new Map<string, ValueLine[]>();
  for (const line of values) {
    const text = valueText(line, words);
    groups.set(text, [...(groups.get(text) ?? []), line]);
  }
  return [...groups].map(([text, lines]) => ({ value: lines[0]!.value, text, lines }));
}

/** A headline is no name: a source without a publisher and with a long title goes by its host. */
const LONG_TITLE = 32;

export function sourceName({ publisher, title, url }: SourceLink): string {
  const host = title.length > LONG_TITLE && /^https?:\/\/(?:www\.)?([^/:]+)/.exec(url)?.[1];
  return publisher ?? (host || title);
}

/** Who counted a value, else who printed it, else that no source says. */
export function whoOf(line: ValueLine, words: CardWords): string {
  const basis = line.basis && line.basis.id !== 'unknown' ? line.basis.label : undefined;
  return basis ?? (line.sources[0] ? sourceName(line.sources[0]) : words.t('basis.unknown'));
}

/** The values that the verdict rests on: those it cites, else all that were reported. */
export function citedValues(card: FigureCard): readonly ValueLine[] {
  const cited = new Set(card.reading?.observations.map((o) => o.id));
  const found = card.reported.filter((line) => cited.has(line.id));
  return found.length ? found : card.reported;
}

/** What is counted where: "Kazakhstan – Azerbaijan". */
export function placesText(card: Pick<FigureCard, 'geo' | 'partner'>): string {
  return [card.geo?.label, card.partner?.label].filter(Boolean).join(' – ');
}
