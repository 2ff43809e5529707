/** UTF-16 offsets into the text of one block, end exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

export const FIGURE_KINDS = ['money', 'percent', 'quantity', 'multiple', 'period', 'number'] as const;
export type FigureKind = (typeof FIGURE_KINDS)[number];
/** `about` 350, `gt` more than, `ge` at least, `lt` less than, `le` up to. */
export type Approximation = 'about' | 'gt' | 'ge' | 'lt' | 'le';

/**
 * What is written there, before anybody asks what is meant. The span holds sign, number, magnitude and unit, not the word of approximation.
 * Values are in major units with the magnitude applied: `$6bn` is 6e9, `18.5 %` is 18.5, "tripled" is 3.
 */
export interface Figure {
  readonly kind: FigureKind;
  /** Exactly one of `value`, `range`, `period` is there. */
  readonly value?: number;
  readonly range?: readonly [number, number];
  /** Kind `period`: written form of `model/period` (`2022`, `2022-Q1`, `2025-01-01/2025-09-01`, `2018-01-01/..`). */
  readonly period?: string;
  /** Kind money: ISO 4217. */
  readonly currency?: string;
  /** Kind quantity: CLDR unit id, or the singular English head noun of a count. Percentage points: kind percent, unit `percentage-point`. */
  readonly unit?: string;
  readonly approx?: Approximation;
  /** Significant step of the printed number in major units: 1e8 for "$1.4 billion". Equality is judged at this precision. */
  readonly step?: number;
}

export interface FigureCandidate extends Span {
  readonly surface: string;
  readonly figure: Figure;
}
