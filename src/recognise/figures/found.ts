import type { Figure } from '../../model/figure.ts';

/** A figure and the tokens it is written with. */
export interface Found {
  readonly from: number;
  readonly next: number;
  readonly figure: Figure;
}
