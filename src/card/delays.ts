import type { Pace } from '../model/settings.ts';

/** When a card comes and goes, in milliseconds. */
export interface Delays {
  /** Before content is asked for: most pointers that cross a mark are on their way elsewhere. */
  readonly ask: number;
  /** Before the card opens. */
  readonly open: number;
  /** Before it opens when another card was open less than `RECENTLY` ago: the reader is reading cards. */
  readonly openAgain: number;
  /** After the pointer left both mark and card. */
  readonly leave: number;
}

/**
 * `normal` was measured by Wikipedia's Page Previews over years of use: pointing for 150 ms shows interest, 500 ms intent, and 300 ms is long
 * enough to cross the gap between mark and card. `short` is for who opens many cards: at a quarter of a second a pointer that merely passes
 * has left a word again. `long` is for who reads along with the pointer or whose hand is not steady: a second of rest is meant, and the
 * way to the card may take as long as a slow movement does.
 */
export const DELAYS: Readonly<Record<Pace, Delays>> = {
  short: { ask: 80, open: 250, openAgain: 50, leave: 300 },
  normal: { ask: 150, open: 500, openAgain: 100, leave: 300 },
  long: { ask: 500, open: 1000, openAgain: 500, leave: 900 },
};

/** A card that closed less than this ago was "just open". */
export const RECENTLY = 1000;
/** After the card is due and its content is not there: only then is "looking it up" worth a flash. */
export const SLOW = 250;
