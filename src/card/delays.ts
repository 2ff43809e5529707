/**
 * When a card comes and goes, in milliseconds. Measured by Wikipedia's Page Previews over years of use: pointing for 150 ms shows
 * interest, 500 ms intent, and 300 ms is long enough to cross the gap between mark and card.
 */
export const DELAYS = {
  /** Before content is asked for: most pointers that cross a mark are on their way elsewhere. */
  ask: 150,
  /** Before the card opens. */
  open: 500,
  /** Before it opens when another card was open less than `recently` ago: the reader is reading cards. */
  openAgain: 100,
  recently: 1000,
  /** After the pointer left both mark and card. */
  leave: 300,
  /** After the card is due and its content is not there: only then is "looking it up" worth a flash. */
  slow: 250,
} as const;
